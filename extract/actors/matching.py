"""When a spelling in a text may stand for a name: capitals, word bounds, Arabic clitics, overlaps."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol, TypeVar

from .. import arabic

ARABIC_LETTER = re.compile(r"[\u0600-\u06ff]")


class Spanned(Protocol):
    """Something at characters `start:end`."""

    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


_Match = TypeVar("_Match", bound=Spanned)


def longest_apart(matches: Iterable[_Match]) -> list[_Match]:
    """Of matches that overlap keep the longest, the first where they are equally long."""
    kept: list[_Match] = []
    taken: set[int] = set()
    for match in sorted(matches, key=lambda m: (m.start - m.end, m.start)):
        if taken.isdisjoint(range(match.start, match.end)):
            taken.update(range(match.start, match.end))
            kept.append(match)
    return sorted(kept, key=lambda m: m.start)


def same_case(name: str, surface: str) -> bool:
    """Whether `surface` may stand for `name`: capitals where the name has them, short acronyms exactly.

    >>> same_case("Apple", "apple"), same_case("Apple", "APPLE"), same_case("US", "us")
    (False, True, False)
    >>> same_case("Le Monde", "Le monde"), same_case("Le Monde", "le Monde")
    (False, True)
    """
    if ARABIC_LETTER.match(name):
        return True
    if len(name) <= 3 or name.isupper():
        return name == surface
    words, seen = re.findall(r"\w+", name), re.findall(r"\w+", surface)
    if len(words) != len(seen):
        return surface[0] == name[0]
    pairs = list(zip(words, seen, strict=True))
    if len(pairs) > 1 and words[0].lower() in _ARTICLES:
        pairs = pairs[1:]
    return all(not word[0].isupper() or not other[0].islower() for word, other in pairs)


_ARTICLES = {"the", "le", "la", "les", "l"}


def is_bounded(text: str, start: int, end: int) -> bool:
    """Whether words end at both sides of `start:end`, Arabic proclitics apart."""
    if end < len(text) and (text[end].isalnum() or text[end] == "_"):
        return False
    if start == 0 or not text[start - 1].isalnum():
        return True
    if not ARABIC_LETTER.match(text[start]):
        return False
    word_start = start
    while word_start > 0 and text[word_start - 1].isalnum():
        word_start -= 1
    # A name that lacks the article does not match after one: «السيول» (floods) is not Seoul.
    proclitic = text[word_start:start]
    return arabic.is_proclitic(proclitic) and "ال" not in proclitic and "لل" not in proclitic
