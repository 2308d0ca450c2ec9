"""Arguments and options that several commands share, and what they mean."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from ...schema import Language, StoreError, Vocabulary
from ..open import open_store
from ..store import Store

Articles = Annotated[
    list[str],
    typer.Argument(
        help="Text files, folders of them, JSONL files (id, text, ...), or - for standard input.",
        metavar="ARTICLES",
        show_default=False,
    ),
]
Graph = Annotated[str, typer.Argument(help="*.graphml, *.json, *.jsonl or neo4j://HOST.", show_default=False)]
To = Annotated[
    str, typer.Option("--to", "-o", help="Where to: *.graphml, *.json, *.jsonl or neo4j://HOST.", show_default=False)
]
SchemaFile = Annotated[
    Path | None, typer.Option("--schema", help="YAML with your own types, beside or instead of ours.", metavar="FILE")
]
Json = Annotated[bool, typer.Option("--json", help="For machines.")]
Lang = Annotated[
    Language | None,
    typer.Option("--lang", help="Language of the articles; else it is recognised.", show_default=False),
]


def load_vocabulary(schema: Path | None) -> Vocabulary:
    """The vocabulary that ships, with the user's own file if there is one. Raises VocabularyError."""
    default = Vocabulary.default()
    return default if schema is None else default.extended(schema)


def is_address(target: str) -> bool:
    """Whether `target` is a database rather than a file."""
    return "://" in target


def open_target(target: str, vocabulary: Vocabulary) -> Store:
    """The store to write to: a database, or a file, which may not be there yet. See `open_store` for what it raises."""
    if is_address(target) and "NEO4J_USER" in os.environ and "NEO4J_PASSWORD" not in os.environ and sys.stdin.isatty():
        os.environ["NEO4J_PASSWORD"] = getpass.getpass(f"Password of {os.environ['NEO4J_USER']} for {target}: ")
    return open_store(target, vocabulary)


def open_source(source: str, vocabulary: Vocabulary) -> Store:
    """The store to read from. Raises StoreError if there is no such file."""
    if not is_address(source) and not Path(source).exists():
        raise StoreError("there is no such graph", file=source, remedy="`techpol build` makes one from articles")
    return open_target(source, vocabulary)
