"""One suite for every store: whatever a user may rely on holds in memory and in Neo4j alike."""

from __future__ import annotations

import copy
import random
from typing import Any

import pytest
from conftest import clear
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from strategies import make_triple as t
from strategies import triples

from techpol.graph import Counts, MemoryStore, Neo4jStore, Query, Store
from techpol.schema import Actor, StoreError, TripleError

MUSK = Actor(id="elon-musk", label="Musk", type="PERSON", mentions=("Musk", "le milliardaire"))
ELON = Actor(id="elon-musk", label="Elon Musk", type="PERSON", wikidata="Q317521", labels={"ar": "إيلون ماسك"})
CLAIMS = [
    t("macron", "CRITICIZES", MUSK, "a1", time="2025-01", published="2025-02-03"),
    t(ELON, "PRAISES", "macron", "a2", time="2018", confidence=0.5),
    t("macron", "CRITICIZES", ELON, "a2", status="negated", published="2025-03-01"),
    t("starmer", "CRITICIZES", MUSK, "a1", published="2025-02-03"),
    t("macron", "MEETS", "starmer", "a3"),
]
LOOSE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=20)


def dump(store: Store) -> Any:
    """Every node, edge and property, without what depends on the order of insertion."""
    if isinstance(store, MemoryStore):
        edges = {edge[:3]: edge[3] for edge in store.graph.edges(data=True, keys=True)}
        return copy.deepcopy((dict(store.graph.nodes(data=True)), edges))
    assert isinstance(store, Neo4jStore)
    nodes = store.run("MATCH (n) RETURN n.id AS id, labels(n) AS labels, properties(n) AS p ORDER BY id")
    edges = store.run("MATCH (s)-[r]->(o) RETURN s.id AS s, type(r) AS t, properties(r) AS p, o.id AS o ORDER BY r.id")
    return [node | {"labels": sorted(node["labels"])} for node in nodes], edges


def test_triples_come_back_equal_and_sorted_by_id(store: Store) -> None:
    assert store.add(CLAIMS) == 5
    assert list(store.triples()) == sorted(CLAIMS, key=lambda triple: triple.id)
    assert store.count() == Counts(actors=3, triples=5, articles=3)


@LOOSE
@given(found=st.lists(triples(), max_size=12), seed=st.randoms(use_true_random=False))
@example(found=CLAIMS, seed=random.Random(1))
def test_neither_order_nor_repetition_changes_anything(store: Store, found: list, seed: random.Random) -> None:
    clear(store)
    first = store.add(found)
    before, answer = dump(store), list(store.triples())
    assert first == len(answer) == len({triple.id for triple in found})
    assert store.add(found) == 0
    assert dump(store) == before
    clear(store)
    for triple in seed.sample(found, len(found)):
        store.add([triple])
    assert dump(store) == before
    assert list(store.triples()) == answer


@LOOSE
@given(found=st.lists(triples(), max_size=12))
def test_removing_an_article_leaves_what_would_be_there_without_it(store: Store, found: list) -> None:
    clear(store)
    store.add(triple for triple in found if triple.article != "a1")
    without = dump(store)
    store.add(found)
    removed = store.remove_article("a1")
    assert removed == len({triple.id for triple in found if triple.article == "a1"})
    assert dump(store) == without


@LOOSE
@given(found=st.lists(triples(), max_size=12), query=st.builds(
    Query,
    actor=st.sampled_from((None, "x")),
    between=st.sampled_from((None, ("x", "france"), ("elon-musk", "x"))),
    relation=st.sampled_from((None, "CRITICIZES")),
    status=st.sampled_from((None, "asserted")),
    since=st.sampled_from((None, "2024-06")),
    until=st.sampled_from((None, "2024-12-31")),
    article=st.sampled_from((None, "a1", "ع'\"\\")),
))  # fmt: skip
def test_every_store_gives_the_answer_of_matches(store: Store, found: list, query: Query) -> None:
    clear(store)
    store.add(found)
    assert list(store.triples(query)) == [triple for triple in store.triples() if query.matches(triple)]


