"""Triples files: one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from .errors import TechpolError, TripleError
from .triple import Triple
from .vocabulary import Vocabulary

Report = Callable[[TechpolError], None]


def raise_error(error: TechpolError) -> None:
    """The strictest way to report a broken line: stop at it."""
    raise error


def read_triples(path: Path, vocabulary: Vocabulary, report: Report = raise_error) -> Iterator[Triple]:
    """The triples in `path`, checked against the vocabulary.

    A broken line goes to `report` as a TripleError that names file and line; reading goes on if `report` returns.
    Raises TripleError if the file itself cannot be opened.
    """
    try:
        lines = path.open("rb")
    except OSError as error:
        raise TripleError(f"cannot be read: {error.strerror}", file=path) from error
    with lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                yield parse_line(line, vocabulary)
            except TripleError as error:
                report(TripleError(error.message, file=path, line=number, remedy=error.remedy))


def parse_line(line: bytes, vocabulary: Vocabulary) -> Triple:
    """The triple on one line of a triples file. Raises TripleError if it is not valid."""
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise TripleError("not UTF-8", remedy="convert the file, for instance with iconv") from error
    except json.JSONDecodeError as error:
        raise TripleError(f"not JSON: {error.msg} at column {error.colno}") from error
    if not isinstance(record, dict):
        raise TripleError(f"a {type(record).__name__}, not a JSON object")
    triple = Triple.from_dict(record)
    vocabulary.check(triple)
    return triple
