"""Writing triples as they come, so that whatever happens, what is written is whole lines."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from ...schema import ExportError, Triple

REMEDY = "what was written until then is whole and can be loaded"


class TriplesOutput:
    """Triples to an open binary file, flushed article by article. `count`: how many so far."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file, self._name = file, name
        self._written: int | None = None  # bytes; None until the first write, which replaces what the file held
        self.count = 0

    @property
    def started(self) -> bool:
        """Whether an article has been written, be it one without triples."""
        return self._written is not None

    def write(self, triples: Iterable[Triple]) -> None:
        """Write the triples of one article. Raises ExportError, with no broken line left behind, if that fails."""
        lines = [triple.to_json() + "\n" for triple in triples]
        data = "".join(lines).encode()
        if self._written is None:
            self._cut(0)
        try:
            self._write_all(data)
        except BrokenPipeError:
            raise
        except OSError as error:
            self._cut(self._written or 0)
            raise ExportError(f"cannot be written: {error.strerror}", file=self._name, remedy=REMEDY) from error
        self._written = (self._written or 0) + len(data)
        self.count += len(lines)

    def _write_all(self, data: bytes) -> None:
        """An unbuffered file may take a part only."""
        left = memoryview(data)
        while left:
            left = left[self._file.write(left) :]

    def _cut(self, size: int) -> None:
        with contextlib.suppress(OSError):  # a pipe or a device has no end to cut
            self._file.truncate(size)


@contextlib.contextmanager
def triples_output(path: Path | None) -> Iterator[TriplesOutput]:
    """Where to write triples: the file at `path`, or standard output.

    A file that is there is kept until the first article is done. Raises ExportError if it cannot be written, at once.
    """
    if path is None:
        sys.stdout.flush()
        with os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0) as file:
            yield TriplesOutput(file, "standard output")
        return
    is_new = not path.exists()
    try:
        opened = path.open("ab", buffering=0)
    except OSError as error:
        raise ExportError(f"cannot be written: {error.strerror}", file=path) from error
    with opened as file:
        output = TriplesOutput(file, str(path))
        try:
            yield output
        finally:
            if is_new and not output.started:
                path.unlink(missing_ok=True)
