"""How one language writes dates: tables of words, rules as patterns, and the words that stand before a date.

Patterns and words are matched against plain text (see `plain.py`), without regard to case. In a pattern `{name}` is a
group that takes one word of a table or a number, and a space stands for any space.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

# Not inside a word or a number, nor after a sign that makes a number a price.
_START = r"(?<!\w)(?<!\d[.,:/-])(?<![$€£#+])"
_END = r"(?!\w)"
_YEAR = r"(?:19|20)\d\d(?!\d|[.,:]\d|-\d\d?(?!\d)| ?[%€$£])"
_DAY = r"3[01]|[12]\d|0?[1-9]"
_NUMBERS = {"day": _DAY, "day2": _DAY, "year": _YEAR, "quarter": "[1-4]", "hyear": r"1[345]\d\d"}


Rule = tuple[str, str]
# What is written alike in the three languages.
_COMMON: Sequence[Rule] = (
    ("iso", r"(?P<year>(?:19|20)\d\d)-(?P<month>0\d|1[0-2])-{day}"),
    ("numeric", r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep){year}"),
    ("years", rf"{{year}} ?[/-] ?(?P<last>{_YEAR})"),
)


@dataclass(frozen=True)
class Unit:
    """A word for a span of time; `count` is what the word itself counts («عامين»: 2), 0 where a number must say."""

    name: str
    count: int = 0


@dataclass(frozen=True)
class Grammar:
    """The date words of one language.

    - `rules`: pairs of a builder's name (see `rules.py`) and a pattern; `seasons`: a month in the middle of each.
    - `which`: -1 for "last", 0 for "this", 1 for "next". `offsets`: days from today.
    - `since`, `until`, `bounding`, `around`, `between`, `from_`: what stands before a date; `and_`, `to`: between two.
    - `licence`: what a bare year or month needs before it: `2025` alone may be a count, `may` a verb.
    - `counted`: words before which a number is no year. `recurring`: what makes a weekday no date ("every Monday").
    - `part`: "early", "the end of". `coming`: what makes a weekday of the same clause the next one ("will").
    - `clitics`: what may be written together with a date, before it.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    which: Mapping[str, int]
    units: Mapping[str, Unit]
    offsets: Mapping[str, int]
    ordinals: Mapping[str, int]
    seasons: Mapping[str, int]
    numbers: Mapping[str, int]
    rules: Sequence[Rule]
    since: str
    until: str
    bounding: str
    around: str
    licence: str
    between: str
    from_: str
    and_: str
    to: str
    counted: str
    recurring: str
    part: str
    coming: str
    clitics: str = ""
    months_with_case: bool = False
    hijri_months: Mapping[str, int] = field(default_factory=dict)

    @functools.cached_property
    def _groups(self) -> dict[str, str]:
        tables: dict[str, Mapping[str, object]] = {
            "month": self.months, "weekday": self.weekdays, "which": self.which, "unit": self.units,
            "offset": self.offsets, "nth": self.ordinals, "season": self.seasons, "hmonth": self.hijri_months,
        }  # fmt: skip
        groups = {name: _alternatives(table) for name, table in tables.items()}
        groups["n"] = r"\d{1,3}|" + _alternatives(self.numbers)
        return groups | _NUMBERS | {"part": self.part}

    def lookup(self, name: str, word: str) -> int:
        """The number that `word` stands for in the table `name`."""
        table: Mapping[str, int] = getattr(self, name)
        return table[_key(word)]

    def unit(self, word: str) -> Unit:
        """The span of time that `word` names."""
        return self.units[_key(word)]

    def compile(self, template: str) -> re.Pattern[str]:
        """The pattern of a rule; the date itself is its group `core`, without clitics before it."""
        body = re.sub(r"\{([a-z]+2?)\}", lambda m: f"(?P<{m[1]}>{self._groups[m[1]]})", template)
        return re.compile(spaced(f"{_START}{self.clitics}(?P<core>{body}){_END}"), re.IGNORECASE)

    @functools.cached_property
    def compiled(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """The rules, ready to run."""
        return tuple((name, self.compile(template)) for name, template in (*self.rules, *_COMMON))


def spaced(pattern: str) -> str:
    """`pattern` with every space taking any kind of space; bounded, so that matching stays linear."""
    return pattern.replace(" ?", r"\s?").replace(" ", r"\s{1,3}")


def table(rows: str, start: int = 1) -> dict[str, int]:
    """Rows divided by spaces count up from `start`; spellings by `|`; `_` is a space in a word.

    >>> table("monday tuesday|tues", 0)
    {'monday': 0, 'tuesday': 1, 'tues': 1}
    """
    return {
        word.replace("_", " "): number
        for number, row in enumerate(rows.split(), start)
        for word in row.split("|")
        if word
    }


def _alternatives(words: Mapping[str, object]) -> str:
    # Longest first: an alternation takes the first that fits.
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=len, reverse=True)) or "(?!)"


def _key(word: str) -> str:
    return re.sub(r"\s+", " ", word).lower()
