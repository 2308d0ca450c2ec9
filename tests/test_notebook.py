"""The notebook runs, and what it shows is what is committed."""

from __future__ import annotations

import itertools
import os
import re
import sys
from pathlib import Path

import nbformat
import networkx as nx
import pytest

from techpol.graph import Neo4jStore

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "notebooks"))
from execute import NOTEBOOK, PICTURE, execute  # noqa: E402

RENEW = "the notebook shows other results than are committed: run `python notebooks/execute.py`, read what changed"
Notebook = nbformat.NotebookNode


@pytest.fixture(scope="module")
def committed() -> Notebook:
    return nbformat.read(NOTEBOOK, as_version=4)


def texts(notebook: Notebook) -> list[tuple[str, list[str]]]:
    """Each code cell with the text of its outputs; pictures depend on fonts, warnings on the machine."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return [(cell.source, [text for output in cell.outputs if (text := _text(output))]) for cell in cells]


def _text(output: Notebook) -> str:
    if output.output_type == "stream":
        return str(output.text) if output.name == "stdout" else ""
    return str(output.get("data", {}).get("text/plain", ""))


def shown(notebook: Notebook, word: str) -> str:
    """What the one cell with `word` in its code prints."""
    (found,) = ["".join(outputs) for source, outputs in texts(notebook) if word in source]
    return found


def test_shows_what_is_committed(
    committed: Notebook, neo4j_uri: str, neo4j_store: Neo4jStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", neo4j_uri)
    fresh = execute(tmp_path)
    assert texts(fresh) == texts(committed), RENEW
    assert (tmp_path / PICTURE).stat().st_size > 0
    held = neo4j_store.count()
    assert f"MultiDiGraph with {held.actors} nodes and {held.triples} edges" in shown(fresh, "write_graphml(")
    assert nx.read_graphml(tmp_path / "graph.graphml").number_of_edges() == held.triples > 0


def test_goes_on_without_a_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEO4J_URI", raising=False)
    fresh = execute(tmp_path)
    assert "docker run" in shown(fresh, "MATCH ")
    assert (tmp_path / "graph.graphml").exists()


def test_each_cell_shows_something(committed: Notebook) -> None:
    """A question of the notebook that finds nothing teaches nothing."""
    assert not [source for source, outputs in texts(committed) if not "".join(outputs).strip()]


def test_cypher_finds_rows(committed: Notebook) -> None:
    rows = shown(committed, "MATCH ").splitlines()
    assert rows and all(re.fullmatch(r".+ \| [A-Z_]+ \| .+ \| \d{4}-\d\d-\d\d \| .+", row) for row in rows)


def test_each_cell_is_explained(committed: Notebook) -> None:
    kinds = [cell.cell_type for cell in committed.cells]
    assert all(before == "markdown" for before, kind in itertools.pairwise(kinds) if kind == "code")


def test_committed_file_is_clean(committed: Notebook) -> None:
    """Small, without warnings, and without paths of whoever ran it."""
    raw = NOTEBOOK.read_text(encoding="utf-8")
    assert len(raw) < 300_000
    outputs = [output for cell in committed.cells if cell.cell_type == "code" for output in cell.outputs]
    assert not [output for output in outputs if output.get("name") == "stderr"]
    assert os.fspath(ROOT) not in raw and os.fspath(Path.home()) + "/" not in raw
    assert [cell.execution_count for cell in committed.cells if cell.cell_type == "code"] == list(
        range(1, 1 + sum(cell.cell_type == "code" for cell in committed.cells))
    )
