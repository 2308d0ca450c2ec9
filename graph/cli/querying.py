"""`techpol query`: which triples are there."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Annotated, Any

import typer
from pydantic import ValidationError
from rich.table import Table

from ...schema import Status, StoreError, Vocabulary
from ...schema.triple import describe
from ..neo4j_store import Neo4jStore
from ..query import Query
from ..store import Store
from .console import many, print_table, results, say
from .naming import find_actor
from .options import Graph, Json, SchemaFile, load_vocabulary, open_source
from .render import print_triple


def query(
    target: Graph,
    cypher: Annotated[str | None, typer.Argument(help="A Cypher query; needs a Neo4j database.")] = None,
    between: Annotated[
        tuple[str, str] | None, typer.Option(help="Two actors: names in any language, or ids.", metavar="A B")
    ] = None,
    actor: Annotated[str | None, typer.Option(help="One actor, at either end.", metavar="NAME")] = None,
    relation: Annotated[str | None, typer.Option(help="Relation type, such as CRITICIZES.", metavar="R")] = None,
    since: Annotated[str | None, typer.Option(help="First date: 2024, 2024-12 or 2024-12-07.", metavar="DATE")] = None,
    until: Annotated[str | None, typer.Option(help="Last date.", metavar="DATE")] = None,
    status: Annotated[Status | None, typer.Option(help="How the claim is made.")] = None,
    schema: SchemaFile = None,
    as_json: Json = False,
) -> None:
    """Find triples in a graph, with their sentences.

    Example: `techpol query graph.graphml --between Macron "إيلون ماسك" --since 2024`

    Example: `techpol query neo4j://localhost "MATCH (a:Actor)-[r:CRITICIZES]->(b) RETURN a.label, b.label"`

    With `--json` one triple (or row) a line.
    """
    vocabulary = load_vocabulary(schema)
    with open_source(target, vocabulary) as store:
        if cypher is not None:
            if any(option is not None for option in (between, actor, relation, since, until, status)):
                raise StoreError("Cypher and options at once", remedy="put the condition into the Cypher query")
            _print_rows(_run(store, cypher), as_json)
            return
        ends = None if between is None else (find_actor(store, between[0]).id, find_actor(store, between[1]).id)
        one = None if actor is None else find_actor(store, actor).id
        asked = _query(between=ends, actor=one, relation=relation, since=since, until=until, status=status)
        _print_triples(store, asked, vocabulary, as_json)


def _query(**fields: Any) -> Query:
    try:
        return Query(**fields)
    except ValidationError as error:
        raise StoreError(f"cannot ask for that: {describe(error)}") from error


def _run(store: Store, cypher: str) -> list[dict[str, Any]]:
    if not isinstance(store, Neo4jStore):
        remedy = "load the graph into one, or ask with --between, --actor, --relation, --since, --until, --status"
        raise StoreError("Cypher needs a Neo4j database, neo4j://HOST", remedy=remedy)
    return store.run(cypher)


def _print_triples(store: Store, asked: Query, vocabulary: Vocabulary, as_json: bool) -> None:
    found = 0
    for triple in store.triples(asked):
        found += 1
        if as_json:
            results.out(triple.to_json())
        else:
            print_triple(triple, vocabulary)
    say(many(found, "triple"))


def _print_rows(rows: Iterable[dict[str, Any]], as_json: bool) -> None:
    table: Table | None = None
    for row in rows:
        if as_json:
            results.out(json.dumps(row, ensure_ascii=False, default=str))
            continue
        table = table or Table(*row)
        table.add_row(*(value if isinstance(value, str) else str(value) for value in row.values()))
    if table:
        print_table(table)
    elif not as_json:
        say("no rows")
