"""Names, adjectives, signs and codes of currencies (ISO 4217), in plain text as `dates/plain.py` makes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from ..schema import LANGUAGES, Language
from .tsv import Row, read_table


def _rows(name: str, *columns: str) -> Iterator[Row]:
    return read_table(Path(str(files(__package__))) / name, columns)


def _patterns(rows: list[Row], key: str) -> Mapping[Language, Mapping[str, str]]:
    """By language, from patterns to the cell `key` of their row."""
    return {lang: {row[lang]: row[key] for row in rows if row[lang]} for lang in LANGUAGES}


_UNIT_ROWS = list(_rows("currency_units.tsv", "unit", "en", "fr", "ar", "varieties"))
UNITS = _patterns(_UNIT_ROWS, "unit")
# What a name stands for, by country; `*` where no country is named.
VARIETIES: Mapping[str, Mapping[str, str]] = {
    row["unit"]: dict(pair.split(":") for pair in row["varieties"].split()) for row in _UNIT_ROWS
}
COUNTRIES = _patterns(list(_rows("currency_countries.tsv", "country", "en", "fr", "ar")), "country")

# Longest first where one ends with another. `¥` alone may be yen or yuan, so it is not here.
SIGNS: Mapping[str, str] = {
    r"US ?\$": "USD",
    r"AU?\$": "AUD",
    r"CA?\$": "CAD",
    r"NZ\$": "NZD",
    r"HK\$": "HKD",
    r"S\$": "SGD",
    r"NT\$": "TWD",
    r"R\$": "BRL",
    "CN¥|RMB": "CNY",
    "JP¥": "JPY",
    r"Rs\.?|₹": "INR",
    r"\$": "USD",
    "€": "EUR",
    "£": "GBP",
    "₽": "RUB",
    "₩": "KRW",
    "₪": "ILS",
    "₺": "TRY",
    "₴": "UAH",
    "₦": "NGN",
    "KSh": "KES",
    "R": "ZAR",
}
CODES = frozenset(code for row in VARIETIES.values() for code in row.values())
