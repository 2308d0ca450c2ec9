"""Execute the notebook and save it with its outputs: `python notebooks/execute.py`.

Uses the Neo4j at NEO4J_URI (an empty one: the notebook writes into it), else starts the one of the tests.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).resolve().parent
NOTEBOOK = HERE / "01_from_articles_to_graph.ipynb"
PICTURE = "network.png"


def execute(folder: Path) -> nbformat.NotebookNode:
    """The notebook, freshly executed; the files that it makes go to `folder`. Raises CellExecutionError."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    resources = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, kernel_name="python3", timeout=300, record_timing=False, resources=resources).execute()
    notebook.metadata.pop("language_info", None)  # the version of Python, which differs from machine to machine
    return notebook


def main() -> None:
    """Execute, save, and keep the picture beside the notebook."""
    sys.path.insert(0, str(HERE.parent / "tests"))
    from neo4j_server.server import neo4j_server

    given = os.environ.get("NEO4J_URI")
    with contextlib.nullcontext(given) if given else neo4j_server() as uri, tempfile.TemporaryDirectory() as folder:
        os.environ["NEO4J_URI"] = uri
        nbformat.write(execute(Path(folder)), NOTEBOOK)
        shutil.copy(Path(folder) / PICTURE, HERE)


if __name__ == "__main__":
    main()
