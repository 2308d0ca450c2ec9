"""The lexicon of words that deny, plan, allege, end or attribute."""

from __future__ import annotations

import functools
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from ...schema import STATUSES, Language, Status
from .. import arabic
from ..folding import fold
from ..tsv import read_table, seed_path
from ..words import Hit, Phrases

Scope = Literal["marker", "governor", "role", "source", "anonymous"]
COLUMNS = ("cue", "scope", "status")
GAP = 1
# What a claim is where several words qualify it.
_STRENGTH: tuple[Status, ...] = ("negated", "ended", "planned", "alleged")


@dataclass(frozen=True)
class Qualifier:
    """One line of the lexicon; `status` is None for sources."""

    text: str
    scope: Scope
    status: Status | None


@functools.cache
def load_qualifiers(lang: Language) -> Phrases[Qualifier]:
    """The shipped qualifiers of one language, indexed by their words."""
    phrases: Phrases[Qualifier] = Phrases(GAP)
    for qualifier in read_qualifiers(seed_path(f"qualifiers/{lang}.tsv")):
        phrases.add([_forms(word, qualifier.scope, lang) for word in qualifier.text.split()], qualifier)
    return phrases


def strongest(found: Collection[Status | None]) -> Status:
    """The status that prevails; asserted where there is none.

    >>> strongest(["alleged", None, "negated"])
    'negated'
    """
    return next((status for status in _STRENGTH if status in found), "asserted")


def longest_hits(
    qualifiers: Phrases[Qualifier], words: Sequence[frozenset[str]], start: int, end: int
) -> list[Hit[Qualifier]]:
    """The qualifiers in the tokens `start:end`; of two that overlap the longer («n'exclut pas de»)."""
    hits = [hit for i in range(start, end) if (hit := qualifiers.longest(words, i, end)) is not None]
    taken: set[int] = set()
    kept = []
    for hit in sorted(hits, key=lambda h: -len(h.tokens)):
        if taken.isdisjoint(hit.tokens):
            taken.update(hit.tokens)
            kept.append(hit)
    return sorted(kept, key=lambda h: h.tokens)


def _forms(word: str, scope: Scope, lang: Language) -> frozenset[str]:
    alternatives = [fold(part) for part in word.split("/")]
    if lang != "ar" or scope == "marker":
        return frozenset(alternatives)
    if scope in ("governor", "source"):
        return arabic.verb_forms(alternatives) | arabic.noun_forms(alternatives)
    return arabic.noun_forms(alternatives)


def read_qualifiers(path: Path) -> list[Qualifier]:
    """The qualifiers of a table. Raises SeedError naming the line with an unknown scope or status."""
    found = []
    for row in read_table(path, COLUMNS):
        scope, status = row["scope"], row["status"] or None
        if scope not in get_args(Scope):
            raise row.error(f"unknown scope '{scope}': {', '.join(get_args(Scope))}")
        if (status not in STATUSES) if scope != "source" else status is not None:
            raise row.error(f"scope {scope} with status '{status or ''}'")
        found.append(Qualifier(row["cue"], scope, status))  # type: ignore[arg-type]  # checked above
    return found
