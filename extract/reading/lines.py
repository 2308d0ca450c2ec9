"""JSON lines: one article an object, one object a line, read one at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from ...schema import ArticleError, TechpolError
from .bytes import decode
from .records import FIELDS, LONGEST, Draft

# A character takes at most twelve bytes of JSON (`\ud83d\ude00`): what is longer is no article that we take.
_LONGEST_LINE = 12 * LONGEST + 100_000


def numbered_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """The lines of `stream` with their numbers; None for one that is too long, which is not kept in memory."""
    number = 0
    while line := stream.readline(_LONGEST_LINE):
        number += 1
        if len(line) < _LONGEST_LINE or line.endswith(b"\n"):
            yield number, line
            continue
        while (rest := stream.readline(_LONGEST_LINE)) and not rest.endswith(b"\n"):
            pass
        yield number, None


def parse_lines(
    lines: Iterable[tuple[int, bytes | None]], file: str | Path, report: Callable[[TechpolError], None]
) -> Iterator[Draft]:
    """The articles on `lines`; a line that holds none goes to `report`, and reading goes on."""
    for number, line in lines:
        if line is not None and not line.strip(b" \t\r\n\xef\xbb\xbf"):
            continue
        try:
            yield _parse_line(line, file, number)
        except ArticleError as error:
            report(error)


def _parse_line(line: bytes | None, file: str | Path, number: int) -> Draft:
    if line is None:
        message = f"the line is longer than {_LONGEST_LINE:,} bytes"
        raise ArticleError(message, file=file, line=number, remedy=f"an article has at most {LONGEST:,} characters")
    try:
        record = json.loads(decode(line, file, number))
    except json.JSONDecodeError as error:
        message = f"not JSON: {error.msg} at column {error.colno}"
        raise ArticleError(message, file=file, line=number, remedy="write one object a line") from error
    except (RecursionError, ValueError) as error:  # nested a thousand deep; a number of thousands of digits
        raise ArticleError(f"not JSON that we read: {error}", file=file, line=number, remedy="see README.md") from error
    if not isinstance(record, dict):
        message = f"a {type(record).__name__}, not an object"
        raise ArticleError(message, file=file, line=number, remedy='write {"id": ..., "text": ...}')
    fields = {name: _string(record.get(name), name, file, number) for name in (*FIELDS, "text")}
    if missing := [name for name in ("id", "text") if not fields[name]]:
        raise ArticleError(f"no `{missing[0]}`", file=file, line=number, remedy="every article needs `id` and `text`")
    text = fields.pop("text")
    return Draft(file, number, text, fields)


def _string(value: object, name: str, file: str | Path, number: int) -> str:
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool) and name == "id":
        return str(value)
    if not isinstance(value, str):
        message = f"`{name}` is a {type(value).__name__}, not a string"
        raise ArticleError(message, file=file, line=number, remedy=f"put `{name}` in quotes")
    return value
