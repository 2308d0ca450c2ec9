"""`techpol evaluate`: how good triples are."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.table import Table

from ...schema import ArticleError, Triple, Vocabulary, read_triples
from ..evaluate import ArticleScore, Summary, by_relation, group, read_gold, score_article, summarize
from .console import batch, print_table, results, say
from .options import Json, SchemaFile, load_vocabulary

By = Literal["lang", "article", "relation"]


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder of gold, one JSON file an article.", show_default=False)],
    triples: Annotated[Path, typer.Argument(help="Triples file to judge.", show_default=False)],
    by: Annotated[By | None, typer.Option(help="Also count by this.")] = None,
    texts: Annotated[
        Path | None, typer.Option(help="Folder of the texts, ID.txt, to see if quotes are in them.", metavar="DIR")
    ] = None,
    errors: Annotated[int, typer.Option(min=0, help="Show so many missed and wrong triples an article.")] = 0,
    schema: SchemaFile = None,
    as_json: Json = False,
) -> None:
    """Compare triples with gold: precision (P), recall (R) and F1 at three levels.

    Example: `techpol evaluate gold/ triples.jsonl --by lang --texts articles/`

    strict: relation, actors and direction agree. family: any relation of the same family and sign will do. pair: the
    two are related at all. status, time: share of strict matches with equal status, and with agreeing time where
    gold has one. grounded: share of triples with a quote that is in the text.
    """
    vocabulary = load_vocabulary(schema)
    with batch() as left_out:
        found: defaultdict[str, list[Triple]] = defaultdict(list)
        for triple in read_triples(triples, vocabulary, left_out):
            found[triple.article].append(triple)
            left_out.done += 1
        scores = _score(gold, found, texts, vocabulary)
        _report(scores, by, as_json)
        if errors:
            _list_errors(scores, errors)


def _score(
    gold: Path, found: dict[str, list[Triple]], texts: Path | None, vocabulary: Vocabulary
) -> list[ArticleScore]:
    articles = read_gold(gold, vocabulary)
    if strangers := sorted(set(found) - set(articles)):
        say(f"not in gold, ignored: {', '.join(strangers)}")
    return [
        score_article(article, found.get(key, []), vocabulary, _read_text(texts, key))
        for key, article in articles.items()
    ]


def _read_text(folder: Path | None, article: str) -> str | None:
    file = folder / f"{article}.txt" if folder else None
    if file is None or not file.exists():
        return None
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ArticleError(f"cannot be read: {error}", file=file) from error


def _report(scores: list[ArticleScore], by: By | None, as_json: bool) -> None:
    rows = {"all": summarize(scores)}
    if by == "lang":
        rows |= group(scores, lambda score: score.lang)
    elif by == "article":
        rows |= group(scores, lambda score: score.article)
    relations = by_relation(scores) if by == "relation" else {}
    if as_json:
        report: dict[str, object] = {name: summary.to_dict() for name, summary in rows.items()}
        if by == "relation":
            report["relations"] = {name: asdict(counts) for name, counts in relations.items()}
        results.out(json.dumps(report, ensure_ascii=False, indent=1))
        return
    print_table(_table(rows))
    if by == "relation":
        table = Table("relation", "found", "missed", "wrong")
        for name, counts in relations.items():
            table.add_row(name, str(counts.found), str(counts.missed), str(counts.wrong))
        print_table(table)


def _table(rows: dict[str, Summary]) -> Table:
    levels = next(iter(rows.values())).levels
    shares = ("status", "time", "grounded")
    table = Table("", *(f"{level}\nP    R    F1" for level in levels), *shares, "core", "predicted")
    for name, summary in rows.items():
        cells = [f"{c.precision:.2f} {c.recall:.2f} {c.f1:.2f}" for c in summary.levels.values()]
        values = [getattr(summary, share) for share in shares]
        strict = summary.levels["strict"]
        table.add_row(
            name,
            *cells,
            *("" if value is None else f"{value:.2f}" for value in values),
            str(strict.core),
            str(strict.predicted),
        )
    return table


def _list_errors(scores: list[ArticleScore], most: int) -> None:
    """On standard error, for with --json standard output is for machines."""
    for score in scores:
        match = score.levels["strict"]
        say(score.article)
        for kind, keys in (("missed", match.missed), ("wrong ", match.wrong)):
            for key in sorted(keys)[:most]:
                say(f"  {kind} {' '.join(key)}")
