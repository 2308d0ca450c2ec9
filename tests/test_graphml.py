"""GraphML loses nothing, is read by others, and says what is wrong with a file that is not ours."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import VOCABULARY, triples
from strategies import make_triple as t

from techpol.graph import MemoryStore, read_graphml, write_graphml
from techpol.schema import Amount, ExportError, StoreError, TripleError

CLAIMS = [
    t("emmanuel-macron", "CRITICIZES", "elon-musk", attributed_to="لوموند", status="negated", confidence=0.75),
    t("emmanuel-macron", "CRITICIZES", "elon-musk", "a2", amount=Amount(value=109e9, currency="EUR")),
]


def store_of(claims: list) -> MemoryStore:
    store = MemoryStore(VOCABULARY)
    store.add(claims)
    return store


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("graphml") / "graph.graphml"


@settings(deadline=None)
@given(found=st.lists(triples(), max_size=8))
def test_round_trip_loses_nothing(target: Path, found: list) -> None:
    store = store_of(found)
    write_graphml(target, store)
    again = read_graphml(target, VOCABULARY)
    assert list(again.triples()) == list(store.triples())
    assert dict(again.graph.nodes(data=True)) == dict(store.graph.nodes(data=True))


@settings(deadline=None)
@given(found=st.lists(triples(), max_size=8))
def test_any_xml_parser_reads_it_and_order_does_not_matter(target: Path, found: list) -> None:
    write_graphml(target, store_of(found))
    first = target.read_bytes()
    ids = [edge.get("id") for edge in ElementTree.fromstring(first).iter("{http://graphml.graphdrawing.org/xmlns}edge")]
    assert ids == sorted({triple.id for triple in found})
    write_graphml(target, store_of(found[::-1]))
    assert target.read_bytes() == first


def test_networkx_reads_it_and_gephi_finds_its_names(target: Path) -> None:
    write_graphml(target, store_of(CLAIMS))
    graph = nx.read_graphml(target)
    assert set(graph.nodes) == {"emmanuel-macron", "elon-musk"}
    assert graph.nodes["elon-musk"]["label"] == "Elon Musk"
    denied = graph.edges["emmanuel-macron", "elon-musk", CLAIMS[0].id]
    assert (denied["label"], denied["weight"], denied["polarity"]) == ("criticizes (negated)", 0.75, 0)
    assert denied["attributed_to"] == "لوموند"
    assert graph.edges["emmanuel-macron", "elon-musk", CLAIMS[1].id]["amount"] == 109e9


def test_what_networkx_rewrites_is_still_a_store(target: Path) -> None:
    write_graphml(target, store_of(CLAIMS))
    nx.write_graphml(nx.read_graphml(target), target, named_key_ids=True)
    assert list(read_graphml(target, VOCABULARY).triples()) == sorted(CLAIMS, key=lambda triple: triple.id)


def test_attributes_of_your_own_are_written_too(target: Path) -> None:
    graph = store_of(CLAIMS).graph
    nx.set_node_attributes(graph, {"elon-musk": 0.5}, "betweenness <&>")
    nx.set_node_attributes(graph, {"elon-musk": True, "emmanuel-macron": "sì"}, "mixed")
    write_graphml(target, graph)
    node = nx.read_graphml(target).nodes["elon-musk"]
    assert (node["betweenness <&>"], node["mixed"]) == (0.5, "true")


def test_a_graph_of_somebody_else_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    target = tmp_path / "old.graphml"
    target.write_text("old")
    graph = nx.MultiDiGraph([("a", "b")])
    with pytest.raises(ExportError, match="the edge a - b carries no triple"):
        write_graphml(target, graph)
    assert target.read_text() == "old"


def lines_of(target: Path) -> list[str]:
    write_graphml(target, store_of(CLAIMS))
    return target.read_text("utf-8").splitlines(keepends=True)


def test_a_file_cut_short_names_file_and_line(target: Path) -> None:
    lines = lines_of(target)
    target.write_text("".join(lines[:-3]), "utf-8")
    with pytest.raises(StoreError, match=rf"graph\.graphml:{len(lines) - 2}: not whole XML.*cut short"):
        read_graphml(target, VOCABULARY)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", r":1: not whole XML"),
        ("<html>\n</html>", r":1: not GraphML: the root element is <html>"),
        ("<graphml>\n<graph>\n<edge source='a' target='b'/>\n</graph></graphml>", r":3: an edge without .*`triple`"),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]>\n<graphml/>", r":1: a document type declaration"),
    ],
)
def test_what_is_not_ours_is_refused_with_file_and_line(target: Path, content: str, message: str) -> None:
    target.write_text(content)
    with pytest.raises(StoreError, match=r"graph\.graphml" + message):
        read_graphml(target, VOCABULARY)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"status":"negated"', '"status":"perhaps"', "status: Input should be"),
        ('"status":"negated"', '"status":"asserted"', "is not the hash of the content"),
        ('"relation":"CRITICIZES"', '"relation":"LIKES"', "unknown relation LIKES|not the hash"),
        ('{"article":', "{article:", "not JSON"),
    ],
)
def test_a_broken_triple_names_file_and_line(target: Path, old: str, new: str, message: str) -> None:
    lines = lines_of(target)
    number = next(number for number, line in enumerate(lines, 1) if '"status":"negated"' in line)
    assert old in lines[number - 1]
    lines[number - 1] = lines[number - 1].replace(old, new)
    target.write_text("".join(lines), "utf-8")
    with pytest.raises(TripleError, match=rf"graph\.graphml:{number}: .*({message})"):
        read_graphml(target, VOCABULARY)
