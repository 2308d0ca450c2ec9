"""Dates and the words around them: since, until, between, from ... to, about."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from .atoms import Atom, preceding, start_of
from .grammar import Grammar, spaced

_LONGEST_GAP = 20
# "After last week's vote" says nothing of the time after last week: only these are bounds.
_BOUNDED = ("year", "month", "day", "nth_day", "iso", "numeric", "quarter", "half")
Dated = tuple[int, int, str]


def find_frames(text: str, atoms: Sequence[Atom], grammar: Grammar) -> Iterator[Dated]:
    """Start, end and EDTF of what the dates in plain `text` come to, in its order."""
    position = 0
    listed: Atom | None = None
    while position < len(atoms):
        atom = atoms[position]
        following = atoms[position + 1] if position + 1 < len(atoms) else None
        pair = following and _pair(text, atom, following, grammar)
        if pair:
            yield pair
            position += 2
            continue
        position += 1
        if not atom.licensed and not (listed and _continues(text, listed, atom, grammar)):
            listed = None
            continue
        listed = atom
        yield _single(text, atom, grammar)


def _pair(text: str, first: Atom, last: Atom, grammar: Grammar) -> Dated | None:
    gap = text[first.end : last.start]
    if len(gap) > _LONGEST_GAP:
        return None
    opening = _opening(text, first, gap, grammar)
    if opening is None:
        return None
    begin = first.dated(last).edtf.partition("/")[0].rstrip("~")
    end = last.edtf.rpartition("/")[2].rstrip("~")
    return (opening, last.end, f"{begin}/{end}") if begin <= end else None


def _opening(text: str, first: Atom, gap: str, grammar: Grammar) -> int | None:
    """Where the interval begins whose ends `gap` joins; None if it joins none."""
    if _joins(grammar.and_).fullmatch(gap) and (match := preceding(text, first.before, grammar.between, grammar)):
        return start_of(match, first.before)
    if _joins(grammar.to).fullmatch(gap):
        if match := preceding(text, first.before, grammar.from_, grammar):
            return start_of(match, first.before)
        return first.start if first.licensed and first.rule in ("year", "month", "day") else None
    return None


def _continues(text: str, first: Atom, last: Atom, grammar: Grammar) -> bool:
    """Whether a bare year goes on a list: "in 2019 and 2021"."""
    gap = text[first.end : last.start]
    return first.rule == last.rule and len(gap) < _LONGEST_GAP and bool(_joins(f"{grammar.and_}|,").fullmatch(gap))


def _single(text: str, atom: Atom, grammar: Grammar) -> Dated:
    begin, end = atom.edtf.partition("/")[0], atom.edtf.rpartition("/")[2]
    if match := preceding(text, atom.before, grammar.since, grammar):
        value = f"{begin}/.."
    elif match := preceding(text, atom.before, grammar.until, grammar):
        value = f"../{end}"
    elif match := _bound(text, atom, grammar):
        value = f"{end}/.." if match["after"] else f"../{end}"
    elif "/" not in atom.edtf and (match := preceding(text, atom.before, grammar.around, grammar)):
        value = atom.edtf.rstrip("~") + "~"
    else:
        return atom.start, atom.end, atom.edtf
    # "Since the end of last year": an interval that is open already stays as it is.
    if ".." in (begin, end):
        value = atom.edtf
    return start_of(match, atom.before), atom.end, value


def _bound(text: str, atom: Atom, grammar: Grammar) -> re.Match[str] | None:
    if atom.rule not in _BOUNDED or text.startswith("'s", atom.end):
        return None
    return preceding(text, atom.before, grammar.bounding, grammar)


@functools.cache
def _joins(words: str) -> re.Pattern[str]:
    return re.compile(r"\s{0,3}(?:" + spaced(words) + r")\s{0,3}", re.IGNORECASE)
