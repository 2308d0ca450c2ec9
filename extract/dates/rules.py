"""What each kind of date in a grammar's rules comes to, as EDTF."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from ...schema.edtf import validate
from . import calendar
from .found import Context, Found

_TENS = {"عشر": 10, "والعشرين": 20, "والعشرون": 20, "والثلاثين": 30}


def _day(found: Found) -> str | None:
    return _day_number(found, found.number("day"))


def _nth_day(found: Found) -> str | None:
    tens = found.groups.get("tens")
    return _day_number(found, (found.word("nth", "ordinals") or 0) + (_TENS[tens] if tens else 0))


def _day_number(found: Found, number: int | None) -> str | None:
    month = found.month
    if month is None or number is None:
        return None
    year = found.year(month, number)
    return None if year is None else calendar.day(year, month, number)


def _days(found: Found) -> str | None:
    first, last = _day(found), _day_number(found, found.number("day2"))
    return f"{first}/{last}" if first and last and first < last else None


def _month(found: Found) -> str | None:
    month = found.month
    year = None if month is None else found.year(month, None)
    return None if month is None or year is None else calendar.month(year, month)


def _season(found: Found) -> str | None:
    # Seasons turn with the hemisphere, and winter spans two years: only the year is certain.
    year = found.year(found.word("season", "seasons") or 1, None)
    return None if year is None else str(year)


def _year(found: Found) -> str | None:
    return found.groups["year"]


def _years(found: Found) -> str | None:
    first, last = found.groups["year"], found.groups["last"]
    return f"{first}/{last}" if first < last else None


def _span(months: int) -> Callable[[Found], str | None]:
    def build(found: Found) -> str | None:
        number = found.number("quarter") or found.word("nth", "ordinals") or 0
        year = found.number("year")
        if year is None or not 1 <= number <= 12 // months:
            return None
        return f"{calendar.month(year, (number - 1) * months + 1)}/{calendar.month(year, number * months)}"

    return build


def _iso(found: Found) -> str | None:
    return calendar.day(int(found.groups["year"]), int(found.groups["month"]), int(found.groups["day"]))


def _numeric(found: Found) -> str | None:
    a, b, year = int(found.groups["a"]), int(found.groups["b"]), int(found.groups["year"])
    if found.context.day_first or a > 12 or a == b:
        return calendar.day(year, b, a)
    # 05/12 is May in America and December elsewhere in English: only the year is certain.
    return calendar.day(year, a, b) if b > 12 else str(year)


def _offset(found: Found) -> str | None:
    published, shift = found.context.published, found.word("offset", "offsets")
    return None if published is None or shift is None else calendar.shifted(published, "day", shift)


def _weekday(found: Found) -> str | None:
    published, number = found.context.published, found.word("weekday", "weekdays")
    if published is None or number is None:
        return None
    which = found.word("which", "which")
    if which is None and found.coming:
        which = 1
    return calendar.weekday(published, number, which).isoformat()


def _tomorrow(found: Found) -> str | None:
    published = found.context.published
    return None if published is None else calendar.shifted(published, "day", 1)


def _unit(found: Found) -> str | None:
    published = found.context.published
    if published is None:
        return None
    unit = found.context.grammar.unit(found.groups["unit"])
    return calendar.shifted(published, unit.name, found.word("which", "which") or 0)


def _ago(found: Found) -> str | None:
    published = found.context.published
    if published is None:
        return None
    unit = found.context.grammar.unit(found.groups["unit"])
    count = _count(found) or unit.count
    return calendar.shifted(published, unit.name, -count) if count else None


def _count(found: Found) -> int | None:
    written = found.groups.get("n")
    if written is None:
        return None
    return int(written) if written.isdigit() else found.word("n", "numbers")


def _lasting(found: Found) -> str | None:
    begin = _ago(found)
    return begin and f"{begin.partition('/')[0]}/.."


def _hijri(found: Found) -> str | None:
    year, day, month = int(found.groups["hyear"]), found.number("day"), found.word("hmonth", "hijri_months")
    if month and day:
        return f"{calendar.hijri(year, month, day)}~"
    following = (year, month + 1) if month and month < 12 else (year + 1, 1)
    first, last = calendar.hijri(year, month or 1, 1), calendar.hijri(*following, 1) - datetime.timedelta(days=1)
    return f"{first}~/{last}~" if month else f"{first.year}/{last.year}"


BUILDERS: dict[str, Callable[[Found], str | None]] = {
    "day": _day,
    "nth_day": _nth_day,
    "days": _days,
    "month": _month,
    "year": _year,
    "years": _years,
    "season": _season,
    "iso": _iso,
    "numeric": _numeric,
    "offset": _offset,
    "tomorrow": _tomorrow,
    "weekday": _weekday,
    "unit": _unit,
    "ago": _ago,
    "lasting": _lasting,
    "hijri": _hijri,
    "quarter": _span(3),
    "half": _span(6),
}


def build(rule: str, match: re.Match[str], context: Context) -> str | None:
    """The EDTF of a match of `rule`; None if it is no date, or needs a day of publication that is not known."""
    try:
        value = BUILDERS[rule](Found(match, context))
        return None if value is None else validate(value)
    except (ValueError, OverflowError):  # before the year 1 or after 9999
        return None
