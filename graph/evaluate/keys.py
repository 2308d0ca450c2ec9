"""What two claims share if they agree, at three levels.

`strict`: same relation type between the same actors in the same direction (either one where the type is symmetric).
`family`: as strict, but any type of the same family and sign. `pair`: the two actors are related at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from ...schema import Vocabulary

Key = tuple[str, ...]
# Families where good and bad are different things to say; in the others the type matters more than the sign.
SIGNED_FAMILIES = frozenset({"rapport", "stance", "contact"})
# Families with at least one symmetric type: direction cannot be asked of a neighbour of such a type.
UNDIRECTED_FAMILIES = frozenset({"rapport+", "rapport-", "contact+", "economy"})


class Claim(NamedTuple):
    """Who - what - whom, in keys of the gold article."""

    subject: str
    relation: str
    object: str


def strict_key(claim: Claim, vocabulary: Vocabulary) -> Key:
    """What two claims share if they agree strictly."""
    subject, relation, object_ = claim
    symmetric = vocabulary.relations[relation].symmetric
    return relation, *(sorted((subject, object_)) if symmetric else (subject, object_))


def family_key(claim: Claim, vocabulary: Vocabulary) -> Key:
    """What two claims share if they agree in family, sign and direction."""
    subject, relation, object_ = claim
    family = signed_family(relation, vocabulary)
    return family, *(sorted((subject, object_)) if family in UNDIRECTED_FAMILIES else (subject, object_))


def pair_key(claim: Claim, vocabulary: Vocabulary) -> Key:
    """What two claims share if they are about the same two actors."""
    return tuple(sorted((claim.subject, claim.object)))


LEVELS: Mapping[str, Callable[[Claim, Vocabulary], Key]] = {
    "strict": strict_key,
    "family": family_key,
    "pair": pair_key,
}


def signed_family(relation: str, vocabulary: Vocabulary) -> str:
    """Family of a relation type, with the sign of its polarity where that matters.

    >>> [signed_family(name, Vocabulary.default()) for name in ("ALLY_OF", "EXCLUDES", "SUES")]
    ['rapport+', 'contact-', 'power']
    """
    kind = vocabulary.relations[relation]
    if kind.family not in SIGNED_FAMILIES:
        return kind.family
    return kind.family + ("-" if kind.polarity < 0 else "+")
