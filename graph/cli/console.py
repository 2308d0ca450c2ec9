"""What the user sees: results on standard output, everything else on standard error."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from ...schema import TechpolError

FILE_WIDTH = 160
"""Columns of a table that does not go to a terminal."""

results = Console(highlight=False, soft_wrap=True, emoji=False, markup=False)
messages = Console(stderr=True, highlight=False, soft_wrap=True, emoji=False, markup=False)


def many(number: int, noun: str) -> str:
    """A number of things: `1 triple`, `2 triples`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def say(message: str) -> None:
    """Tell the user something that is not a result."""
    messages.print(message)


def print_table(table: Table) -> None:
    """Print a table as a result: as wide as the terminal, or wide enough for a file."""
    console = results if results.is_terminal else Console(width=FILE_WIDTH, emoji=False, markup=False)
    console.print(table, soft_wrap=False)


class LeftOut:
    """Counts what was `done`, and keeps the errors about what could not be."""

    def __init__(self) -> None:
        self.done = 0
        self.errors: list[TechpolError] = []

    def __call__(self, error: TechpolError) -> None:
        """Leave something out, because of `error`."""
        self.errors.append(error)

    def list_all(self) -> None:
        """Tell the user what was left out, and why."""
        if self.errors:
            say(f"left out, {len(self.errors)} in all:")
        for error in self.errors:
            say(f"  {error}")


@contextlib.contextmanager
def batch() -> Iterator[LeftOut]:
    """Work that goes on past bad input, and at its end, also if it is cut short, lists what was left out.

    Ends the program with status 1 if something was left out, 2 if everything was.
    """
    left_out = LeftOut()
    try:
        yield left_out
    finally:
        left_out.list_all()
    if left_out.errors:
        raise typer.Exit(1 if left_out.done else 2)


class Meter:
    """Shows on a terminal how far long work has come, and how fast."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task = progress.add_task("", total=None, triples=0, rate=0.0)
        self._triples = 0

    def step(self, triples: int) -> None:
        """One more article is done; it had so many `triples`."""
        self._triples += triples
        task = self._progress.tasks[0]
        rate = (task.completed + 1) / max(task.elapsed or 0, 1e-9)
        self._progress.update(self._task, advance=1, triples=self._triples, rate=rate)


@contextlib.contextmanager
def meter(disable: bool = False) -> Iterator[Meter]:
    """A meter on standard error; silent where that is no terminal."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed:.0f} articles, {task.fields[triples]} triples, {task.fields[rate]:.1f} articles/s"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=messages, transient=True, disable=disable or not messages.is_terminal) as progress:
        yield Meter(progress)
