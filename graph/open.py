"""Stores by name: a file, or the address of a database."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from ..schema import ExportError, StoreError, Vocabulary, read_triples
from .export import read_json, write_json, write_jsonl
from .graphml import read_graphml, write_graphml
from .memory import MemoryStore
from .neo4j_store import Neo4jStore
from .store import Store

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


def open_store(target: str, vocabulary: Vocabulary) -> Store:
    """The store that `target` names: the address of a Neo4j database, or a file (empty if there is none yet).

    User, password and database of Neo4j come from NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE. A file is read into
    memory: `save` writes it back. Raises StoreError if `target` is neither or cannot be read, TripleError if a triple
    in the file is broken, StoreUnavailableError if the database does not answer.
    """
    if "://" in target:
        return _open_database(target, vocabulary)
    path = Path(target)
    if path.suffix.lower() not in _READERS:
        raise StoreError(f"no graph store is called '{target}'", remedy=f"{_known_suffixes()}, or {_known_schemes()}")
    return _READERS[path.suffix.lower()](path, vocabulary) if path.exists() else MemoryStore(vocabulary)


def save(store: Store, path: Path) -> None:
    """Write what `store` holds to `path`, in the format of its suffix.

    Raises ExportError if the suffix is unknown or the file cannot be written; the file that was there is untouched.
    """
    match path.suffix.lower():
        case ".graphml":
            write_graphml(path, store)
        case ".json":
            write_json(path, store)
        case ".jsonl":
            write_jsonl(path, store)
        case suffix:
            raise ExportError(f"unknown format '{suffix}'", file=path, remedy=_known_suffixes())


def _open_database(uri: str, vocabulary: Vocabulary) -> Neo4jStore:
    if urlsplit(uri).scheme not in SCHEMES:
        raise StoreError(f"'{uri}' is not the address of a graph database", remedy=_known_schemes())
    user, password, database = (os.environ.get(f"NEO4J_{name}") for name in ("USER", "PASSWORD", "DATABASE"))
    return Neo4jStore(uri, vocabulary, user, password, database)


def _read_jsonl(path: Path, vocabulary: Vocabulary) -> MemoryStore:
    store = MemoryStore(vocabulary)
    store.add(read_triples(path, vocabulary))
    return store


def _known_suffixes() -> str:
    return f"a file ends in {', '.join(_READERS)}"


def _known_schemes() -> str:
    return f"an address begins with {', '.join(f'{scheme}://' for scheme in SCHEMES)}"


_READERS: dict[str, Callable[[Path, Vocabulary], MemoryStore]] = {
    ".graphml": read_graphml,
    ".json": read_json,
    ".jsonl": _read_jsonl,
}
