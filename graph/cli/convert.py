"""`techpol export` and `techpol remove`: from one form of the graph to another, and out of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ...schema import ExportError, StoreError
from ..export import write_csv
from ..open import save
from .console import many, say
from .options import Graph, SchemaFile, is_address, load_vocabulary, open_source, open_target


def export(
    source: Graph,
    target: Annotated[
        str, typer.Argument(help="*.graphml, *.json, *.jsonl, neo4j://HOST, or a folder for CSV.", show_default=False)
    ],
    schema: SchemaFile = None,
) -> None:
    """Write a graph in another form.

    Example: `techpol export neo4j://localhost graph.graphml`

    The form follows from the name of the target: GraphML for Gephi and yEd, JSON (node-link) for web pages, JSONL for
    programs; a name without ending is a folder, for actors.csv and triples.csv.
    """
    vocabulary = load_vocabulary(schema)
    with open_source(source, vocabulary) as store:
        if is_address(target):
            with open_target(target, vocabulary) as other:
                other.add(store.triples())
        elif Path(target).suffix and not Path(target).is_dir():
            save(store, Path(target))
        else:
            write_csv(_folder(Path(target)), store)
        say(f"{target}: {many(store.count().triples, 'triple')}")


def remove(
    target: Graph,
    article: Annotated[str, typer.Argument(help="Id of the article.", show_default=False)],
    schema: SchemaFile = None,
) -> None:
    """Take what one article claims out of a graph; what other articles claim stays.

    Example: `techpol remove graph.graphml macron-musk-fr`
    """
    with open_source(target, load_vocabulary(schema)) as store:
        gone = store.remove_article(article)
        if not gone:
            raise StoreError(f"no triple of an article '{article}' in the graph", file=target)
        if not is_address(target):
            save(store, Path(target))
        say(f"{target}: {many(gone, 'triple')} removed, {store.count().triples} left")


def _folder(path: Path) -> Path:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"cannot be made a folder: {error.strerror}", file=path) from error
    return path
