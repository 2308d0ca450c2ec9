"""`techpol load`, `export` and `remove`, on files."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import networkx as nx
import pytest

from techpol.schema import Vocabulary

from .cli_runner import AIM, ALLIES, ATTACK, HIRE, TEXTS, TRIPLES, Cli, by_id, held, triples_file

VOCABULARY = Vocabulary.default()


@pytest.mark.parametrize("name", ["graph.graphml", "graph.json", "graph.jsonl"])
def test_loading_twice_changes_nothing(tmp_path: Path, cli: Cli, name: str) -> None:
    file, target = triples_file(tmp_path, *TRIPLES), tmp_path / name
    first = cli("load", file, "--to", target)
    assert (first.code, first.out) == (0, "")
    assert "4 triples added; it holds 4 triples of 2 articles between 4 actors" in first.err
    assert held(target) == by_id(*TRIPLES)
    before = target.read_bytes()
    assert "0 triples added; it holds 4 triples" in cli("load", file, "--to", target).err
    assert target.read_bytes() == before


def test_a_broken_line_is_named_and_the_rest_is_loaded(tmp_path: Path, cli: Cli) -> None:
    unknown = json.dumps(json.loads(AIM.to_json()) | {"id": None, "relation": "ADMIRES"})
    file, target = triples_file(tmp_path, AIM, "{", ATTACK, unknown, HIRE), tmp_path / "g.graphml"
    ran = cli("load", file, "--to", target)
    assert ran.code == 1
    assert "left out, 2 in all:" in ran.err
    assert f"{file}:2: not JSON" in ran.err
    assert f"{file}:4: unknown relation ADMIRES (`techpol schema` lists them" in ran.err
    assert held(target) == by_id(AIM, ATTACK, HIRE)


def test_nothing_can_be_loaded(tmp_path: Path, cli: Cli) -> None:
    target = tmp_path / "g.graphml"
    ran = cli("load", triples_file(tmp_path, "{", "[]"), "--to", target)
    assert (ran.code, target.exists()) == (2, False)
    missing = cli("load", tmp_path / "none.jsonl", "--to", target)
    assert missing.code == 2
    assert "none.jsonl: cannot be read" in missing.err


def test_quotes_are_checked_against_the_articles(tmp_path: Path, cli: Cli, articles: Path) -> None:
    (articles / "rift-ar.txt").write_text(TEXTS["rift-ar"].replace("تعتزم", "تنوي"), encoding="utf-8")
    file, target = triples_file(tmp_path, AIM, HIRE, ATTACK), tmp_path / "g.json"
    ran = cli("load", file, "--to", target, "--articles", articles)
    assert ran.code == 1
    assert f"{file}:2: the quote 'تعتزم نكساليس تعيين ناديا.' is not at" in ran.err
    assert held(target) == by_id(AIM, ATTACK)
    alone = cli("load", file, "--to", target, "--articles", articles / "rift-en.txt")
    assert f"{file}:3: article rift-ar is not among those of --articles" in alone.err


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("graph.xlsx", "a file ends in .graphml, .json, .jsonl, or an address begins with neo4j://"),
        ("nowhere/graph.graphml", "nowhere/graph.graphml: cannot be written: No such file or directory (create the"),
        ("http://localhost", "'http://localhost' is not the address of a graph database"),
    ],
)
def test_a_target_that_cannot_be(
    tmp_path: Path, cli: Cli, target: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = cli("load", triples_file(tmp_path, AIM), "--to", target)
    assert ran.code == 2
    assert message in ran.err


@pytest.mark.parametrize("name", ["copy.graphml", "copy.json", "copy.jsonl"])
def test_exported_graphs_hold_the_same(graph: Path, cli: Cli, tmp_path: Path, name: str) -> None:
    assert cli("export", graph, tmp_path / name).code == 0
    assert held(tmp_path / name) == by_id(*TRIPLES)


def test_export_for_other_programs(graph: Path, cli: Cli, tmp_path: Path) -> None:
    assert nx.read_graphml(graph).number_of_edges() == 4
    assert cli("export", graph, tmp_path / "tables").code == 0
    with (tmp_path / "tables" / "triples.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["id"]: row["relation"] for row in rows} == {triple.id: triple.relation for triple in TRIPLES}
    assert (tmp_path / "tables" / "actors.csv").exists()


def test_export_onto_something_else_leaves_it_alone(graph: Path, cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    ran = cli("export", graph, tmp_path / "file")
    assert (ran.code, (tmp_path / "file").read_text()) == (2, "mine")
    assert "cannot be made a folder" in ran.err
    assert cli("export", graph, tmp_path / "graph.xlsx").code == 2


def test_an_article_is_taken_out(graph: Path, cli: Cli) -> None:
    ran = cli("remove", graph, "rift-ar")
    assert (ran.code, held(graph)) == (0, by_id(AIM, ALLIES))
    assert "2 triples removed, 2 left" in ran.err
    again = cli("remove", graph, "rift-ar")
    assert again.code == 2
    assert "no triple of an article 'rift-ar'" in again.err
