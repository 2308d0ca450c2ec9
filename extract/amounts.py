"""Amounts of money in Arabic, French and English text."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..schema import Amount, Language
from .currencies import CODES, COUNTRIES, SIGNS, UNITS, VARIETIES
from .dates.plain import plain
from .quantities import Quantity, find_quantities

# "3 livres" are books and "he won 2 won", unless there are many of them.
_MANY = 1000
_RARE_ALONE = frozenset({"won"})
# Of adjectives, by gender and number.
_ENDINGS: Mapping[Language, str] = {"en": "", "fr": "(?:n?e)?s?", "ar": "(?:ه|ين|ون|ات)?"}
# Dollars are the currency of deals between others too: that a text names Canada does not make them Canadian.
_SAME_EVERYWHERE = frozenset({"dollar"})
_SIGN_LENGTH = 6
_OF: Mapping[Language, str] = {"en": "(?:of )?(?:the )?", "fr": "(?:d'|de |des )?", "ar": "(?:من )?"}
# Between the two ends of a range; where "and" joins them, `_BETWEEN` must stand before.
_TO: Mapping[Language, str] = {"en": "-|to|or", "fr": "-|a|ou", "ar": "-|الي|او"}
_AND: Mapping[Language, str] = {"en": "and", "fr": "et", "ar": "و?"}
_BETWEEN: Mapping[Language, str] = {"en": "between", "fr": "entre", "ar": "بين"}


@dataclass(frozen=True)
class AmountMention:
    """A half-open span of the text and the amount that it states; of a range, its upper end."""

    start: int
    end: int
    amount: Amount


@dataclass(frozen=True)
class _Money:
    start: int
    end: int
    value: float
    currency: str | None
    scaled: bool


def find_amounts(text: str, lang: Language) -> list[AmountMention]:
    """The amounts of money that `text` states, in its order, in whole units of the currency.

    A currency that several countries call alike (dinar, pound, krone) counts only with its country ("Danish kroner"),
    or where the text names just one of these countries. Dollars are American, riyals Saudi and rupees Indian if
    nothing else is said.

    >>> [mention.amount for mention in find_amounts("109 milliards d'euros", "fr")]
    [Amount(value=109000000000.0, currency='EUR')]
    """
    view = plain(text)
    quantities = find_quantities(view.text, lang)
    known = _varieties(view.text, lang) if quantities else {}
    moneys = [_priced(view.text, quantity, lang, known) for quantity in quantities]
    return [
        AmountMention(*view.original(money.start, money.end), Amount(value=money.value, currency=money.currency))
        for money in _merge_ranges(view.text, moneys, lang)
        if money.currency is not None
    ]


def _varieties(text: str, lang: Language) -> dict[str, str]:
    """What the currencies that `text` names without their country mean, as far as the rest of it tells.

    The variety that the text names in full elsewhere, or else that of the only country named that has one.
    """
    written: dict[str, set[str]] = defaultdict(set)
    for match in _currency(lang).finditer(text):
        unit, code = _variety(match, lang)
        if code and (match["before"] or match["after"]):
            written[unit].add(code)
    named = {_country_code(match["country"], lang) for match in _country(lang).finditer(text)}
    for unit in VARIETIES.keys() - written.keys() - _SAME_EVERYWHERE:
        written[unit] = {VARIETIES[unit][country] for country in named & VARIETIES[unit].keys()}
    return {unit: codes.pop() for unit, codes in written.items() if len(codes) == 1}


def _variety(match: re.Match[str], lang: Language) -> tuple[str, str | None]:
    unit = _unit(match["unit"], lang)
    country = match["before"] or match["after"]
    return unit, VARIETIES[unit].get(_country_code(country, lang) if country else "*")


@functools.lru_cache(maxsize=1000)
def _unit(word: str, lang: Language) -> str:
    return next(unit for pattern, unit in UNITS[lang].items() if re.fullmatch(pattern, word, re.I))


@functools.lru_cache(maxsize=1000)
def _country_code(word: str, lang: Language) -> str:
    ending = _ENDINGS[lang]
    return next(code for pattern, code in COUNTRIES[lang].items() if re.fullmatch(f"(?:{pattern}){ending}", word, re.I))


def _priced(text: str, quantity: Quantity, lang: Language, known: Mapping[str, str]) -> _Money:
    """The quantity with the currency that stands beside it, if one does."""
    money = _Money(quantity.start, quantity.end, quantity.value, None, quantity.scaled)
    before = text[max(0, quantity.start - _SIGN_LENGTH) : quantity.start]
    if match := _sign_before().search(before):
        return replace(money, start=quantity.start - len(match[0]), currency=_code(match["sign"]))
    if quantity.article and not quantity.scaled:
        return money
    if match := _sign_after().match(text, quantity.end):
        return replace(money, end=match.end(), currency=_code(match["sign"]))
    if match := _after(lang).match(text, quantity.end):
        unit, code = _variety(match, lang)
        many = quantity.value >= _MANY
        if many and not match["before"] and not match["after"]:
            code = known.get(unit, code)
        if unit not in _RARE_ALONE or many:
            return replace(money, end=match.end(), currency=code)
    return money


def _code(sign: str) -> str:
    return sign if sign in CODES else next(code for pattern, code in SIGNS.items() if re.fullmatch(pattern, sign))


def _merge_ranges(text: str, moneys: Sequence[_Money], lang: Language) -> list[_Money]:
    merged: list[_Money] = []
    for money in moneys:
        first = merged[-1] if merged else None
        if first and (currency := _range_currency(text, first, money, lang)):
            money = replace(money, start=first.start, value=max(first.value, money.value), currency=currency)
            merged.pop()
        merged.append(money)
    return merged


def _range_currency(text: str, first: _Money, last: _Money, lang: Language) -> str | None:
    """The currency of the range that the two are the ends of; None if they are none."""
    if last.start - first.end > 8 or {first.currency, last.currency} - {None, first.currency or last.currency}:
        return None
    gap = text[first.end : last.start].strip()
    between = re.search(rf"(?<!\w)[وف]?{_BETWEEN[lang]}\s\Z", text[max(0, first.start - 10) : first.start], re.I)
    if not re.fullmatch(f"{_TO[lang]}|{_AND[lang]}" if between else _TO[lang], gap, re.I):
        return None
    # "$5 to 300 people" is no range, "$5-10" and "$5 to 10 billion" are.
    return last.currency or (first.currency if last.scaled or gap == "-" else None)


@functools.cache
def _sign_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<sign>{'|'.join(SIGNS)}|{'|'.join(CODES)})\s?-?\Z")


@functools.cache
def _sign_after() -> re.Pattern[str]:
    # South Africa's R stands before its number only; behind one it may be anything.
    signs = "|".join(SIGNS.keys() - {"R"} | CODES)
    return re.compile(rf"\s?(?P<sign>{signs})(?!\w)")


@functools.cache
def _currency(lang: Language) -> re.Pattern[str]:
    article, country = ("(?:ال)?" if lang == "ar" else ""), f"(?:{'|'.join(COUNTRIES[lang])}){_ENDINGS[lang]}"
    before = rf"(?:(?P<before>{country})[ -])?" if lang == "en" else "(?P<before>)"
    unit = rf"{article}(?P<unit>{'|'.join(UNITS[lang])})(?!\w)"
    return re.compile(rf"(?<!\w){before}{unit}(?: {article}(?P<after>{country})(?!\w))?", re.I)


@functools.cache
def _country(lang: Language) -> re.Pattern[str]:
    before = "[وف]?[بلك]?(?:ال|ل)?" if lang == "ar" else ""
    return re.compile(rf"(?<!\w){before}(?P<country>(?:{'|'.join(COUNTRIES[lang])}){_ENDINGS[lang]})(?!\w)", re.I)


@functools.cache
def _after(lang: Language) -> re.Pattern[str]:
    return re.compile(rf"[\s-]?{_OF[lang]}{_currency(lang).pattern}", re.I)
