"""The program itself, its help, and `techpol schema`."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import jsonschema
import pytest

from techpol.graph.cli.app import app
from techpol.schema import Vocabulary

from .cli_runner import AIM, TRIPLES, Cli, triples_file

COMMANDS = [command.callback.__name__ for command in app.registered_commands if command.callback]

OWN = """\
relations:
  FOLLOWS:
    family: contact
    definition: "Reads what the other publishes."
    labels: {en: "follows", fr: "suit", ar: "يتابع"}
    symmetric: false
    polarity: 0
    subject: [PERSON]
    object: [PERSON]
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    file = tmp_path / "own.yaml"
    file.write_text(OWN, encoding="utf-8")
    return file


def test_version(cli: Cli) -> None:
    assert cli("--version") == (0, f"techpol {version('techpol')}\n", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_teaches_with_an_example(cli: Cli, command: str) -> None:
    ran = cli(command, "--help")
    assert ran.code == 0
    assert f"Example: techpol {command} " in " ".join(ran.out.split())
    assert "password" not in ran.out.casefold()


def test_the_help_lists_every_command(cli: Cli) -> None:
    ran = cli("--help")
    assert [name for name in COMMANDS if f"│ {name} " not in ran.out] == []
    assert cli().code == 2


@pytest.mark.parametrize(
    "arguments", [["gather"], ["load", "--password", "x"], ["load"], ["ties", "g.json", "--top", "0"]]
)
def test_wrong_usage(cli: Cli, arguments: list[str]) -> None:
    ran = cli(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "Usage: techpol" in ran.err


@pytest.mark.parametrize(
    ("redirection", "code", "message"),
    [("| head -1", 1, ""), ("> /dev/full", 2, "techpol: standard output: cannot be written: the disk is full\n")],
)
def test_output_that_goes_nowhere(tmp_path: Path, redirection: str, code: int, message: str) -> None:
    """A reader who has seen enough is no error to tell of; a full disk is."""
    many = [AIM.model_copy(update={"article": f"article-{number}"}) for number in range(1000)]
    techpol, file = Path(sys.executable).with_name("techpol"), triples_file(tmp_path, *many)
    script = f"'{techpol}' query '{file}' --json {redirection}; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (code, message)


def test_schema_for_people(cli: Cli, own: Path) -> None:
    ran = cli("schema", "--schema", own)
    for name in (*Vocabulary.default().relations, *Vocabulary.default().entities, "FOLLOWS"):
        assert f" {name} " in ran.out
    assert "− STRAINED_RELATIONSHIP" in ran.out
    for words in ("علاقة متوترة مع", "en froid avec", "strained relationship with"):
        assert words in ran.out


def test_schema_for_machines_describes_a_line(cli: Cli, own: Path) -> None:
    validator = jsonschema.Draft202012Validator(json.loads(cli("schema", "--json", "--schema", own).out))
    for triple in TRIPLES:
        line = json.loads(triple.to_json())
        validator.validate(line)
        validator.validate({name: value for name, value in line.items() if name != "id"})
        assert list(validator.iter_errors(line | {"relation": "ADMIRES"}))
        assert list(validator.iter_errors(line | {"evidence": []}))
        assert list(validator.iter_errors(line | {"subject": line["subject"] | {"type": "GHOST"}}))
        assert list(validator.iter_errors(line | {"mood": "grim"}))
    validator.validate(json.loads(AIM.to_json()) | {"relation": "FOLLOWS"})


def test_a_broken_schema_names_the_line(cli: Cli, own: Path) -> None:
    own.write_text(OWN.replace("PERSON", "GHOST"), encoding="utf-8")
    ran = cli("schema", "--schema", own)
    assert ran.code == 2
    assert ran.err == f"techpol: {own}:8: FOLLOWS: unknown entity type GHOST\n"
