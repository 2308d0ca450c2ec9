"""How far a triple can be trusted: the share of right ones among the like, counted on annotated training texts.

The counts stand in `seeds/confidence.tsv`, by language, kind of cue and relation; `tests/calibrate.py` makes them. The
estimate leans on the whole kind where a relation was seen rarely (additive smoothing).
"""

from __future__ import annotations

import functools
from collections import Counter

from ..schema import Language
from .tsv import read_table, seed_path

COLUMNS = ("lang", "kind", "relation", "right", "all")
# How many sightings the share of the whole kind counts as.
_WEIGHT = 5.0


@functools.cache
def _counts() -> tuple[Counter[tuple[str, ...]], Counter[tuple[str, ...]]]:
    """Right and all triples, by (lang, kind, relation) and by (lang, kind)."""
    right: Counter[tuple[str, ...]] = Counter()
    everything: Counter[tuple[str, ...]] = Counter()
    for row in read_table(seed_path("confidence.tsv"), COLUMNS):
        if not (row["right"].isdigit() and row["all"].isdigit()):
            raise row.error("right and all must be whole numbers")
        for key in ((row["lang"], row["kind"], row["relation"]), (row["lang"], row["kind"])):
            right[key] += int(row["right"])
            everything[key] += int(row["all"])
    return right, everything


def confidence(lang: Language, kind: str, relation: str) -> float:
    """Estimated chance, 0 to 1, that a triple of this relation found by a cue of this kind is right."""
    right, everything = _counts()
    of_kind, exact = (lang, kind), (lang, kind, relation)
    prior = (right[of_kind] + 1) / (everything[of_kind] + 2)
    return round((right[exact] + _WEIGHT * prior) / (everything[exact] + _WEIGHT), 2)
