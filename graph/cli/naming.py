"""From what a user calls an actor to the actor."""

from __future__ import annotations

import difflib

from ...schema import Actor, StoreError
from ..actors import merge_actors, name_key
from ..evaluate.names import fold
from ..store import Store


def find_actor(store: Store, name: str) -> Actor:
    """The actor of that slug, of that name in any language, or else of whose name it is a part ("Macron").

    Raises StoreError if there is none, or several: it names the candidates.
    """
    found = _best(store.find_actors(name), name) or _by_part(store, name)
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(f"{actor.id} ({actor.label}, {actor.type})" for actor in found)
        raise StoreError(f"'{name}' is the name of several: {listed}", remedy="give one of these ids instead")
    near = ", ".join(actor.id for actor in _alike(store, name)[:10])
    remedy = f"do you mean {near}?" if near else "`techpol ties` shows who is in the graph"
    raise StoreError(f"nobody in the graph is called '{name}'", remedy=remedy)


def _best(actors: list[Actor], name: str) -> list[Actor]:
    """Of those found, the one with that id, else those whose label it is, else all: others are only mentioned so."""
    key = name_key(name)
    labelled = [actor for actor in actors if key in map(name_key, (actor.label, *actor.labels.values()))]
    return [actor for actor in actors if actor.id == name] or labelled or actors


def _by_part(store: Store, name: str) -> list[Actor]:
    """The actors with a label that has all words of `name`, whatever accents, hamzas and titles it is written with."""
    words = set(fold(name).split())
    return [
        actor for actor in _everyone(store) if words and any(words <= set(label.split()) for label in _labels(actor))
    ]


def _alike(store: Store, name: str) -> list[Actor]:
    """The actors with a name that has one word of `name`, or nearly."""
    words = [word for word in fold(name).split() if len(word) > 2]
    return [
        actor
        for actor in _everyone(store)
        for known in [" ".join([*_labels(actor), *map(fold, actor.mentions)]).split()]
        if any(difflib.get_close_matches(word, known, n=1, cutoff=0.8) for word in words)
    ]


def _labels(actor: Actor) -> set[str]:
    """What the actor is called in each language, and its slug; not what it is only described as in some article."""
    return {fold(name) for name in (actor.id, actor.label, *actor.labels.values())}


def _everyone(store: Store) -> list[Actor]:
    """All actors by slug. It reads the whole graph: for when the quick way found nobody."""
    records: dict[str, list[Actor]] = {}
    for triple in store.triples():
        for actor in (triple.subject, triple.object):
            records.setdefault(actor.id, []).append(actor)
    return [merge_actors(found) for _, found in sorted(records.items())]
