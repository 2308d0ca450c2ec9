"""One node from many records: what the triples say about an actor, and about an article, merged.

Triples may disagree on an actor ("Musk" here, "Elon Musk" there). Each triple keeps its own record; the node shows
the merger. Each field is merged by itself with a rule that is associative, commutative and idempotent, so that the
node is the same in whatever order, and however often, the triples are loaded.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from ..schema import LANGUAGES, Actor, Publication, Triple


def merge_actors(records: Iterable[Actor]) -> Actor:
    """The actor that `records`, one or more of the same id, describe together.

    Labels: the longest (a full name says more than a short one). Mentions: all, sorted. Type and Wikidata id: the
    first in the alphabet, an arbitrary choice, for they disagree only where an extraction is wrong.
    """
    found = list(records)
    labels = {language: _longest(actor.labels.get(language) for actor in found) for language in LANGUAGES}
    return Actor(
        id=found[0].id,
        label=max((actor.label for actor in found), key=_length),
        type=min(actor.type for actor in found),
        wikidata=min((actor.wikidata for actor in found if actor.wikidata), default=None),
        labels={language: label for language, label in labels.items() if label is not None},
        mentions=tuple(sorted({mention for actor in found for mention in actor.mentions})),
    )


def merge_publications(records: Iterable[Publication]) -> Publication:
    """How to cite the article that `records` describe together: of each field the longest value."""
    found = list(records)
    fields = {name: _longest(getattr(record, name) for record in found) for name in Publication.model_fields}
    return Publication.model_validate(fields | {"title": fields["title"] or ""})


def preferred(one: Triple, other: Triple) -> Triple:
    """Which of two triples with the same id to keep: the more confident; between equals, an arbitrary fixed one."""
    return max(one, other, key=lambda triple: (triple.confidence, triple.to_json()))


def names(actor: Actor) -> list[str]:
    """Everything by which `actor` can be found, as `name_key` writes it."""
    return sorted({name_key(name) for name in (actor.id, actor.label, *actor.labels.values(), *actor.mentions)})


def name_key(name: str) -> str:
    """`name` without what does not matter: case, blanks around it, and how its accents are encoded.

    >>> name_key(" E\u0301lyse\u0301e ") == name_key("ÉLYSÉE")
    True
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).strip().casefold())


def _longest(values: Iterable[str | None]) -> str | None:
    return max((value for value in values if value is not None), key=_length, default=None)


def _length(text: str) -> tuple[int, str]:
    """Sorts by length; between equally long ones the text itself decides."""
    return len(text), text
