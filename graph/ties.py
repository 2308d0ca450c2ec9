"""Ties: what all triples between two actors add up to. Always derived, never stored."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from ..schema import Actor, Triple, Vocabulary
from ..schema.base import Record
from .actors import merge_actors
from .query import date_of


class Tie(Record):
    """Two actors (`a` before `b` by slug) and the triples between them, in either direction, sorted by id.

    `polarity` is the sum of `polarity_of` each triple: below zero hostile, above zero friendly. `first` and `last`
    are ISO dates, of the earliest and the latest triple that has one. `a` and `b` carry the labels and mentions of
    all these triples.
    """

    a: Actor
    b: Actor
    count: int
    by_relation: dict[str, int]
    by_status: dict[str, int]
    polarity: int
    first: str | None
    last: str | None
    triples: tuple[Triple, ...]


def polarity_of(triple: Triple, vocabulary: Vocabulary) -> int:
    """The polarity (-1, 0, +1) of the triple's relation if it is asserted, else 0.

    What is denied, planned, only alleged or over does not say how the two stand to each other: it counts neither
    way (a denied attack is no act of friendship).
    """
    return vocabulary.relations[triple.relation].polarity if triple.status == "asserted" else 0


def ties_of(triples: Iterable[Triple], vocabulary: Vocabulary) -> list[Tie]:
    """The ties that `triples` make, strongest first: by number of articles, then of triples, then by slugs."""
    pairs: defaultdict[tuple[str, str], list[Triple]] = defaultdict(list)
    for triple in triples:
        one, other = sorted((triple.subject.id, triple.object.id))
        pairs[one, other].append(triple)
    ties = [_tie(pair, found, vocabulary) for pair, found in pairs.items()]
    return sorted(ties, key=_weakness)


def _tie(pair: tuple[str, str], triples: list[Triple], vocabulary: Vocabulary) -> Tie:
    triples.sort(key=lambda triple: triple.id)
    dates = sorted(str(date) for date in map(date_of, triples) if date)
    a, b = (merge_actors(end for t in triples for end in (t.subject, t.object) if end.id == slug) for slug in pair)
    return Tie(
        a=a,
        b=b,
        count=len(triples),
        by_relation=_counted(triple.relation for triple in triples),
        by_status=_counted(triple.status for triple in triples),
        polarity=sum(polarity_of(triple, vocabulary) for triple in triples),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        triples=tuple(triples),
    )


def _counted(names: Iterable[str]) -> dict[str, int]:
    """How often each name comes, most frequent first."""
    return dict(sorted(Counter(names).items(), key=lambda item: (-item[1], item[0])))


def _weakness(tie: Tie) -> tuple[int, int, str, str]:
    return -len({triple.article for triple in tie.triples}), -tie.count, tie.a.id, tie.b.id
