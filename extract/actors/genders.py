"""Grammatical gender of the people in an article, from the titles, offices and given names of their names."""

from __future__ import annotations

import functools
from typing import Literal, cast

from spacy.tokens import Doc

from ...schema import Actor
from ..folding import fold
from ..tsv import read_table, seed_path
from ..words import text_of

Gender = Literal["m", "f"]

_TITLES: dict[str, Gender] = {
    "mr": "m", "mr.": "m", "m.": "m", "sir": "m", "lord": "m", "monsieur": "m",
    "ms": "f", "ms.": "f", "mrs": "f", "mrs.": "f", "miss": "f", "mme": "f", "mme.": "f", "madame": "f", "lady": "f",
    "السيد": "m", "السيده": "f",
}  # fmt: skip


@functools.cache
def given_names() -> dict[str, Gender]:
    """Gender by given name, folded, in Latin and Arabic script."""
    found: dict[str, Gender] = {}
    for table in ("kinds/given_names.tsv", "kinds/ar_name_genders.tsv"):
        for row in read_table(seed_path(table), ("name", "gender")):
            if row["gender"] not in ("m", "f"):
                raise row.error(f"gender '{row['gender']}' is neither m nor f")
            found[fold(row["name"])] = cast(Gender, row["gender"])
    return found


def genders(doc: Doc) -> dict[str, Gender]:
    """Gender by actor id, for the people whose names or titles show it."""
    found: dict[str, Gender] = {}
    for actor in doc._.techpol_actors.values():
        if actor.type == "PERSON" and (gender := _of_name(actor)) is not None:
            found[actor.id] = gender
    for mention in doc._.techpol_mentions:
        if mention.kind == "name" and mention.actor not in found:
            words = text_of(doc)[max(0, mention.span.start - 15) : mention.span.start].split()
            title = _TITLES.get(fold(words[-1])) if words else None
            if title is not None:
                found[mention.actor] = title
    return found


def _of_name(actor: Actor) -> Gender | None:
    names = (actor.label, *actor.labels.values())
    firsts = (fold(name.replace("-", "_")).split("_")[0].split() for name in names)
    return next((given_names()[words[0]] for words in firsts if len(words) > 0 and words[0] in given_names()), None)
