"""Dates to EDTF; sentences are our own. All are read as published on Thursday 4 September 2025."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techpol.extract.dates import find_dates
from techpol.schema import Language
from techpol.schema.edtf import validate

PUBLISHED = datetime.date(2025, 9, 4)

ENGLISH = [
    ("The two met on 4 September 2025 in Lyon.", "2025-09-04"),
    ("The two met on Sept. 4, 2025 in Lyon.", "2025-09-04"),
    ("It was signed on Tuesday, March 5, 2024.", "2024-03-05"),
    ("The order of the 3rd of May 2019 still holds.", "2019-05-03"),
    ("The filing is dated 2024-12-05.", "2024-12-05"),
    ("The filing is dated 25/12/2024.", "2024-12-25"),
    ("The filing is dated 05/12/2024.", "2024"),
    ("She resigned in December 2022.", "2022-12"),
    ("She resigned in late 2022.", "2022"),
    ("The 2015 law forbids it.", "2015"),
    ("The firm (2019) no longer exists.", "2019"),
    ("He has led the firm since 2022.", "2022/.."),
    ("He has led the firm since last October.", "2024-10/.."),
    ("Between 2019 and 2021 they did not speak.", "2019/2021"),
    ("From 2019 to 2021 they did not speak.", "2019/2021"),
    ("From March to July 2024 they did not speak.", "2024-03/2024-07"),
    ("The 2019-2021 dispute is over.", "2019/2021"),
    ("She sat on the board until 2018.", "../2018"),
    ("The plant must open by the end of 2027.", "../2027"),
    ("They fell out around April 2021.", "2021-04~"),
    ("Sales fell in the first quarter of 2025.", "2025-01/2025-03"),
    ("Sales fell in Q3 2024.", "2024-07/2024-09"),
    ("Sales fell in the second half of 2024.", "2024-07/2024-12"),
    ("The minister said on Monday that he knew.", "2025-09-01"),
    ("The minister said on Thursday that he knew.", "2025-09-04"),
    ("The minister will meet the board on Monday.", "2025-09-08"),
    ("The board meets next Friday.", "2025-09-05"),
    ("The board met last Thursday.", "2025-08-28"),
    ("The board met yesterday.", "2025-09-03"),
    ("The board met the day before yesterday.", "2025-09-02"),
    ("The board met last week.", "2025-08-25/2025-08-31"),
    ("The board met over the weekend.", "2025-08-30/2025-08-31"),
    ("The board met last month.", "2025-08"),
    ("The board met last year.", "2024"),
    ("The board meets later this month.", "2025-09"),
    ("The board met three years ago.", "2022"),
    ("The board met two months ago.", "2025-07"),
    ("The board met thirty years ago.", "1995~"),
    ("The board met on 5 August.", "2025-08-05"),
    ("The board met on October 30.", "2025-10-30"),
    ("The board met on January 20.", "2025-01-20"),
    ("The board met in March.", "2025-03"),
    ("The board met last November.", "2024-11"),
    ("The board met in March last year.", "2024-03"),
    ("The board met on 4-6 August.", "2025-08-04/2025-08-06"),
    ("The board met last summer.", "2025"),
]
FRENCH = [
    ("Ils se sont vus le 4 septembre 2025 à Lyon.", "2025-09-04"),
    ("Ils se sont vus le jeudi 1er février 2024.", "2024-02-01"),
    ("L'arrêté date du 05/12/2024.", "2024-12-05"),
    ("L'arrêté porte la date 2024-12-05.", "2024-12-05"),
    ("Elle a démissionné en décembre 2022.", "2022-12"),
    ("Elle a démissionné fin août 2022.", "2022-08"),
    ("Elle a démissionné à la mi-mars 2022.", "2022-03"),
    ("Elle a démissionné en 2023.", "2023"),
    ("Elle a démissionné début 2025.", "2025"),
    ("Elle a démissionné à l'été 2024.", "2024"),
    ("L'élection présidentielle 2022 les a divisés.", "2022"),
    ("Il dirige le groupe depuis 2022.", "2022/.."),
    ("Il dirige le groupe depuis fin 2022.", "2022/.."),
    ("Il dirige le groupe depuis le 3 mai 2021.", "2021-05-03/.."),
    ("Il dirige le groupe depuis trois ans.", "2022/.."),
    ("La loi s'applique à compter de janvier 2026.", "2026-01/.."),
    ("Entre 2019 et 2021, ils ne se parlaient plus.", "2019/2021"),
    ("De 2019 à 2021, ils ne se parlaient plus.", "2019/2021"),
    ("Le salon se tient du 30 août au 4 septembre 2025.", "2025-08-30/2025-09-04"),
    ("Le salon se tient les 3 et 4 juin.", "2025-06-03/2025-06-04"),
    ("Elle a siégé au conseil jusqu'en 2018.", "../2018"),
    ("L'usine doit ouvrir d'ici à 2027.", "../2027"),
    ("Ils se sont brouillés vers 2018.", "2018~"),
    ("Ils se parlaient jusqu'à l'été.", "../2025"),
    ("Ils se sont brouillés à l'été.", "2025"),
    ("Les ventes ont baissé au premier trimestre 2025.", "2025-01/2025-03"),
    ("Le ministre a dit lundi qu'il savait.", "2025-09-01"),
    ("Le ministre a dit ce jeudi qu'il savait.", "2025-09-04"),
    ("Le ministre recevra lundi le conseil.", "2025-09-08"),
    ("Le conseil se réunit vendredi prochain.", "2025-09-05"),
    ("Le conseil s'est réuni jeudi dernier.", "2025-08-28"),
    ("Le conseil s'est réuni hier.", "2025-09-03"),
    ("Le conseil s'est réuni avant-hier.", "2025-09-02"),
    ("Le conseil s'est réuni la semaine dernière.", "2025-08-25/2025-08-31"),
    ("Le conseil s'est réuni le mois dernier.", "2025-08"),
    ("Le conseil s'est réuni l'an dernier.", "2024"),
    ("Le conseil s'est réuni l’année dernière.", "2024"),
    ("Le conseil se réunit cette année.", "2025"),
    ("Le conseil s'est réuni il y a deux mois.", "2025-07"),
    ("Le conseil s'est réuni il y a dix ans.", "2015~"),
    ("Le conseil s'est réuni le 5 août.", "2025-08-05"),
    ("Le conseil s'est réuni en mars.", "2025-03"),
    ("Le conseil s'est réuni en octobre dernier.", "2024-10"),
    ("Le conseil s'est réuni en mars de l'an dernier.", "2024-03"),
]
ARABIC = [
    ("التقى الرجلان في 4 سبتمبر 2025 في ليون.", "2025-09-04"),
    ("التقى الرجلان يوم الخميس ٤ أيلول/سبتمبر ٢٠٢٥.", "2025-09-04"),
    ("وُقّع الاتفاق في ٦ يناير/كانون الثاني ٢٠٢٥.", "2025-01-06"),
    ("وُقّع الاتفاق في 6 كانون الثاني (يناير) 2025.", "2025-01-06"),
    ("وُقّع الاتفاق في 12 جانفي 2024.", "2024-01-12"),
    ("وُقّع الاتفاق في 3 غشت 2024.", "2024-08-03"),
    ("وُقّع الاتفاق في 3 آب 2024.", "2024-08-03"),
    ("وُقّع الاتفاق في الرابع من سبتمبر 2024.", "2024-09-04"),
    ("وُقّع الاتفاق في الخامس والعشرين من مارس 2024.", "2024-03-25"),
    ("وُقّع الاتفاق في الحادي عشر من مارس 2024.", "2024-03-11"),
    ("الوثيقة مؤرخة في 05/12/2024.", "2024-12-05"),
    ("استقالت في تشرين الأول 2022.", "2022-10"),
    ("استقالت في أواخر ديسمبر 2022.", "2022-12"),
    ("استقالت عام 2022.", "2022"),
    ("استقالت مطلع عام 2025.", "2025"),
    ("استقالت في 2023.", "2023"),
    ("استقالت سنة ٢٠٢٣.", "2023"),
    ("يرأس الشركة منذ 2022.", "2022/.."),
    ("ومنذ عام 2022 يرأس الشركة.", "2022/.."),
    ("يرأس الشركة منذ ثلاث سنوات.", "2022/.."),
    ("يرأس الشركة منذ عامين.", "2023/.."),
    ("بين 2019 و2021 لم يتحدثا.", "2019/2021"),
    ("بين عامي 2019 و2021 لم يتحدثا.", "2019/2021"),
    ("من 2019 إلى 2021 لم يتحدثا.", "2019/2021"),
    ("بقيت في المجلس حتى 2018.", "../2018"),
    ("سيُفتح المصنع قبل نهاية 2027.", "../2027"),
    ("اختلفا نحو عام 2018.", "2018~"),
    ("تراجعت المبيعات في الربع الأول من 2025.", "2025-01/2025-03"),
    ("قال الوزير الاثنين إنه كان يعلم.", "2025-09-01"),
    ("قال الوزير مساء الخميس إنه كان يعلم.", "2025-09-04"),
    ("ومن المقرر أن يجتمع المجلس الاثنين.", "2025-09-08"),
    ("يجتمع المجلس الجمعة المقبل.", "2025-09-05"),
    ("اجتمع المجلس الخميس الماضي.", "2025-08-28"),
    ("اجتمع المجلس أمس.", "2025-09-03"),
    ("اجتمع المجلس أمس الأربعاء.", "2025-09-03"),
    ("اجتمع المجلس أول من أمس.", "2025-09-02"),
    ("اجتمع المجلس الأسبوع الماضي.", "2025-08-25/2025-08-31"),
    ("اجتمع المجلس الشهر الماضي.", "2025-08"),
    ("اجتمع المجلس العام الماضي.", "2024"),
    ("يجتمع المجلس هذا العام.", "2025"),
    ("اجتمع المجلس قبل ثلاثة أعوام.", "2022"),
    ("اجتمع المجلس قبل شهرين.", "2025-07"),
    ("اجتمع المجلس في 5 أغسطس.", "2025-08-05"),
    ("اجتمع المجلس في مارس.", "2025-03"),
    ("اجتمع المجلس في أكتوبر الماضي.", "2024-10"),
    ("اجتمع المجلس في مارس من العام الماضي.", "2024-03"),
    ("اجتمع المجلس في 12 رمضان 1446هـ.", "2025-03-12~"),
    ("اجتمع المجلس في رمضان 1446.", "2025-03-01~/2025-03-30~"),
    ("أُقرّ النظام عام 1446هـ.", "2024/2025"),
]
TABLE: list[tuple[Language, str, str]] = [
    *(("en", *row) for row in ENGLISH), *(("fr", *row) for row in FRENCH), *(("ar", *row) for row in ARABIC)
]  # fmt: skip

NO_DATE: list[tuple[Language, str]] = [
    ("en", "About 2,000 people came."),
    ("en", "In 2000 cases nobody answered."),
    ("en", "It cost $2025, or 2025 euros."),
    ("en", "Flight 2025 was late, and so was AF2024."),
    ("en", "You may march on the palace."),
    ("en", "The Long March 5 rocket failed."),
    ("en", "The committee meets every Monday."),
    ("en", "Shares rose by 20.25 to 2,025.10."),
    ("fr", "Quelque 2 000 personnes sont venues."),
    ("fr", "Le groupe supprime 2000 emplois, soit de 2025 euros d'économies."),
    ("fr", "Le vol 2025 avait du retard."),
    ("fr", "Le conseil se réunit chaque lundi."),
    ("fr", "La planète Mars fascine."),
    ("ar", "حضر 2000 شخص."),
    ("ar", "لم يُجب أحد في 2000 حالة."),
    ("ar", "بلغت الكلفة 2025 دولاراً."),
    ("ar", "انقطع الود بين الاثنين."),
    ("ar", "وفي اليوم التالي سكت الجميع."),
    ("ar", "يجتمع المجلس كل خميس."),
]

MONTHS: dict[Language, str] = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
}  # fmt: skip
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
days = st.dates(datetime.date(1990, 1, 1), datetime.date(2040, 12, 31))


def edtf(text: str, lang: Language, published: datetime.date | None = PUBLISHED) -> list[str]:
    return [mention.edtf for mention in find_dates(text, lang, published)]


def written(day: datetime.date, lang: Language) -> str:
    return f"{day.day} {MONTHS[lang].split()[day.month - 1]} {day.year}"


@pytest.mark.parametrize(("lang", "text", "expected"), TABLE)
def test_dates(lang: Language, text: str, expected: str) -> None:
    assert edtf(text, lang) == [expected]
    assert validate(expected)


@pytest.mark.parametrize(("lang", "text"), NO_DATE)
def test_what_is_no_date(lang: Language, text: str) -> None:
    assert edtf(text, lang) == []


@given(days, st.sampled_from(["ar", "fr", "en"]), st.dates(datetime.date(1990, 1, 1)) | st.none())
def test_any_day_in_long_form_comes_back(day: datetime.date, lang: Language, published: datetime.date | None) -> None:
    assert edtf(written(day, lang), lang, published) == [day.isoformat()]


@given(days)
def test_eastern_digits_are_digits(day: datetime.date) -> None:
    text = written(day, "ar")
    assert find_dates(text.translate(EASTERN), "ar", None) == find_dates(text, "ar", None)


@given(st.text(alphabet="19 0-/.,يناقبل مMay24sinceand'عام\n", max_size=60), st.sampled_from(["ar", "fr", "en"]))
def test_mentions_lie_in_the_text_in_order_and_are_edtf(text: str, lang: Language) -> None:
    end = 0
    for mention in find_dates(text, lang, PUBLISHED):
        assert end <= mention.start < mention.end <= len(text)
        assert validate(mention.edtf)
        end = mention.end


SPANS: list[tuple[Language, str, str]] = [
    ("en", "He led it since 2022, alone.", "since 2022"),
    ("fr", "Réunis le 4\u00a0décembre\u202f2024 à Pau.", "le 4\u00a0décembre\u202f2024"),
    ("ar", "ووُقّع في ٦ يَنايِر ٢٠٢٥ بباريس.", "٦ يَنايِر ٢٠٢٥"),
    ("ar", "لم يتحدثا بين 2019 و2021 قط.", "بين 2019 و2021"),
]


@pytest.mark.parametrize(("lang", "text", "quote"), SPANS)
def test_spans_quote_the_original(lang: Language, text: str, quote: str) -> None:
    [mention] = find_dates(text, lang, PUBLISHED)
    assert text[mention.start : mention.end] == quote


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "He met her on Monday, in March, last year, two years ago."),
        ("fr", "Hier, en mars, l'an dernier."),
        ("ar", "أمس، وفي مارس، والعام الماضي."),
    ],
)
def test_without_a_day_of_publication_nothing_is_guessed(lang: Language, text: str) -> None:
    assert edtf(text, lang, None) == []
    assert edtf(text, lang) != []


def test_several_dates_of_one_sentence() -> None:
    text = "On Monday the firm, which she left in 2021 and 2023, said that the deal of 3 May 2024 was dead."
    assert edtf(text, "en") == ["2025-09-01", "2021", "2023", "2024-05-03"]


def test_no_days_are_invented() -> None:
    assert edtf("Elle est partie le 30 février.", "fr") == []
    assert edtf("She left on 31 April 2024.", "en") == ["2024-04"]
