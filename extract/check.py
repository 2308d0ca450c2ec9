"""Check the data tables: every row by the rules of its loader, then against the other tables."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from ..schema import FAMILIES, LANGUAGES, Language, SeedError, Vocabulary
from ..schema.edtf import bounds
from . import confidence
from .actors import kinds, offices
from .actors.catalogue import ACTOR_COLUMNS, COUNTRY_COLUMNS, Catalogue
from .actors.genders import Gender
from .cues import lexicon as cues
from .qualifiers import lexicon as qualifiers
from .tsv import Row, read_table, seed_path

Content = Literal[
    "countries", "actors", "stops", "office names", "terms",
    "kinds", "genders", "names", "words", "cues", "qualifiers", "confidence",
]  # fmt: skip
COLUMNS: dict[Content, Sequence[str]] = {
    "countries": COUNTRY_COLUMNS, "actors": ACTOR_COLUMNS, "stops": ("phrase",),
    "office names": offices.NAME_COLUMNS, "terms": offices.TERM_COLUMNS,
    "kinds": kinds.COLUMNS, "cues": cues.COLUMNS, "qualifiers": qualifiers.COLUMNS,
    "genders": ("name", "gender"), "names": ("name",), "words": ("word",), "confidence": confidence.COLUMNS,
}  # fmt: skip
# A table comes after those that it is checked against.
_SHIPPED: dict[str, Content] = {
    "actors/countries": "countries", "actors/actors": "actors", "actors/officeholders": "actors",
    "actors/stops": "stops", "actors/office_names": "office names", "actors/offices": "terms",
    "kinds/given_names": "genders", "kinds/ar_name_genders": "genders", "kinds/ar_given_names": "names",
    "kinds/ar_words": "words", "confidence": "confidence",
}  # fmt: skip
_ARABIC_LETTER = re.compile(r"[\u0600-\u06ff]")
Finding = SeedError | str  # a string is a note


@dataclass(frozen=True)
class Table:
    """A file to check and what it holds; kinds, cues and qualifiers have a language."""

    path: Path
    content: Content
    lang: Language | None = None


@dataclass
class TableReport:
    """What the check of a table found. `rows` counts those that could be read; `notes` are no errors."""

    table: Table
    rows: int = 0
    errors: list[SeedError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def shipped_tables(folder: Path) -> list[Table]:
    """The tables in `folder` that extraction reads."""
    return [
        *(Table(folder / f"{name}.tsv", content) for name, content in _SHIPPED.items()),
        *(Table(folder / f"kinds/{lang}.tsv", "kinds", lang) for lang in LANGUAGES),
        *(Table(folder / f"cues/{lang}/{family}.tsv", "cues", lang) for lang in LANGUAGES for family in FAMILIES),
        *(Table(folder / f"qualifiers/{lang}.tsv", "qualifiers", lang) for lang in LANGUAGES),
    ]


def check_seeds(
    own: Iterable[Table] = (), vocabulary: Vocabulary | None = None, folder: Path | None = None
) -> list[TableReport]:
    """Check the shipped tables (or those in `folder`), then a user's `own` ones, which add to them.

    Broken tables raise nothing and stop nothing: there is a report for each table, in the order of the tables.
    """
    check = _Check(vocabulary or Vocabulary.default())
    return [check.table(table) for table in (*shipped_tables(folder or seed_path("")), *own)]


class _Check:
    """Checks tables one after the other, and remembers of each what later ones refer to."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.catalogue = Catalogue()
        self.offices: set[str] = set()
        self.broken: set[Content] = set()

    def table(self, table: Table) -> TableReport:
        report, rows = TableReport(table), list[Row]()
        try:
            for row in read_table(table.path, COLUMNS[table.content]):
                rows.append(row)  # one by one: those before a broken line are kept
            self._load(table)
        except SeedError as error:
            report.errors.append(error)
            self.broken.add(table.content)
        report.rows = len(rows)
        found = list(self._findings(table, rows))
        report.errors += [finding for finding in found if isinstance(finding, SeedError)]
        report.notes += [finding for finding in found if isinstance(finding, str)]
        return report

    def _load(self, table: Table) -> None:
        """Read the table with its loader, if that takes a path."""
        match table:
            case Table(path, "countries"):
                self.catalogue.read_countries(path)
            case Table(path, "actors"):
                self.catalogue.read_actors(path)
            case Table(path, "kinds", lang) if lang is not None:
                kinds.read_kinds(path, lang)
            case Table(path, "cues"):
                cues.read_cues(path, self.vocabulary)
            case Table(path, "qualifiers"):
                qualifiers.read_qualifiers(path)

    def _findings(self, table: Table, rows: Sequence[Row]) -> Iterator[Finding]:
        columns = COLUMNS[table.content]
        if "type" in columns:
            yield from _unknown(rows, "type", self.vocabulary.entities)
        if "gender" in columns:
            yield from _unknown(rows, "gender", get_args(Gender))
        if table.lang is not None:
            yield from _foreign(rows, "noun" if "noun" in columns else "cue", table.lang)
        match table.content:
            case "countries" | "actors":
                yield from self._shared_names(rows)
            case "office names":
                self.offices = {row["office"] for row in rows}
            case "terms":
                yield from self._strangers(rows)
                yield from _terms(rows)
            case "confidence":
                yield from _unknown(rows, "relation", self.vocabulary.relations)
                yield from _counts(rows)

    def _shared_names(self, rows: Sequence[Row]) -> Iterator[str]:
        """Names that these rows give to one more actor: in an article they are ambiguous."""
        by_id = {row["id"]: row for row in rows}
        for names in self.catalogue.names.values():
            kinds_by_id = {name.entry.id: name.kind for name in names}
            if len(kinds_by_id) > 1 and (row := by_id.get(list(kinds_by_id)[-1])) is not None:
                who = ", ".join(f"{key} ({kind})" for key, kind in kinds_by_id.items())
                yield f"{row.file}:{row.line}: '{names[0].text}' may be {who}"

    def _strangers(self, rows: Iterable[Row]) -> Iterator[Finding]:
        """Terms whose actor, body or office no other table has. A broken other table would make strangers of all."""
        if self.broken & {"countries", "actors", "office names"}:
            yield "not compared with the other tables of actors, for one of them is broken"
            return
        for row in rows:
            for column in ("actor", "of"):
                if row[column] not in self.catalogue.entries:
                    yield row.error(f"'{row[column]}' is not in the catalogue", "add it to actors/officeholders.tsv")
            if row["office"] not in self.offices:
                yield row.error(f"no noun for the office '{row['office']}'", "add it to actors/office_names.tsv")


