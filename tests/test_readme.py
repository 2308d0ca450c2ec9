"""What the README shows is what happens. `python tests/test_readme.py` writes the present outputs into it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from techpol.graph import Neo4jStore
from techpol.graph.cli.app import COMMANDS

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SHOWN = re.compile(
    r"^```console\n(?P<console>.*?)^```$|^```python\n(?P<python>.*?)^```\n```text\n.*?^```$", re.M | re.S
)
UNSHOWN = re.compile(r"^```sh\n(.*?)^```$", re.M | re.S)
COMMAND = re.compile(r"(?:^\$ |`)techpol (\w+)", re.M)
RENEW = "README.md shows other outputs than there are: run `python tests/test_readme.py`, read what changed"


def renewed(text: str, folder: Path) -> str:
    """The README `text` with the outputs that its examples have now, run one after the other in `folder`."""

    def block(found: re.Match[str]) -> str:
        if found["python"]:
            return (
                f"```python\n{found['python']}```\n```text\n{_run([sys.executable, '-c', found['python']], folder)}```"
            )
        commands = [line for line in found["console"].splitlines() if line.startswith("$ ")]
        return "```console\n" + "".join(f"{c}\n{_run(['sh', '-c', c[2:]], folder)}" for c in commands) + "```"

    (folder / "seeds").symlink_to(ROOT / "seeds")
    return SHOWN.sub(block, text)


def _run(command: list[str], folder: Path) -> str:
    """What the command prints, messages included, in the order in which a terminal shows it."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "NO_COLOR": "1"}
    done = subprocess.run(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )
    assert done.returncode == 0, f"{command[-1]}\n{done.stdout}"
    return "\n".join(line.rstrip() for line in done.stdout.lstrip("\ufeff").splitlines()) + "\n"


@pytest.fixture(scope="module")
def text() -> str:
    return README.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("readme")


@pytest.fixture(scope="module")
def today(text: str, folder: Path) -> str:
    return renewed(text, folder)


def test_outputs_are_those_of_today(text: str, today: str) -> None:
    assert today.splitlines() == text.splitlines(), RENEW


def test_each_command_shows_something(text: str) -> None:
    assert "```text\n```" not in text
    assert not re.search(r"^\$ .*\n(?:\$ |```)", text, re.M)


@pytest.mark.usefixtures("today")
def test_commands_for_neo4j_work(text: str, folder: Path, neo4j_uri: str, neo4j_store: Neo4jStore) -> None:
    commands = [line for line in "".join(UNSHOWN.findall(text)).splitlines() if line.startswith("techpol ")]
    outputs = [_run(["sh", "-c", line.replace("bolt://localhost:7687", neo4j_uri)], folder) for line in commands]
    assert "r.article" in outputs[-1]
    assert neo4j_store.count().triples == len((folder / "triples.jsonl").read_text(encoding="utf-8").splitlines())


def test_commands_exist(text: str) -> None:
    named = {*COMMAND.findall(text), *re.findall(r"^techpol (\w+)", "".join(UNSHOWN.findall(text)), re.M)}
    assert {"build", "show"} <= named <= {command.__name__ for command in COMMANDS}


def test_make_targets_exist(text: str) -> None:
    rules = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^make (\w+)", "".join(UNSHOWN.findall(text)), re.M)
    assert {"demo", "test"} <= set(targets)
    assert not [target for target in targets if not re.search(rf"^{target}:", rules, re.M)]


def test_links_lead_somewhere(text: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    assert links and not [link for link in links if not (ROOT / link).exists()]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        README.write_text(renewed(README.read_text(encoding="utf-8"), Path(scratch)), encoding="utf-8")
