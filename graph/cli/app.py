"""The program `techpol`: its commands, put together, and what becomes of errors."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import Annotated

import typer

from ...schema import TechpolError
from . import convert, evaluating, extracting, loading, querying, seeds, showing, vocabulary
from .console import say

HELP = """News in Arabic, French and English into a graph of who stands how to whom in the politics of technology.

First steps: `techpol build articles/ --to graph.graphml`, then `techpol ties graph.graphml`, then
`techpol show graph.graphml "Emmanuel Macron" "Elon Musk"`.

A graph is a file (*.graphml, *.json, or *.jsonl with one triple a line) or the address of a Neo4j database
(neo4j://localhost). User, password and database of Neo4j come from NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE;
a password that is not set is asked for.

Results go to standard output, messages to standard error. Exit status: 0 all done; 1 done, but part of the input was
left out (listed at the end, with the reason); 2 stopped, or nothing could be done."""

app = typer.Typer(
    name="techpol",
    help=HELP,
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
# In the order in which one needs them.
COMMANDS: list[Callable[..., None]] = [
    loading.build,
    showing.ties,
    showing.show,
    querying.query,
    convert.export,
    extracting.extract,
    loading.load,
    convert.remove,
    vocabulary.schema,
    seeds.seeds,
    evaluating.evaluate,
]
for command in COMMANDS:
    app.command()(command)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"techpol {version('techpol')}")
        raise typer.Exit


@app.callback()
def _options(
    _: Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")] = (
        False
    ),
) -> None:
    """Carries the options that belong to no command."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program with `arguments` (those of the process if None); always ends by raising SystemExit."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # results are UTF-8 also where the locale is not
    try:
        app(args=None if arguments is None else list(arguments), prog_name="techpol")
    except TechpolError as error:
        say(f"techpol: {error}")
        sys.exit(2)
    except BrokenPipeError:  # the reader of our output has seen enough, as with `| head`
        _discard_output()
        sys.exit(1)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        _discard_output()
        say("techpol: standard output: cannot be written: the disk is full")
        sys.exit(2)


def _discard_output() -> None:
    """Let what is still in the buffer go nowhere: at its end Python would try again to write it, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
