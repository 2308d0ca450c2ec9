"""Ties add up what is claimed, in the way that their description promises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import VOCABULARY, actors, slugs
from strategies import make_triple as t

from techpol.graph import date_of, ties_of
from techpol.graph.actors import merge_actors
from techpol.schema import Actor


@pytest.mark.parametrize(
    ("status", "polarity"), [("asserted", -1), ("negated", 0), ("planned", 0), ("alleged", 0), ("ended", 0)]
)
def test_only_what_is_asserted_counts_for_polarity(status: str, polarity: int) -> None:
    [tie] = ties_of([t("a", "CRITICIZES", "b", status=status)], VOCABULARY)
    assert tie.polarity == polarity
    assert tie.by_status == {status: 1}


def test_a_tie_adds_up_both_directions() -> None:
    claims = [
        t("b", "CRITICIZES", "a", time="2025-01"),
        t("a", "THREATENS", "b", published="2025-03-09"),
        t("a", "PRAISES", "b", time="2019/.."),
        t("a", "CRITICIZES", "b", "a2"),
    ]
    [tie] = ties_of(claims, VOCABULARY)
    assert (tie.a.id, tie.b.id, tie.count, tie.polarity) == ("a", "b", 4, -2)
    assert list(tie.by_relation.items()) == [("CRITICIZES", 2), ("PRAISES", 1), ("THREATENS", 1)]
    assert (tie.first, tie.last) == ("2019-01-01", "2025-03-09")
    assert tie.triples == tuple(sorted(claims, key=lambda triple: triple.id))


def test_many_articles_make_a_stronger_tie_than_one_that_repeats_itself() -> None:
    chatty = [t("a", relation, "b") for relation in ("CRITICIZES", "THREATENS", "OPPOSES")]
    echoed = [t("c", "CRITICIZES", "d", article) for article in ("a1", "a2")]
    ties = ties_of([*chatty, *echoed, t("b", "MEETS", "c"), t("a", "MEETS", "c")], VOCABULARY)
    assert [(tie.a.id, tie.b.id) for tie in ties] == [("c", "d"), ("a", "b"), ("a", "c"), ("b", "c")]


@pytest.mark.parametrize(
    ("time", "published", "expected"),
    [
        ("2024-12", "2025-01-07", "2024-12-01"),
        ("2022/..", "2025-01-07", "2022-01-01"),
        ("../2018", "2025-01-07", "2018-12-31"),
        (None, "2025-01-07", "2025-01-07"),
        (None, None, None),
    ],
)
def test_a_triple_is_placed_in_time(time: str | None, published: str | None, expected: str | None) -> None:
    date = date_of(t("a", "MEETS", "b", time=time, published=published))
    assert (str(date) if date else None) == expected


def test_the_actors_of_a_tie_carry_what_all_its_triples_say() -> None:
    short = Actor(id="elon-musk", label="Musk", type="PERSON", labels={"en": "Elon Musk"}, mentions=("Musk",))
    full = Actor(
        id="elon-musk", label="Elon Musk", type="PERSON", wikidata="Q317521", labels={"ar": "ماسك"}, mentions=("il",)
    )
    [tie] = ties_of([t("macron", "PRAISES", short), t(full, "PRAISES", "macron")], VOCABULARY)
    assert tie.a == Actor(
        id="elon-musk",
        label="Elon Musk",
        type="PERSON",
        wikidata="Q317521",
        labels={"ar": "ماسك", "en": "Elon Musk"},
        mentions=("Musk", "il"),
    )


records = actors(slug="x", types=frozenset({"PERSON", "COMPANY"}))


@given(records, records, records)
def test_merging_actors_depends_neither_on_order_nor_on_grouping(a: Actor, b: Actor, c: Actor) -> None:
    together = merge_actors([a, b, c])
    assert together == merge_actors([c, a, b, a]) == merge_actors([merge_actors([a, b]), c])


@given(st.lists(st.tuples(slugs, slugs).filter(lambda pair: pair[0] != pair[1]), max_size=20))
def test_each_triple_is_in_exactly_one_tie(pairs: list[tuple[str, str]]) -> None:
    claims = [t(one, "CRITICIZES", other, f"a{number}") for number, (one, other) in enumerate(pairs)]
    ties = ties_of(claims, VOCABULARY)
    assert sorted(triple.id for tie in ties for triple in tie.triples) == sorted(triple.id for triple in claims)
    assert all(tie.a.id < tie.b.id for tie in ties)
