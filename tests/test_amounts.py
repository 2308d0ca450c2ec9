"""Amounts of money; sentences are our own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techpol.extract.amounts import find_amounts
from techpol.schema import Language

FRENCH = [
    ("Un plan de 109 milliards d'euros.", 109e9, "EUR"),
    ("Un plan de 109 milliards d’euros.", 109e9, "EUR"),
    ("Une amende de 2,5 millions de dollars.", 2.5e6, "USD"),
    ("Une amende de 1 200 000 €.", 1.2e6, "EUR"),
    ("Une amende de 1\u00a0200\u00a0000\u00a0€.", 1.2e6, "EUR"),
    ("Une amende de 1\u202f200\u202f000 euros.", 1.2e6, "EUR"),
    ("Une amende de 1.500 euros.", 1500, "EUR"),
    ("Une amende de 800 000 euros.", 8e5, "EUR"),
    ("Un milliard d'euros sur la table.", 1e9, "EUR"),
    ("Un demi-milliard d'euros sur la table.", 0.5e9, "EUR"),
    ("Deux milliards et demi d'euros sur la table.", 2.5e9, "EUR"),
    ("Un chèque de 40 M€.", 40e6, "EUR"),
    ("Un chèque de 3 Md€.", 3e9, "EUR"),
    ("Un chèque de cinq cents millions d'euros.", 500e6, "EUR"),
    ("Un chèque de vingt-cinq millions d'euros.", 25e6, "EUR"),
    ("Un chèque de quatre-vingt-dix millions d'euros.", 90e6, "EUR"),
    ("Un chèque de 80 mille dollars.", 80e3, "USD"),
    ("Entre 30 et 50 milliards d'euros.", 50e9, "EUR"),
    ("De 30 à 50 milliards d'euros.", 50e9, "EUR"),
    ("Un prêt de 410 millions de couronnes danoises.", 410e6, "DKK"),
    ("Un prêt de 30 millions de dinars tunisiens.", 30e6, "TND"),
    ("En Suisse, un prêt de 18 millions de francs.", 18e6, "CHF"),
    ("Un prêt de 20 millions de livres sterling.", 20e6, "GBP"),
    ("Un prêt de 90 millions de dollars canadiens.", 90e6, "CAD"),
    ("Un prêt de 12 milliards de yuans.", 12e9, "CNY"),
    ("Un prêt de 100 M$.", 100e6, "USD"),
]
ENGLISH = [
    ("A deal worth $2.5bn.", 2.5e9, "USD"),
    ("A deal worth €1.2 billion.", 1.2e9, "EUR"),
    ("A deal worth US$ 40m.", 40e6, "USD"),
    ("A deal worth A$30m.", 30e6, "AUD"),
    ("A deal worth £30,000.", 30e3, "GBP"),
    ("A deal worth $1,234.50.", 1234.5, "USD"),
    ("A deal worth a billion dollars.", 1e9, "USD"),
    ("A deal worth half a billion dollars.", 0.5e9, "USD"),
    ("A deal worth two and a half billion euros.", 2.5e9, "EUR"),
    ("A deal worth five hundred million dollars.", 500e6, "USD"),
    ("A deal worth one hundred and fifty million dollars.", 150e6, "USD"),
    ("A deal worth twenty-five million yen.", 25e6, "JPY"),
    ("A 500-million-dollar deal.", 500e6, "USD"),
    ("A $2-billion deal.", 2e9, "USD"),
    ("A deal worth 30 to 50 billion euros.", 50e9, "EUR"),
    ("A deal worth $30-50 billion.", 50e9, "USD"),
    ("A deal worth between $2bn and $3bn.", 3e9, "USD"),
    ("A deal worth 410 million Danish kroner.", 410e6, "DKK"),
    ("Denmark paid 410 million kroner.", 410e6, "DKK"),
    ("A deal worth 60 million Egyptian pounds.", 60e6, "EGP"),
    ("A deal worth 13.38 billion rupees.", 13.38e9, "INR"),
    ("A deal worth Rs 500 crore.", 5e9, "INR"),
    ("A deal worth 42 million New Taiwan dollars.", 42e6, "TWD"),
    ("A deal worth EUR 20 million.", 20e6, "EUR"),
    ("A deal worth 20 million USD.", 20e6, "USD"),
    ("The R1.35bn deal.", 1.35e9, "ZAR"),
]
ARABIC = [
    ("خطة قيمتها 109 مليارات يورو.", 109e9, "EUR"),
    ("خطة قيمتها ١٠ مليار يورو.", 10e9, "EUR"),
    ("خطة قيمتها ٢٫٥ مليون دولار.", 2.5e6, "USD"),
    ("خطة قيمتها 2.1 مليار دولار.", 2.1e9, "USD"),
    ("خطة قيمتها 2,500 دولار.", 2500, "USD"),
    ("خطة بقيمة ملياري دولار.", 2e9, "USD"),
    ("خطة بمليون دولار.", 1e6, "USD"),
    ("خطة بـ500 مليون دولار.", 500e6, "USD"),
    ("خطة الـ100 مليون دولار.", 100e6, "USD"),
    ("خطة قيمتها ثلاثة مليارات دولار.", 3e9, "USD"),
    ("خطة قيمتها خمسة وعشرون مليون يورو.", 25e6, "EUR"),
    ("خطة قيمتها مئة وخمسون مليون دولار.", 150e6, "USD"),
    ("خطة قيمتها خمسة عشر مليون دولار.", 15e6, "USD"),
    ("خطة قيمتها مئتا مليون دولار.", 200e6, "USD"),
    ("خطة قيمتها نصف مليار يورو.", 0.5e9, "EUR"),
    ("خطة قيمتها مليار ونصف المليار دولار.", 1.5e9, "USD"),
    ("خطة قيمتها مليون و200 ألف دولار.", 1.2e6, "USD"),
    ("خطة قيمتها 5 مليارات من الدولارات.", 5e9, "USD"),
    ("خطة قيمتها بين 30 و50 مليار يورو.", 50e9, "EUR"),
    ("خطة قيمتها من 30 إلى 50 مليار يورو.", 50e9, "EUR"),
    ("غرامة قدرها خمسون مليون جنيه مصري.", 50e6, "EGP"),
    ("غرامة قدرها 20 مليون جنيه إسترليني.", 20e6, "GBP"),
    ("غرامة قدرها 90 مليون درهم إماراتي.", 90e6, "AED"),
    ("فرضت السلطات المغربية غرامة قدرها 12 مليون درهم.", 12e6, "MAD"),
    ("غرامة قدرها 400 مليون ريال.", 400e6, "SAR"),
    ("غرامة قدرها 400 مليون ريال قطري.", 400e6, "QAR"),
    ("غرامة قدرها 13 مليون ليرة تركية.", 13e6, "TRY"),
]
TABLE: list[tuple[Language, str, float, str]] = [
    *(("en", *row) for row in ENGLISH), *(("fr", *row) for row in FRENCH), *(("ar", *row) for row in ARABIC)
]  # fmt: skip

NO_AMOUNT: list[tuple[Language, str]] = [
    ("en", "410 million kroner."),
    ("en", "3 million dirhams."),
    ("en", "Britain and Egypt quarrel over 3 million pounds."),
    ("en", "Millions of dollars."),
    ("en", "Multi-billion-dollar questions for 2,000 people."),
    ("en", "He won 2 won."),
    ("en", "Two billion users, 30 percent of them in 2025."),
    ("fr", "410 millions de couronnes."),
    ("fr", "Des millions d'euros."),
    ("fr", "Au Royaume-Uni, elle a écrit 3 livres."),
    ("fr", "Pas un euro pour 5 000 personnes."),
    ("ar", "60 مليون جنيه."),
    ("ar", "4 ملايين درهم."),
    ("ar", "ملايين الدولارات."),
    ("ar", "حضر ٣٠٠٠ شخص."),
]
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def amounts(text: str, lang: Language) -> list[tuple[float, str]]:
    return [(mention.amount.value, mention.amount.currency) for mention in find_amounts(text, lang)]


@pytest.mark.parametrize(("lang", "text", "value", "currency"), TABLE)
def test_amounts(lang: Language, text: str, value: float, currency: str) -> None:
    assert amounts(text, lang) == [(pytest.approx(value), currency)]


@pytest.mark.parametrize(("lang", "text"), NO_AMOUNT)
def test_what_is_no_amount_or_of_no_known_currency(lang: Language, text: str) -> None:
    assert amounts(text, lang) == []


def test_a_range_must_be_one() -> None:
    assert amounts("They gave $5 to 300 people.", "en") == [(5, "USD")]
    assert amounts("It paid €2 million and $3 million.", "en") == [(2e6, "EUR"), (3e6, "USD")]


@given(st.integers(1, 10**12))
def test_any_whole_number_comes_back(value: int) -> None:
    assert amounts(f"${value:,}", "en") == [(value, "USD")]
    assert amounts(f"{value:,} €".replace(",", "\u202f"), "fr") == [(value, "EUR")]
    assert amounts(f"{value} دولار", "ar") == [(value, "USD")]


@given(st.integers(1, 999), st.sampled_from(["مليون", "مليار", "ألف"]))
def test_eastern_digits_are_digits(number: int, scale: str) -> None:
    text = f"{number} {scale} يورو"
    assert find_amounts(text.translate(EASTERN), "ar") == find_amounts(text, "ar") != []


@given(st.text(alphabet="12 ,.-$€mbn millionومليار دولارtoand'", max_size=60), st.sampled_from(["ar", "fr", "en"]))
def test_mentions_lie_in_the_text_in_order(text: str, lang: Language) -> None:
    end = 0
    for mention in find_amounts(text, lang):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end


SPANS: list[tuple[Language, str, str]] = [
    ("en", "He paid $30 to $50 billion for it.", "$30 to $50 billion"),
    ("fr", "Il a payé 1\u202f200\u202f000\u00a0€ pour cela.", "1\u202f200\u202f000\u00a0€"),
    ("ar", "دفع بـ٥٠٠ مِليون دولار أميركي ثمناً.", "٥٠٠ مِليون دولار أميركي"),
]


@pytest.mark.parametrize(("lang", "text", "quote"), SPANS)
def test_spans_quote_the_original(lang: Language, text: str, quote: str) -> None:
    [mention] = find_amounts(text, lang)
    assert text[mention.start : mention.end] == quote
