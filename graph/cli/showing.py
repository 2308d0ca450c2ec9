"""`techpol show` and `techpol ties`: how two actors stand to each other, and who says so."""

from __future__ import annotations

import datetime
from typing import Annotated

import typer
from rich.text import Text

from ...schema import StoreError, Triple, Vocabulary
from ..query import Query, date_of
from ..ties import Tie, ties_of
from .console import many, results, say
from .naming import find_actor
from .options import Graph, Json, SchemaFile, load_vocabulary, open_source
from .render import claim, cue_of, print_triple, sentence


def show(
    target: Graph,
    a: Annotated[str, typer.Argument(help="An actor: a name in any language, or an id.", show_default=False)],
    b: Annotated[str, typer.Argument(help="Another one.", show_default=False)],
    schema: SchemaFile = None,
    as_json: Json = False,
) -> None:
    """Show the tie between two actors: what is said, when, by whom, and each sentence with the cue highlighted.

    Example: `techpol show graph.graphml Macron "إيلون ماسك"`
    """
    vocabulary = load_vocabulary(schema)
    with open_source(target, vocabulary) as store:
        one, other = find_actor(store, a), find_actor(store, b)
        found = store.ties(Query(between=(one.id, other.id)))
        if not found:
            raise StoreError(f"nothing is said about {one.label} and {other.label} together", file=target)
        if as_json:
            results.out(found[0].model_dump_json())
            return
        _print_head(found[0])
        for triple in sorted(found[0].triples, key=_by_date):
            print_triple(triple, vocabulary)


def ties(
    target: Graph,
    top: Annotated[int, typer.Option(min=1, help="How many.")] = 10,
    roles: Annotated[bool, typer.Option("--roles", help="Count roles too: who leads or belongs to what.")] = False,
    schema: SchemaFile = None,
    as_json: Json = False,
) -> None:
    """Show the strongest ties of a graph (most articles first), each with a sentence.

    Example: `techpol ties graph.graphml --top 5`

    Roles, which hardly change from article to article, are left out: --roles counts them too.
    """
    vocabulary = load_vocabulary(schema)
    with open_source(target, vocabulary) as store:
        counted = (triple for triple in store.triples() if roles or not _is_role(triple, vocabulary))
        found = ties_of(counted, vocabulary)
        for tie in found[:top]:
            if as_json:
                results.out(tie.model_dump_json())
                continue
            _print_head(tie)
            best = max(tie.triples, key=_telling)
            results.print("  ", claim(best, vocabulary), sep="")
            results.print("    ", sentence(best.evidence[0].quote, cue_of(best)), f" [{best.article}]", sep="")
        say(f"{min(top, len(found))} of {many(len(found), 'tie')}")


def _print_head(tie: Tie) -> None:
    """Who, how often, how (each relation with its count), friendly or hostile, from when to when."""
    articles = len({triple.article for triple in tie.triples})
    when = "" if tie.first is None else f", {tie.first}" if tie.first == tie.last else f", {tie.first} to {tie.last}"
    counts = f"  {many(tie.count, 'triple')} in {many(articles, 'article')}, polarity {tie.polarity:+d}{when}"
    results.print(Text.assemble((f"{tie.a.label} – {tie.b.label}", "bold underline"), counts))
    kinds = [f"{name} {count}" for name, count in tie.by_relation.items()]
    statuses = [f"{name} {count}" for name, count in tie.by_status.items()]
    results.print(f"  {', '.join(kinds)}; {', '.join(statuses)}")


def _is_role(triple: Triple, vocabulary: Vocabulary) -> bool:
    return vocabulary.relations[triple.relation].family == "role"


def _by_date(triple: Triple) -> tuple[datetime.date, str]:
    return date_of(triple) or datetime.date.max, triple.id


def _telling(triple: Triple) -> tuple[bool, float, str]:
    """A claim says more than a denial or a rumour, a confident one more than a doubtful one."""
    return triple.status == "asserted", triple.confidence, triple.id
