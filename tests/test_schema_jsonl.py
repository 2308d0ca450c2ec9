"""Triples files: what is written is read again, and a broken line is named while the rest is read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from strategies import triples

from techpol.schema import Actor, Span, TechpolError, Triple, TripleError, Vocabulary, read_triples
from techpol.schema.jsonl import parse_line

VOCABULARY = Vocabulary.default()


@given(triples())
def test_a_triple_survives_its_line(triple: Triple) -> None:
    line = triple.to_json()
    assert "\n" not in line
    assert parse_line(line.encode(), VOCABULARY) == triple
    assert parse_line(line.encode(), VOCABULARY).to_json() == line


ONE = Triple(
    article="a1",
    subject=Actor(id="lina-haddad", label="لينا حداد", type="PERSON"),
    relation="CRITICIZES",
    object=Actor(id="nexalis", label="Nexalis", type="COMPANY"),
    evidence=(Span.of("هاجمت لينا حداد شركة نكساليس", 0, 5),),
)
OTHER = ONE.model_copy(update={"relation": "PRAISES"})


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (b"{", "not JSON"),
        (ONE.to_json()[:-20].encode(), "not JSON"),
        (b"[1, 2]", "a list, not a JSON object"),
        (b"null", "a NoneType, not a JSON object"),
        ("هاجم".encode("cp1256"), "not UTF-8"),
        (b'{"article": "a1"}', "subject: Field required"),
        (ONE.to_json().replace("CRITICIZES", "DISLIKES").encode(), "is not the hash"),
        (json.dumps(json.loads(ONE.to_json()) | {"id": None, "relation": "DISLIKES"}).encode(), "unknown relation"),
        (json.dumps(json.loads(ONE.to_json()) | {"id": None, "relation": "ATTENDS"}).encode(), "does not relate"),
    ],
)
def test_a_broken_line_is_named_and_the_rest_is_read(tmp_path: Path, broken: bytes, message: str) -> None:
    file, reports = tmp_path / "t.jsonl", list[TechpolError]()
    file.write_bytes(b"\xef\xbb\xbf" + ONE.to_json().encode() + b"\n\n" + broken + b"\n" + OTHER.to_json().encode())
    assert list(read_triples(file, VOCABULARY, reports.append)) == [ONE, OTHER]
    assert [(type(error), error.file, error.line) for error in reports] == [(TripleError, str(file), 3)]
    assert message in str(reports[0])
    with pytest.raises(TripleError, match=r"t\.jsonl:3: "):
        list(read_triples(file, VOCABULARY))


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(TripleError, match="cannot be read"):
        list(read_triples(tmp_path / "none.jsonl", VOCABULARY))
    with pytest.raises(TripleError, match="cannot be read"):
        list(read_triples(tmp_path, VOCABULARY))
