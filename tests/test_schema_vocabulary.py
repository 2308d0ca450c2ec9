"""The vocabulary: what ships, what a user's file may change, and that an error names the line at fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from techpol.schema import FAMILIES, LANGUAGES, Span, Triple, TripleError, Vocabulary, VocabularyError
from techpol.schema.actor import Actor

VOCABULARY = Vocabulary.default()

BY_FAMILY = {
    "rapport": "ALLY_OF STRAINED_RELATIONSHIP RIVAL_OF",
    "stance": "SUPPORTS PRAISES CRITICIZES OPPOSES THREATENS REJECTS",
    "contact": "MEETS COMMUNICATES_WITH HOSTS EXCLUDES ATTENDS ORGANIZES REQUESTS",
    "economy": "INVESTS_IN FUNDS CONTRACTS_WITH PARTNERS_WITH NEGOTIATES_WITH SUPPLIES ACQUIRES OWNS",
    "power": "REGULATES INVESTIGATES SURVEILS SANCTIONS SUES APPOINTS",
    "role": "LEADS FOUNDED MEMBER_OF DEVELOPS PART_OF",
}
SYMMETRIC = "ALLY_OF STRAINED_RELATIONSHIP RIVAL_OF MEETS COMMUNICATES_WITH PARTNERS_WITH NEGOTIATES_WITH"

NEW_TYPE = """\
# types of our newsroom
relations:
  FOLLOWS:
    family: contact
    definition: "Reads what the other publishes."
    labels: {en: "follows", fr: "suit", ar: "يتابع"}
    symmetric: false
    polarity: 0
    subject: [PERSON, AVATAR]
    object: [PERSON]
entities:
  AVATAR:
    definition: "An account that nobody owns to."
    labels: {en: "avatar", fr: "avatar", ar: "صورة رمزية"}
"""


def triple(subject: str, relation: str, object_: str) -> Triple:
    one, other = Actor(id="one", label="One", type=subject), Actor(id="other", label="Other", type=object_)
    return Triple(article="a", subject=one, relation=relation, object=other, evidence=(Span.of("One.", 0, 3),))


def written(folder: Path, text: str) -> Path:
    file = folder / "own.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_35_types_and_their_families() -> None:
    found = {
        family: [name for name, kind in VOCABULARY.relations.items() if kind.family == family] for family in FAMILIES
    }
    assert found == {family: names.split() for family, names in BY_FAMILY.items()}
    assert len(VOCABULARY.relations) == 35
    assert {name for name, kind in VOCABULARY.relations.items() if kind.symmetric} == set(SYMMETRIC.split())


@pytest.mark.parametrize("name", VOCABULARY.relations)
def test_every_type_is_fit_for_readers_of_three_languages(name: str) -> None:
    kind = VOCABULARY.relations[name]
    assert set(kind.labels) == set(LANGUAGES)
    assert any("\u0600" <= char <= "\u06ff" for char in kind.labels["ar"])
    assert kind.definition.endswith(".")


@pytest.mark.parametrize(
    ("subject", "relation", "object_", "allowed"),
    [
        ("PERSON", "LEADS", "COMPANY", True),
        ("COMPANY", "LEADS", "PERSON", False),
        ("PERSON", "ATTENDS", "EVENT", True),
        ("PERSON", "ATTENDS", "COMPANY", False),
        ("EVENT", "ALLY_OF", "PERSON", False),
        ("COMPANY", "DEVELOPS", "PRODUCT", True),
    ],
)
def test_types_at_the_ends(subject: str, relation: str, object_: str, allowed: bool) -> None:
    if allowed:
        VOCABULARY.check(triple(subject, relation, object_))
        return
    with pytest.raises(TripleError, match=f"{relation} does not relate {subject} to {object_}"):
        VOCABULARY.check(triple(subject, relation, object_))


def test_an_unknown_relation_says_where_to_look() -> None:
    with pytest.raises(TripleError, match=r"unknown relation LIKES \(`techpol schema` lists them"):
        VOCABULARY.check(triple("PERSON", "LIKES", "PERSON"))


def test_a_user_may_add_types(tmp_path: Path) -> None:
    own = VOCABULARY.extended(written(tmp_path, NEW_TYPE))
    own.check(triple("AVATAR", "FOLLOWS", "PERSON"))
    own.check(triple("PERSON", "LEADS", "COMPANY"))
    assert len(own.relations) == 36
    assert "FOLLOWS" not in Vocabulary.default().relations


def test_a_user_may_change_a_type(tmp_path: Path) -> None:
    text = NEW_TYPE.replace("FOLLOWS", "PRAISES").replace("polarity: 0", "polarity: -1")
    own = VOCABULARY.extended(written(tmp_path, text))
    assert (len(own.relations), own.relations["PRAISES"].polarity) == (35, -1)


def test_a_user_may_start_from_nothing(tmp_path: Path) -> None:
    person = '  PERSON:\n    definition: "P."\n    labels: {en: p, fr: p, ar: ش}\n'
    own = VOCABULARY.extended(written(tmp_path, "replace: true\n" + NEW_TYPE + person))
    assert (list(own.relations), sorted(own.entities)) == (["FOLLOWS"], ["AVATAR", "PERSON"])


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("family: contact", "family: gossip", 4, "family"),
        ("    polarity: 0", "    polarity: 3", 8, "polarity"),
        ('    polarity: 0\n', "", 3, "polarity: Field required"),
        ("symmetric: false", "symmetric: maybe", 7, "symmetric"),
        ("symmetric: false", "symmetric: true", 7, "symmetric, but subject and object allow different types"),
        ("[PERSON, AVATAR]", "[PERSON, GHOST]", 9, "unknown entity type GHOST"),
        ("object: [PERSON]", "object: []", 10, "object"),
        (', ar: "يتابع"', "", 6, "no label in ar"),
        ('en: "follows"', 'en: ""', 6, "labels.en"),
        ("    symmetric", "    colour: red\n    symmetric", 7, "colour"),
        ("polarity: 0", "polarity: 0\n    polarity: 1", 9, "'polarity' is given twice"),
        ("relations:", "relation:", 2, "unknown section"),
        ("entities:\n", "entities: []\nmore:\n", 12, "unknown section"),
        ("    family", "   family", 5, "not valid YAML"),
        ("  FOLLOWS", "  follows", 3, "'follows' is no name of a type"),
        ("  AVATAR", "  Avatar 2", 12, "'Avatar 2' is no name of a type"),
    ],
)  # fmt: skip
def test_an_error_names_the_line(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    file = written(tmp_path, NEW_TYPE.replace(old, new, 1))
    with pytest.raises(VocabularyError) as caught:
        VOCABULARY.extended(file)
    assert (caught.value.file, caught.value.line) == (str(file), line)
    assert message in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"- PERSON\n", b"\xff\xfe", b"relations: [1]\n"])
def test_a_file_that_is_no_vocabulary(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "own.yaml"
    file.write_bytes(content)
    with pytest.raises(VocabularyError) as caught:
        VOCABULARY.extended(file)
    assert caught.value.file == str(file)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match="cannot be read"):
        VOCABULARY.extended(tmp_path / "none.yaml")
