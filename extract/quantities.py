"""Quantities as news writes them: digits, number words and words for scale, together."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..schema import Language
from .dates.numbers import NUMBERS
from .scales import HALVES, SCALES, Scale


@dataclass(frozen=True)
class Quantity:
    """A half-open span of plain text and its value.

    `scaled`: a word for scale is in it ("million"); `article`: its number is "a".
    """

    start: int
    end: int
    value: float
    scaled: bool
    article: bool


_ARTICLES: Mapping[Language, frozenset[str]] = {
    "en": frozenset({"a", "an"}), "fr": frozenset({"un", "une"}), "ar": frozenset(),
}  # fmt: skip
_JOINERS: Mapping[Language, str] = {"en": "and ", "fr": "et ", "ar": "و"}
_CLITICS = "(?:[بلك]?(?:ال)?|لل)-?"
_DIGITS = r"\d{1,3}(?P<group>[ ,.'])\d{3}(?:(?P=group)\d{3})*(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?"


@dataclass(frozen=True)
class _Token:
    """`before` is where its joiner and clitics begin, `start` where it does."""

    before: int
    start: int
    end: int
    joined: bool
    digits: str
    word: str


@dataclass(frozen=True)
class _Number:
    value: float
    following: int
    article: bool = False


class _Parser:
    """Reads quantities off the tokens of one text, left to right."""

    def __init__(self, text: str, lang: Language) -> None:
        self.text, self.lang = text, lang
        self.tokens = [
            _Token(
                match.start(), match.start("core"), match.end(), match["join"] is not None,
                match["digits"] or "", (match["word"] or "").lower(),
            )
            for match in _token(lang).finditer(text)
        ]  # fmt: skip

    def adjacent(self, position: int) -> bool:
        """Whether the token at `position` goes on directly after the one before."""
        if not 0 < position < len(self.tokens):
            return False
        return self.text[self.tokens[position - 1].end : self.tokens[position].before] in ("", " ", "-")

    def number(self, position: int) -> _Number | None:
        """Digits, or number words that add up."""
        token = self.tokens[position]
        if token.digits:
            following = position + 1
            return _Number(_value(token.digits, self.lang, self.scale(following) is not None), following)
        if token.word in HALVES[self.lang]:
            return _Number(HALVES[self.lang][token.word], position + 1)
        article = token.word in _ARTICLES[self.lang]
        value: float | None = 1 if article else NUMBERS[self.lang].get(token.word)
        if value is None:
            return None
        position += 1
        while self.adjacent(position) and (more := self._add(value, self.tokens[position])) is not None:
            value, position, article = more, position + 1, False
        return _Number(value, position, article)

    def _add(self, value: float, token: _Token) -> float | None:
        if token.joined and token.word in HALVES[self.lang]:
            return value + HALVES[self.lang][token.word]
        if token.word == "demi":
            return value / 2
        number = NUMBERS[self.lang].get(token.word)
        if number is None:
            return None
        if number == 100:
            return value * 100 if value < 10 else None
        tens_first = (value % 100 == 0 and number < 100) or (value >= 20 and value % 10 == 0 and number < 20)
        units_first = token.joined and value % 100 < 10 and 20 <= number < 100
        teen = self.lang == "ar" and value < 10 and number == 10
        return value + number if tens_first or units_first or teen else None

    def scale(self, position: int) -> Scale | None:
        """The scale that goes on directly at `position`."""
        return self._scale_word(position) if self.adjacent(position) and not self.tokens[position].joined else None

    def _scale_word(self, position: int) -> Scale | None:
        return SCALES[self.lang].get(self.tokens[position].word)

    def term(self, position: int) -> tuple[_Number, float] | None:
        """A number with its scale (1 if none), or a scale that counts by itself."""
        number = self.number(position)
        if number is None:
            alone = self._scale_word(position)
            return (_Number(alone.count * alone.value, position + 1), alone.value) if alone and alone.count else None
        scale = self.scale(number.following)
        if scale is None:
            return number, 1
        return _Number(number.value * scale.value, number.following + 1, number.article), scale.value

    def quantity(self, position: int) -> tuple[Quantity, int] | None:
        """The terms from `position` on, each of a smaller scale than the one before («مليون و200 ألف»)."""
        term = self.term(position)
        if term is None:
            return None
        (number, scale), start, smallest = term, self.tokens[position].start, term[1]
        value, following, scaled = number.value, number.following, scale > 1
        while smallest > 1 and self.adjacent(following):
            token = self.tokens[following]
            if token.joined and token.word in HALVES[self.lang]:
                value, following = value + HALVES[self.lang][token.word] * smallest, following + 1
                following += self.scale(following) is not None
                break
            more = self.term(following)
            if more is None or not 1 < more[1] < smallest:
                break
            value, following, smallest = value + more[0].value, more[0].following, more[1]
        return Quantity(start, self.tokens[following - 1].end, value, scaled, number.article), following


def find_quantities(text: str, lang: Language) -> list[Quantity]:
    """The quantities in plain `text`, in its order."""
    parser, found, position = _Parser(text, lang), [], 0
    while position < len(parser.tokens):
        parsed = parser.quantity(position)
        if parsed:
            found.append(parsed[0])
        position = parsed[1] if parsed else position + 1
    return found


def _value(digits: str, lang: Language, scaled: bool) -> float:
    """English writes 1,200.5; French and Arabic 1 200,5, 1.200,5 or 1,200.5; their 1.200 is decimal before a scale."""
    bare = re.sub(r"[ ']", "", digits)
    if lang == "en":
        return float(bare.replace(",", ""))
    separators = re.findall("[.,]", bare)
    last = bare.rpartition(separators[-1])[2] if separators else ""
    whole = len(separators) > 1 and len(set(separators)) == 1
    if separators and (whole or (len(last) == 3 and not scaled and len(set(separators)) == 1)):
        return float(re.sub("[.,]", "", bare))
    if len(separators) > 1:
        head, _, tail = bare.rpartition(separators[-1])
        return float(re.sub("[.,]", "", head) + "." + tail)
    return float(bare.replace(",", "."))


@functools.cache
def _token(lang: Language) -> re.Pattern[str]:
    words = {*NUMBERS[lang], *SCALES[lang], *HALVES[lang], *_ARTICLES[lang]}
    word = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    clitics = _CLITICS if lang == "ar" else ""
    start = r"(?:(?<![\w.,])|(?<=[0-9])(?=[^\W\d])|(?<=Rs)|(?<=Rs\.)|(?<=\bR)|(?<=KSh))"
    return re.compile(
        rf"{start}(?P<join>{_JOINERS[lang]})?{clitics}(?P<core>(?P<digits>{_DIGITS})(?!\d)|(?P<word>{word})(?!\w))",
        re.IGNORECASE,
    )
