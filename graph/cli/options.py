"""Arguments and options that several commands share, and what they mean."""

from __future__ import annotations

import difflib
import getpass
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from ...schema import Actor, Language, StoreError, Vocabulary
from ..actors import name_key
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


def find_actor(store: Store, name: str) -> Actor:
    """The actor of that slug, or of that name in any language.

    Raises StoreError if there is none, or several: it names the candidates.
    """
    found = _best(store.find_actors(name), name)
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(f"{actor.id} ({actor.label}, {actor.type})" for actor in found)
        raise StoreError(f"'{name}' is the name of several: {listed}", remedy="give one of these ids instead")
    near = ", ".join(sorted(_alike(store, name))[:10])
    remedy = f"do you mean {near}?" if near else "`techpol ties` shows who is in the graph"
    raise StoreError(f"nobody in the graph is called '{name}'", remedy=remedy)


def _best(actors: list[Actor], name: str) -> list[Actor]:
    """Of those found, the one with that id, else those whose label it is, else all: others are only mentioned so."""
    key = name_key(name)
    labelled = [actor for actor in actors if key in map(name_key, (actor.label, *actor.labels.values()))]
    return [actor for actor in actors if actor.id == name] or labelled or actors


def _alike(store: Store, name: str) -> set[str]:
    """Ids of the actors that `name` may mean: its words are in one of their names, or are nearly one of its words."""
    words = [word for word in name.casefold().replace("-", " ").split() if len(word) > 2]
    actors = {actor.id: actor for triple in store.triples() for actor in (triple.subject, triple.object)}
    found = set()
    for slug, actor in actors.items():
        names = " ".join((slug.replace("-", " "), actor.label, *actor.labels.values(), *actor.mentions)).casefold()
        if any(word in names or difflib.get_close_matches(word, names.split(), n=1, cutoff=0.8) for word in words):
            found.add(slug)
    return found
