"""When two names are the same name. Kept apart from extraction: a ruler must not bend with what it measures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

TITLES = frozenset({"m", "mm", "mr", "mrs", "ms", "mme", "dr", "monsieur", "madame", "sir", "lord", "president"})
ARTICLES = frozenset({"the", "le", "la", "les", "l"})
# Letters that Unicode does not decompose, but that newsrooms write in two ways.
ARABIC_VARIANTS = str.maketrans(
    {"ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": None, "گ": "غ", "ڤ": "ف", "پ": "ب"},
)
CLITICS = ("و", "ف", "ب", "ل", "ك", "وال", "بال", "ال", "لل", "ول", "وب")
SHORTEST_STEM = 3


def fold(name: str) -> str:
    """`name` without case, accents, Arabic spelling variants, punctuation, articles and titles.

    >>> fold("M. Emmanuel MACRON"), fold("L'Élysée"), fold("إيلون ماسك")
    ('emmanuel macron', 'elysee', 'ايلون ماسك')
    """
    decomposed = unicodedata.normalize("NFKD", name)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    words = re.sub(r"[^\w\s]", " ", bare.translate(ARABIC_VARIANTS).casefold())
    words = re.sub(r"\bla presidente\b", " ", words)
    return " ".join(word for word in words.split() if word not in TITLES | ARTICLES)


def without_clitics(name: str) -> set[str]:
    """`name`, and if it is Arabic also what is left of it without a leading conjunction, preposition or article.

    >>> sorted(without_clitics("والقمه"), key=len)
    ['قمه', 'القمه', 'والقمه']
    """
    if not re.match(r"[\u0600-\u06ff]", name):
        return {name}
    stems = (name.removeprefix(clitic) for clitic in CLITICS if name.startswith(clitic))
    return {name, *(stem for stem in stems if len(stem) >= SHORTEST_STEM)}


def all_names(label: str, mentions: Iterable[str]) -> set[str]:
    """Every folded form of an actor's label and mentions; never the empty one."""
    folded = {fold(name) for name in (label, *mentions)} - {""}
    return set().union(*(without_clitics(name) for name in folded))
