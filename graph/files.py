"""Writing files so that a failure leaves the old one as it was."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from ..schema import ExportError

_REMEDIES = {
    errno.ENOSPC: "make room, or write to another disk; the file that was there is untouched",
    errno.EDQUOT: "make room in your quota, or write to another disk; the file that was there is untouched",
    errno.EFBIG: "larger than the system lets a file be; the file that was there is untouched",
    errno.EACCES: "choose a folder in which you may write",
    errno.EPERM: "choose a folder in which you may write",
    errno.EROFS: "choose a disk that is not read-only",
    errno.ENOENT: "create the folder first",
    errno.ENOTDIR: "part of the path is a file, not a folder",
    errno.EISDIR: "this is a folder; give the name of a file",
}


@contextlib.contextmanager
def atomic_write(path: Path, encoding: str = "utf-8") -> Iterator[TextIO]:
    """A text file to write that takes the name `path` once all of it is on the disk; until then `path` stays as it is.

    Lines end as they are written. What is no regular file (`/dev/stdout`, a pipe) is written to directly. Raises
    ExportError, with a remedy, if the system does not let us.
    """
    with _explained(path):
        target = path.resolve()  # through a symbolic link: the link stays
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if target.exists() and not target.is_file():
            with target.open("w", encoding=encoding, newline="") as stream:
                yield stream
            return
        temporary = target.with_name(f".{target.name[:100]}.{secrets.token_hex(6)}.tmp")
        try:
            with temporary.open("x", encoding=encoding, newline="") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            if target.exists():
                temporary.chmod(target.stat().st_mode)
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)


@contextlib.contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        remedy = _REMEDIES.get(error.errno or 0, "")
        raise ExportError(f"cannot be written: {error.strerror or error}", file=path, remedy=remedy) from error
