"""What every graph store can do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Protocol, Self

from ..schema import Actor, Triple, Vocabulary
from ..schema.base import Record
from .query import EVERYTHING, Query
from .ties import Tie


class Counts(Record):
    """How much a store holds."""

    actors: int
    triples: int
    articles: int


class Store(Protocol):
    """A graph of triples. What it holds depends only on which triples were added and not removed, never on the order.

    Of two triples with the same id (the same claim, extracted twice) the store keeps the more confident one. To
    replace what an older extraction found, remove the article first.
    """

    @property
    def vocabulary(self) -> Vocabulary:
        """The types that the triples use."""

    def add(self, triples: Iterable[Triple]) -> int:
        """Add triples; returns how many were new.

        Raises TripleError at a triple that the vocabulary does not allow. What came before it may have been added;
        adding everything again is always safe.
        """

    def remove_article(self, article: str) -> int:
        """Take out what `article` claims, and actors left without any triple; returns how many triples went."""

    def triples(self, query: Query = EVERYTHING) -> Iterator[Triple]:
        """The triples that `query` asks for, sorted by id. Raises StoreError if its relation is unknown."""

    def ties(self, query: Query = EVERYTHING) -> list[Tie]:
        """What the triples that `query` asks for add up to, strongest tie first."""

    def find_actors(self, name: str) -> list[Actor]:
        """Actors whose slug, label or mention in any language is `name`, whatever the case; sorted by slug."""

    def count(self) -> Counts:
        """How many actors, triples and articles the store holds."""

    def close(self) -> None:
        """Give back what the store holds open."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
