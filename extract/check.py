"""Check the data tables: every row by the rules of its loader, then against the other tables."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from ..schema import FAMILIES, LANGUAGES, Language, SeedError, Vocabulary
from ..schema.edtf import bounds
from .actors import kinds, offices
from .actors.catalogue import ACTOR_COLUMNS, COUNTRY_COLUMNS, Catalogue
from .actors.genders import Gender
from .cues import lexicon as cues
from .qualifiers import lexicon as qualifiers
from .tsv import Row, read_table, seed_path

Content = Literal["countries", "actors", "stops", "office names", "terms", "kinds", "cues", "qualifiers", "genders", "list"]
COLUMNS: dict[Content, Sequence[str]] = {
    "countries": COUNTRY_COLUMNS,
    "actors": ACTOR_COLUMNS,
    "stops": ("phrase",),
    "office names": offices.NAME_COLUMNS,
    "terms": offices.TERM_COLUMNS,
    "kinds": kinds.COLUMNS,
    "cues": cues.COLUMNS,
    "qualifiers": qualifiers.COLUMNS,
    "genders": ("name", "gender"),
}
Finding = SeedError | str
"""What is wrong with a row, or a note about it."""
_ARABIC_LETTER = re.compile(r"[\u0600-\u06ff]")


@dataclass(frozen=True)
class Table:
    """A file to check and what it holds; kinds, cues and qualifiers have a language."""

    path: Path
    content: Content
    lang: Language | None = None


@dataclass
class TableReport:
    """What the check of a table found. `rows` counts up to the first line that is no row; `notes` are no errors."""

    table: Table
    rows: int = 0
    errors: list[SeedError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


# A table comes after those that it is checked against.
SHIPPED: Sequence[tuple[str, Content]] = (
    ("actors/countries", "countries"),
    ("actors/actors", "actors"),
    ("actors/officeholders", "actors"),
    ("actors/stops", "stops"),
    ("actors/office_names", "office names"),
    ("actors/offices", "terms"),
    ("kinds/given_names", "genders"),
    ("kinds/ar_name_genders", "genders"),
    ("kinds/ar_given_names", "names"),
    ("kinds/ar_words", "words"),
)


def shipped_tables(folder: Path) -> list[Table]:
    """The tables in `folder` that extraction reads."""
    return [
        *(Table(folder / f"{name}.tsv", content) for name, content in SHIPPED),
        *(Table(folder / f"kinds/{lang}.tsv", "kinds", lang) for lang in LANGUAGES),
        *(Table(folder / f"cues/{lang}/{family}.tsv", "cues", lang) for lang in LANGUAGES for family in FAMILIES),
        *(Table(folder / f"qualifiers/{lang}.tsv", "qualifiers", lang) for lang in LANGUAGES),
    ]


def check_seeds(
    own: Iterable[Table] = (), vocabulary: Vocabulary | None = None, folder: Path | None = None
) -> list[TableReport]:
    """Check the shipped tables (or those in `folder`), then a user's `own` ones, which add to them.

    Raises nothing: what is broken is in the reports, one for each table, and a broken table does not stop the others.
    """
    check = _Check(vocabulary or Vocabulary.default())
    return [check.table(table) for table in (*shipped_tables(folder or seed_path("")), *own)]


class _Check:
    """Checks tables one after the other, and remembers of each what later ones refer to."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.catalogue = Catalogue()
        self.catalogue_broken = False
        self.shared_names: set[str] = set()
        self.offices: set[str] = set()

    def table(self, table: Table) -> TableReport:
        report, rows = TableReport(table), list[Row]()
        try:
            for row in read_table(table.path, COLUMNS[table.content]):
                rows.append(row)  # one by one: those before a broken line are kept
            self._load(table)
        except SeedError as error:
            report.errors.append(error)
            self.catalogue_broken |= table.content in ("countries", "actors")
        report.rows = len(rows)
        for finding in self._findings(table, rows):
            if isinstance(finding, SeedError):
                report.errors.append(finding)
            else:
                report.notes.append(finding)
        return report

    def _load(self, table: Table) -> None:
        """Read the table with its loader, which checks it. (That of the other contents takes no path.)"""
        match table:
            case Table(path, "countries"):
                self.catalogue.read_countries(path)
            case Table(path, "actors"):
                self.catalogue.read_actors(path)
            case Table(path, "stops"):
                self.catalogue.read_stops(path)
            case Table(path, "kinds", lang) if lang is not None:
                kinds.read_kinds(path, lang)
            case Table(path, "cues", lang) if lang is not None:
                cues.index(cues.read_cues(path, self.vocabulary), lang)
            case Table(path, "qualifiers"):
                qualifiers.read_qualifiers(path)

    def _findings(self, table: Table, rows: Sequence[Row]) -> Iterator[Finding]:
        """What no loader looks for."""
        match table.content:
            case "countries" | "actors":
                yield from _types(rows if table.content == "actors" else (), self.vocabulary)
                yield from self._shared_names(rows)
            case "kinds":
                yield from _types(rows, self.vocabulary)
                yield from _scripts(rows, table.lang)
            case "cues" | "qualifiers":
                yield from _scripts(rows, table.lang)
            case "office names":
                self.offices = {row["office"] for row in rows}
            case "terms":
                yield from self._terms(rows)
            case "genders":
                genders = get_args(Gender)
                yield from (row.error(f"unknown gender '{g}'") for row in rows if (g := row["gender"]) not in genders)

    def _shared_names(self, rows: Sequence[Row]) -> Iterator[str]:
        """Names that a row gives to a second actor: in an article they are ambiguous."""
        by_id = {row["id"]: row for row in rows}
        for folded, names in self.catalogue.names.items():
            if folded in self.shared_names or len({name.entry.id for name in names}) < 2:
                continue
            self.shared_names.add(folded)
            row = next((by_id[name.entry.id] for name in reversed(names) if name.entry.id in by_id), None)
            if row is not None:
                who = ", ".join(dict.fromkeys(f"{name.entry.id} ({name.kind})" for name in names))
                yield f"{row.file}:{row.line}: '{names[0].text}' may be any of {who}"

    def _terms(self, rows: Sequence[Row]) -> Iterator[Finding]:
        held: defaultdict[tuple[str, str], list[tuple[Row, _Term]]] = defaultdict(list)
        for row in rows:
            yield from self._strangers(row)
            try:
                term = _Term.of(row)
            except ValueError as error:
                yield row.error(str(error))
                continue
            office = row["office"], row["of"]
            for other, others_term in held[office]:
                if other["actor"] != row["actor"] and term.overlaps(others_term):
                    who = f"{row['actor']} and {other['actor']} (line {other.line})"
                    yield f"{row.file}:{row.line}: {office[0]} of {office[1]} at once: {who}"
            held[office].append((row, term))

    def _strangers(self, row: Row) -> Iterator[SeedError]:
        if row["office"] not in self.offices:
            yield row.error(f"no noun for the office {row['office']}", "add it to office_names.tsv")
        for column in ("actor", "of"):
            if not self.catalogue_broken and row[column] not in self.catalogue.entries:
                yield row.error(f"{row[column]} is not in the catalogue", "add it to a table of actors")


