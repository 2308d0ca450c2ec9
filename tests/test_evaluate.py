"""Evaluation: fixed tables, and agreement with the independent scorer in ../shared where that is at hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evaluation_case import GOLD, LAND, LINA, NEXALIS, OMAR, STRANGER, TEXT, VOCABULARY, actor, claim, score
from hypothesis import given
from hypothesis import strategies as st

from techpol.graph.evaluate import (
    ArticleScore,
    Counts,
    GoldArticle,
    Share,
    by_relation,
    group,
    read_gold,
    summarize,
)
from techpol.graph.evaluate.keys import signed_family
from techpol.graph.evaluate.names import all_names, fold
from techpol.graph.evaluate.score import same_time
from techpol.schema import Actor, Triple, TripleError


@pytest.mark.parametrize(
    ("triple", "agrees"),
    [
        (claim(LINA, "LEADS", NEXALIS), ["strict", "family", "pair"]),
        (claim(NEXALIS, "LEADS", LINA), ["pair"]),  # direction
        (claim(OMAR, "MEETS", LINA), ["strict", "family", "pair"]),  # symmetric
        (claim(OMAR, "HOSTS", LINA), ["family", "pair"]),  # neighbour of a symmetric type
        (claim(LINA, "EXCLUDES", OMAR), ["pair"]),  # the opposite of meeting is not of its family
        (claim(OMAR, "PRAISES", NEXALIS), ["pair"]),  # nor is praise of that of criticism
        (claim(OMAR, "OPPOSES", NEXALIS), ["family", "pair"]),
        (claim(OMAR, "LEADS", LAND), ["strict", "family", "pair"]),  # extra gold counts as right
        (claim(LINA, "LEADS", LAND), []),
        (claim(STRANGER, "LEADS", NEXALIS), []),
        (claim(LINA, "MEETS", actor("Mme Lina HADDAD")), []),  # both ends are one actor
    ],
)
def test_what_agrees_at_which_level(triple: Triple, agrees: list[str]) -> None:
    levels = score(triple).levels
    assert [name for name, match in levels.items() if match.found] == agrees
    assert [name for name, match in levels.items() if match.wrong] == [name for name in levels if name not in agrees]


@pytest.mark.parametrize(
    ("found", "key"),
    [
        (actor("Who knows", wikidata="Q11"), "lina"),
        (actor("Mme Lina Haddad"), "lina"),
        (actor("SAIDI"), "omar"),
        (actor("الرئيس", "والسعيدي", "عمر السعيدى"), "omar"),
        (actor("Arvenia's government", "أرفينيا", "the country"), "land"),
        (actor("لأرفينيا"), "land"),
        (actor("L’Arvénie"), "land"),
        (actor("Haddad"), None),  # a part of a name is not the name
        (actor("le", "la"), None),  # nothing is left of it
    ],
)
def test_actors_are_recognised_by_id_or_name(found: Actor, key: str | None) -> None:
    assert GoldArticle.model_validate(GOLD).resolve(found) == key


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("  M. Émile   ZÉLIE ", "emile zelie"),
        ("La Présidente Zélie", "zelie"),
        ("Présidente Zélie", "presidente zelie"),
        ("the White House", "white house"),
        ("أُورُوبّا", "اوروبا"),
        ("الحكومة الفرنسيّة", "الحكومه الفرنسيه"),
        ("موسى", "موسي"),
        ("ـ", ""),
    ],
)
def test_names_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert "" not in all_names(name, [name])


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("2023", "2023-05-02", True),
        ("2023-05", "2023", True),
        ("2025/2027", "2025-11", True),
        ("2022/..", "2022", True),
        ("../2018", "2018", True),
        ("2021-04~", "2021-04-30", True),
        ("2023", "", False),
        ("2023", "2024", False),
    ],
)
def test_times_agree_as_far_as_the_coarser_one_says(gold: str, found: str, same: bool) -> None:
    assert same_time(gold, found) is same


def test_counts_of_a_whole_article() -> None:
    triples = [
        claim(LINA, "LEADS", NEXALIS),
        claim(LINA, "LEADS", NEXALIS, status="ended"),  # the same claim: counts once, status judged twice
        claim(OMAR, "LEADS", LAND),  # extra
        claim(OMAR, "ALLY_OF", LINA, status="ended", time="2023-06"),
        claim(NEXALIS, "INVESTS_IN", LAND, status="negated", time="2024"),  # status of the extra entry, wrong time
        claim(LINA, "SUES", STRANGER, quote="not in the text"),
    ]
    result = score(*triples, text=TEXT)
    counts = Counts.of([result.levels["strict"]])
    assert counts == Counts(core_found=3, core=5, found=4, predicted=5)
    assert (counts.precision, counts.recall, round(counts.f1, 4)) == (0.8, 0.6, 0.6857)
    assert result.levels["strict"].missed == {("MEETS", "lina", "omar"), ("CRITICIZES", "omar", "nexalis")}
    assert (result.status, result.time, result.grounded) == (Share(4, 5), Share(1, 2), Share(5, 6))
    relations = by_relation([result])
    assert {name: (count.found, count.missed, count.wrong) for name, count in relations.items()} == {
        "ALLY_OF": (1, 0, 0), "CRITICIZES": (0, 1, 0), "INVESTS_IN": (1, 0, 0), "LEADS": (1, 0, 0),
        "MEETS": (0, 1, 0), "SUES": (0, 0, 1),
    }  # fmt: skip


def test_nothing_predicted_and_nothing_to_judge() -> None:
    summary = summarize([score()])
    assert summary.levels["strict"] == Counts(core_found=0, core=5, found=0, predicted=0)
    assert (summary.levels["strict"].f1, summary.status, summary.time, summary.grounded) == (0.0, None, None, None)


def test_groups_add_up_claims_not_articles() -> None:
    one = score(claim(LINA, "LEADS", NEXALIS))
    other = ArticleScore("a2", "en", one.levels, one.status, one.time, Share(0, 1))
    groups = group([one, other, one], lambda result: result.lang)
    assert {lang: (s.articles, s.levels["strict"].core_found, s.grounded) for lang, s in groups.items()} == {
        "en": (1, 1, 0.0),
        "fr": (2, 2, None),
    }


# The partition that the annotation rules give, in full, so that a change of polarity in the vocabulary is noticed here.
FAMILIES = {
    "rapport+": "ALLY_OF",
    "rapport-": "STRAINED_RELATIONSHIP RIVAL_OF",
    "stance+": "SUPPORTS PRAISES",
    "stance-": "CRITICIZES OPPOSES THREATENS REJECTS",
    "contact+": "MEETS COMMUNICATES_WITH HOSTS ATTENDS ORGANIZES REQUESTS",
    "contact-": "EXCLUDES",
    "economy": "INVESTS_IN FUNDS CONTRACTS_WITH PARTNERS_WITH NEGOTIATES_WITH SUPPLIES ACQUIRES OWNS",
    "power": "REGULATES INVESTIGATES SURVEILS SANCTIONS SUES APPOINTS",
    "role": "LEADS FOUNDED MEMBER_OF DEVELOPS PART_OF",
}


def test_every_relation_type_has_its_family() -> None:
    expected = {relation: family for family, relations in FAMILIES.items() for relation in relations.split()}
    assert {relation: signed_family(relation, VOCABULARY) for relation in VOCABULARY.relations} == expected


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "a1.json:1: not JSON"),
        ('{"id": "a1"}', "a1.json: not gold: entities: Field required"),
        (json.dumps(GOLD).replace('"omar", "relation"', '"oscar", "relation"'), "no entity has the key oscar"),
        (json.dumps(GOLD).replace("INVESTS_IN", "LOVES"), "unknown relation LOVES"),
    ],
)
def test_broken_gold_names_the_file(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "a1.json").write_text(content, encoding="utf-8")
    with pytest.raises(TripleError) as caught:
        read_gold(tmp_path, VOCABULARY)
    assert message in str(caught.value)


def test_a_folder_without_gold(tmp_path: Path) -> None:
    with pytest.raises(TripleError, match="no gold here"):
        read_gold(tmp_path, VOCABULARY)
