"""Bytes to text: UTF-8 with or without a byte order mark, and clear words about anything else."""

from __future__ import annotations

import codecs
from pathlib import Path

from ...schema import ArticleError

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes, file: str | Path, line: int | None = None) -> str:
    """`data` as text. Raises ArticleError, naming the byte (from 0) and its line, if it is not UTF-8 text.

    `line` is where `data` stands in the file; None if it is the whole of it.
    """
    if data.startswith(_UTF16):
        raise ArticleError("UTF-16, not UTF-8", file=file, line=line, remedy="convert it: iconv -f UTF-16 -t UTF-8")
    if (nul := data.find(b"\0")) >= 0:
        raise ArticleError(f"binary: NUL at byte {nul:,}", file=file, line=line, remedy="give plain text in UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # Without its mark the decoder counts from behind it.
        at = error.start + (len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0)
        where = line if line is not None else data.count(b"\n", 0, at) + 1
        message = f"not UTF-8: byte {at:,} is 0x{data[at]:02x}"
        raise ArticleError(message, file=file, line=where, remedy="convert it, for instance with iconv") from error
