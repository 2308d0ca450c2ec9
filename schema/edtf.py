"""Dates as the Extended Date/Time Format of ISO 8601-2:2019 (https://www.loc.gov/standards/datetime/).

`2024`, `2024-12`, `2024-12-07`, `2021-04~` (about), `2025?` (uncertain), `2022/2024`, `2022/..`, `../2018`.
"""

from __future__ import annotations

import datetime
import functools
import math
import re
import time as clock
from typing import Annotated

from edtf import EDTFParseException, parse_edtf
from pydantic import AfterValidator

_PLAIN_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
Bounds = tuple[datetime.date | None, datetime.date | None]


@functools.lru_cache(maxsize=10_000)
def bounds(value: str) -> Bounds:
    """First and last day that the EDTF `value` covers; None where it is open. Raises ValueError if not EDTF.

    >>> bounds("2024-12")
    (datetime.date(2024, 12, 1), datetime.date(2024, 12, 31))
    >>> bounds("2022/..")
    (datetime.date(2022, 1, 1), None)
    """
    try:
        if _PLAIN_DAY.fullmatch(value):  # Most dates are plain days, and the parser of all EDTF is slow.
            return (datetime.date.fromisoformat(value),) * 2
        parsed = parse_edtf(value)
    except (EDTFParseException, ValueError) as error:
        raise ValueError(f"'{value}' is not a date in EDTF (such as 2024-12, 2025-01-06, 2022/..)") from error
    return _day(parsed.lower_strict()), _day(parsed.upper_strict())


def _day(moment: clock.struct_time | float) -> datetime.date | None:
    if isinstance(moment, float):
        assert math.isinf(moment)
        return None
    return datetime.date(moment.tm_year, moment.tm_mon, moment.tm_mday)


def validate(value: str) -> str:
    """`value` itself if it is EDTF; raises ValueError if not."""
    bounds(value)
    return value


Edtf = Annotated[str, AfterValidator(validate)]
