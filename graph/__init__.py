"""The command line and the stores."""

from .export import read_json, write_csv, write_json, write_jsonl
from .files import atomic_write
from .graphml import read_graphml, write_graphml
from .memory import MemoryStore
from .neo4j_store import Neo4jStore
from .open import open_store, save
from .query import Query, date_of
from .store import Counts, Store
from .ties import Tie, polarity_of, ties_of

__all__ = [
    "Counts",
    "MemoryStore",
    "Neo4jStore",
    "Query",
    "Store",
    "Tie",
    "atomic_write",
    "date_of",
    "open_store",
    "polarity_of",
    "read_graphml",
    "read_json",
    "save",
    "ties_of",
    "write_csv",
    "write_graphml",
    "write_json",
    "write_jsonl",
]
