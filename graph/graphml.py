"""GraphML (http://graphml.graphdrawing.org/): the graph as a file for Gephi, yEd, NetworkX, and as a store.

Our own writer, because that of NetworkX refuses lists and None and is several times slower. Nodes and edges carry
`label` and edges `weight`, the names under which Gephi looks for them. Characters that XML cannot carry (control
characters) are shown as U+FFFD in the attributes meant for reading; the attribute `triple` escapes them as JSON does,
so that nothing is lost.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, TextIO
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from ..schema import ExportError, StoreError, Triple, TripleError, Vocabulary
from ..schema.jsonl import parse_line
from .files import atomic_write
from .memory import Graph, MemoryStore, graph_of
from .store import Store

_TYPES = {bool: "boolean", int: "long", float: "double"}
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
Attributes = dict[str, Any]
Keys = dict[tuple[str, str], str]  # ("node" or "edge", attribute) -> GraphML type


def write_graphml(path: Path, source: Store | Graph[str]) -> None:
    """Write a store, or a graph of one with attributes of your own added (a centrality, say), as GraphML.

    The same triples give the same file. Raises ExportError if the file cannot be written, or if an edge carries no
    triple; the file that was there is then untouched.
    """
    graph = graph_of(source)
    nodes = sorted((slug, {"label": slug, **data}) for slug, data in graph.nodes(data=True))
    edges = sorted(graph.edges(keys=True), key=lambda edge: edge[2])
    for start, end, key in edges:
        if "triple" not in graph.edges[start, end, key]:
            raise ExportError(f"the edge {start} - {end} carries no triple", remedy="export graphs of a store only")
    keys: Keys = {}
    _declare(keys, "node", (data for _, data in nodes))
    _declare(keys, "edge", (_shown(graph.edges[edge]) for edge in edges))
    with atomic_write(path) as out:
        out.write(_HEAD)
        out.writelines(f'<key id="{_id(kind, name)}" for="{kind}" attr.name={quoteattr(_clean(name))} '
                       f'attr.type="{type_}"/>\n' for (kind, name), type_ in keys.items())  # fmt: skip
        out.write('<graph edgedefault="directed">\n')
        for slug, data in nodes:
            _write_element(out, "node", f"id={quoteattr(slug)}", data)
        for edge in edges:
            start, end, key = map(quoteattr, edge)
            _write_element(out, "edge", f"id={key} source={start} target={end}", _shown(graph.edges[edge]))
        out.write("</graph>\n</graphml>\n")


def read_graphml(path: Path, vocabulary: Vocabulary) -> MemoryStore:
    """The store that `write_graphml` wrote to `path` (Gephi or NetworkX may have rewritten it).

    Raises StoreError if the file cannot be read, is cut short or is not such a file, and TripleError if a triple in it
    is broken; both name file and line.
    """
    store = MemoryStore(vocabulary)
    try:
        with path.open("rb") as file:
            store.add(_Reader(path, vocabulary).triples(file))
    except OSError as error:
        raise StoreError(f"cannot be read: {error.strerror}", file=path) from error
    return store


def _shown(data: Attributes) -> Attributes:
    """An edge's attributes with the label and weight that Gephi shows; a denied claim must not look like a claim."""
    status = data.get("status", "asserted")
    label = str(data.get("relation", "")).lower().replace("_", " ") + ("" if status == "asserted" else f" ({status})")
    return {"label": label, "weight": data.get("confidence", 1.0), **data}


def _declare(keys: Keys, kind: str, elements: Iterable[Attributes]) -> None:
    """Add the type of each attribute; string where elements disagree, or for what GraphML has no type for."""
    for data in elements:
        for name, value in data.items():
            type_ = _TYPES.get(type(value), "string")
            keys[kind, name] = type_ if keys.get((kind, name), type_) == type_ else "string"


def _id(kind: str, name: str) -> str:
    return f"{kind}_{re.sub(r'[^A-Za-z0-9_.-]', lambda found: f'-{ord(found[0]):x}-', name)}"


def _write_element(out: TextIO, kind: str, head: str, data: Attributes) -> None:
    out.write(f"<{kind} {head}>")
    for name, value in data.items():
        if value is not None:
            out.write(f'<data key="{_id(kind, name)}">{_text(name, value)}</data>')
    out.write(f"</{kind}>\n")


def _text(name: str, value: object) -> str:
    """`value` as XML text: lists and the like as JSON, truth as XML writes it."""
    if name == "triple":
        text = _NOT_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", str(value))
    elif isinstance(value, bool):
        text = str(value).lower()
    elif isinstance(value, list | tuple | dict):
        text = _clean(json.dumps(value, ensure_ascii=False))
    else:
        text = _clean(str(value))
    return escape(text, {"\r": "&#13;"})


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


class _Reader:
    """Finds the triples in a GraphML file while it is being read."""

    def __init__(self, path: Path, vocabulary: Vocabulary) -> None:
        self.path, self.vocabulary = path, vocabulary
        self.found: list[Triple] = []
        self.key: str | None = None
        self.text: list[str] | None = None
        self.has_triple, self.seen_root = True, False
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype

    def triples(self, file: BinaryIO) -> Iterator[Triple]:
        try:
            while chunk := file.read(1 << 16):
                self.parser.Parse(chunk, False)
                yield from self.found
                self.found.clear()
            self.parser.Parse(b"", True)
        except expat.ExpatError as error:
            text = expat.errors.messages[error.code]
            raise self._error(f"not whole XML: {text}", "is the file cut short?", error.lineno) from error

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        if not self.seen_root and tag != "graphml":
            raise self._error(f"not GraphML: the root element is <{tag}>")
        self.seen_root = True
        if tag == "key" and attributes.get("attr.name") == "triple" and attributes.get("for") in ("edge", "all"):
            self.key = attributes.get("id")
        elif tag == "edge":
            self.has_triple = False
        elif tag == "data" and self.key is not None and attributes.get("key") == self.key:
            self.text = []

    def _end(self, tag: str) -> None:
        tag = tag.rpartition(":")[2]
        if tag == "data" and self.text is not None:
            self._found("".join(self.text))
            self.text, self.has_triple = None, True
        elif tag == "edge" and not self.has_triple:
            raise self._error("an edge without the attribute `triple`", "only GraphML that techpol wrote can be read")

    def _characters(self, text: str) -> None:
        if self.text is not None:
            self.text.append(text)

    def _found(self, text: str) -> None:
        try:
            self.found.append(parse_line(text.encode(), self.vocabulary))
        except TripleError as error:
            line = self.parser.CurrentLineNumber
            raise TripleError(error.message, file=self.path, line=line, remedy=error.remedy) from error

    def _refuse_doctype(self, *_: object) -> None:
        raise self._error("a document type declaration, which GraphML does not need", "remove it")

    def _error(self, message: str, remedy: str = "", line: int | None = None) -> StoreError:
        return StoreError(message, file=self.path, line=line or self.parser.CurrentLineNumber, remedy=remedy)
