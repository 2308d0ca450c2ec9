"""The graph as JSON for web pages and programs, as CSV for spreadsheets, and as triples, one a line."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

import networkx as nx

from ..schema import LANGUAGES, StoreError, TripleError, Vocabulary
from .files import atomic_write
from .memory import Graph, MemoryStore, graph_of
from .properties import triple_of
from .store import Store

_ACTOR_COLUMNS = ("id", "label", "type", "wikidata", *(f"label_{code}" for code in LANGUAGES), "mentions")
_TRIPLE_COLUMNS = (
    "id", "subject", "subject_label", "relation", "object", "object_label", "status", "time", "attributed_to", "amount",
    "currency", "polarity", "confidence", "evidence", "article", "title", "outlet", "url", "published", "lang",
    "explanation",
)  # fmt: skip
_FORMULA = re.compile(r"['\s]*[=+\-@＝＋－＠]|[\t\r\n]")


def write_json(path: Path, source: Store | Graph[str]) -> None:
    """Write the node-link JSON of NetworkX and d3: `nodes` with `id`, `edges` with `source`, `target` and `key`.

    Raises ExportError if the file cannot be written; the file that was there is then untouched.
    """
    data = nx.node_link_data(graph_of(source), edges="edges")
    data["nodes"].sort(key=lambda node: node["id"])
    data["edges"].sort(key=lambda edge: edge["key"])
    with atomic_write(path) as out:
        json.dump(data, out, ensure_ascii=False, indent=1)


def read_json(path: Path, vocabulary: Vocabulary) -> MemoryStore:
    """The store that `write_json` wrote to `path`.

    Raises StoreError if the file cannot be read, is cut short or is not such a file, and TripleError if a triple in it
    is broken; both name file and line, or the number of the edge.
    """
    store = MemoryStore(vocabulary)
    for number, edge in enumerate(_edges(path), 1):
        try:
            store.add([triple_of(edge, vocabulary)])
        except TripleError as error:
            raise TripleError(f"edge {number}: {error.message}", file=path, remedy=error.remedy) from error
    return store


def write_jsonl(path: Path, source: Store) -> None:
    """Write the triples, one JSON object a line, sorted by id; `schema.read_triples` reads them.

    Raises ExportError if the file cannot be written; the file that was there is then untouched.
    """
    with atomic_write(path) as out:
        out.writelines(triple.to_json() + "\n" for triple in source.triples())


def write_csv(folder: Path, source: Store | Graph[str]) -> None:
    """Write `actors.csv` and `triples.csv` into `folder`, for reading in a spreadsheet.

    UTF-8 with the mark by which Excel knows it. Lists are joined by ` | `. A spreadsheet runs text that begins like a
    formula (`=`, `+`, `-`, `@`), and news can be forged: such a text gets an apostrophe in front, one more if it had
    apostrophes already, so that taking one away restores it. Numbers are left alone. Raises ExportError if a file
    cannot be written; the file that was there is then untouched.
    """
    graph = graph_of(source)
    with atomic_write(folder / "actors.csv", "utf-8-sig") as out:
        _write_table(out, _ACTOR_COLUMNS, ({"id": slug, **graph.nodes[slug]} for slug in sorted(graph)))
    edges = sorted(graph.edges(keys=True), key=lambda edge: edge[2])
    with atomic_write(folder / "triples.csv", "utf-8-sig") as out:
        _write_table(out, _TRIPLE_COLUMNS, (_row(graph, *edge) for edge in edges))


def _row(graph: Graph[str], start: str, end: str, key: str) -> dict[str, object]:
    labels = {"subject_label": graph.nodes[start].get("label"), "object_label": graph.nodes[end].get("label")}
    return {"id": key, "subject": start, "object": end, **labels, **graph.edges[start, end, key]}


def _write_table(out: TextIO, columns: tuple[str, ...], rows: Iterable[dict[str, object]]) -> None:
    table = csv.writer(out)
    table.writerow(columns)
    table.writerows([_cell(row.get(column)) for column in columns] for row in rows)


def _cell(value: object) -> object:
    if isinstance(value, list):
        value = " | ".join(value)
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def _edges(path: Path) -> list[dict[str, object]]:
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise StoreError(f"cannot be read: {error.strerror}", file=path) from error
    except UnicodeDecodeError as error:
        raise StoreError("not UTF-8", file=path) from error
    except json.JSONDecodeError as error:
        raise StoreError(f"not whole JSON: {error.msg}", file=path, line=error.lineno) from error
    edges = data.get("edges") if isinstance(data, dict) else None
    if not isinstance(edges, list) or not all(isinstance(edge, dict) for edge in edges):
        raise StoreError("not a node-link graph: no list of `edges`", file=path, line=1)
    return edges
