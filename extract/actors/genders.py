"""Grammatical gender of the people in an article, from the titles, offices and given names beside their names."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Doc

from ..folding import fold

Gender = Literal["m", "f"]

_TITLES: dict[str, Gender] = {
    "mr": "m", "mr.": "m", "m.": "m", "sir": "m", "lord": "m", "monsieur": "m",
    "ms": "f", "ms.": "f", "mrs": "f", "mrs.": "f", "miss": "f", "mme": "f", "mme.": "f", "madame": "f", "lady": "f",
}  # fmt: skip


def genders(doc: Doc) -> dict[str, Gender]:
    """Gender by actor id, for those whose gender the article shows."""
    found: dict[str, Gender] = {}
    for mention in doc._.techpol_mentions:
        if mention.kind == "name" and doc._.techpol_actors[mention.actor].type == "PERSON":
            gender = _before(doc, mention.span.start)
            if gender is not None:
                found.setdefault(mention.actor, gender)
    return found


def _before(doc: Doc, start: int) -> Gender | None:
    words = doc.text[max(0, start - 40) : start].split()
    if words and (title := _TITLES.get(words[-1].casefold())):
        return title
    if doc.lang_ == "fr":
        return next((_FRENCH[w] for w in map(fold, reversed(words[-4:])) if w in _FRENCH), None)
    if doc.lang_ == "ar":
        return next((_ARABIC[w] for w in map(fold, reversed(words[-4:])) if w in _ARABIC), None)
    return None


_FRENCH: dict[str, Gender] = dict.fromkeys(map(fold, ("présidente", "patronne", "directrice", "ministre", )), "f")  # fmt: skip
_ARABIC: dict[str, Gender] = {}
for _word in ("رئيس", "وزير", "نائب", "مدير", "زعيم", "مستشار", "ناطق", "متحدث", "محامي", "مؤسس", "مفوض", "سيد"):
    for _form, _gender in ((_word, "m"), (_word + "ة", "f")):
        _ARABIC[fold(_form)] = _ARABIC["ال" + fold(_form)] = _gender  # type: ignore[assignment]
