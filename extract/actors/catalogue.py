"""The catalogue: known actors and countries, and where their names stand in a text."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import ahocorasick_rs

from ...schema import LANGUAGES, Actor, Language, Vocabulary
from ..folding import Folded, fold
from ..tsv import Row, read_table, seed_path
from .matching import ARABIC_LETTER, is_bounded, longest_apart, same_case

Kind = Literal["name", "adjective", "capital"]
ACTOR_COLUMNS = ("id", "type", "wikidata", "en", "fr", "ar")
COUNTRY_COLUMNS = (
    "id", "wikidata", "en", "fr", "ar", "adjectives_en", "adjectives_fr", "adjectives_ar",
    "capital_en", "capital_fr", "capital_ar",
)  # fmt: skip
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*$")
_QID = re.compile(r"Q[1-9][0-9]*$")


@dataclass(frozen=True)
class Entry:
    """A known actor: `labels` holds the first name of each language."""

    id: str
    type: str
    wikidata: str | None
    labels: dict[Language, str]

    @property
    def label(self) -> str:
        """The English name, which the catalogue demands of everybody."""
        return self.labels["en"]

    def actor(self, mentions: tuple[str, ...]) -> Actor:
        """The actor as triples carry it, with the strings that refer to it in an article."""
        return Actor(
            id=self.id, label=self.label, type=self.type, wikidata=self.wikidata, labels=self.labels, mentions=mentions
        )


@dataclass(frozen=True)
class Name:
    """A spelling that stands for an actor; adjectives and capitals only in articles of their language."""

    text: str
    entry: Entry
    kind: Kind = "name"
    lang: Language | None = None


@dataclass(frozen=True)
class Match:
    """Names found at a span of the original text. Several names: the spelling is ambiguous."""

    start: int
    end: int
    names: tuple[Name, ...]


@dataclass
class Catalogue:
    """Entries and their names, searched for in one pass (Aho and Corasick 1975)."""

    entries: dict[str, Entry] = field(default_factory=dict)
    names: dict[str, list[Name]] = field(default_factory=dict)

    @classmethod
    @functools.cache
    def default(cls) -> Catalogue:
        """The catalogue that techpol ships."""
        catalogue = cls()
        catalogue.read_countries(seed_path("actors/countries.tsv"))
        catalogue.read_actors(seed_path("actors/actors.tsv"))
        catalogue.read_actors(seed_path("actors/officeholders.tsv"))
        catalogue.read_stops(seed_path("actors/stops.tsv"))
        return catalogue

    def read_actors(self, path: Path, types: Collection[str] | None = None) -> None:
        """Add the actors of a table, of these types only. Raises SeedError naming the broken line."""
        for row in read_table(path, ACTOR_COLUMNS):
            if types is not None and row["type"] not in types:
                raise row.error(f"unknown type '{row['type']}': {', '.join(sorted(types))}")
            entry = self._entry(row, row["type"])
            self._add(row, (Name(text, entry) for lang in LANGUAGES for text in row.names(lang)))

    def read_countries(self, path: Path) -> None:
        """Add the countries of a table. Raises SeedError naming the broken line."""
        for row in read_table(path, COUNTRY_COLUMNS):
            entry = self._entry(row, "COUNTRY")
            self._add(row, (Name(text, entry) for lang in LANGUAGES for text in row.names(lang)))
            for lang in LANGUAGES:
                adjectives, capitals = row.names(f"adjectives_{lang}"), row.names(f"capital_{lang}")
                self._add(row, (Name(text, entry, "adjective", lang) for text in adjectives))
                self._add(row, (Name(text, entry, "capital", lang) for text in capitals))

    def _entry(self, row: Row, type_name: str) -> Entry:
        slug, wikidata = row["id"], row["wikidata"]
        if not _SLUG.match(slug):
            raise row.error(f"'{slug}' is not a slug (small letters, digits and hyphens)")
        if slug in self.entries:
            raise row.error(f"id {slug} is used twice")
        if wikidata and not _QID.match(wikidata):
            raise row.error(f"'{wikidata}' is not a Wikidata id")
        labels = {lang: names[0] for lang in LANGUAGES if (names := row.names(lang))}
        if "en" not in labels:
            raise row.error(f"{slug} has no English name")
        if "ar" in labels and not all(ARABIC_LETTER.search(name) for name in row.names("ar")):
            raise row.error(f"{slug}: the ar column holds a name without Arabic letters")
        entry = Entry(slug, type_name, wikidata or None, labels)
        self.entries[slug] = entry
        return entry

    def _add(self, row: Row, names: Iterable[Name]) -> None:
        for name in names:
            folded = fold(name.text)
            if not folded.strip():
                raise row.error(f"'{name.text}' has no letters")
            known = self.names.setdefault(folded, [])
            if name not in known:
                known.append(name)
        self.__dict__.pop("_automaton", None)

    @functools.cached_property
    def _automaton(self) -> tuple[ahocorasick_rs.AhoCorasick, list[str]]:
        patterns = list(self.names)
        # «للاتحاد» is ل + «الاتحاد»: the article loses its alef after the preposition.
        patterns += ["لل" + name[2:] for name in self.names if name.startswith("ال")]
        return ahocorasick_rs.AhoCorasick(patterns, matchkind=ahocorasick_rs.MatchKind.Standard), patterns

    def find(self, text: str, folded: Folded, lang: Language) -> list[Match]:
        """The names in `text`, the longest where they overlap, by offset; a match without names is a stop phrase."""
        return longest_apart(self._candidates(text, folded, lang))

    def _candidates(self, text: str, folded: Folded, lang: Language) -> Iterator[Match]:
        automaton, patterns = self._automaton
        for index, start, end in automaton.find_matches_as_indexes(folded.text, overlapping=True):
            if not is_bounded(folded.text, start, end):
                continue
            pattern = patterns[index]
            known = self.names[pattern] if pattern in self.names else self.names["ال" + pattern[2:]]
            span = folded.original(start, end)
            surface = text[span[0] : span[1]]
            if not known:
                yield Match(*span, ())
            names = tuple(n for n in known if n.lang in (None, lang) and same_case(n.text, surface))
            if names:
                yield Match(*span, names)

    def read_stops(self, path: Path) -> None:
        """Add phrases that hold a name but do not mean it ("Latin America")."""
        for row in read_table(path, ("phrase",)):
            self.names.setdefault(fold(row["phrase"]), [])


def load_catalogue(extra: Iterable[Path] = (), vocabulary: Vocabulary | None = None) -> Catalogue:
    """The shipped catalogue, plus tables of the user's own (columns as in `seeds/actors/actors.tsv`).

    Raises SeedError naming the broken line, also where it has a type that the vocabulary has not.
    """
    paths = list(extra)
    if not paths:
        return Catalogue.default()
    base = Catalogue.default()
    catalogue = Catalogue(dict(base.entries), {text: list(names) for text, names in base.names.items()})
    for path in paths:
        catalogue.read_actors(path, (vocabulary or Vocabulary.default()).entities)
    return catalogue
