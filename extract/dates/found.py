"""A match of a rule, read with the tables of its grammar."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from . import calendar
from .grammar import Grammar

# The clause around a weekday is looked for in so many characters before it.
_SENTENCE = 60


@dataclass(frozen=True)
class Context:
    """What a date must be read against."""

    grammar: Grammar
    published: datetime.date | None
    day_first: bool


class Found:
    """One match of a rule, with its groups by name."""

    def __init__(self, match: re.Match[str], context: Context) -> None:
        self.groups = match.groupdict()
        self.context = context
        self._before = match.string[max(0, match.start() - _SENTENCE) : match.start()]

    def number(self, group: str) -> int | None:
        """The group as a number; None where it took no part."""
        word = self.groups.get(group)
        return None if word is None else int(word)

    def word(self, group: str, table: str) -> int | None:
        """The group looked up in a table of the grammar; None where it took no part."""
        word = self.groups.get(group)
        return None if word is None else self.context.grammar.lookup(table, word)

    @property
    def month(self) -> int | None:
        """The number of the month, 1 to 12."""
        return self.word("month", "months")

    @property
    def coming(self) -> bool:
        """Whether the clause before speaks of what is to come: "will meet on Friday"."""
        clause = re.split(r"[.;:!?\n«»\"“”]", self._before)[-1]
        return re.search(self.context.grammar.coming, clause, re.IGNORECASE) is not None

    def year(self, month: int, day: int | None) -> int | None:
        """The year that is written, or else the one that the day of publication suggests."""
        written = self.number("year")
        published = self.context.published
        if written is not None or published is None:
            return written
        yearly = self.word("yearly", "which")
        if yearly is not None:
            return published.year + yearly
        return calendar.year_of(published, month, day, self.word("which", "which"))
