"""Records of the schema: what they refuse, and how triples are identified."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from techpol.schema import Actor, Amount, Article, Publication, Span, TechpolError, Triple, TripleError, errors
from techpol.schema.edtf import bounds

Day = datetime.date

TRIPLE: dict[str, Any] = {
    "article": "a1",
    "subject": {"id": "lina-haddad", "label": "Lina Haddad", "type": "PERSON", "labels": {"ar": "لينا حداد"}},
    "relation": "CRITICIZES",
    "object": {"id": "nexalis", "label": "Nexalis", "type": "COMPANY", "wikidata": "Q13", "mentions": ["نكساليس"]},
    "time": "2025-01",
    "amount": {"value": 2e9, "currency": "EUR"},
    "evidence": [{"start": 4, "end": 9, "quote": "هاجمت"}],
    "publication": {"title": "عنوان", "published": "2025-01-07", "lang": "ar"},
}


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024", Day(2024, 1, 1), Day(2024, 12, 31)),
        ("2024-02", Day(2024, 2, 1), Day(2024, 2, 29)),
        ("2025-01-06", Day(2025, 1, 6), Day(2025, 1, 6)),
        ("2022/2024", Day(2022, 1, 1), Day(2024, 12, 31)),
        ("2022/..", Day(2022, 1, 1), None),
        ("../2018", None, Day(2018, 12, 31)),
        ("2025?", Day(2025, 1, 1), Day(2025, 12, 31)),
        ("2021-04~", Day(2021, 4, 1), Day(2021, 4, 30)),
    ],
)
def test_edtf_bounds(value: str, first: datetime.date | None, last: datetime.date | None) -> None:
    assert bounds(value) == (first, last)


@pytest.mark.parametrize("value", ["", "last year", "06/01/2025", "2025-13", "2025-02-30", "2025-1-6", "٢٠٢٥"])
def test_what_is_not_edtf(value: str) -> None:
    with pytest.raises(ValueError, match="is not a date in EDTF"):
        bounds(value)


@given(st.dates())
def test_a_day_is_its_own_bounds(day: datetime.date) -> None:
    assert bounds(day.isoformat()) == (day, day)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"subject": TRIPLE["subject"] | {"id": "Lina Haddad"}}, "subject.id"),
        ({"subject": TRIPLE["subject"] | {"id": "-lina"}}, "subject.id"),
        ({"subject": TRIPLE["subject"] | {"wikidata": "P13"}}, "subject.wikidata"),
        ({"subject": TRIPLE["subject"] | {"labels": {"de": "Lina"}}}, "subject.labels"),
        ({"subject": TRIPLE["subject"] | {"label": ""}}, "subject.label"),
        ({"subject": TRIPLE["subject"] | {"nickname": "L"}}, "subject.nickname"),
        ({"object": TRIPLE["subject"]}, "subject and object are the same actor, lina-haddad"),
        ({"relation": "criticizes"}, "relation"),
        ({"status": "denied"}, "status"),
        ({"time": "yesterday"}, "'yesterday' is not a date in EDTF"),
        ({"amount": {"value": -1.0, "currency": "EUR"}}, "amount.value"),
        ({"amount": {"value": 1.0, "currency": "€"}}, "amount.currency"),
        ({"amount": {"value": "1", "currency": "EUR"}}, "amount.value"),
        ({"evidence": []}, "evidence"),
        ({"evidence": [{"start": 0, "end": 3, "quote": "four"}]}, "not as long as its quote"),
        ({"confidence": 1.5}, "confidence"),
        ({"confidence": "high"}, "confidence"),
        ({"publication": {"published": "7 January 2025"}}, "publication.published"),
        ({"publication": {"published": "20250107"}}, "publication.published"),
        ({"sentiment": -1}, "sentiment"),
        ({"id": "0123"}, "is not the hash of the content"),
    ],
)
def test_a_wrong_triple_names_the_field(changes: dict[str, Any], field: str) -> None:
    with pytest.raises(TripleError) as caught:
        Triple.from_dict(TRIPLE | changes)
    assert field in str(caught.value)


@pytest.mark.parametrize("missing", ["article", "subject", "relation", "object", "evidence"])
def test_a_triple_without_a_field(missing: str) -> None:
    with pytest.raises(TripleError, match=f"{missing}: Field required"):
        Triple.from_dict({name: value for name, value in TRIPLE.items() if name != missing})


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({"confidence": 0.2, "explanation": "another engine", "attributed_to": "Politico"}, True),
        ({"subject": TRIPLE["subject"] | {"label": "L. Haddad"}}, True),
        ({"evidence": [{"start": 0, "end": 1, "quote": "x"}], "publication": None}, True),
        ({"article": "a2"}, False),
        ({"subject": TRIPLE["subject"] | {"id": "other"}}, False),
        ({"object": TRIPLE["object"] | {"id": "other"}}, False),
        ({"relation": "PRAISES"}, False),
        ({"status": "negated"}, False),
        ({"time": None}, False),
    ],
)
def test_the_id_is_the_hash_of_the_claim(changes: dict[str, Any], same: bool) -> None:
    one, other = Triple.from_dict(TRIPLE), Triple.from_dict(TRIPLE | changes)
    assert (one.id == other.id) is same


def test_ids_never_change_between_releases() -> None:
    """Graphs in use are keyed by them."""
    assert Triple.from_dict(TRIPLE).id == "5204f9de10dd147c1656"


def test_a_stated_id_that_agrees_is_accepted() -> None:
    triple = Triple.from_dict(TRIPLE)
    assert Triple.from_dict(json.loads(triple.to_json())) == triple
    assert json.loads(triple.to_json())["id"] == triple.id


def test_records_cannot_be_changed() -> None:
    triple = Triple.from_dict(TRIPLE)
    with pytest.raises(ValidationError, match="frozen"):
        triple.status = "negated"
    assert triple.subject.labels == {"ar": "لينا حداد"}


TEXT = "قال نعم 🙂 بالقمة"  # no two neighbours alike: shifted by one, no quote is what it was


@given(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT)))
def test_a_span_quotes_its_text(start: int, length: int) -> None:
    span = Span.of(TEXT, start, min(start + length, len(TEXT)))
    assert TEXT[span.start : span.end] == span.quote
    span.check(TEXT)
    with pytest.raises(TripleError, match=f"is not at {span.start}:{span.end} of the text"):
        span.check("." + TEXT)


def test_evidence_is_checked_span_by_span() -> None:
    right, wrong = Span.of(TEXT, 0, 3), Span(start=4, end=7, quote="كلا")
    triple = Triple.from_dict(TRIPLE).model_copy(update={"evidence": (right, wrong)})
    with pytest.raises(TripleError, match="the quote 'كلا' is not at 4:7"):
        triple.check_evidence(TEXT)


def test_an_article_knows_how_to_be_cited() -> None:
    article = Article(id="a1", text="Nexalis.", lang="en", title="A title", outlet="The Herald", published="2025-01-07")
    assert article.publication == Publication(
        title="A title", outlet="The Herald", url=None, published="2025-01-07", lang="en"
    )


@pytest.mark.parametrize(
    ("record", "fields"),
    [
        (Article, {"id": "a", "lang": "en", "text": ""}),
        (Article, {"id": "", "lang": "en", "text": "x"}),
        (Article, {"id": "a", "lang": "de", "text": "x"}),
        (Article, {"id": "a", "lang": "en", "text": "x", "published": "2025-02-30"}),
        (Amount, {"value": float("inf"), "currency": "EUR"}),
        (Actor, {"id": "a", "label": "A", "type": "Person"}),
        (Span, {"start": -1, "end": 1, "quote": "ab"}),
        (Span, {"start": 1, "end": 1, "quote": ""}),
    ],
)
def test_records_refuse(record: type[Article | Amount | Actor | Span], fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        record(**fields)


ERRORS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, TechpolError)]


@pytest.mark.parametrize("kind", ERRORS)
def test_every_error_is_in_the_tree_that_the_docstring_draws(kind: type[TechpolError]) -> None:
    assert kind.__name__ in (errors.__doc__ or "")
    assert str(kind("broken", file="f.tsv", line=3, remedy="mend it")) == "f.tsv:3: broken (mend it)"
    assert str(kind("broken", file="f.tsv")) == "f.tsv: broken"
    assert str(kind("broken")) == "broken"
