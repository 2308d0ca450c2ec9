"""Relations that the order of words states without a verb: "Tim Cook (Apple)", « le groupe chinois Haiyun »."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc

from ...schema import Mention
from ..actors.kinds import Kind
from ..folding import fold
from ..proposal import Proposal
from ..words import Phrases, text_of, word_forms
from .line_words import PREPOSITIONS

_BASED = {"COMPANY", "GOVERNMENT", "ORGANIZATION", "PARTY"}
_FARTHEST = 4


def pattern_proposals(doc: Doc, kinds: Phrases[Kind]) -> Iterator[Proposal]:
    """What parentheses and adjectives of countries state."""
    mentions = [m for m in doc._.techpol_mentions if m.kind != "pronoun"]
    for first, second in pairwise(mentions):
        yield from _parenthesis(doc, first, second)
    yield from _countries(doc, mentions, kinds)


def _type(doc: Doc, mention: Mention) -> str:
    return str(doc._.techpol_actors[mention.actor].type)


def _token(doc: Doc, mention: Mention) -> int:
    span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    return int(span.start) if span is not None else 0


def _parenthesis(doc: Doc, person: Mention, body: Mention) -> Iterator[Proposal]:
    """ "Tim Cook (Apple)", "Levente Borbás of Civil Fórum": a member."""
    between = text_of(doc)[person.span.end : body.span.start].strip()
    closes = text_of(doc)[body.span.end : body.span.end + 1]
    bracketed = between == "(" and closes in (")", ",")
    named = person.kind == body.kind == "name"
    if not (bracketed or (between in ("of", ", of") and named)) or _type(doc, person) != "PERSON":
        return
    if _type(doc, body) in ("COMPANY", "PARTY", "ORGANIZATION", "GOVERNMENT"):
        yield Proposal("MEMBER_OF", person, body, (_token(doc, body),), between, "person (body)")


def _countries(doc: Doc, mentions: list[Mention], kinds: Phrases[Kind]) -> Iterator[Proposal]:
    """« le groupe *chinois* *Haiyun* », "*Brazil*'s *Supreme Court*", «شركة الاستثمار *الكندية* *بروكفيلد*»."""
    words = word_forms(doc)
    described = [m.span for m in mentions if m.kind == "description" and _type(doc, m) == "PERSON"]
    for country in mentions:
        if any(span.start <= country.span.start < span.end for span in described):
            continue
        possessor = doc.lang_ == "en" and text_of(doc)[country.span.end : country.span.end + 2] in ("'s", "’s")
        if _type(doc, country) != "COUNTRY" or not (country.kind == "adjective" or possessor):
            continue
        at = _token(doc, country)
        for body in mentions:
            if _type(doc, body) not in _BASED or body.kind == "adjective":
                continue
            start = _token(doc, body)
            inside = body.span.start <= country.span.start and country.span.end <= body.span.end
            # «شركة *ميكرون* *الأمريكية*»: the adjective follows the name.
            follows = doc.lang_ == "ar" and 0 <= country.span.start - body.span.end <= 2 and body.kind == "name"
            follows = follows or (body.kind == "name" and _apposed(doc, body.span.end, at))
            if inside or follows or (0 < start - at <= _FARTHEST and _one_phrase(doc, at, start, kinds, words)):
                yield Proposal("PART_OF", body, country, (at,), country.span.quote, "country adjective > name")
                break


def _apposed(doc: Doc, end: int, at: int) -> bool:
    """ "Edelgrund, a *Swiss* foundation": the adjective stands in a phrase that only a comma parts from the name."""
    between = [t for t in doc[max(0, at - 4) : at] if t.idx >= end]
    if not between or between[0].text != "," or between[0].idx - end > 1 or len(between) == 1:
        return False
    following = doc[at + 1] if at + 1 < len(doc) else None
    noun = doc.lang_ == "fr" or (following is not None and following.pos_ in ("NOUN", "ADJ"))
    return noun and between[1].pos_ == "DET" and all(t.pos_ in ("DET", "ADJ", "NOUN", "ADV") for t in between[1:])


def _one_phrase(doc: Doc, at: int, start: int, kinds: Phrases[Kind], words: list[frozenset[str]]) -> bool:
    """Whether the words from the country to the name are one phrase: no verb, preposition or mark between them."""
    between = [t for t in doc[at + 1 : start] if t.text not in ("'s", "’s")]
    if doc.lang_ == "en":
        return all(t.pos_ in ("NOUN", "ADJ", "PROPN") for t in between)
    if any((t.is_punct and t.text not in '«"“،') or t.pos_ in ("VERB", "AUX", "ADP", "CCONJ") for t in between):
        return False
    arabic = doc.lang_ == "ar"  # there an adjective right before a name belongs to what stands before it
    near = range(max(0, at - 3), start)
    hits = [hit for i in near if (hit := kinds.longest(words, i, start)) and hit.value.type in _BASED]
    return not any(fold(t.text) in PREPOSITIONS for t in between) and (bool(hits) or not (between or arabic))
