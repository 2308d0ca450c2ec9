"""Folding for comparison, and Arabic word forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techpol.extract import arabic
from techpol.extract.folding import fold, fold_with_offsets

SAME = [
    ("Élysée", "elysee"), ("ÉLYSÉE", "elysee"), ("E\u0301lyse\u0301e", "elysee"), ("l’Élysée", "l'elysee"),
    ("Jean-Noël", "jean noel"), ("Jean‑Noël", "jean noel"), ("Jean\u00a0Noël", "jean noel"), ("Straße", "strasse"),
    ("Œuvre", "oeuvre"), ("Łódź", "lodz"), ("Erdoğan", "erdogan"), ("ＡＢＣ", "abc"), ("İstanbul", "istanbul"),
    ("أوروبا", "اوروبا"), ("إيران", "ايران"), ("آبل", "ابل"), ("مُحَمَّد", "محمد"), ("محـــمد", "محمد"),
    ("مستشفى", "مستشفي"), ("شركة", "شركه"), ("رئيس", "رييس"), ("مسؤول", "مسوول"), ("گوگل", "غوغل"), ("ڤيتو", "فيتو"),
    ("٢٠٢٥", "2025"), ("\u200fماسك\u200e", "ماسك"), ("ﻻ", "لا"),
]  # fmt: skip
DIFFERENT = [("Musk", "Must"), ("ماسك", "ماكس"), ("سيول", "السيول"), ("Le Monde", "Lemonde"), ("2024", "2025")]

written = st.text(st.one_of(
    st.characters(exclude_categories=["Cs"]),
    st.sampled_from("éÉœßİıŁ’‑\u00a0\u0301\u200fأإآىئؤةـگپﻻٱ\u064e٣۴"),
))  # fmt: skip


@pytest.mark.parametrize(("text", "folded"), SAME)
def test_spellings_that_are_the_same(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_spellings_that_differ(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(written)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(written, st.data())
def test_the_way_back_to_the_original(text: str, data: st.DataObject) -> None:
    """What a span of the folded text came from folds to that span, up to letters that became several."""
    folded = fold_with_offsets(text)
    assert folded.text == fold(text)
    if folded.text:
        start = data.draw(st.integers(0, len(folded.text) - 1))
        end = data.draw(st.integers(start + 1, len(folded.text)))
        first, last = folded.original(start, end)
        assert 0 <= first < last <= len(text)
        assert folded.text[start:end] in fold(text[first:last])


# A word, a stem of it, whether it is one.
STEMS = [
    ("وماسك", "ماسك", True), ("لماسك", "ماسك", True), ("فماسك", "ماسك", True), ("كماسك", "ماسك", True),
    ("وبماسك", "ماسك", True), ("للشركة", "شركه", True), ("والشركة", "شركه", True), ("وللشركة", "شركه", True),
    ("بالشركة", "شركه", True), ("واتهمه", arabic.VERB + "اتهم", True), ("وسيدعمها", arabic.VERB + "يدعم", True),
    ("علاقاته", "علاقات" + arabic.OWNED, True),
    ("تماسك", "ماسك", False), ("نماسك", "ماسك", False), ("ماسكات", "ماسك", False), ("صفقة", arabic.VERB + "صفق", False),
]  # fmt: skip


@pytest.mark.parametrize(("word", "stem", "expected"), STEMS)
def test_clitics(word: str, stem: str, expected: bool) -> None:
    assert (stem in arabic.stems(fold(word), marbuta=word.endswith("ة"))) is expected


VERBS = [
    (["انتقد"], "انتقدت", True), (["انتقد"], "ينتقد", True), (["انتقد"], "تنتقد", True), (["انتقد"], "انتقدوا", True),
    (["انتقد"], "ينتقدون", True), (["التقى", "يلتقي"], "تلتقي", True), (["دعا", "يدعو", "دعت"], "دعت", True),
    (["انتقد"], "انتقاد", False), (["انتقد"], "منتقد", False), (["دعا", "يدعو"], "دعوة", False),
]  # fmt: skip


@pytest.mark.parametrize(("listed", "form", "expected"), VERBS)
def test_forms_of_a_verb(listed: list[str], form: str, expected: bool) -> None:
    assert (arabic.VERB + fold(form) in arabic.verb_forms([fold(word) for word in listed])) is expected


@given(st.sampled_from([p for p in arabic.PROCLITICS if p]), st.sampled_from(["ماسك", "غوغل", "مايكروسوفت"]))
def test_every_proclitic_comes_off(proclitic: str, name: str) -> None:
    assert arabic.is_proclitic(proclitic)
    assert name in arabic.stems(proclitic + name)