def test_of_two_versions_of_a_claim_the_more_confident_stays(store: Store) -> None:
    weak, strong = (t("macron", "CRITICIZES", MUSK, confidence=c, explanation=str(c)) for c in (0.4, 0.9))
    assert store.add([weak]) == 1
    assert store.add([strong]) == 0
    assert store.add([weak]) == 0
    assert list(store.triples()) == [strong]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query(), [0, 1, 2, 3, 4]),
        (Query(actor="elon-musk"), [0, 1, 2, 3]),
        (Query(actor="nobody"), []),
        (Query(between=("elon-musk", "macron")), [0, 1, 2]),
        (Query(between=("macron", "elon-musk"), relation="CRITICIZES"), [0, 2]),
        (Query(actor="starmer", between=("macron", "elon-musk")), []),
        (Query(relation="CRITICIZES", status="asserted"), [0, 3]),
        (Query(article="a2"), [1, 2]),
        (Query(since="2025-01-15"), [2, 3]),  # the claim about 2025-01 is placed on the first of January
        (Query(since="2025"), [0, 2, 3]),
        (Query(until="2025-02"), [0, 1, 3]),  # the whole of February
        (Query(since="2018-01-01", until="2018-01-01"), [1]),
        (Query(since="1900"), [0, 1, 2, 3]),  # not the one without any date
    ],
)
def test_queries(store: Store, query: Query, expected: list[int]) -> None:
    store.add(CLAIMS)
    assert {triple.id for triple in store.triples(query)} == {CLAIMS[index].id for index in expected}


def test_a_query_for_an_unknown_relation_is_refused_not_answered_with_nothing(store: Store) -> None:
    with pytest.raises(StoreError, match=r"unknown relation LIKES .*techpol schema"):
        store.triples(Query(relation="LIKES"))


def test_ties_say_the_same_in_every_store(store: Store) -> None:
    store.add(CLAIMS)
    strongest, *rest = store.ties()
    assert (strongest.a.id, strongest.b.id) == ("elon-musk", "macron")
    assert (strongest.count, strongest.polarity) == (3, 0)  # criticised, praised, and a denial that counts neither way
    assert [(tie.a.id, tie.b.id) for tie in rest] == [("elon-musk", "starmer"), ("macron", "starmer")]
    assert [tie.count for tie in store.ties(Query(status="negated"))] == [1]


@pytest.mark.parametrize("name", ["elon-musk", "ELON MUSK", "musk", "إيلون ماسك", " Le Milliardaire "])
def test_actors_are_found_by_slug_label_and_mention(store: Store, name: str) -> None:
    store.add(CLAIMS)
    assert store.find_actors(name) == [ELON.model_copy(update={"mentions": ("Musk", "le milliardaire")})]


def test_part_of_a_name_is_not_a_name(store: Store) -> None:
    store.add(CLAIMS)
    assert store.find_actors("elon") == []


def test_an_actor_goes_with_its_last_triple(store: Store) -> None:
    store.add(CLAIMS)
    assert store.remove_article("a3") == 1
    assert store.count() == Counts(actors=3, triples=4, articles=2)
    assert store.remove_article("a1") == 2
    assert store.find_actors("starmer") == []
    assert store.find_actors("le milliardaire") == []  # only a1 called him so
    assert store.remove_article("a1") == 0


def test_a_triple_that_the_vocabulary_forbids_is_not_stored(store: Store) -> None:
    with pytest.raises(TripleError, match="OWNS does not relate PERSON to PERSON"):
        store.add([t("macron", "OWNS", "elon-musk")])
    assert store.count() == Counts(actors=0, triples=0, articles=0)


def test_several_batches_are_one_load(store: Store) -> None:
    many = [t("macron", "CRITICIZES", f"p{number}", f"a{number % 3}") for number in range(2100)]
    assert store.add(iter(many)) == 2100
    assert store.count() == Counts(actors=2101, triples=2100, articles=3)
