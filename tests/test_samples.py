"""The eight sample articles and their gold."""

from __future__ import annotations

import functools
import json
from typing import Any

import pytest
from extraction import extractor

from techpol.extract import read_articles
from techpol.extract.tsv import seed_path
from techpol.graph.evaluate import read_gold, score_article, summarize
from techpol.schema import Article, Triple, Vocabulary
from techpol.schema.edtf import bounds
from techpol.schema.jsonl import raise_error

SAMPLES = seed_path("samples")
NAMES = sorted(file.stem for file in SAMPLES.glob("*.txt"))
KEYS = {"id", "lang", "title", "published", "url", "entities", "relations"}
ENTITY_KEYS = {"key", "label", "type", "wikidata", "mentions"}
RELATION_KEYS = {
    "subject", "relation", "object", "level", "status", "time", "attributed_to", "amount", "evidence",
}  # fmt: skip


@functools.cache
def article(name: str) -> Article:
    (read,) = read_articles([SAMPLES / f"{name}.txt"], raise_error)
    return read


@functools.cache
def triples(name: str) -> list[Triple]:
    return extractor().extract(article(name))


def gold(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SAMPLES / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    return found


def test_there_are_eight_in_three_languages() -> None:
    assert len(NAMES) == 8
    assert sorted(article(name).lang for name in NAMES) == ["ar", "ar", "ar", "en", "en", "fr", "fr", "fr"]
    assert sorted(file.stem for file in (SAMPLES / "gold").glob("*.json")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_triples_are_valid_and_quote_the_text(name: str, vocabulary: Vocabulary) -> None:
    found = triples(name)
    assert len(found) >= 3
    assert len({triple.id for triple in found}) == len(found)
    for triple in found:
        triple.check_evidence(article(name).text)
        vocabulary.check(triple)
        assert triple.publication == article(name).publication


@pytest.mark.parametrize("name", NAMES)
def test_gold_is_well_formed(name: str, vocabulary: Vocabulary) -> None:
    content, text = gold(name), article(name).text
    assert set(content) == KEYS
    assert (content["id"], content["lang"], content["published"]) == (
        name, article(name).lang, article(name).published,
    )  # fmt: skip
    entities = {entity["key"]: entity for entity in content["entities"]}
    assert len(entities) == len(content["entities"])
    for entity in entities.values():
        assert set(entity) == ENTITY_KEYS
        assert entity["type"] in vocabulary.entities
        assert [mention for mention in entity["mentions"] if mention not in text] == []
    for relation in content["relations"]:
        assert set(relation) == RELATION_KEYS
        ends = [entities[relation[end]]["type"] for end in ("subject", "object")]
        assert vocabulary.relations[relation["relation"]].allows(*ends), relation
        assert relation["evidence"]
        assert [quote for quote in relation["evidence"] if quote not in text or len(quote) > 250] == []
        assert relation["time"] == "" or bounds(relation["time"])


@pytest.mark.parametrize("name", NAMES)
def test_every_entity_of_the_gold_takes_part_in_a_relation(name: str) -> None:
    content = gold(name)
    used = {relation[end] for relation in content["relations"] for end in ("subject", "object")}
    assert {entity["key"] for entity in content["entities"]} == used


def test_quality_on_the_samples(vocabulary: Vocabulary) -> None:
    """No less than a reader of the demonstration may expect."""
    golds = read_gold(SAMPLES / "gold", vocabulary)
    scores = [score_article(golds[name], triples(name), vocabulary, article(name).text) for name in NAMES]
    summary = summarize(scores)
    assert summary.grounded == 1
    assert summary.levels["strict"].precision >= 0.5
    assert summary.levels["strict"].f1 >= 0.3
