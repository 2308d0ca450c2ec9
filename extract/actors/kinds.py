"""Nouns that tell what type of actor a name or a description is ("startup", « ministère », «حزب»)."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

from ...schema import Language
from .. import arabic
from ..folding import fold
from ..tsv import Row, read_table, seed_path
from ..words import Phrases

COLUMNS = ("noun", "type", "use")
USES = {"name", "ref", "sum", "two"}


@dataclass(frozen=True)
class Kind:
    """`names`: the noun introduces a name; `refers`: with an article it refers back to an actor of the type.

    `sums`: with a sum of money before it, it is an actor of the type (« 109 milliards d'euros d'investissements »).
    `two`: it means the last two actors of the type together (« les deux hommes »).
    """

    noun: str
    type: str
    names: bool
    refers: bool
    sums: bool
    two: bool


@functools.cache
def load_kinds(lang: Language) -> Phrases[Kind]:
    """The kinds of one language. Raises SeedError naming the broken line."""
    return read_kinds(seed_path(f"kinds/{lang}.tsv"), lang)


def read_kinds(path: Path, lang: Language) -> Phrases[Kind]:
    """The kinds of a table."""
    phrases: Phrases[Kind] = Phrases()
    # A dual goes before the forms of its singular that look like it («رجلين» of «رجل»): of equals the first is found.
    for row in sorted(read_table(path, COLUMNS), key=lambda row: "two" not in row.names("use")):
        uses = set(row.names("use"))
        if not row["noun"] or not uses or uses - USES:
            raise row.error(f"'{row['noun']}': use must be name, ref, sum, two or several of them divided by |")
        kind = Kind(row["noun"], row["type"], "name" in uses, "ref" in uses, "sum" in uses, "two" in uses)
        phrases.add(_words(row, lang), kind)
    return phrases


def _words(row: Row, lang: Language) -> list[frozenset[str]]:
    words: list[frozenset[str]] = []
    for word in row["noun"].split():
        alternatives = [fold(part) for part in word.split("/")]
        forms = arabic.noun_forms(alternatives) if lang == "ar" else frozenset(alternatives)
        if lang == "ar":
            forms |= {"ال" + form for form in forms}
        words.append(forms)
    return words
