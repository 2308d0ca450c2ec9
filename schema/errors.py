"""Every error that techpol raises on purpose, as one tree.

    TechpolError                    catch this one to catch all
    ├── VocabularyError             entities.yaml, relations.yaml or a user's own YAML says something impossible
    ├── SeedError                   a line of a data file in seeds/ (or of a user's) is broken
    ├── ArticleError                an article cannot be read
    ├── TripleError                 a triple, or a line of a triples file, is not valid
    ├── ModelError                  a language model that the pipeline needs is not installed
    ├── ExportError                 a target file cannot be written
    └── StoreError                  a graph store refused
        └── StoreUnavailableError   ... for now: the server is down or busy, trying again may help

Each says where (`file`, `line`), what, and what to do (`remedy`).
"""

from __future__ import annotations

from pathlib import Path


class TechpolError(Exception):
    """What went wrong, where, and what to do about it.

    >>> str(TechpolError("unknown relation LIKES", file="t.jsonl", line=3, remedy="see `techpol schema`"))
    't.jsonl:3: unknown relation LIKES (see `techpol schema`)'
    """

    def __init__(
        self, message: str, *, file: str | Path | None = None, line: int | None = None, remedy: str = ""
    ) -> None:
        self.message = message
        self.file = None if file is None else str(file)
        self.line = line
        self.remedy = remedy
        super().__init__(message)

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        text = f"{place}: {self.message}" if place else self.message
        return f"{text} ({self.remedy})" if self.remedy else text


class VocabularyError(TechpolError):
    """The vocabulary of entity and relation types is broken."""


class SeedError(TechpolError):
    """A line of a data file (catalogue, cues, qualifiers) is broken."""


class ArticleError(TechpolError):
    """An article cannot be read."""


class TripleError(TechpolError):
    """A triple is not valid, or its evidence is not in the article."""


class ModelError(TechpolError):
    """A language model that the pipeline needs is not installed."""


class ExportError(TechpolError):
    """A target file cannot be written."""


class StoreError(TechpolError):
    """A graph store refused what it was asked."""


class StoreUnavailableError(StoreError):
    """The store does not answer for now: trying again may help."""
