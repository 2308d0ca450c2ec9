"""Days, weeks, months and years as EDTF, reckoned from a day of publication."""

from __future__ import annotations

import datetime

Date = datetime.date
_DAY = datetime.timedelta(days=1)
_JULIAN_DAY_OF_ORDINAL_0 = 1721425
# News mostly looks back: a date without a year lies ahead only if that is so many times nearer.
_PAST_FIRST = 2


def day(year: int, month: int, number: int) -> str | None:
    """The day in EDTF; None if there is no such day.

    >>> day(2025, 1, 6), day(2025, 2, 30)
    ('2025-01-06', None)
    """
    try:
        return Date(year, month, number).isoformat()
    except ValueError:
        return None


def month(year: int, number: int) -> str:
    """The month in EDTF."""
    return f"{year:04d}-{number:02d}"


def weekday(published: Date, number: int, which: int | None) -> Date:
    """The weekday (Monday is 0) on or before `published`; strictly before for -1 ("last"), after for 1 ("next")."""
    if which == 1:
        return published + _DAY * ((number - published.weekday() - 1) % 7 + 1)
    back = (published.weekday() - number) % 7
    return published - _DAY * (7 if which == -1 and back == 0 else back)


def week(published: Date, shift: int) -> str:
    """Monday to Sunday of the week that is `shift` weeks after that of `published`.

    >>> week(datetime.date(2025, 9, 4), -1)
    '2025-08-25/2025-08-31'
    """
    monday = published + _DAY * (7 * shift - published.weekday())
    return f"{monday}/{monday + 6 * _DAY}"


def weekend(published: Date, shift: int) -> str:
    """Saturday and Sunday: those of this week if they have begun or `shift` is 1, else those before."""
    begun = published.weekday() >= 5
    saturday = published + _DAY * (5 - published.weekday() + (0 if begun or shift == 1 else -7))
    return f"{saturday}/{saturday + _DAY}"


def shifted(published: Date, unit: str, by: int) -> str:
    """The day, week, month, year or decade that is `by` units after that of `published`.

    >>> shifted(datetime.date(2025, 1, 20), "month", -2), shifted(datetime.date(2025, 1, 20), "year", -30)
    ('2024-11', '1995~')
    """
    if unit == "day":
        return (published + by * _DAY).isoformat()
    if unit == "week":
        return week(published, by)
    if unit == "weekend":
        return weekend(published, by)
    if unit == "month":
        months = published.year * 12 + published.month - 1 + by
        return month(months // 12, months % 12 + 1)
    years = by * 10 if unit == "decade" else by
    # "Ten years ago", "two decades ago": round numbers are not counted to the year.
    return f"{published.year + years:04d}" + ("~" if years and years % 10 == 0 else "")


def year_of(published: Date, month_number: int, day_number: int | None, which: int | None) -> int:
    """The year of a date that is given without one: `which` is -1 for "last", 1 for "next", 0 for "this"."""
    here = published.month if day_number is None else published.month * 31 + published.day
    there = month_number if day_number is None else month_number * 31 + day_number
    if which is not None:
        return published.year + _year_shift(there - here, which)
    ahead = there - here
    span = 12 if day_number is None else 12 * 31
    return min(
        (published.year + shift for shift in (0, -1, 1)),
        key=lambda year: _distance(ahead + (year - published.year) * span),
    )


def _year_shift(ahead: int, which: int) -> int:
    if which == -1:
        return 0 if ahead < 0 else -1
    return 1 if which == 1 and ahead <= 0 else 0


def _distance(ahead: int) -> int:
    return ahead * _PAST_FIRST if ahead > 0 else -ahead


def hijri(year: int, month_number: int, number: int) -> Date:
    """The Gregorian day of a day of the tabular Islamic calendar, civil epoch.

    Months that begin when the moon is sighted may differ by a day.

    >>> hijri(1446, 9, 1)
    datetime.date(2025, 3, 1)
    """
    julian_day = (11 * year + 3) // 30 + 354 * year + 30 * month_number - (month_number - 1) // 2 + number + 1948055
    return Date.fromordinal(julian_day - _JULIAN_DAY_OF_ORDINAL_0)
