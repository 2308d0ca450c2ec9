"""Files: JSON and JSON lines come back as they were, CSV opens safely in a spreadsheet, a failure costs nothing."""

from __future__ import annotations

import csv
import json
import os
import resource
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import VOCABULARY, triples
from strategies import make_triple as t

from techpol.graph import MemoryStore, Neo4jStore, atomic_write, open_store, save, write_csv
from techpol.schema import Actor, Amount, ExportError, StoreError, Triple, TripleError

SUFFIXES = (".graphml", ".json", ".jsonl")
CLAIM = t("macron", "CRITICIZES", "elon-musk")


def store_of(*claims: Triple) -> MemoryStore:
    store = MemoryStore(VOCABULARY)
    store.add(claims)
    return store


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("export")


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(deadline=None, max_examples=50)
@given(found=st.lists(triples(), max_size=6))
def test_what_is_saved_is_opened_again(folder: Path, suffix: str, found: list[Triple]) -> None:
    store, path = store_of(*found), folder / f"graph{suffix}"
    save(store, path)
    again = open_store(str(path), VOCABULARY)
    assert list(again.triples()) == list(store.triples())
    assert again.count() == store.count()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_both_stores_save_the_same_file(tmp_path: Path, neo4j_store: Neo4jStore, suffix: str) -> None:
    claims = [CLAIM, t("macron", "MEETS", "starmer", "a2", amount=Amount(value=1.5, currency="EUR"))]
    neo4j_store.add(claims)
    for name, store in (("neo4j", neo4j_store), ("memory", store_of(*claims))):
        save(store, tmp_path / f"{name}{suffix}")
    assert (tmp_path / f"neo4j{suffix}").read_bytes() == (tmp_path / f"memory{suffix}").read_bytes()


def test_networkx_reads_the_json(tmp_path: Path) -> None:
    save(store_of(CLAIM), tmp_path / "graph.json")
    graph = nx.node_link_graph(json.loads((tmp_path / "graph.json").read_text("utf-8")), edges="edges")
    assert graph.nodes["elon-musk"]["label"] == "Elon Musk"
    assert list(MemoryStore.from_graph(graph, VOCABULARY).triples()) == [CLAIM]


@pytest.mark.parametrize(
    ("name", "content", "error", "message"),
    [
        ("x.json", '{\n"edges": [', StoreError, r"x\.json:2: not whole JSON"),
        ("x.json", "[]", StoreError, r"x\.json:1: not a node-link graph"),
        ("x.json", b"\xff", StoreError, r"x\.json: not UTF-8"),
        ("x.json", '{"edges": [{"source": "a"}]}', TripleError, r"x\.json: edge 1: .*`triple`"),
        ("x.jsonl", "\n{}", TripleError, r"x\.jsonl:2: "),
    ],
)
def test_a_broken_file_is_named(
    tmp_path: Path, name: str, content: str | bytes, error: type[Exception], message: str
) -> None:
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(error, match=message):
        open_store(str(tmp_path / name), VOCABULARY)


def test_a_file_that_is_not_there_yet_is_an_empty_store(tmp_path: Path) -> None:
    assert open_store(str(tmp_path / "new.GraphML"), VOCABULARY).count().triples == 0


@pytest.mark.parametrize("target", ["graph.xml", "graph", "", "http://localhost:7474", "boltx://h"])
def test_an_unknown_store_is_told_the_known_ones(target: str) -> None:
    with pytest.raises(StoreError, match=r"\.graphml, \.json, \.jsonl|neo4j://, .*bolt://"):
        open_store(target, VOCABULARY)


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(StoreError, match="bolt://host:port"):
        open_store("bolt://host:port", VOCABULARY)


