"""Folding text for matching: case, accents, Arabic spelling variants, marks and digits, with a way back to offsets.

Evidence always quotes the original; only comparison sees the folded form.
"""

from __future__ import annotations

import functools
import unicodedata
from dataclasses import dataclass

_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ـ": None,
                         "گ": "غ", "ڤ": "ف", "پ": "ب", "چ": "ج", "ک": "ك", "ی": "ي"})  # fmt: skip
_SAME = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "-": " ", "‐": " ", "‑": " ", "–": " ", "—": " ",
                       "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss",
                       "\u00a0": " ", "\u202f": " ", "\u2009": " "})  # fmt: skip


@functools.cache
def fold_char(char: str) -> str:
    """What one character becomes; empty for combining marks, tatweel and direction marks.

    >>> [fold_char(c) for c in "Éأ٣"]
    ['e', 'ا', '3']
    """
    # Hamza carriers must be mapped before decomposition would split the hamza off as a mark.
    mapped = unicodedata.normalize("NFKC", char).translate(_ARABIC)
    kept = [c for c in unicodedata.normalize("NFKD", mapped) if unicodedata.category(c) not in ("Mn", "Cf")]
    digits = [str(unicodedata.digit(c)) if unicodedata.category(c) == "Nd" else c for c in kept]
    return "".join(digits).casefold().translate(_SAME)


def fold(text: str) -> str:
    """`text` folded for comparison.

    >>> fold("Élysée"), fold("إيمانويل"), fold("Jean-Noël")
    ('elysee', 'ايمانويل', 'jean noel')
    """
    return "".join(map(fold_char, text))


@dataclass(frozen=True)
class Folded:
    """A folded text; `offsets[i]` is where character i of it stands in the original."""

    text: str
    offsets: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Span of the original that the folded span `start:end` came from."""
        return self.offsets[start], self.offsets[end - 1] + 1


def fold_with_offsets(text: str) -> Folded:
    """`text` folded, with the way back to its offsets."""
    parts = list(map(fold_char, text))
    offsets = tuple(index for index, part in enumerate(parts) for _ in part)
    return Folded("".join(parts), offsets)
