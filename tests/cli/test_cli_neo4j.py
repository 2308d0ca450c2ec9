"""The commands on a real Neo4j."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from techpol.graph import Neo4jStore
from techpol.schema import Vocabulary

from .cli_runner import AIM, TRIPLES, Cli, by_id, held, triples_file

VOCABULARY = Vocabulary.default()


def test_the_whole_way_through_neo4j(neo4j_uri: str, neo4j_store: Neo4jStore, tmp_path: Path, cli: Cli) -> None:
    file, back = triples_file(tmp_path, *TRIPLES), tmp_path / "back.graphml"
    assert cli("load", file, "--to", neo4j_uri).code == 0
    assert "0 triples added; it holds 4 triples" in cli("load", file, "--to", neo4j_uri).err
    question = "MATCH (a)-[r:CRITICIZES]->(b) RETURN a.label AS who, b.label AS whom, r.time AS time ORDER BY who"
    rows = [json.loads(line) for line in cli("query", neo4j_uri, question, "--json").out.splitlines()]
    assert rows == [
        {"who": "Lina Haddad", "whom": "Omar Saïdi", "time": None},
        {"who": "Omar Saïdi", "whom": "Lina Haddad", "time": "2025-01-06"},
    ]
    assert "Omar Saïdi" in cli("query", neo4j_uri, question).out
    assert "took aim" in cli("show", neo4j_uri, "عمر السعيدي", "lina-haddad").out
    assert cli("export", neo4j_uri, back).code == 0
    assert held(back) == by_id(*TRIPLES)
    assert cli("remove", neo4j_uri, "rift-en").code == 0
    assert cli("export", back, neo4j_uri).code == 0
    assert list(neo4j_store.triples()) == by_id(*TRIPLES)


@pytest.mark.parametrize("question", ["MATCH (n RETURN n", "CREATE (n:Actor {id: 'x'})"])
def test_cypher_that_neo4j_refuses(neo4j_uri: str, neo4j_store: Neo4jStore, cli: Cli, question: str) -> None:
    ran = cli("query", neo4j_uri, question)
    assert (ran.code, ran.out) == (2, "")
    assert "Neo4j refused" in ran.err
    assert neo4j_store.count().actors == 0


def test_neo4j_that_is_down(cli: Cli, tmp_path: Path) -> None:
    file = triples_file(tmp_path, AIM)
    ran = cli("load", file, "--to", "bolt://127.0.0.1:1")
    assert ran.code == 2
    assert "Neo4j at bolt://127.0.0.1:1 does not answer" in ran.err
