"""`techpol query`, `show` and `ties`, on files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from techpol.graph.cli.render import sentence
from techpol.schema import Triple, Vocabulary
from techpol.schema.jsonl import parse_line

from .cli_runner import AIM, ALLIES, ATTACK, HIRE, TRIPLES, Cli, by_id, triples_file

VOCABULARY = Vocabulary.default()


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], TRIPLES),
        (["--between", "Lina Haddad", "عمر السعيدي"], [AIM, ALLIES, ATTACK]),
        (["--between", "omar-saidi", "لينا حداد"], [AIM, ALLIES, ATTACK]),
        (["--actor", "نكساليس"], [HIRE]),
        (["--actor", "Lina"], [AIM, ALLIES, ATTACK]),
        (["--actor", "M. Saidi"], [AIM, ALLIES, ATTACK]),
        (["--actor", "السعيدي"], [AIM, ALLIES, ATTACK]),
        (["--actor", "SAÏDI", "--status", "ended"], [ALLIES]),
        (["--relation", "CRITICIZES"], [AIM, ATTACK]),
        (["--since", "2025-01"], [AIM, ATTACK]),
        (["--since", "2025-01", "--until", "2025-02-28"], [ATTACK]),
        (["--until", "2023"], [ALLIES]),
        (["--status", "negated"], []),
    ],
)  # fmt: skip
def test_queries(graph: Path, cli: Cli, options: list[str], found: list[Triple]) -> None:
    ran = cli("query", graph, *options, "--json")
    assert ran.code == 0
    assert [parse_line(line.encode(), VOCABULARY) for line in ran.out.splitlines()] == by_id(*found)
    shown = cli("query", graph, *options)
    assert [triple.evidence[0].quote in shown.out for triple in TRIPLES] == [triple in found for triple in TRIPLES]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--actor", "Haddad"], "'Haddad' is the name of several: lina-haddad (Lina Haddad, PERSON), nadia-haddad"),
        (["--actor", "Lena Hadad"], "nobody in the graph is called 'Lena Hadad' (do you mean lina-haddad, nadia-hadd"),
        (["--actor", "القمر"], "nobody in the graph is called 'القمر' (`techpol ties` shows who is in the graph)"),
        (["--relation", "ADMIRES"], "unknown relation ADMIRES"),
        (["--since", "last year"], "'last year' is not a date in EDTF"),
        (["MATCH (n) RETURN n"], "Cypher needs a Neo4j database, neo4j://HOST"),
        (["MATCH (n) RETURN n", "--actor", "Haddad"], "Cypher and options at once"),
        (["--status", "denied"], "--status"),
    ],
)
def test_questions_that_cannot_be_answered(graph: Path, cli: Cli, arguments: list[str], message: str) -> None:
    ran = cli("query", graph, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_a_name_means_first_whose_label_it_is(tmp_path: Path, cli: Cli) -> None:
    fan = AIM.subject.model_copy(update={"id": "a-fan", "label": "A fan", "labels": {}, "mentions": ("Omar Saïdi",)})
    praise = ALLIES.model_copy(update={"subject": fan, "relation": "PRAISES"})
    graph = tmp_path / "g.json"
    cli("load", triples_file(tmp_path, AIM, praise), "--to", graph)
    ran = cli("query", graph, "--actor", "omar saïdi", "--json")
    assert [parse_line(line.encode(), VOCABULARY) for line in ran.out.splitlines()] == [AIM]


@pytest.mark.parametrize("command", ["query", "ties", "show", "export", "remove"])
def test_a_graph_that_is_not_there(tmp_path: Path, cli: Cli, command: str) -> None:
    more = {"show": ["a", "b"], "export": [tmp_path / "g.json"], "remove": ["a"]}.get(command, [])
    ran = cli(command, tmp_path / "none.graphml", *more)
    assert ran.code == 2
    assert "none.graphml: there is no such graph" in ran.err


def test_show_gives_each_sentence_with_its_source(graph: Path, cli: Cli) -> None:
    ran = cli("show", graph, "Saïdi", "لينا حداد")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "Lina Haddad – Omar Saïdi  3 triples in 2 articles, polarity -2, 2023-01-01 to 2025-03-02",
        "  CRITICIZES 2, ALLY_OF 1; asserted 2, ended 1",
        "Omar Saïdi – ally of – Lina Haddad (ended)  [2023, rift-en]",
        "    “They were allies in 2023.”",
        "Omar Saïdi – criticises – Lina Haddad  [2025-01-06, rift-ar, according to Reuters]",
        "    “انتقد عمر السعيدي لينا حداد بحسب رويترز.”",
        "Lina Haddad – criticises – Omar Saïdi  [2025-03-02, The Herald]",
        "    “Lina Haddad took aim at Omar Saïdi.”",
    ]
    money = cli("show", graph, "nexalis", "nadia-haddad")
    assert "Nexalis – appoints – Nadia Haddad (planned)  [no date, rift-ar, 2,000,000 SAR]" in money.out


def test_show_for_machines_and_without_a_tie(graph: Path, cli: Cli) -> None:
    tie = json.loads(cli("show", graph, "Saïdi", "lina-haddad", "--json").out)
    assert (tie["a"]["id"], tie["b"]["id"], tie["count"], tie["polarity"]) == ("lina-haddad", "omar-saidi", 3, -2)
    ran = cli("show", graph, "Saïdi", "nexalis")
    assert ran.code == 2
    assert "nothing is said about Omar Saïdi and Nexalis together" in ran.err


@pytest.mark.parametrize(
    ("quote", "cue", "highlighted"),
    [
        ("Haddad took aim at Saïdi.", "aim", ["aim"]),
        ("Haddad takes careful aim at Saïdi.", "take aim", ["takes", "aim"]),
        ("Haddad a vivement critiqué Saïdi.", "critiquer", ["critiqué"]),
        ("وانتقدت حداد السعيدي", "انتقد/ينتقد", ["وانتقدت"]),
        ("ولا ينتقدون أحدا", "انتقد/ينتقد", ["ينتقدون"]),
        ("Aiming high.", "took aim", []),
        ("Costs (a lot.", "(a", []),
        ("No cue.", None, []),
    ],
)
def test_the_cue_is_highlighted(quote: str, cue: str | None, highlighted: list[str]) -> None:
    text = sentence(quote, cue)
    assert text.plain == f"“{quote}”"
    assert [text.plain[span.start : span.end] for span in text.spans] == highlighted


def test_highlights_reach_the_terminal(graph: Path) -> None:
    techpol = Path(sys.executable).with_name("techpol")
    env = os.environ | {"FORCE_COLOR": "1", "TERM": "xterm-256color"}
    done = subprocess.run(
        [techpol, "show", graph, "omar-saidi", "lina-haddad"], env=env, capture_output=True, text=True, check=True
    )
    assert "\x1b[1;7mانتقد\x1b[0m عمر السعيدي" in done.stdout


def test_ties_are_listed_strongest_first(graph: Path, cli: Cli) -> None:
    ran = cli("ties", graph)
    heads = [line for line in ran.out.splitlines() if not line.startswith(" ")]
    assert [head.split("  ")[0] for head in heads] == ["Lina Haddad – Omar Saïdi", "Nadia Haddad – Nexalis"]
    assert "“تعتزم نكساليس تعيين ناديا.” [rift-ar]" in ran.out
    one = cli("ties", graph, "--top", "1", "--json")
    assert [json.loads(line)["count"] for line in one.out.splitlines()] == [3]
    assert "1 of 2 ties" in one.err


def test_roles_are_no_ties_unless_asked_for(cli: Cli, tmp_path: Path) -> None:
    graph, role = tmp_path / "g.json", AIM.model_copy(update={"relation": "LEADS", "object": HIRE.subject})
    cli("load", triples_file(tmp_path, AIM, role), "--to", graph)
    assert "1 of 1 tie\n" in cli("ties", graph).err
    assert "2 of 2 ties\n" in cli("ties", graph, "--roles").err
