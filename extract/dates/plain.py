"""A plainer copy of a text, for patterns to look at, with the way back to the original's offsets."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

# Unlike folding for names, this keeps case (May, may), hyphens (2025-01-06) and آ («آب» is August, «اب» a father).
_SAME = {
    **dict.fromkeys((0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " "),
    **{ord(char): "'" for char in "’‘ʼ`´"},
    **{ord(char): "-" for char in "‐‑‒–—−"},
    **{ord(a): b for a, b in zip("أإىةٱ٫٬٪،", "اايها.,%,", strict=True)},
    **{ord(char): str(unicodedata.digit(char)) for char in "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"},
}  # fmt: skip
_LATIN = {code: unicodedata.normalize("NFD", chr(code))[0] for code in range(0xC0, 0x180)}
_TABLE = {**_LATIN, **_SAME}
_MARKS = frozenset(
    chr(code) for code in range(0x110000) if code < 0xE000 and unicodedata.category(chr(code)) in ("Mn", "Cf")
) | {"ـ"}


@dataclass(frozen=True)
class Plain:
    """`text[i]` stands for the original's character at `offsets[i]`."""

    text: str
    offsets: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Span of the original that the plain span `start:end` came from."""
        return self.offsets[start], self.offsets[end - 1] + 1


def plain(text: str) -> Plain:
    """`text` without accents, Arabic vowel signs and direction marks, with Western digits and simple spaces.

    >>> plain("٦ يناير").text, plain("Août").text
    ('6 يناير', 'Aout')
    """
    if _MARKS.isdisjoint(text):
        return Plain(text.translate(_TABLE), range(len(text)))
    offsets = [index for index, char in enumerate(text) if char not in _MARKS]
    return Plain("".join(text[index] for index in offsets).translate(_TABLE), offsets)
