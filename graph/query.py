"""Which triples one asks for. Every store answers through `Query.matches`, so that all answer alike."""

from __future__ import annotations

import datetime

from ..schema import Status, StoreError, Triple, Vocabulary
from ..schema.actor import Slug, TypeName
from ..schema.article import ArticleId
from ..schema.base import Record
from ..schema.edtf import Edtf, bounds


class Query(Record):
    """A filter: a triple matches if it satisfies every field that is given.

    `actor`: slug of subject or object. `between`: slugs of both ends, in either order. `since` and `until`, both
    inclusive, are dates as ISO writes them (`2024-12-31`; a month or year means its first day as `since`, its last as
    `until`) and compare with `date_of(triple)`; a triple without any date matches neither.

    >>> Query(between=("emmanuel-macron", "elon-musk"), since="2024").until is None
    True
    """

    actor: Slug | None = None
    between: tuple[Slug, Slug] | None = None
    relation: TypeName | None = None
    status: Status | None = None
    since: Edtf | None = None
    until: Edtf | None = None
    article: ArticleId | None = None

    def matches(self, triple: Triple) -> bool:
        """Whether `triple` is asked for."""
        ends = {triple.subject.id, triple.object.id}
        return (
            (self.actor is None or self.actor in ends)
            and (self.between is None or set(self.between) == ends)
            and self.relation in (None, triple.relation)
            and self.status in (None, triple.status)
            and self.article in (None, triple.article)
            and self._covers(triple)
        )

    def check(self, vocabulary: Vocabulary) -> None:
        """Raise StoreError if the relation is not in the vocabulary: no triple can match, which is hardly meant."""
        if self.relation is not None and self.relation not in vocabulary.relations:
            raise StoreError(f"unknown relation {self.relation}", remedy="`techpol schema` lists the relations")

    def _covers(self, triple: Triple) -> bool:
        first = bounds(self.since)[0] if self.since else None
        last = bounds(self.until)[1] if self.until else None
        if first is None and last is None:
            return True
        date = date_of(triple)
        return date is not None and (first is None or first <= date) and (last is None or date <= last)


EVERYTHING = Query()


def date_of(triple: Triple) -> datetime.date | None:
    """The day on which to place a triple in time.

    First day of its `time` (the last, where the first is open: `../2018` is true of 2018, not of today); without
    `time`, the day its article was published; None where that is not known either.
    """
    first, last = bounds(triple.time) if triple.time else (None, None)
    if first or last:
        return first or last
    published = triple.publication.published if triple.publication else None
    return datetime.date.fromisoformat(published) if published else None
