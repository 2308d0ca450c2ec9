"""Rules of the house that no other tool checks."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HOUSE = ("schema", "extract", "graph", "seeds", "tests", "notebooks")
TEXT = {".py", ".yaml", ".tsv", ".txt", ".json", ".jsonl", ".md", ".toml", ".lock", ".ipynb", ".java", ".xml", ""}
FORBIDDEN = {
    r"(?<![\w./:])/(?:work|home|root|opt|Users)/\w": "the path of one machine, which nobody else has",
    r"\bpypi\.org|pythonhosted|--(?:extra-)?index-url": "a package registry: pip is configured by who installs",
    r"\b(?:TODO|FIXME|XXX)\b": "unfinished work belongs into an issue",
    r"^(?:<{7}|>{7}) ": "a merge conflict",
}


def project_files() -> list[Path]:
    inside = [file for folder in HOUSE for file in (ROOT / folder).rglob("*")]
    outside = [*ROOT.glob("*"), *(ROOT / ".ci").glob("*")]
    return [
        file
        for file in (*inside, *outside)
        if file.is_file() and file.suffix in TEXT and not {"__pycache__", ".ipynb_checkpoints"} & set(file.parts)
    ]


@pytest.mark.parametrize("pattern", FORBIDDEN)
def test_words_that_do_not_belong_here(pattern: str) -> None:
    found = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for file in project_files()
        if file != Path(__file__)
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(pattern, line)
    ]
    assert not found, FORBIDDEN[pattern]


def test_the_search_for_words_finds_them() -> None:
    files = {file.relative_to(ROOT).as_posix() for file in project_files()}
    assert {"Makefile", "pyproject.toml", "schema/relations.yaml", "tests/test_house.py", ".ci/run"} <= files


def test_data_flows_one_way() -> None:
    """The contracts of import-linter: schema knows nothing of the others, extract nothing of graph."""
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_house_does_not_shadow_itself() -> None:
    """From the project's root, folders could be imported as `schema`, a second copy of `techpol.schema`."""
    assert not {"schema", "extract", "graph", "seeds"} & set(sys.modules)
