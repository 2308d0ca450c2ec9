"""Which nouns an article has tied to an actor: "Nexalis, a *start-up*", "the Federal Platform *Commission*"."""

from __future__ import annotations

from collections.abc import Iterable

from ...schema import Actor
from ..folding import fold
from ..words import word_forms
from .context import Context

_ARTICLES = {"a", "an", "the", "un", "une", "le", "la", "l'", "l’"}
# How many words before or after a name a noun may stand to be tied to it.
_REACH = 4


def introduced_nouns(context: Context) -> dict[str, set[str]]:
    """Actors by the nouns of kind that stand beside their names (« le *ministre* Vauclair »)."""
    found: dict[str, set[str]] = {}
    doc, words = context.doc, word_forms(context.doc)
    for place in context.places:
        if place.mention.kind != "name":
            continue
        before = range(max(0, place.token - _REACH), place.token)
        after = _apposed(context, _token_after(context, place.token, place.mention.span.end))
        for index in (*before, *after):
            hit = context.kinds.longest(words, index, place.token if index < place.token else len(doc))
            if hit and hit.value.type == context.actors[place.mention.actor].type:
                found.setdefault(hit.value.noun, set()).add(place.mention.actor)
    return found


def _token_after(context: Context, token: int, end: int) -> int:
    return next((i for i in range(token, len(context.doc)) if context.doc[i].idx >= end), len(context.doc))


def _apposed(context: Context, end: int) -> range:
    """Tokens of a phrase such as ", a Lyon-based start-up" after a name that ends before token `end`."""
    doc = context.doc
    if end + 2 >= len(doc) or doc[end].text not in (",", "،", "("):
        return range(0)
    article = doc[end + 1].lower_ in _ARTICLES
    return range(end + 1 + article, min(end + 5, len(doc))) if article or doc.lang_ != "en" else range(0)


def nouns_in_names(actors: Iterable[Actor]) -> dict[str, list[str]]:
    """Actors by the words of their names: "the commission" may mean the Federal Platform Commission."""
    found: dict[str, list[str]] = {}
    for actor in actors:
        if actor.type in ("PERSON", "COUNTRY"):
            continue
        names = dict.fromkeys((actor.label, *actor.labels.values(), *actor.mentions))
        for word in dict.fromkeys(word for name in names for word in fold(name).split()):
            owners = found.setdefault(word.removeprefix("ال"), [])
            if len(word) > 3 and actor.id not in owners:
                owners.append(actor.id)
    return found