def test_an_unknown_format_is_told_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"unknown format '\.xlsx'.*\.graphml, \.json, \.jsonl"):
        save(store_of(CLAIM), tmp_path / "graph.xlsx")


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_csv_shows_arabic_in_excel_and_keeps_numbers(tmp_path: Path) -> None:
    musk = Actor(id="elon-musk", label="Elon Musk", type="PERSON", labels={"ar": "إيلون ماسك"}, mentions=("a", "b"))
    claim = t("macron", "CRITICIZES", musk, amount=Amount(value=109e9, currency="EUR"), time="2024-12")
    write_csv(tmp_path, store_of(claim))
    assert (tmp_path / "actors.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    actors, [row] = table(tmp_path / "actors.csv"), table(tmp_path / "triples.csv")
    assert [(actor["id"], actor["label_ar"], actor["mentions"]) for actor in actors] == [
        ("elon-musk", "إيلون ماسك", "a | b"),
        ("macron", "", ""),
    ]
    assert (float(row["amount"]), row["polarity"], row["time"]) == (109e9, "-1", "2024-12")
    assert (row["id"], row["subject"], row["object_label"]) == (claim.id, "macron", "Elon Musk")
    assert row["evidence"] == claim.evidence[0].quote


@pytest.mark.parametrize(
    ("label", "cell"),
    [
        ('=HYPERLINK("http://evil")', '\'=HYPERLINK("http://evil")'),
        ("@SUM(1)", "'@SUM(1)"),
        ("+33", "'+33"),
        ("-x", "'-x"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("it's = 1", "it's = 1"),
        ("'quoted'", "'quoted'"),
    ],
)
def test_a_cell_cannot_be_a_formula_and_can_be_restored(tmp_path: Path, label: str, cell: str) -> None:
    write_csv(tmp_path, store_of(t(Actor(id="a", label=label, type="PERSON"), "MEETS", "b")))
    assert table(tmp_path / "actors.csv")[0]["label"] == cell


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "graph.graphml"
    path.write_text("old")
    return path


@pytest.fixture
def small_files() -> Iterator[None]:
    """The system refuses files above 4 kB: what a full disk does in the middle of writing."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.fixture
def locked() -> Iterator[Path]:
    """A folder in which we may not write; root may write anywhere, so be nobody for a while."""
    user = os.geteuid()
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o555)
        if user == 0:
            os.seteuid(65534)
        yield Path(name)
        os.seteuid(user)
        Path(name).chmod(0o700)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.usefixtures("small_files")
def test_writing_that_breaks_off_leaves_the_old_file(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"graph{suffix}"
    path.write_text("old")
    with pytest.raises(ExportError, match=rf"graph\{suffix}: cannot be written: File too large .*untouched"):
        save(store_of(*(t("a", "MEETS", f"b{number}") for number in range(100))), path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_is_an_export_error_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "full.jsonl").symlink_to("/dev/full")
    with pytest.raises(ExportError, match=r"No space left on device .*make room"):
        save(store_of(CLAIM), tmp_path / "full.jsonl")
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_folder_where_one_may_not_write_is_an_export_error(locked: Path, suffix: str) -> None:
    with pytest.raises(ExportError, match=r"Permission denied .*choose a folder in which you may write"):
        save(store_of(CLAIM), locked / f"graph{suffix}")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing/graph.json", "create the folder first"),
        ("graph.graphml/graph.json", "part of the path is a file"),
        ("folder.json", "this is a folder"),
    ],
)
def test_an_impossible_place_is_an_export_error_with_a_remedy(old: Path, name: str, message: str) -> None:
    (old.parent / "folder.json").mkdir()
    with pytest.raises(ExportError, match=message):
        save(store_of(CLAIM), old.parent / name)
    assert old.read_text() == "old"


def test_rewriting_keeps_permissions_and_links(old: Path) -> None:
    old.chmod(0o640)
    link = old.with_name("link.graphml")
    link.symlink_to(old)
    save(store_of(CLAIM), link)
    assert link.is_symlink()
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert old.read_text("utf-8").startswith("<?xml")


def test_an_error_halfway_leaves_the_old_file(old: Path) -> None:
    with pytest.raises(StoreError, match="went away"), atomic_write(old) as out:
        out.write("half")
        raise StoreError("the database went away")
    assert old.read_text() == "old"
    assert list(old.parent.iterdir()) == [old]
