"""Words for scale and for halves, by language, in plain text as `dates/plain.py` makes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..schema import Language

_THOUSAND, _MILLION, _BILLION, _TRILLION = 1e3, 1e6, 1e9, 1e12


@dataclass(frozen=True)
class Scale:
    """`count` is what the word counts when it stands alone («ملياري»: 2), None if it must have a number."""

    value: float
    count: float | None = None


def _table(table: Mapping[str, float], count: float | None = None) -> dict[str, Scale]:
    return {word: Scale(value, count) for words, value in table.items() for word in words.split("|")}


SCALES: Mapping[Language, Mapping[str, Scale]] = {
    "en": _table({
        "thousand|k": _THOUSAND, "lakh": 1e5, "million|m|mn|mln": _MILLION, "crore": 1e7, "billion|bn|b|"
        "bln": _BILLION,
        "trillion|tn|trn": _TRILLION,
    }),
    "fr": _table({
        "millier|milliers|k": _THOUSAND, "million|millions|m|mio": _MILLION, "milliard|milliards|md|mds|"
        "mrd": _BILLION,
        "billion|billions": _TRILLION,
    }) | _table({"mille": _THOUSAND}, 1),
    "ar": _table({"الف|الفا": _THOUSAND, "مليون": _MILLION, "مليار|بليون": _BILLION, "تريليون|ترليون": _TRILLION}, 1)
    | _table({
        "الفي|الفين|الفان": _THOUSAND, "مليوني|مليونين|مليونان|مليونا": _MILLION,
        "ملياري|مليارين|ملياران|مليارا|بليوني|بليونين": _BILLION, "تريليوني|تريليونين|تريليونان|تريليونا|"
        "ترليوني": _TRILLION,
    }, 2)
    | _table({"الاف": _THOUSAND, "ملايين": _MILLION, "مليارات|بلايين": _BILLION, "تريليونات|ترليونات": _TRILLION}),
}  # fmt: skip
HALVES: Mapping[Language, Mapping[str, float]] = {
    "en": {"half a": 0.5, "a half": 0.5, "half": 0.5, "a quarter": 0.25},
    "fr": {"un demi": 0.5, "demi": 0.5},
    "ar": {"نصف": 0.5, "ربع": 0.25},
}
