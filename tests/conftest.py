"""Stores to test: in memory, and in a real Neo4j."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator

import pytest
from neo4j_server.server import neo4j_server

from techpol.graph import MemoryStore, Neo4jStore, Store
from techpol.schema import Vocabulary


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return Vocabulary.default()


@pytest.fixture(scope="session")
def neo4j_uri(vocabulary: Vocabulary) -> Iterator[str]:
    """Address of a Neo4j that belongs to the tests. Tests fail, and say why, where there is none."""
    given = os.environ.get("NEO4J_URI")
    with contextlib.nullcontext(given) if given else neo4j_server() as uri:
        if given:
            with _connect(given, vocabulary) as store:
                empty = not store.run("MATCH (n) RETURN n LIMIT 1")
                assert empty, f"the database at {given} is not empty, and the tests would delete what is in it"
        yield uri


@pytest.fixture
def neo4j_store(neo4j_uri: str, vocabulary: Vocabulary) -> Iterator[Neo4jStore]:
    """An empty Neo4j store."""
    with _connect(neo4j_uri, vocabulary) as store:
        clear(store)
        yield store
        clear(store)


@pytest.fixture(params=["memory", "neo4j"])
def store(request: pytest.FixtureRequest, vocabulary: Vocabulary) -> Store:
    """An empty store of each kind."""
    return MemoryStore(vocabulary) if request.param == "memory" else request.getfixturevalue("neo4j_store")


def clear(store: Store) -> None:
    """Take everything out, whatever state a failed test left."""
    for article in {triple.article for triple in store.triples()}:
        store.remove_article(article)
    assert store.count().actors == store.count().articles == 0


def _connect(uri: str, vocabulary: Vocabulary) -> Neo4jStore:
    return Neo4jStore(uri, vocabulary, os.environ.get("NEO4J_USER"), os.environ.get("NEO4J_PASSWORD"))
