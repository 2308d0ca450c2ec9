"""Single dates in a text: the longest matches of a grammar's rules that do not overlap."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from . import calendar
from .found import Context
from .grammar import Grammar, spaced
from .rules import build

# Words before a date are looked for in so many characters; the longest of them fit.
_BEFORE = 30
# Groups that make a year or a month a date by themselves.
_LICENSING = ("part", "noun", "which", "yearly")


@dataclass(frozen=True)
class Atom:
    """A date by itself; `before` is where words before it would end.

    `licensed`: whether it is a date by itself; a bare year or month must go on a list or end an interval.
    """

    before: int
    start: int
    end: int
    rule: str
    edtf: str
    licensed: bool
    year: int | None
    month: int | None
    day: int | None

    def dated(self, last: Atom) -> Atom:
        """This date in the year of `last`, for "between March and June 2024"."""
        if self.year or not last.year or not self.month:
            return self
        year = last.year - 1 if last.month and last.month < self.month else last.year
        value = calendar.day(year, self.month, self.day) if self.day else calendar.month(year, self.month)
        return replace(self, edtf=value) if value and self.rule in ("day", "month") else self


def find_atoms(text: str, context: Context) -> list[Atom]:
    """The dates in plain `text`, in its order."""
    taken = bytearray(len(text))
    chosen = []
    for atom in sorted(_candidates(text, context), key=lambda atom: atom.start - atom.end):
        if not any(taken[atom.start : atom.end]):
            taken[atom.start : atom.end] = b"\x01" * (atom.end - atom.start)
            chosen.append(atom)
    return sorted(chosen, key=lambda atom: atom.start)


def _candidates(text: str, context: Context) -> Iterator[Atom]:
    for rule, pattern in context.grammar.compiled:
        for match in pattern.finditer(text):
            edtf = build(rule, match, context)
            if edtf is not None and _is_date(text, rule, match, context.grammar):
                yield _atom(text, rule, match, context, edtf)


def _is_date(text: str, rule: str, match: re.Match[str], grammar: Grammar) -> bool:
    groups = match.groupdict()
    if rule == "weekday":
        return preceding(text, match.start(), grammar.recurring, grammar) is None
    if grammar.months_with_case and (groups.get("month") or "X")[0].islower():
        return False
    return not (rule in ("year", "years") and _counted(grammar.counted).match(text, match.end()))


def _atom(text: str, rule: str, match: re.Match[str], context: Context, edtf: str) -> Atom:
    groups, grammar = match.groupdict(), context.grammar
    licensed = (
        rule not in ("year", "month")
        or (rule == "month" and groups.get("year") is not None)
        or any(groups.get(name) for name in _LICENSING)
        or preceding(text, match.start(), grammar.licence, grammar) is not None
    )
    month = groups.get("month")
    return Atom(
        before=match.start(), start=match.start("core"), end=match.end(), rule=rule, edtf=edtf, licensed=licensed,
        year=_int(groups.get("year")), day=_int(groups.get("day")),
        month=grammar.lookup("months", month) if month and rule != "iso" else None,
    )  # fmt: skip


def _int(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def preceding(text: str, end: int, words: str, grammar: Grammar) -> re.Match[str] | None:
    """The match of `words` that stands directly before `end`, in a slice that begins `_BEFORE` characters before."""
    return _before(words, bool(grammar.clitics)).search(text[max(0, end - _BEFORE) : end])


def start_of(match: re.Match[str], end: int) -> int:
    """Where in the text the match that `preceding` found for `end` begins."""
    return max(0, end - _BEFORE) + match.start("words")


@functools.cache
def _before(words: str, conjunctions: bool) -> re.Pattern[str]:
    prefix = "[وف]?" if conjunctions else ""
    return re.compile(spaced(rf"(?<!\w){prefix}(?P<words>{words})") + r"\s{0,3}\Z", re.IGNORECASE)


@functools.cache
def _counted(words: str) -> re.Pattern[str]:
    return re.compile(rf"\s{{0,2}}(?:[%€$£]|d'|(?:{words})(?!\w))", re.IGNORECASE)
