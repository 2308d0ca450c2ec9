"""Status, time, source, amount and evidence of what a sentence states. Sentences are our own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from extraction import PUBLISHED, extract, not_yet
from hypothesis import given, settings
from hypothesis import strategies as st

from techpol.extract.tsv import read_table
from techpol.schema import LANGUAGES, Amount, Language, Triple

TABLES = Path(__file__).parent / "tables"


def statuses() -> Iterator[object]:
    """Language, sentence, relation, object and status; strictly expected to fail where the table gives a reason."""
    for row in read_table(TABLES / "status.tsv", ("lang", "sentence", "relation", "object", "status", "missing")):
        *cells, missing = row.cells.values()
        yield not_yet(*cells, why=missing) if missing else cells


def find(text: str, lang: Language, relation: str, object_: str, published: str | None = PUBLISHED) -> Triple:
    """The one triple of the relation with the object."""
    (triple,) = [t for t in extract(text, lang, published) if (t.relation, t.object.id) == (relation, object_)]
    return triple


@pytest.mark.parametrize(("lang", "text", "relation", "object_", "status"), list(statuses()))
def test_status(lang: Language, text: str, relation: str, object_: str, status: str) -> None:
    triple = find(text, lang, relation, object_)
    assert triple.status == status
    assert triple.subject.id in ("meta", "microsoft")


FORMER = [
    ("en", "Former Apple chief executive Tim Cook left.", "ended"),
    ("en", "Apple chief executive Tim Cook left.", "asserted"),
    ("fr", "L'ancien patron d'Apple, Tim Cook, est à Lyon.", "ended"),
    ("fr", "Le patron d'Apple, Tim Cook, est à Lyon.", "asserted"),
    ("ar", "قال تيم كوك، الرئيس التنفيذي السابق لآبل، إن السوق كبيرة.", "ended"),
    ("ar", "قال تيم كوك، الرئيس التنفيذي لآبل، إن السوق كبيرة.", "asserted"),
]


@pytest.mark.parametrize(("lang", "text", "status"), FORMER)
def test_former_offices(lang: Language, text: str, status: str) -> None:
    triple = find(text, lang, "LEADS", "apple")
    assert (triple.subject.id, triple.status) == ("tim-cook", status)


TIMES = [
    ("en", "Meta sued Apple in March 2023.", "SUES", "apple", "2023-03"),
    ("en", "Meta sued Apple last month.", "SUES", "apple", "2025-05"),
    ("en", "Meta sued Apple.", "SUES", "apple", None),
    ("fr", "Meta a critiqué Apple en mars 2023.", "CRITICIZES", "apple", "2023-03"),
    ("fr", "Meta a critiqué Apple hier.", "CRITICIZES", "apple", "2025-06-14"),
    ("ar", "انتقدت ميتا شركة آبل في مارس 2023.", "CRITICIZES", "apple", "2023-03"),
    # Each relation its own date.
    ("fr", "Meta a poursuivi Apple en janvier 2024 puis a critiqué Google en mars 2025.", "SUES", "apple", "2024-01"),
    ("fr", "Meta a poursuivi Apple en janvier 2024 puis a critiqué Google en mars 2025.", "CRITICIZES", "google",
     "2025-03"),
    # An office has no date, also where the sentence has one.
    ("en", "Mark Zuckerberg, the chief executive of Meta, criticised Apple in March 2023.", "LEADS", "meta", None),
    ("en", "Mark Zuckerberg, the chief executive of Meta, criticised Apple in March 2023.", "CRITICIZES", "apple",
     "2023-03"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "relation", "object_", "time"), TIMES)
def test_time(lang: Language, text: str, relation: str, object_: str, time: str | None) -> None:
    assert find(text, lang, relation, object_).time == time


def test_relative_time_needs_a_day_of_publication() -> None:
    assert find("Meta sued Apple last month.", "en", "SUES", "apple", published=None).time is None


SOURCES = [
    ("en", "According to Reuters, Meta bought Spotify.", "Reuters"),
    ("en", "Meta bought Spotify.", None),
    ("en", "Reuters reported that Meta bought Spotify.", "Reuters"),
    ("en", "Meta bought Spotify, Reuters reported.", "Reuters"),
    ("fr", "Selon Reuters, Meta a racheté Spotify.", "Reuters"),
    ("fr", "Meta a racheté Spotify, a indiqué Reuters.", "Reuters"),
    ("fr", "Selon des sources, Meta a racheté Spotify.", None),
    ("ar", "ذكرت رويترز أن ميتا استحوذت على سبوتيفاي.", "Reuters"),
    ("ar", "بحسب رويترز، استحوذت ميتا على سبوتيفاي.", "Reuters"),
    ("ar", "قالت مصادر إن ميتا استحوذت على سبوتيفاي.", None),
]


@pytest.mark.parametrize(("lang", "text", "source"), SOURCES)
def test_source(lang: Language, text: str, source: str | None) -> None:
    assert find(text, lang, "ACQUIRES", "spotify").attributed_to == source


AMOUNTS = [
    ("fr", "Amazon investira 109 milliards d'euros en France.", "INVESTS_IN", "france", (109e9, "EUR")),
    ("fr", "Amazon investira 109 milliards d’euros en France.", "INVESTS_IN", "france", (109e9, "EUR")),
    ("en", "Amazon invested $4 billion in Anthropic.", "INVESTS_IN", "anthropic", (4e9, "USD")),
    ("ar", "استثمرت أمازون أربعة مليارات دولار في أنثروبيك.", "INVESTS_IN", "anthropic", (4e9, "USD")),
    ("en", "Ireland fined Apple €500 million.", "SANCTIONS", "apple", (500e6, "EUR")),
    ("en", "Ireland fined Apple.", "SANCTIONS", "apple", None),
    # Money is no part of a meeting.
    ("en", "Tim Cook met Donald Trump after a deal worth $4 billion.", "MEETS", "donald-trump", None),
]


@pytest.mark.parametrize(("lang", "text", "relation", "object_", "amount"), AMOUNTS)
def test_amount(lang: Language, text: str, relation: str, object_: str, amount: tuple[float, str] | None) -> None:
    expected = None if amount is None else Amount(value=amount[0], currency=amount[1])
    assert find(text, lang, relation, object_).amount == expected


SENTENCES = {
    lang: [row["sentence"] for row in read_table(
        TABLES / f"{lang}.tsv", ("sentence", "subject", "relation", "object", "status"))]
    for lang in LANGUAGES
}  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_evidence_quotes_the_text(data: st.DataObject) -> None:
    """Whatever stands between the sentences, each triple's evidence is where it says, and is not empty."""
    lang: Language = data.draw(st.sampled_from(LANGUAGES))
    parts = data.draw(st.lists(st.sampled_from(SENTENCES[lang]), min_size=1, max_size=6))
    between = st.sampled_from([" ", "\n", "\n\n", "\r\n", "\u00a0", "\u2028", " \t ", "\ufeff", " 🚀 ", "\u200f\n"])
    text = "".join(data.draw(between) + part for part in parts) + data.draw(between)
    for triple in extract(text, lang):
        for span in triple.evidence:
            assert text[span.start : span.end] == span.quote == span.quote.strip() != ""


def test_a_claim_told_twice_is_one_triple_with_two_quotes() -> None:
    text = "Meta sued Apple. The weather was fine. Meta sued Apple again."
    (triple,) = extract(text, "en")
    assert [span.quote for span in triple.evidence] == ["Meta sued Apple.", "Meta sued Apple again."]


PRINT = """\
from pathlib import Path
from techpol.extract import Extractor, read_articles
from techpol.extract.tsv import seed_path
samples = [seed_path(f"samples/{name}.txt") for name in ("starlink-ukraine-en", "macron-musk-fr", "putin-musk-ar")]
extractor = Extractor()
for article in read_articles(samples, print):
    for triple in extractor.extract(article):
        print(triple.to_json())
"""


def test_the_same_triples_in_every_run() -> None:
    """Sets of strings have another order in every run, which must not show."""
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", PRINT], env=os.environ | {"PYTHONHASHSEED": seed}, stdout=subprocess.PIPE, text=True
        )
        for seed in ("1", "2")
    ]
    one, other = (run.communicate()[0] for run in runs)
    assert one == other
    assert one.count("\n") > 10
