"""Check the data tables: every row by the rules of its loader, then against the other tables."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from ..schema import FAMILIES, LANGUAGES, Language, SeedError, Vocabulary
from ..schema.edtf import Bounds, bounds
from .actors import kinds, offices
from .actors.catalogue import ACTOR_COLUMNS, COUNTRY_COLUMNS, Catalogue, Name
from .actors.genders import Gender
from .cues import lexicon as cues
from .qualifiers import lexicon as qualifiers
from .tsv import Row, read_table, seed_path

Content = Literal[
    "countries", "actors", "stops", "office names", "terms", "kinds", "cues", "qualifiers", "genders", "words", "names"
]
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
    "words": ("word",),
    "names": ("name",),
}
_ARABIC_LETTER = re.compile(r"[\u0600-\u06ff]")


@dataclass(frozen=True)
class Table:
    """A file to check and what it holds; `lang` is None where its words are of no one language."""

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


def shipped_tables(folder: Path) -> list[Table]:
    """The tables in `folder` that extraction reads; a table comes after those that it is checked against."""
    actors = {
        "countries": "countries", "actors": "actors", "officeholders": "actors", "stops": "stops",
        "office_names": "office names", "offices": "terms",
    }  # fmt: skip
    words = {"given_names": "genders", "ar_name_genders": "genders", "ar_words": "words", "ar_given_names": "names"}
    return [
        *(Table(folder / f"actors/{name}.tsv", content) for name, content in actors.items()),
        *(Table(folder / f"kinds/{name}.tsv", content) for name, content in words.items()),
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
    """Checks tables one after the other, and remembers those that others refer to."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.catalogue = Catalogue()
        self.catalogue_complete = True
        self.office_names: set[str] = set()
        self.lines: dict[str, str] = {}  # FILE:LINE by id of catalogue entry
        self.shared: set[str] = set()

    def table(self, table: Table) -> TableReport:
        report = TableReport(table)
        rows: list[Row] = []
        try:
            for row in read_table(table.path, COLUMNS[table.content]):
                rows.append(row)
            self._load(table)
        except SeedError as error:
            report.errors.append(error)
        report.rows = len(rows)
        across = _ACROSS.get(table.content)
        known = {error.line for error in report.errors}
        if across is not None:
            report.errors += (error for error in across(self, table, rows, report) if error.line not in known)
        return report
