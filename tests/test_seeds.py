"""The tables that techpol ships, and what happens to broken ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from extraction import not_yet

from techpol.extract.actors.catalogue import Catalogue
from techpol.extract.actors.kinds import COLUMNS as KIND_COLUMNS
from techpol.extract.actors.kinds import load_kinds, read_kinds
from techpol.extract.actors.offices import NAME_COLUMNS, Offices
from techpol.extract.cues.lexicon import COLUMNS as CUE_COLUMNS
from techpol.extract.cues.lexicon import load_cues, read_cues
from techpol.extract.qualifiers.lexicon import COLUMNS as QUALIFIER_COLUMNS
from techpol.extract.qualifiers.lexicon import load_qualifiers, read_qualifiers
from techpol.extract.tsv import read_table, seed_path
from techpol.schema import FAMILIES, LANGUAGES, Language, SeedError, Vocabulary


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("family", FAMILIES)
def test_cues_belong_to_the_family_of_their_file(lang: Language, family: str, vocabulary: Vocabulary) -> None:
    cues = read_cues(seed_path(f"cues/{lang}/{family}.tsv"))
    assert {cue.relation for cue in cues} == {n for n, r in vocabulary.relations.items() if r.family == family}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_relation_type_has_cues_in_every_language(lang: Language, vocabulary: Vocabulary) -> None:
    cues = Counter(c.relation for family in FAMILIES for c in read_cues(seed_path(f"cues/{lang}/{family}.tsv")))
    assert {name: cues[name] for name in vocabulary.relations if cues[name] < 15} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("load", [load_cues, load_kinds, load_qualifiers])
def test_lexicons_load(load: Callable[[Language], Any], lang: Language) -> None:
    assert load(lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_kinds_are_of_known_types(lang: Language, vocabulary: Vocabulary) -> None:
    types = {row["type"] for row in read_table(seed_path(f"kinds/{lang}.tsv"), KIND_COLUMNS)}
    assert types <= set(vocabulary.entities)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_status_has_qualifiers_in_every_language(lang: Language) -> None:
    found = Counter(q.status for q in read_qualifiers(seed_path(f"qualifiers/{lang}.tsv")))
    assert {status for status, count in found.items() if count >= 10} >= {"negated", "planned", "alleged", "ended"}


def test_catalogue(vocabulary: Vocabulary) -> None:
    entries = Catalogue.default().entries.values()
    countries = [entry for entry in entries if entry.type == "COUNTRY"]
    assert len(countries) >= 195
    assert len(entries) - len(countries) >= 300
    assert {entry.type for entry in entries} == set(vocabulary.entities)
    assert [entry.id for entry in entries if set(entry.labels) != set(LANGUAGES)] == []


def test_no_wikidata_id_is_given_to_two_actors() -> None:
    seen = Counter(entry.wikidata for entry in Catalogue.default().entries.values() if entry.wikidata)
    assert {qid: count for qid, count in seen.items() if count > 1} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_countries_have_adjectives(lang: Language) -> None:
    """Some have none of their own («قمري» is lunar as well as Comorian)."""
    names = [name for found in Catalogue.default().names.values() for name in found]
    assert len({name.entry.id for name in names if (name.kind, name.lang) == ("adjective", lang)}) >= 170


def test_terms_of_office_name_known_actors_and_offices() -> None:
    entries, terms = Catalogue.default().entries, Offices.default().terms
    offices = {row["office"] for row in read_table(seed_path("actors/office_names.tsv"), NAME_COLUMNS)}
    assert {office for office, _ in terms} <= offices
    assert {body for _, body in terms} <= set(entries)
    holders = {term.actor for held in terms.values() for term in held}
    assert {holder for holder in holders if holder not in entries or entries[holder].type != "PERSON"} == set()


# A line to plant at the end of a shipped table, and what the error must say.
BROKEN_CUES = [
    ("HATES\thate\tverb\tsubj\tobj", "unknown relation HATES"),
    ("CRITICIZES\tblast\tgerund\tsubj\tobj", "unknown kind 'gerund'"),
    ("CRITICIZES\tblast\t", "unknown kind ''"),
    ("CRITICIZES\t\tverb\tsubj\tobj", "no cue"),
    ("CRITICIZES\tblast\tverb\tsubj", "need a slot each"),
    ("CRITICIZES\tblast\tverb\t\tobj", "need a slot each"),
    ("CRITICIZES\tblast\tverb\tboth\tboth", "`both` is for symmetric relations only"),
    ("CRITICIZES\tblast\tverb\tsubj\tobj\tdubious", "unknown status 'dubious'"),
    ("CRITICIZES\tblast\tverb\tsubj\tobj\t\tsubject=ROBOT", "'subject=ROBOT' is not"),
    ("CRITICIZES\tblast\tverb\tsubj\tobj\t\tverb=PERSON", "'verb=PERSON' is not"),
    ("CRITICIZES\tblast\tverb\tsubj\tobj\t\tobject=PERSON\tmore", "8 cells, but 7 columns"),
]
BROKEN_QUALIFIERS = [
    ("not\teverywhere\tnegated", "unknown scope 'everywhere'"),
    ("not\tmarker\tdenied", "status 'denied'"),
    ("not\tmarker", "scope marker with status ''"),
    ("said\tsource\talleged", "scope source with status 'alleged'"),
    ("not\tmarker\tnegated\tmore", "4 cells, but 3 columns"),
]
BROKEN_KINDS = [
    ("startup\tCOMPANY", "use must be"),
    ("startup\tCOMPANY\tname|plural", "use must be"),
    ("\tCOMPANY\tname", "use must be"),
    ("startup\tCOMPANY\tname\tmore", "4 cells, but 3 columns"),
    not_yet("startup\tFIRM\tname", "FIRM", why="an unknown type is not noticed"),
]


def plant(table: str, line: str, folder: Path) -> tuple[Path, int]:
    """A copy of a shipped table with one more line, and the number of that line."""
    lines = [*seed_path(table).read_text(encoding="utf-8").splitlines(), line, "# the end"]
    copy = folder / "copy.tsv"
    copy.write_text("\n".join(lines), encoding="utf-8")
    return copy, len(lines) - 1


def check(read: Callable[[Path], object], table: str, line: str, message: str, folder: Path) -> None:
    copy, number = plant(table, line, folder)
    with pytest.raises(SeedError) as caught:
        read(copy)
    assert message in caught.value.message
    assert (caught.value.file, caught.value.line) == (str(copy), number)
    assert caught.value.remedy


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("line", "message"), BROKEN_CUES)
def test_broken_cues(line: str, message: str, lang: Language, tmp_path: Path) -> None:
    check(read_cues, f"cues/{lang}/stance.tsv", line, message, tmp_path)


@pytest.mark.parametrize(("line", "message"), BROKEN_QUALIFIERS)
def test_broken_qualifiers(line: str, message: str, tmp_path: Path) -> None:
    check(read_qualifiers, "qualifiers/en.tsv", line, message, tmp_path)


@pytest.mark.parametrize(("line", "message"), BROKEN_KINDS)
def test_broken_kinds(line: str, message: str, tmp_path: Path) -> None:
    check(lambda path: read_kinds(path, "en"), "kinds/en.tsv", line, message, tmp_path)


@pytest.mark.parametrize(
    ("read", "columns"), [(read_cues, CUE_COLUMNS), (read_qualifiers, QUALIFIER_COLUMNS)], ids=["cues", "qualifiers"]
)
def test_wrong_header(read: Callable[[Path], object], columns: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "copy.tsv"
    path.write_text("# ours\n" + "\t".join(reversed(columns)) + "\n", encoding="utf-8")
    with pytest.raises(SeedError, match="header must be") as caught:
        read(path)
    assert caught.value.line == 2


def test_cues_for_a_relation_of_ones_own(vocabulary: Vocabulary, tmp_path: Path) -> None:
    """A user's vocabulary decides which relations a table may name."""
    schema = tmp_path / "mine.yaml"
    schema.write_text(
        "relations:\n  MENTORS:\n    family: rapport\n    definition: teaches\n"
        "    labels: {ar: يرشد, fr: conseille, en: mentors}\n"
        "    symmetric: false\n    polarity: 1\n    subject: [PERSON]\n    object: [PERSON]\n",
        encoding="utf-8",
    )
    table = tmp_path / "mine.tsv"
    table.write_text("\t".join(CUE_COLUMNS) + "\nMENTORS\tmentor\tverb\tsubj\tobj\n", encoding="utf-8")
    assert [cue.relation for cue in read_cues(table, vocabulary.extended(schema))] == ["MENTORS"]
    with pytest.raises(SeedError, match="unknown relation MENTORS"):
        read_cues(table)