def _unknown(rows: Iterable[Row], column: str, known: Collection[str]) -> Iterator[SeedError]:
    for row in rows:
        if row[column] not in known:
            yield row.error(f"unknown {column} '{row[column]}'", f"one of {', '.join(known)}")


def _foreign(rows: Iterable[Row], column: str, lang: Language) -> Iterator[SeedError]:
    """Words that no article of the language can hold, for they are in another script."""
    for row in rows:
        if bool(_ARABIC_LETTER.search(row[column])) != (lang == "ar"):
            yield row.error(f"'{row[column]}' is not in the script of the language '{lang}'", "is it the right table?")


def _counts(rows: Iterable[Row]) -> Iterator[SeedError]:
    for row in rows:
        if not (row["right"].isdigit() and row["all"].isdigit() and int(row["right"]) <= int(row["all"])):
            yield row.error(f"{row['right']} of {row['all']}: two whole numbers, the first the smaller")


def _terms(rows: Iterable[Row]) -> Iterator[Finding]:
    """Terms with impossible dates; notes about offices that several actors hold at once."""
    held: defaultdict[tuple[str, str], list[tuple[Row, datetime.date, datetime.date]]] = defaultdict(list)
    for row in rows:
        try:
            first, last = _certain_days(row)
        except ValueError as error:
            yield row.error(str(error))
            continue
        terms = held[row["office"], row["of"]]
        for other, others_first, others_last in terms:
            if other["actor"] != row["actor"] and max(first, others_first) < min(last, others_last):
                who = f"{row['actor']} and {other['actor']} (line {other.line})"
                yield f"{row.file}:{row.line}: {row['office']} of {row['of']} at the same time: {who}"
        terms.append((row, first, last))


def _certain_days(row: Row) -> tuple[datetime.date, datetime.date]:
    """From when to when a term certainly ran: a month that is told for a handover leaves its days open.

    Raises ValueError if a date is none, or if the term ends before it begins.
    """
    begin = bounds(row["from"]) if row["from"] else (None, None)
    end = bounds(row["to"]) if row["to"] else (None, None)
    if begin[0] is not None and end[1] is not None and end[1] < begin[0]:
        raise ValueError(f"the term ends ({row['to']}) before it begins ({row['from']})")
    return begin[1] or datetime.date.min, end[0] or datetime.date.max
