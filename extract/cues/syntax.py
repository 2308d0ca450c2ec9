"""Phrases in a dependency tree, French (Universal Dependencies) and English (CLEAR labels)."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

_CONTRACTED = {"au": "à", "aux": "à", "du": "de", "des": "de", "d'": "de", "d’": "de"}
_DAYS = (
    "lundi mardi mercredi jeudi vendredi samedi dimanche hier demain janvier février mars avril mai juin juillet août "
    "septembre octobre novembre décembre monday tuesday wednesday thursday friday saturday sunday yesterday "
    "today tomorrow"
)
_TIMES = frozenset(_DAYS.split())


def feature(token: Token, name: str) -> list[str]:
    """Values of a morphological feature of the token; empty where it has none."""
    return token.morph.get(name, [])


def has_case(token: Token) -> bool:
    """Whether a preposition marks the noun (French; in English "case" is the possessive 's)."""
    return token.doc.lang_ == "fr" and any(child.dep_ == "case" for child in token.children)


def is_possessive(token: Token) -> bool:
    """Whether the token is a possessive determiner (« son »)."""
    return token.dep_ == "det" and "Yes" in feature(token, "Poss")


def is_time(token: Token) -> bool:
    """Whether the noun is a day or a month, which the French parser takes for an object (« recevra *lundi* … »)."""
    return token.lower_ in _TIMES


def complements(token: Token, preposition: str) -> Iterator[Token]:
    """The nouns that `preposition` joins to `token`."""
    for child in token.children:
        if token.doc.lang_ == "en":
            if child.dep_ in ("prep", "agent", "dative", "prt") and child.lower_ == preposition:
                yield from prepositional_object(child)
        elif child.dep_.startswith(("obl", "nmod", "iobj", "xcomp", "advcl", "obj", "dep")):
            if any(case.dep_ in ("case", "mark") and same_case(case, preposition) for case in child.children):
                yield child
        elif child.lower_ == preposition:  # « auprès », which the tagger takes for an adverb, heads its noun
            yield from (c for c in child.children if c.pos_ in ("NOUN", "PROPN", "PRON"))
        elif preposition == "de" and child.lower_ == "dont" and (noun := antecedent(child)) is not None:
            yield noun


def prepositional_object(preposition: Token) -> Iterator[Token]:
    """English: the nouns after a preposition."""
    for child in preposition.children:
        if child.dep_ in ("pobj", "pcomp"):
            yield child
        elif child.dep_ == "prep":  # "from within", "out of"
            yield from prepositional_object(child)


def same_case(case: Token, preposition: str) -> bool:
    """Whether the token is the preposition, contracted or not (« du » is « de »)."""
    return case.lemma_ == preposition or case.lower_ == preposition or _CONTRACTED.get(case.lower_) == preposition


def noun_complements(noun: Token) -> Iterator[Token]:
    """What a noun is of: possessor, of-phrase or « de », compound, adjective of a country."""
    for child in noun.children:
        bare = child.dep_ in ("poss", "compound", "nmod", "amod") and not has_case(child)
        if bare or is_possessive(child):
            yield child
    preposition = "of" if noun.doc.lang_ == "en" else "de"
    yield from complements(noun, preposition)
    for child in noun.children:
        if child.dep_ == "acl":  # « l'absence *remarquée* d'Elon Musk »: the complement hangs on the participle
            yield from complements(child, preposition)


def is_relative(token: Token) -> bool:
    """Whether the token is a relative pronoun (who, which, that, qui, que, dont, lequel)."""
    return (
        "Rel" in feature(token, "PronType")
        or token.tag_ == "WP$"
        or (token.tag_ in ("WDT", "WP") and token.pos_ == "PRON")
    )


def antecedent(pronoun: Token) -> Token | None:
    """What a relative pronoun stands for: the noun that its clause modifies."""
    clause = next((t for t in [pronoun, *pronoun.ancestors] if t.dep_ in ("relcl", "acl:relcl")), None)
    return clause.head if clause is not None else None
