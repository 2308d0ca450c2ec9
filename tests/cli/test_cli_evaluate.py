"""`techpol evaluate`: the report, and that it goes on past bad input."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from techpol.graph.evaluate import read_gold
from techpol.schema import Vocabulary

from .cli_runner import AIM, ATTACK, TEXTS, TRIPLES, Cli, triples_file

SAMPLES = Path(__file__).parents[2] / "seeds" / "samples"
SCORER = Path(__file__).parents[3] / "shared" / "eval" / "score.py"  # ../shared/eval/score.py


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Gold of the two articles: of the first one relation is missed, in the second all is found."""
    folder = tmp_path / "gold"
    folder.mkdir()
    people = [{"key": "lina", "label": "Lina Haddad"}, {"key": "omar", "label": "Omar Saïdi"}]
    attack = {"subject": "omar", "relation": "CRITICIZES", "object": "lina", "level": "core", "status": "alleged"}
    aim = {"subject": "lina", "relation": "CRITICIZES", "object": "omar", "level": "core", "status": "asserted"}
    meets = {"subject": "lina", "relation": "MEETS", "object": "omar", "level": "core", "status": "asserted"}
    for name, lang, relations in (("rift-en", "en", [aim, meets]), ("rift-ar", "ar", [attack])):
        record = {"id": name, "lang": lang, "entities": people, "relations": relations}
        (folder / f"{name}.json").write_text(json.dumps(record), encoding="utf-8")
    return folder


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


ALL = {
    "articles": 2,
    "strict": {"P": 0.5, "R": 0.667, "F1": 0.571, "core": 3, "predicted": 4},
    "family": {"P": 0.5, "R": 0.667, "F1": 0.571, "core": 3, "predicted": 4},
    "pair": {"P": 0.667, "R": 1.0, "F1": 0.8, "core": 2, "predicted": 3},
    "status": 0.5,
    "time": None,
    "grounded": 1.0,
}


def test_evaluate_for_machines(cli: Cli, tmp_path: Path, gold: Path, texts: Path) -> None:
    file = triples_file(tmp_path, *TRIPLES)
    ran = cli("evaluate", gold, file, "--texts", texts, "--json", "--by", "lang")
    report = json.loads(ran.out)
    assert (ran.code, report["all"], list(report)) == (0, ALL, ["all", "ar", "en"])
    assert (report["ar"]["strict"]["R"], report["en"]["strict"]["R"]) == (1.0, 0.5)
    relations = json.loads(cli("evaluate", gold, file, "--json", "--by", "relation").out)["relations"]
    assert relations == {
        "ALLY_OF": {"found": 0, "missed": 0, "wrong": 1},
        "APPOINTS": {"found": 0, "missed": 0, "wrong": 1},
        "CRITICIZES": {"found": 2, "missed": 0, "wrong": 0},
        "MEETS": {"found": 0, "missed": 1, "wrong": 0},
    }


def test_evaluate_for_people(cli: Cli, tmp_path: Path, gold: Path) -> None:
    ran = cli("evaluate", gold, triples_file(tmp_path, *TRIPLES), "--by", "article", "--errors", "1")
    assert [name for name in ("all", "rift-ar", "rift-en") if name not in ran.out] == []
    assert "0.50 0.67 0.57" in ran.out
    assert "missed MEETS lina omar" in ran.err
    assert "wrong  ALLY_OF lina omar" in ran.err


def test_evaluate_goes_on_past_a_broken_line(cli: Cli, tmp_path: Path, gold: Path) -> None:
    stranger = ATTACK.model_copy(update={"article": "unheard-of"})
    ran = cli("evaluate", gold, triples_file(tmp_path, AIM, "{", stranger), "--json")
    assert (ran.code, json.loads(ran.out)["all"]["strict"]["predicted"]) == (1, 1)
    assert "triples.jsonl:2: not JSON" in ran.err
    assert "not in gold, ignored: unheard-of" in ran.err


def test_evaluate_without_gold(cli: Cli, tmp_path: Path) -> None:
    ran = cli("evaluate", tmp_path, triples_file(tmp_path, AIM))
    assert ran.code == 2
    assert "no gold here" in ran.err


def test_the_gold_of_the_samples_is_sound() -> None:
    gold = read_gold(SAMPLES / "gold", Vocabulary.default())
    assert len(gold) == 8
    for name, article in gold.items():
        text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
        quotes = [quote for relation in article.relations for quote in relation.evidence]
        names = [mention for actor in article.entities for mention in actor.mentions]
        assert [quote for quote in [*quotes, *names] if quote not in text] == [], name


@pytest.mark.skipif(not SCORER.exists(), reason="the independent scorer, ../shared/eval/score.py, is not here")
@pytest.mark.parametrize("by", ["lang", "article", "relation"])
def test_the_report_is_that_of_the_independent_scorer(
    cli: Cli, tmp_path: Path, gold: Path, texts: Path, by: str
) -> None:
    arguments = [str(gold), str(triples_file(tmp_path, *TRIPLES)), "--by", by, "--json", "--texts", str(texts)]
    theirs = subprocess.run([sys.executable, SCORER, *arguments], capture_output=True, text=True, check=True).stdout
    assert json.loads(cli("evaluate", *arguments).out) == json.loads(theirs)
