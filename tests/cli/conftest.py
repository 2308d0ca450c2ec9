"""Fixtures of the tests of the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from .cli_runner import ARTICLES, TEXTS, TRIPLES, Cli, run, triples_file


@pytest.fixture
def cli(capfd: pytest.CaptureFixture[str]) -> Cli:
    return lambda *arguments: run(capfd, *arguments)


@pytest.fixture
def graph(tmp_path: Path, cli: Cli) -> Path:
    """A GraphML file with the four triples."""
    file = tmp_path / "graph.graphml"
    assert cli("load", triples_file(tmp_path, *TRIPLES), "--to", file).code == 0
    return file


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an article in each language."""
    found = tmp_path / "articles"
    found.mkdir()
    for name, text in ARTICLES.items():
        (found / name).write_text(text, encoding="utf-8")
    return found
