"""What must be found in five real articles, where they are at hand (../shared, beside the project)."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest
from extraction import extractor

from techpol.extract import read_articles
from techpol.graph.evaluate import Summary, read_gold, score_article, summarize
from techpol.schema import Article, Triple, Vocabulary
from techpol.schema.jsonl import raise_error

SHARED = Path(__file__).parents[2] / "shared"  # ../shared
ARTICLES, GOLD = SHARED / "articles", SHARED / "gold" / "seeds"

pytestmark = pytest.mark.skipif(not ARTICLES.is_dir(), reason=f"the five articles are not at hand: no {ARTICLES}")


@functools.cache
def articles() -> dict[str, Article]:
    return {article.id: article for article in read_articles([ARTICLES], raise_error)}


@functools.cache
def triples(article: str) -> list[Triple]:
    return extractor().extract(articles()[article])


@functools.cache
def summary() -> Summary:
    vocabulary = Vocabulary.default()
    gold = read_gold(GOLD, vocabulary)
    return summarize([score_article(gold[id_], triples(id_), vocabulary, articles()[id_].text) for id_ in articles()])


CONTACTS = {"COMMUNICATES_WITH", "MEETS"}
# Article, what it tells of which two, and how.
FACTS = [
    ("seed000", {"STRAINED_RELATIONSHIP"}, {"emmanuel-macron", "elon-musk"}, "asserted"),
    ("seed000", {"ALLY_OF"}, {"emmanuel-macron", "elon-musk"}, "ended"),
    ("seed002", CONTACTS, {"vladimir-putin", "elon-musk"}, "alleged"),
    ("seed002", CONTACTS, {"vladimir-putin", "elon-musk"}, "negated"),
    ("seed004", {"STRAINED_RELATIONSHIP"}, {"donald-trump", "elon-musk"}, "asserted"),
]


@pytest.mark.parametrize(("article", "relations", "ends", "status"), FACTS)
def test_fact(article: str, relations: set[str], ends: set[str], status: str) -> None:
    assert [
        triple
        for triple in triples(article)
        if triple.relation in relations and {triple.subject.id, triple.object.id} == ends and triple.status == status
    ]


def test_musk_is_absent_from_the_dinner() -> None:
    absent = [
        triple
        for triple in triples("seed004")
        if (triple.relation, triple.subject.id, triple.status) == ("ATTENDS", "elon-musk", "negated")
        or (triple.relation, triple.object.id) == ("EXCLUDES", "elon-musk")
    ]
    assert absent


def test_the_109_billion_euros() -> None:
    amounts = {(t.amount.value, t.amount.currency) for t in triples("seed001") if t.amount is not None}
    assert (109e9, "EUR") in amounts


@pytest.mark.parametrize("article", ["seed000", "seed001", "seed002", "seed003", "seed004"])
def test_each_article_yields_true_triples(article: str) -> None:
    vocabulary = Vocabulary.default()
    score = score_article(read_gold(GOLD, vocabulary)[article], triples(article), vocabulary)
    assert len(score.levels["strict"].found) >= 3


def test_quality() -> None:
    strict = summary().levels["strict"]
    assert (round(strict.f1, 2) >= 0.40, round(strict.precision, 2) >= 0.55) == (True, True), strict


def test_every_quote_is_in_its_article() -> None:
    assert summary().grounded == 1
    for article in articles().values():
        for triple in triples(article.id):
            triple.check_evidence(article.text)
