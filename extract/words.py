"""Forms of words: under which spellings a token may stand in a lexicon, and phrases of several words."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from spacy.tokens import Doc, Token

from . import arabic
from .folding import fold

_Value = TypeVar("_Value")
# Third persons of French verbs in -er.
_ENDINGS = ("e", "ent", "ait", "aient", "a")


@functools.lru_cache(maxsize=200_000)
def _folded(word: str) -> str:
    return fold(word)


@functools.lru_cache(maxsize=100_000)
def _arabic_forms(word: str) -> frozenset[str]:
    return arabic.stems(fold(word), marbuta=word.endswith("ة"))


def forms(token: Token) -> frozenset[str]:
    """Folded text and lemma; for Arabic, the word with and without clitics.

    French participles that the tagger took for adjectives keep their own form as lemma, so the infinitive in -er
    is tried too.
    """
    if token.doc.lang_ == "ar":
        return _arabic_forms(token.text)
    text, lemma = _folded(token.text), _folded(token.lemma_)
    found = {text, lemma}
    if token.doc.lang_ == "fr" and text.endswith("'"):  # « s’ » keeps its form where the apostrophe is a curly one
        found |= {text[:-1] + vowel for vowel in "ea"}
    if token.doc.lang_ == "fr" and token.pos_ == "VERB" and lemma == text:  # the lemmatiser did not know it
        found |= {text.removesuffix(ending) + "er" for ending in _ENDINGS if text.endswith(ending)}
    if token.doc.lang_ == "fr" and token.pos_ in ("ADJ", "VERB", "NOUN"):
        stem = text.removesuffix("s").removesuffix("e")
        if token.text.casefold().rstrip("es").endswith("é"):
            found.add(stem.removesuffix("e") + "er")
    return frozenset(found)


def word_forms(doc: Doc) -> list[frozenset[str]]:
    """The forms of every token, computed once per document."""
    cached: list[frozenset[str]] | None = doc.user_data.get("techpol_forms")
    if cached is None:
        cached = [forms(token) for token in doc]
        doc.user_data["techpol_forms"] = cached
    return cached


def text_of(doc: Doc) -> str:
    """The text of the document, joined once: spaCy's `Doc.text` joins all tokens at every use."""
    cached: str | None = doc.user_data.get("techpol_text")
    if cached is None:
        cached = doc.user_data["techpol_text"] = doc.text
    return cached


@dataclass(frozen=True)
class Hit(Generic[_Value]):
    """A phrase found at these token positions (ascending)."""

    value: _Value
    tokens: tuple[int, ...]


class Phrases(Generic[_Value]):
    """An index from phrases (sequences of folded words) to values.

    `gap` is how many foreign words may stand between two words of a phrase.
    """

    def __init__(self, gap: int = 0) -> None:
        self.gap = gap
        self._by_first: dict[str, list[tuple[tuple[frozenset[str], ...], _Value]]] = {}

    def add(self, words: Sequence[Iterable[str]], value: _Value) -> None:
        """Index `value` under the phrase whose i-th word has any of the forms `words[i]`."""
        alternatives = tuple(frozenset(word) for word in words)
        for form in alternatives[0]:
            self._by_first.setdefault(form, []).append((alternatives[1:], value))

    def at(self, words: Sequence[frozenset[str]], index: int, end: int) -> Iterator[Hit[_Value]]:
        """The phrases that begin at token `index` and stay before token `end`."""
        for form in sorted(words[index]):  # sorted: the order of a set changes from run to run
            for rest, value in self._by_first.get(form, ()):
                tokens = self._rest(words, rest, index, end)
                if tokens is not None:
                    yield Hit(value, (index, *tokens))

    def _rest(
        self, words: Sequence[frozenset[str]], rest: tuple[frozenset[str], ...], index: int, end: int
    ) -> tuple[int, ...] | None:
        tokens: list[int] = []
        for alternatives in rest:
            window = range(index + 1, min(index + 2 + self.gap, end))
            found = next((i for i in window if not alternatives.isdisjoint(words[i])), None)
            if found is None:
                return None
            tokens.append(found)
            index = found
        return tuple(tokens)

    def starts_with(self, form: str) -> bool:
        """Whether some phrase begins with this form."""
        return form in self._by_first

    def longest(self, words: Sequence[frozenset[str]], index: int, end: int) -> Hit[_Value] | None:
        """The longest phrase that begins at `index`."""
        return max(self.at(words, index, end), key=lambda hit: len(hit.tokens), default=None)
