"""Sentences of our own, with the triples that they state: `tables/LANG.tsv` and, not yet right, `tables/gaps_LANG.tsv`.

What comes out of a sentence must be exactly its rows, so a row with the relation `-` says: nothing.
"""

from __future__ import annotations

import functools
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from extraction import Claim, claim, claims

from techpol.extract.tsv import read_table
from techpol.schema import LANGUAGES, Language, Vocabulary

TABLES = Path(__file__).parent / "tables"
COLUMNS = ("sentence", "subject", "relation", "object", "status")
NOTHING = "-"


@dataclass(frozen=True)
class Case:
    """A sentence with the claims of its `rows` lines, the first of which is `line`."""

    name: str
    lang: Language
    sentence: str
    claims: frozenset[Claim]
    rows: int


@functools.cache
def read_cases(stem: str, lang: Language) -> list[Case]:
    rows: dict[str, list[tuple[int, Claim | None]]] = {}
    for row in read_table(TABLES / f"{stem}.tsv", COLUMNS):
        cells = [row[column] for column in COLUMNS[1:]]
        rows.setdefault(row["sentence"], []).append((row.line, None if cells[1] == NOTHING else claim(*cells)))
    return [
        Case(f"{stem}-{found[0][0]}", lang, sentence, frozenset(c for _, c in found if c), len(found))
        for sentence, found in rows.items()
    ]


def cases(prefix: str = "") -> list[Case]:
    return [case for lang in LANGUAGES for case in read_cases(f"{prefix}{lang}", lang)]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_sentence(case: Case) -> None:
    assert claims(case.sentence, case.lang) == case.claims


@pytest.mark.xfail(strict=True, reason="move this sentence from its table of gaps to the one of its language")
@pytest.mark.parametrize("case", cases("gaps_"), ids=lambda case: case.name)
def test_gap(case: Case) -> None:
    """The public list of what is missing."""
    assert claims(case.sentence, case.lang) == case.claims


@pytest.mark.parametrize("lang", LANGUAGES)
def test_gaps_are_few(lang: Language) -> None:
    right, missing = read_cases(lang, lang), read_cases(f"gaps_{lang}", lang)
    rows, gaps = sum(case.rows for case in right), sum(case.rows for case in missing)
    assert gaps <= 0.2 * (rows + gaps)
    assert not {case.sentence for case in right} & {case.sentence for case in missing}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_relation_type_is_understood_in_every_language(lang: Language, vocabulary: Vocabulary) -> None:
    seen = Counter(relation for case in read_cases(lang, lang) for _, relation, _, _ in case.claims)
    assert {name: seen[name] for name in vocabulary.relations if seen[name] < 2} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_sentences_that_state_nothing(lang: Language) -> None:
    assert sum(not case.claims for case in read_cases(lang, lang)) >= 20
