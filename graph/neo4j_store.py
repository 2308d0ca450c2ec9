"""The store in a Neo4j database, over Bolt."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterable, Iterator, Mapping
from types import TracebackType
from typing import Any, Self

import neo4j

from ..schema import Actor, StoreError, Triple, Vocabulary
from . import cypher
from .actors import name_key, preferred
from .bolt import explained, rows
from .neo4j_writer import Writer
from .properties import actor_of, triple_of
from .query import EVERYTHING, Query
from .store import Counts
from .ties import Tie, ties_of

BATCH = 1000
"""Triples written in one transaction."""


class Neo4jStore:
    """A `Store` in the database at `uri`; how the graph looks there, `cypher` says.

    Raises StoreUnavailableError if nothing answers, StoreError if user or password are wrong.
    """

    def __init__(
        self,
        uri: str,
        vocabulary: Vocabulary,
        user: str | None = None,
        password: str | None = None,
        database: str | None = None,
    ) -> None:
        self.vocabulary = vocabulary
        self._uri, self._database = uri, database
        self._prepared = False
        auth = (user or "neo4j", password) if password is not None else None
        silent = neo4j.NotificationMinimumSeverity.OFF  # an empty database is nothing to be warned of
        with explained(uri), _address_checked(uri):
            self._driver = neo4j.GraphDatabase.driver(uri, auth=auth, notifications_min_severity=silent)
        try:
            with _address_checked(uri), self._session() as session:
                session.run("RETURN 1").consume()  # not in a managed transaction, which would try for half a minute
        except StoreError:
            self.close()
            raise

    def add(self, triples: Iterable[Triple]) -> int:
        """Add triples in batches, each in a transaction that is retried; returns how many were new. See `Store.add`."""
        self._prepare()
        source, added = iter(triples), 0
        with self._session() as session:
            while batch := list(itertools.islice(source, BATCH)):
                added += session.execute_write(self._add, self._distinct(batch))
        return added

    def remove_article(self, article: str) -> int:
        """Take out what `article` claims; returns how many triples went. See `Store.remove_article`."""
        with self._session() as session:
            return session.execute_write(lambda tx: Writer(tx, self.vocabulary).remove(article))

    def triples(self, query: Query = EVERYTHING) -> Iterator[Triple]:
        """The triples that `query` asks for, sorted by id, as the database sends them. See `Store.triples`."""
        return self._stream(query, *cypher.select(query, self.vocabulary))

    def ties(self, query: Query = EVERYTHING) -> list[Tie]:
        """What the triples that `query` asks for add up to, strongest tie first. See `Store.ties`."""
        return ties_of(self.triples(query), self.vocabulary)

    def find_actors(self, name: str) -> list[Actor]:
        """Actors of that name. See `Store.find_actors`."""
        found = (row["node"] for row in self.run(cypher.FIND_ACTORS, {"name": name_key(name)}))
        return [actor_of(node["id"], node) for node in found]

    def count(self) -> Counts:
        """How many actors, triples and articles the store holds."""
        return Counts(**self.run(cypher.COUNT)[0])

    def run(self, statement: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows that a Cypher statement of the user's returns; nodes and relationships as their properties.

        Raises StoreError if Neo4j does not understand it, or if it would write: it runs in read-only mode.
        """
        with self._session() as session:
            return session.execute_read(lambda tx: rows(tx, statement, parameters))

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _prepare(self) -> None:
        """Create the constraints, when first something is written: who only reads may lack the right."""
        if not self._prepared:
            with self._session() as session:
                session.execute_write(lambda tx: [rows(tx, text) for text in cypher.constraints(self.vocabulary)])
            self._prepared = True

    def _add(self, tx: neo4j.ManagedTransaction, triples: list[Triple]) -> int:
        return Writer(tx, self.vocabulary).add(triples)

    def _distinct(self, batch: list[Triple]) -> list[Triple]:
        best: dict[str, Triple] = {}
        for triple in batch:
            self.vocabulary.check(triple)
            best[triple.id] = preferred(best.get(triple.id, triple), triple)
        return list(best.values())

    def _stream(self, query: Query, statement: str, parameters: dict[str, Any]) -> Iterator[Triple]:
        with self._session(neo4j.READ_ACCESS) as session:
            for record in session.run(statement, parameters):
                triple = triple_of(record, self.vocabulary)
                if query.matches(triple):
                    yield triple

    @contextlib.contextmanager
    def _session(self, access: str = neo4j.WRITE_ACCESS) -> Iterator[neo4j.Session]:
        with explained(self._uri), self._driver.session(database=self._database, default_access_mode=access) as session:
            yield session


@contextlib.contextmanager
def _address_checked(uri: str) -> Iterator[None]:
    try:
        yield
    except ValueError as error:
        raise StoreError(f"'{uri}' is not an address: {error}", remedy="such as bolt://localhost:7687") from error
