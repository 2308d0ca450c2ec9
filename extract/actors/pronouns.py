"""Pronouns that may mean an actor, by language: which types and gender they agree with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ..folding import fold
from ..words import word_forms
from .genders import Gender
from .kinds import load_kinds

_PERSON = frozenset({"PERSON"})
_BODY = frozenset({"COMPANY", "GOVERNMENT", "PARTY", "ORGANIZATION"})
_ANY = _PERSON | _BODY


@dataclass(frozen=True)
class Pronoun:
    """A pronoun at `start:end`. `window`: how many sentences back it may reach. `subject`: it stands as a subject."""

    start: int
    end: int
    types: frozenset[str]
    gender: Gender | None
    window: int
    subject: bool
    possessive: bool = False


_ENGLISH: dict[str, tuple[frozenset[str], Gender | None]] = {
    "he": (_PERSON, "m"), "him": (_PERSON, "m"), "his": (_PERSON, "m"),
    "she": (_PERSON, "f"), "her": (_PERSON, "f"),
    "it": (_BODY, None), "its": (_BODY, None),
}  # fmt: skip
_FRENCH: dict[str, tuple[frozenset[str], Gender | None]] = {
    "il": (_PERSON, "m"), "elle": (_PERSON, "f"), "lui": (_PERSON, None), "celui-ci": (_PERSON, "m"),
    "celle-ci": (_PERSON, "f"), "son": (_ANY, None), "sa": (_ANY, None), "ses": (_ANY, None),
}  # fmt: skip


def pronouns(doc: Doc, covered: set[int]) -> Iterator[tuple[int, Pronoun]]:
    """The pronouns of the document with their token index, outside the characters `covered`."""
    for token in doc:
        if token.idx in covered:
            continue
        pronoun = _arabic(token) if doc.lang_ == "ar" else _latin(token)
        if pronoun is not None and not (doc.lang_ == "fr" and pronoun.possessive and not _before_kind(token)):
            yield token.i, pronoun


def _before_kind(token: Token) -> bool:
    """« *son* président »: the possessive of a person or a body, not of any thing."""
    following = token.i + 1
    kinds = load_kinds("fr")
    return following < len(token.doc) and kinds.longest(word_forms(token.doc), following, len(token.doc)) is not None


def _latin(token: Token) -> Pronoun | None:
    table = _ENGLISH if token.doc.lang_ == "en" else _FRENCH
    entry = table.get(token.lower_)
    if entry is None or _impersonal(token):
        return None
    types, gender = entry
    subject, possessive = token.dep_.startswith(("nsubj", "expl:subj")), token.dep_ in ("poss", "det")
    return Pronoun(token.idx, token.idx + len(token), types, gender, 1, subject, possessive)


_IMPERSONAL = {"falloir", "agir", "sembler", "exister", "pleuvoir", "être", "avoir", "paraître", "convenir", "importer",
               "suffire", "rester", "avérer"}  # fmt: skip


def _impersonal(token: Token) -> bool:
    """« il faut », "it is likely that": no actor is meant."""
    if token.lower_ == "il":
        return token.dep_.startswith("expl") and token.head.lemma_ in _IMPERSONAL
    if token.lower_ == "it":
        return token.dep_ == "expl" or token.head.lemma_ in ("be", "seem", "appear", "emerge")
    return False


def _arabic(token: Token) -> Pronoun | None:
    """«ه» and «ها» written on a word: on a noun for people («رئيسها») they mean a body, else by gender."""
    folded = fold(token.text)
    if len(folded) < 4 or token.text.endswith("ة"):
        return None
    length = 2 if folded.endswith("ها") else 1 if folded.endswith("ه") else 0
    if not length:
        return None
    end = token.idx + len(token)
    hit = load_kinds("ar").longest(word_forms(token.doc), token.i, len(token.doc))
    if hit is not None and hit.value.type == "PERSON":
        return Pronoun(end - length, end, _BODY, None, 1, subject=False, possessive=True)
    types: frozenset[str] = _BODY if length == 2 else _PERSON
    return Pronoun(end - length, end, types, "f" if length == 2 else "m", 1, subject=False)
