"""`techpol seeds`: whether the data tables are in order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Column, Table

from ...schema import Language
from .console import many, print_table, results, say
from .options import SchemaFile, load_vocabulary

if TYPE_CHECKING:
    from ...extract.check import TableReport

_OWN = "more of them, in a table of your own."


def seeds(
    actors: Annotated[list[Path] | None, typer.Option(help=f"Actors: {_OWN}", metavar="FILE")] = None,
    kinds: Annotated[list[Path] | None, typer.Option(help=f"Kinds of actors: {_OWN}", metavar="FILE")] = None,
    cues: Annotated[list[Path] | None, typer.Option(help=f"Cues: {_OWN}", metavar="FILE")] = None,
    qualifiers: Annotated[list[Path] | None, typer.Option(help=f"Qualifiers: {_OWN}", metavar="FILE")] = None,
    lang: Annotated[
        Language | None, typer.Option(help="Language of your kinds, cues and qualifiers.", show_default=False)
    ] = None,
    schema: SchemaFile = None,
) -> None:
    """Check the data tables, those that ship and your own: how many rows, which line is broken, what is worth a look.

    Example: `techpol seeds --cues own.tsv --lang fr`

    Each line is checked for itself and against the other tables and the vocabulary. The check goes on past a broken
    table. Notes are no errors: offices that several held at once, names that two actors share. Exit status: 0 all in
    order, 1 a line is broken.
    """
    vocabulary = load_vocabulary(schema)
    # Here and not above: the language pipelines take seconds to import, which other commands need not wait for.
    from ...extract import check

    if lang is None and (kinds or cues or qualifiers):
        raise typer.BadParameter("needed to check kinds, cues and qualifiers", param_hint="--lang")
    own = [
        *(check.Table(path, "actors") for path in actors or ()),
        *(check.Table(path, "kinds", lang) for path in kinds or ()),
        *(check.Table(path, "cues", lang) for path in cues or ()),
        *(check.Table(path, "qualifiers", lang) for path in qualifiers or ()),
    ]
    reports = check.check_seeds(own, vocabulary)
    _print(reports)
    if any(report.errors for report in reports):
        raise typer.Exit(1)


def _print(reports: Sequence[TableReport]) -> None:
    table = Table("table", Column("rows", justify="right"), Column("broken", justify="right"), "notes")
    for report in reports:
        counts = (str(len(found) or "") for found in (report.errors, report.notes))
        table.add_row("/".join(report.table.path.parts[-3:]), str(report.rows), *counts)
    print_table(table)
    notes = [note for report in reports for note in report.notes]
    errors = [error for report in reports for error in report.errors]
    for line in (*(f"note: {note}" for note in notes), *map(str, errors)):
        results.out(line)
    rows = many(sum(report.rows for report in reports), "row")
    say(f"{many(len(reports), 'table')}, {rows}, {many(len(errors), 'broken line')}, {many(len(notes), 'note')}")
