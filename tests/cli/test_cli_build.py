"""`techpol build`, and `load` with the articles at hand."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from techpol.graph import Neo4jStore, open_store
from techpol.schema import Triple, Vocabulary, read_triples

from .cli_runner import ARTICLES, SAID, Cli, claims

VOCABULARY = Vocabulary.default()
TECHPOL = Path(sys.executable).with_name("techpol")

GOOD = ARTICLES["attack-en.txt"].encode()


def read(file: Path) -> list[Triple]:
    return list(read_triples(file, VOCABULARY))


def test_building_twice_changes_nothing(cli: Cli, tmp_path: Path, folder: Path) -> None:
    graph = tmp_path / "graph.graphml"
    assert cli("build", folder, "--to", graph).code == 0
    before = graph.read_bytes()
    assert cli("build", folder, "-o", graph).code == 0
    assert graph.read_bytes() == before
    assert "Macron" in cli("show", graph, "ماكرون", "Elon Musk").out


def test_an_article_that_was_corrected_is_replaced(cli: Cli, tmp_path: Path, folder: Path) -> None:
    graph = tmp_path / "graph.json"
    cli("build", folder, "--to", graph)
    text = ARTICLES["attack-en.txt"].replace("criticized", "praised")
    (folder / "attack-en.txt").write_text(text, encoding="utf-8")
    cli("build", folder / "attack-en.txt", "--to", graph)
    with open_store(str(graph), VOCABULARY) as store:
        found = claims(list(store.triples()))
    assert ("attack-en", *SAID) not in found
    assert found >= {("attack-en", "emmanuel-macron", "PRAISES", "elon-musk"), ("attack-fr", *SAID)}


def test_building_in_neo4j(cli: Cli, neo4j_uri: str, neo4j_store: Neo4jStore, folder: Path) -> None:
    assert cli("build", folder, "--to", neo4j_uri).code == 0
    before = list(neo4j_store.triples())
    assert claims(before) >= {(name.removesuffix(".txt"), *SAID) for name in ARTICLES}
    assert cli("build", folder, "--to", neo4j_uri).code == 0
    assert list(neo4j_store.triples()) == before


def test_loaded_triples_stand_the_check_against_their_articles(cli: Cli, tmp_path: Path, folder: Path) -> None:
    output, graph = tmp_path / "triples.jsonl", tmp_path / "graph.json"
    cli("extract", folder, "-o", output)
    assert cli("load", output, "--to", graph, "--articles", folder).code == 0
    (folder / "attack-fr.txt").write_text("Un mot dur\n\nRien de tel.", encoding="utf-8")
    ran = cli("load", output, "--to", graph, "--articles", folder)
    assert ran.code == 1
    assert "triples.jsonl:" in ran.err
    assert "was the article changed after extraction?" in ran.err


def test_progress_is_shown_on_a_terminal(folder: Path, tmp_path: Path) -> None:
    env = os.environ | {"FORCE_COLOR": "1", "TERM": "xterm-256color"}
    command = [str(TECHPOL), "build", str(folder), "--to", str(tmp_path / "g.json")]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    assert "articles/s" in done.stderr
    assert done.stdout == ""
