"""Noun phrases around a noun of kind: where they begin and end, and which words of their own they have."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from ...schema import Mention
from ..folding import fold
from ..words import Phrases, word_forms
from .kinds import Kind

_DEFINITE = {"the", "this", "that", "le", "la", "l'", "l’", "ce", "cette", "cet", "au", "du"}
_CONTRACTED = {"au", "du"}
_OF = {"en": {"of", "for"}, "fr": {"de", "du", "des", "d'", "d’"}}
_LONGEST = 6


@dataclass(frozen=True)
class Phrase:
    """Characters `start:end`, from `bare` on without the article; `modifiers`: words, folded, that narrow it down."""

    start: int
    bare: int
    end: int
    definite: bool
    modifiers: frozenset[str]


def noun_phrase(doc: Doc, first: int, last: int) -> Phrase:
    """The phrase around the noun at tokens `first` to `last`."""
    if doc.lang_ == "ar":
        return _arabic(doc, first, last)
    begin, modifiers = first, []
    while begin > 0 and first - begin < _LONGEST and doc[begin - 1].pos_ in ("ADJ", "NOUN", "PROPN", "NUM"):
        begin -= 1
        modifiers.append(fold(doc[begin].text))
    definite = begin > 0 and doc[begin - 1].lower_ in _DEFINITE
    end = _complement(doc, last, modifiers)
    # « au », « du » hold the article within the preposition: the phrase begins after them.
    start = begin - 1 if definite and doc[begin - 1].lower_ not in _CONTRACTED else begin
    return Phrase(doc[start].idx, doc[begin].idx, doc[end].idx + len(doc[end]), definite, frozenset(modifiers))


def _complement(doc: Doc, last: int, modifiers: list[str]) -> int:
    """Last token of what follows the noun: adjectives (French) and an of-phrase with a capital or an article."""
    end = last
    while doc.lang_ == "fr" and end + 1 < len(doc) and doc[end + 1].pos_ == "ADJ" and end - last < 2:
        end += 1
        modifiers.append(fold(doc[end].text))
    if end + 2 < len(doc) and doc[end + 1].lower_ in _OF[doc.lang_]:
        stop = end + 2
        while stop < len(doc) and stop - end < _LONGEST and doc[stop].pos_ in ("DET", "NOUN", "PROPN", "ADJ"):
            stop += 1
        if any(doc[i].pos_ in ("NOUN", "PROPN") for i in range(end + 2, stop)):
            modifiers += [fold(doc[i].text) for i in range(end + 2, stop) if doc[i].pos_ != "DET"]
            return stop - 1
    return end


def _arabic(doc: Doc, first: int, last: int) -> Phrase:
    """The noun and the definite words after it: «الشركة الصينية», «وزير الخارجية الروسي»."""
    head = doc[first].text
    definite = any(doc[i].text.lstrip("وفبك").startswith(("ال", "لل")) for i in range(first, last + 1))
    end = last
    countries = {m.span.start for m in doc._.techpol_mentions if m.kind == "adjective"}
    while end + 1 < len(doc) and end - last < 2 and doc[end + 1].text.startswith("ال") and doc[end + 1].is_alpha:
        end += 1
        if doc[end].idx in countries:  # nothing narrows the noun further
            break
    modifiers = frozenset(fold(doc[i].text).removeprefix("ال") for i in range(last + 1, end + 1))
    start = doc[first].idx + len(head) - len(head.lstrip("وف")) if definite and head[1:3] == "ال" else doc[first].idx
    return Phrase(start, start, doc[end].idx + len(doc[end]), definite, modifiers)


def fuller_phrases(doc: Doc, mention: Mention, kinds: Phrases[Kind]) -> list[str]:
    """The phrases that hold the name with the noun of kind before it and an adjective after it: «شركة «كولميو»»."""
    span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if span is None:
        return []
    words, last = word_forms(doc), span.start - 1
    quoted = last >= 0 and doc[last].text in '«"“'
    before = last - quoted
    for first in range(max(0, before - 2), before + 1):
        hit = kinds.longest(words, first, before + 1)
        if hit and hit.value.names and hit.tokens[-1] == before:
            end = span.end + (quoted and span.end < len(doc))
            phrases = [doc[first:end].text]
            if end < len(doc) and doc.lang_ == "ar" and doc[end].text.startswith("ال"):
                phrases.append(doc[first : end + 1].text)
            return phrases
    return []
