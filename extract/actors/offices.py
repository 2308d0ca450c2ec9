"""Dated offices: whom "the French president" means depends on the day."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...schema import LANGUAGES, Language
from ...schema.edtf import bounds
from .. import arabic
from ..folding import fold
from ..tsv import Row, read_table, seed_path
from ..words import Phrases

TERM_COLUMNS = ("actor", "office", "of", "from", "to")
NAME_COLUMNS = ("office", "en", "fr", "ar")


@dataclass(frozen=True)
class Term:
    """`actor` held the office from the day `first` on, until the day before `last` (ISO dates; open if empty)."""

    actor: str
    first: str
    last: str

    def covers(self, day: str) -> bool:
        """Whether the office was held on the ISO date `day`."""
        return self.first <= day and (not self.last or day < self.last)


@dataclass
class Offices:
    """Terms by office and body, and the nouns that name an office in each language."""

    terms: dict[tuple[str, str], list[Term]] = field(default_factory=dict)
    nouns: dict[Language, Phrases[str]] = field(default_factory=lambda: {lang: Phrases() for lang in LANGUAGES})

    @classmethod
    @functools.cache
    def default(cls) -> Offices:
        """The offices that techpol ships."""
        offices = cls()
        for row in read_table(seed_path("actors/office_names.tsv"), NAME_COLUMNS):
            for lang in LANGUAGES:
                for noun in row.names(lang):
                    offices.nouns[lang].add([_forms(word, lang) for word in noun.split()], row["office"])
        for row in read_table(seed_path("actors/offices.tsv"), TERM_COLUMNS):
            term = Term(row["actor"], _day(row, "from", 0), _day(row, "to", 1))
            offices.terms.setdefault((row["office"], row["of"]), []).append(term)
        return offices

    def holder(
        self, words: Sequence[frozenset[str]], first: int, last: int, lang: Language, body: str, day: str
    ) -> str | None:
        """The one actor who held the office that tokens `first` to `last` name, of `body`, on the ISO date `day`."""
        hits = list(self.nouns[lang].at(words, first, last + 1))
        longest = max((len(hit.tokens) for hit in hits), default=0)
        holders = {
            term.actor
            for hit in hits
            if len(hit.tokens) == longest
            for term in self.terms.get((hit.value, body), ())
            if term.covers(day)
        }
        return holders.pop() if len(holders) == 1 else None


def _forms(word: str, lang: Language) -> frozenset[str]:
    folded = fold(word)
    if lang != "ar":
        return frozenset({folded})
    forms = arabic.noun_forms([folded])
    return forms | {"ال" + form for form in forms}


def _day(row: Row, column: str, end: int) -> str:
    """The first (`end` 0) or last (`end` 1) day that the cell covers, as an ISO date; empty if the cell is."""
    if not row[column]:
        return ""
    try:
        day = bounds(row[column])[end]
    except ValueError as error:
        raise row.error(str(error)) from error
    return day.isoformat() if day is not None else ""
