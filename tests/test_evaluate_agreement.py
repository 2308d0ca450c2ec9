"""Agreement with the independent scorer in ../shared, where that is at hand, on all counts."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
from evaluation_case import GOLD, TEXT, VOCABULARY, actor, claim, score
from hypothesis import given, settings
from hypothesis import strategies as st

from techpol.graph.evaluate import (
    Counts,
    summarize,
)
from techpol.graph.evaluate.names import all_names, fold
from techpol.schema import Triple

SCORER = Path(__file__).parents[2] / "shared" / "eval" / "score.py"  # ../shared/eval/score.py

NAMES = ["Lina Haddad", "Mme Lina Haddad", "Haddad", "Omar Saïdi", "السعيدي", "لعمر السعيدي", "Saidi", "nexalis",
         "ونكساليس",
         "Arvénie", "أرفينيا", "Someone Else", "le président", "m", "La Présidente", "Arvenia "]  # fmt: skip
ACTORS = st.builds(
    actor, st.sampled_from(NAMES), st.sampled_from(NAMES), wikidata=st.sampled_from([None, "Q11", "Q13", "Q99"])
)
CLAIMS = st.builds(
    claim,
    ACTORS,
    st.sampled_from(sorted(VOCABULARY.relations)),
    ACTORS,
    quote=st.sampled_from(["Lina Haddad", "Ceux-ci", "somewhere else"]),
    status=st.sampled_from(["asserted", "negated", "planned", "alleged", "ended"]),
    time=st.sampled_from([None, "2023", "2023-05", "2025-11-03", "2025/2027", "2022/..", "2021-04~"]),
)
# Gold repeated as predictions, so that the interesting case, agreement, is not left to chance.
LABELS = {entity["key"]: actor(entity["label"]) for entity in GOLD["entities"]}
RIGHT = [
    claim(LABELS[r["subject"]], r["relation"], LABELS[r["object"]], status=r["status"], time=r.get("time") or None)
    for r in GOLD["relations"]
]


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("independent_scorer", SCORER)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not SCORER.exists(), reason="the independent scorer, ../shared/eval/score.py, is not here")
@settings(max_examples=300, deadline=None)
@given(made=st.lists(CLAIMS, max_size=12), right=st.lists(st.sampled_from(RIGHT), max_size=6))
def test_agrees_with_the_independent_scorer(scorer: ModuleType, made: list[Triple], right: list[Triple]) -> None:
    triples = made + right
    ours = score(*triples, text=TEXT)
    theirs = scorer.score_article(scorer.GoldArticle(GOLD), [json.loads(t.to_json()) for t in triples], TEXT)
    for level, match in ours.levels.items():
        counts, expected = Counts.of([match]), theirs[level]
        assert (counts.core_found, counts.core) == (expected["tp_core"], expected["core"]), level
        assert (counts.found, counts.predicted) == (expected["tp"], expected["n"]), level
        if level != "family":  # they name the families otherwise
            assert sorted(match.missed) == expected["missed"]
            assert sorted(match.wrong, key=str) == expected["wrong"]
    assert (ours.status, ours.time, ours.grounded) == (theirs["status"], theirs["time"], theirs["grounded"])
    summary, combined = summarize([ours, ours]).to_dict(), scorer.combine([theirs, theirs])
    assert summary == combined


@pytest.mark.skipif(not SCORER.exists(), reason="the independent scorer, ../shared/eval/score.py, is not here")
@settings(max_examples=300)
@given(st.text(alphabet=st.sampled_from("aéÀ لأإآىئؤةـگڤپوبفك'’-. mML_1"), max_size=12) | st.sampled_from(NAMES))
def test_names_fold_as_in_the_independent_scorer(scorer: ModuleType, name: str) -> None:
    assert fold(name) == scorer.normalise(name)
    assert all_names(name, []) == scorer.names_of({"label": name})
