"""Roles: who is the "CEO", and of what ("Tesla CEO Elon Musk", « le patron de Tesla, Elon Musk »).

The tree is asked first; where the parser lost an apposition (it often does with names it does not know), the order of
the words decides: only a comma may part a name from the phrase of its role.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from ...schema import Mention
from . import grammar, syntax

_NAMING = ("appos", "flat:name", "flat")
_AT = {"en": ("of", "at", "for", "in", "with", "to"), "fr": ("de", "chez", "à", "pour", "auprès", "en")}
_COMMAS = {",", "–", "—", "-", "("}
_PHRASE = {"ADP", "DET", "ADJ", "NOUN", "PROPN", "PART", "NUM", "CCONJ"}
_LONGEST_PHRASE = 9


def bearers(role: Token, owner: Mapping[int, Mention]) -> Iterator[Token]:
    """The token that names who has the role, if any."""
    described = owner.get(role.i)
    if described is not None and described.kind == "description":
        yield role
        return
    found = next(_in_tree(role, owner), None)
    if found is None and "Plur" not in syntax.feature(role, "Number"):
        found = _after(role, owner) or _before(role, owner)
    if found is not None:
        yield found


def _is_actor(token: Token, owner: Mapping[int, Mention]) -> bool:
    mention = owner.get(token.i)
    return mention is not None and mention.kind in ("name", "pronoun", "description")


def _in_tree(role: Token, owner: Mapping[int, Mention]) -> Iterator[Token]:
    head = role.head
    if role.dep_ in ("appos", "compound") and (_is_actor(head, owner) or syntax.is_relative(head)):
        yield head
    for child in role.children:
        bare = child.dep_ in ("nmod", "obl:mod") and not syntax.has_case(child) and child.i > role.i
        if (child.dep_ in _NAMING or bare) and _is_actor(child, owner):
            yield child
    if role.dep_ in ("attr", "oprd") or any(child.dep_ == "cop" for child in role.children):
        subject = grammar.surface_subject(head if role.dep_ in ("attr", "oprd") else role)
        if subject is not None:
            yield subject
    if role.dep_ == "nsubj" and head.lemma_ == "be":  # "whose chairman is Hugh Carmody"
        yield from (child for child in head.children if child.dep_ == "attr")
    if role.dep_ == "conj" and head.pos_ in ("NOUN", "PROPN"):
        yield from _in_tree(head, owner)
    if role.dep_ == "pobj" and head.lower_ == "as":
        subject = grammar.object_(head.head) or grammar.surface_subject(head.head)
        if subject is not None:
            yield subject


def _after(role: Token, owner: Mapping[int, Mention]) -> Token | None:
    """The name after the phrase: « la directrice *de Nexalis*, *Clarisse Eyenga* »."""
    doc, inside = role.doc, None
    for index in range(role.i + 1, min(role.i + _LONGEST_PHRASE, role.sent.end)):
        token, mention = doc[index], owner.get(index)
        if mention is not None and mention.kind == "name" and mention is not inside:
            if _follows(doc[index - 1], role, owner):
                return token
            inside = mention
        elif mention is None and token.text not in _COMMAS and token.pos_ not in _PHRASE:
            return None
    return None


def _follows(before: Token, role: Token, owner: Mapping[int, Mention]) -> bool:
    """Whether the name after `before` is in apposition: directly after the role, its complement or a comma."""
    if before.text in (",", "–", "—"):
        return True
    return before.i == role.i or (
        before.i in owner and before.pos_ in ("PROPN", "ADJ", "NOUN") and before.pos_ != "ADP"
    )


def _before(role: Token, owner: Mapping[int, Mention]) -> Token | None:
    """The name before the phrase: "Elon Musk, *the* CEO"."""
    doc, index = role.doc, role.i - 1
    while (
        index >= role.sent.start and role.i - index <= 5 and doc[index].pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PART")
    ):
        if index in owner and owner[index].kind == "name":
            break
        index -= 1
    if index > role.sent.start and doc[index].text in _COMMAS and _is_actor(doc[index - 1], owner):
        return doc[index - 1]
    return None


def belongings(role: Token, owner: Mapping[int, Mention]) -> Iterator[Token]:
    """What the role belongs to: of-phrase, possessor, compound, adjective of a country; shared by joined roles."""
    found = list(_complements(role))
    if not found and role.dep_ == "conj":
        found = list(_complements(role.head))
    if not found:
        found = [t for child in role.children if child.dep_ == "conj" for t in _complements(child)]
    yield from found
    # "Tesla CEO Elon Musk": both nouns may hang on the name.
    if role.dep_ == "compound":
        yield from (c for c in role.head.children if c.dep_ in ("compound", "amod", "poss") and c.i < role.i)
    yield from _next(role, owner)


def _complements(role: Token) -> Iterator[Token]:
    for child in role.children:
        bare = child.dep_ in ("poss", "compound", "amod", "nmod") and not syntax.has_case(child)
        if bare or syntax.is_possessive(child):
            yield child
    for preposition in _AT[role.doc.lang_]:
        yield from syntax.complements(role, preposition)
    if role.doc.lang_ == "fr" and role.i >= 2:  # « le ministère, *dont* le titulaire, X»
        before = next((t for t in (role.nbor(-1), role.nbor(-2)) if t.lower_ == "dont"), None)
        noun = syntax.antecedent(before) if before is not None else None
        if noun is not None:
            yield noun


def _next(role: Token, owner: Mapping[int, Mention]) -> Iterator[Token]:
    """The first actor after the role, if only a preposition, articles and nouns stand between."""
    case = False
    for index in range(role.i + 1, min(role.i + 6, role.sent.end)):
        token = role.doc[index]
        case = case or token.pos_ == "ADP"
        if index in owner:
            if case or owner[index].kind == "adjective":
                yield token
            return
        if token.pos_ not in _PHRASE or token.pos_ == "CCONJ":
            return