@dataclass(frozen=True)
class _Term:
    """From when to when somebody certainly held an office: a month told for a handover leaves its days open."""

    first: datetime.date
    last: datetime.date

    @classmethod
    def of(cls, row: Row) -> _Term:
        """The term of a row. Raises ValueError if a date is none, or the term ends before it begins."""
        begin = bounds(row["from"]) if row["from"] else (None, None)
        end = bounds(row["to"]) if row["to"] else (None, None)
        if begin[0] is not None and end[1] is not None and end[1] < begin[0]:
            raise ValueError(f"the term ends ({row['to']}) before it begins ({row['from']})")
        return cls(begin[1] or datetime.date.min, end[0] or datetime.date.max)

    def overlaps(self, other: _Term) -> bool:
        """Whether there is a day on which both terms certainly ran; that of the handover is the successor's."""
        return max(self.first, other.first) < min(self.last, other.last)


def _types(rows: Iterable[Row], vocabulary: Vocabulary) -> Iterator[SeedError]:
    for row in rows:
        if row["type"] not in vocabulary.entities:
            yield row.error(f"unknown type '{row['type']}'", "`techpol schema` lists the types of actors")


def _scripts(rows: Iterable[Row], lang: Language | None) -> Iterator[SeedError]:
    """A word in the script of another language can never be found: the table is the wrong one."""
    for row in rows:
        word = next(iter(row.cells.values())) if "noun" in row.cells else row["cue"]
        if bool(_ARABIC_LETTER.search(word)) != (lang == "ar"):
            yield row.error(f"'{word}' is not in the script of the language {lang}")
