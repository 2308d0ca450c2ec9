"""Roles in Arabic: «رئيس شركة تسلا إيلون ماسك», «إيلون ماسك، الرئيس التنفيذي لتسلا», «الرئيس الفرنسي ماكرون»."""

from __future__ import annotations

from itertools import product

from ...schema import Mention
from ..folding import fold
from ..words import Hit
from .lexicon import Cue
from .line_mentions import LineMentions, Standing

_POST = {
    fold(w)
    for w in ("منصب", "بمنصب", "بصفته", "بصفتها", "كان", "هو", "هي", "يعد", "وهو", "وهي", "أصبح", "بات", "باعتباره")
}
# Whoever has one of these roles is a person; a rival or a supplier may be anybody.
_PEOPLE = {"LEADS", "MEMBER_OF", "FOUNDED"}
_PLAIN = {"ل", "باسم", "عن", "في", "لدي", "من", "idafa", None}


def role_ends(hit: Hit[Cue], line: LineMentions, low: int, high: int) -> list[tuple[Mention, Mention]]:
    """Pairs of bearer and what the role belongs to, empty unless both stand by the role."""
    belongs = _belongings(hit, line, high)
    if not belongs:
        return []
    described = next(
        (s for s in line.all if s.mention.kind == "description" and s.first <= hit.tokens[0] <= s.last), None
    )
    if described is not None:
        inside = [s.mention for s in belongs if s.last <= described.last]
        return list(product([described.mention], inside)) if line.is_person(described) else []
    people = hit.value.relation in _PEOPLE
    bearer = _after(line, belongs[-1].last, high, people) or _before(line, hit.tokens[0], low, people)
    if bearer is None:
        return []
    return list(product([bearer.mention], [s.mention for s in belongs]))


def _belongings(hit: Hit[Cue], line: LineMentions, high: int) -> list[Standing]:
    """The actor right after the role (an adjective of a country too), and those joined to it."""
    position = hit.tokens[-1]
    # «رئيسها فلان»: the pronoun written on the role.
    owner = next((s for s in line.all if s.first in hit.tokens and s.mention.kind == "pronoun"), None)
    if owner is not None:
        return [owner]
    for standing in line.all:
        if standing.first <= position or standing.last >= high:
            continue
        if standing.phrase - position > 2 and standing.first - position > 2:
            break
        if standing.preposition not in _PLAIN:
            break
        if standing.mention.kind == "adjective" and not hit.value.takes_nations:
            continue
        if standing.mention.kind == "adjective":
            name = next((s for s in line.all if s.first > standing.last and s.first - standing.last <= 1), None)
            return [standing] if name is None or name.mention.kind != "adjective" else [standing, name][:1]
        if hit.value.relation in _PEOPLE and line.is_person(standing):
            break
        return [standing, *standing.followers]
    return []


def _may_bear(line: LineMentions, standing: Standing, people: bool) -> bool:
    return line.is_person(standing) or (not people and standing.mention.kind == "name")


def _after(line: LineMentions, last: int, high: int, people: bool) -> Standing | None:
    """A person right after the phrase, with at most a comma, a title or an adjective between."""
    for standing in line.all:
        if standing.first > last and standing.last < high and _may_bear(line, standing, people):
            between = [t for t in line.doc[last + 1 : standing.first] if not line.is_light(t.i)]
            return None if between else standing
    return None


def _before(line: LineMentions, first: int, low: int, people: bool) -> Standing | None:
    """A person right before the role: after a comma, or with a word such as «منصب» or «هو» between."""
    for standing in reversed(line.all):
        if standing.last < first and standing.first >= low and _may_bear(line, standing, people):
            between = [fold(t.text) for t in line.doc[standing.last + 1 : first]]
            apposed = between in (["،"], [","], ["("], ["-"], ["،", "وهو"])
            held = len(between) <= 6 and any(word in _POST for word in between)
            return standing if apposed or held else None
    return None
