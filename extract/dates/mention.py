"""What the finder of dates gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class DateMention:
    """A half-open span of the text and the EDTF that it states; see https://www.loc.gov/standards/datetime/."""

    start: int
    end: int
    edtf: str
