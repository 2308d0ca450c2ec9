"""Dates in Arabic, French and English text, as EDTF."""

from __future__ import annotations

import datetime

from ...schema import Language
from .ar import ARABIC
from .atoms import find_atoms
from .en import ENGLISH
from .found import Context
from .fr import FRENCH
from .frames import find_frames
from .grammar import Grammar
from .mention import DateMention
from .plain import plain

__all__ = ["DateMention", "find_dates"]

_GRAMMARS: dict[Language, Grammar] = {"ar": ARABIC, "fr": FRENCH, "en": ENGLISH}


def find_dates(text: str, lang: Language, published: datetime.date | None) -> list[DateMention]:
    """The dates that `text` states, in its order, without overlaps and no more precise than it states them.

    Relative dates ("on Monday", "last year") and those without a year are reckoned from the day of publication;
    without one they are left out. A weekday is the last one, unless the clause speaks of what is to come.
    "Since 2022" is `2022/..`, "until 2018" `../2018`, "around April 2021" `2021-04~`, a week is its seven days.

    >>> found = find_dates("On Monday she left the firm she led since 2019.", "en", datetime.date(2025, 9, 4))
    >>> [mention.edtf for mention in found]
    ['2025-09-01', '2019/..']
    """
    context = Context(_GRAMMARS[lang], published, day_first=lang != "en")
    view = plain(text)
    frames = find_frames(view.text, find_atoms(view.text, context), context.grammar)
    return [DateMention(*view.original(start, end), edtf) for start, end, edtf in frames]
