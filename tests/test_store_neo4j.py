"""What only the Neo4j store does: its graph as Cypher sees it, its errors, several loaders at once."""

from __future__ import annotations

import threading

import pytest
from neo4j_server.server import free_port, neo4j_server
from strategies import make_triple as t

from techpol.graph import Neo4jStore, open_store
from techpol.graph.cypher import constraints
from techpol.schema import Actor, StoreError, StoreUnavailableError, Vocabulary

OPENAI = Actor(id="openai", label="OpenAI", type="COMPANY", labels={"ar": "أوبن إيه آي"})


def test_relations_and_types_are_real_types_and_labels(neo4j_store: Neo4jStore) -> None:
    neo4j_store.add([t("sam-altman", "LEADS", OPENAI, published="2025-01-07", time="2019/..")])
    [row] = neo4j_store.run(
        "MATCH (p:PERSON)-[r:LEADS]->(c:Actor&COMPANY) MATCH (a:Article {id: r.article}) RETURN p.label AS who, "
        "c.label_ar AS what, r.time AS time, r.evidence AS evidence, a.published AS published, a.title AS title"
    )
    assert row == {
        "who": "Sam Altman",
        "what": "أوبن إيه آي",
        "time": "2019/..",
        "evidence": ["Sam Altman LEADS OpenAI"],
        "published": "2025-01-07",
        "title": "On a1",
    }


def test_a_type_that_changes_leaves_no_second_label(neo4j_store: Neo4jStore) -> None:
    product = OPENAI.model_copy(update={"type": "PRODUCT"})
    neo4j_store.add([t("macron", "CRITICIZES", product)])
    neo4j_store.add([t("macron", "CRITICIZES", OPENAI, "a2")])
    assert neo4j_store.run("MATCH (n {id: 'openai'}) RETURN labels(n) AS l")[0]["l"] == ["Actor", "COMPANY"]


def test_summing_polarity_in_cypher_gives_that_of_the_tie(neo4j_store: Neo4jStore) -> None:
    neo4j_store.add([t("a", "CRITICIZES", "b"), t("a", "THREATENS", "b"), t("b", "PRAISES", "a", status="negated")])
    [tie] = neo4j_store.ties()
    [row] = neo4j_store.run("MATCH (:Actor {id: $id})-[r]->(:Actor) RETURN sum(r.polarity) AS p", {"id": "a"})
    assert row["p"] == tie.polarity == -2


def test_run_gives_plain_values(neo4j_store: Neo4jStore) -> None:
    neo4j_store.add([t("a", "CRITICIZES", "b")])
    [row] = neo4j_store.run("MATCH p = (a)-[r]->(b) RETURN a, r, p, date('2025-01-07') AS day, [1, {x: null}] AS rest")
    assert (row["a"]["label"], row["r"]["relation"]) == ("A", "CRITICIZES")
    assert row["p"] == [row["a"], row["r"], row["p"][2]]
    assert (row["day"], row["rest"]) == ("2025-01-07", [1, {"x": None}])


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("CREATE (:Actor {id: 'x'})", "Writing in read access mode not allowed"),
        ("MATCH (n RETURN n", "Invalid input"),
        ("RETURN $missing", "missing"),
    ],
)
def test_run_refuses_to_write_and_explains_mistakes(neo4j_store: Neo4jStore, statement: str, message: str) -> None:
    with pytest.raises(StoreError, match=message):
        neo4j_store.run(statement)
    assert neo4j_store.count().actors == 0


def test_what_else_the_database_holds_is_left_alone(neo4j_store: Neo4jStore) -> None:
    with neo4j_store._driver.session() as session:
        session.run("CREATE (:Actor {id: 'keanu'})-[:ACTED_IN]->(:Actor:Film {id: 'the-matrix'})").consume()
    try:
        neo4j_store.add([t("keanu", "CRITICIZES", "b")])
        neo4j_store.remove_article("a1")
        assert list(neo4j_store.triples()) == []
        assert neo4j_store.run("MATCH (:Actor {id: 'keanu'})-[:ACTED_IN]->(m) RETURN m.id AS id") == [
            {"id": "the-matrix"}
        ]
    finally:
        with neo4j_store._driver.session() as session:
            session.run("MATCH (n) DETACH DELETE n").consume()


def test_several_loaders_at_once_lose_nothing(neo4j_uri: str, neo4j_store: Neo4jStore, vocabulary: Vocabulary) -> None:
    hub = [
        [t(Actor(id="hub", label="Hub", type="PERSON", mentions=(f"{loader}-{n}",)), "MEETS", f"p{n}", f"a{n}")
         for n in range(40)]
        for loader in range(4)
    ]  # fmt: skip

    def load(triples: list) -> None:
        with open_store(neo4j_uri, vocabulary) as store:
            for triple in triples:
                store.add([triple])

    neo4j_store.add([t("first", "MEETS", "last", "a0")])
    threads = [threading.Thread(target=load, args=(triples,)) for triples in hub]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kept = [triple for triple in neo4j_store.triples() if triple.subject.id == "hub"]
    assert len(kept) == 40
    [actor] = neo4j_store.find_actors("hub")
    assert set(actor.mentions) == {mention for triple in kept for mention in triple.subject.mentions}


def test_ids_are_unique_by_constraint(neo4j_store: Neo4jStore) -> None:
    neo4j_store.add([t("a", "CRITICIZES", "b")])
    with neo4j_store._driver.session() as session, pytest.raises(Exception, match="already exists"):
        session.run("MATCH (a)-[r:CRITICIZES]->(b) CREATE (a)-[c:CRITICIZES]->(b) SET c.id = r.id").consume()


def test_a_server_that_is_down_is_unavailable(vocabulary: Vocabulary) -> None:
    with pytest.raises(StoreUnavailableError, match=r"does not answer.*is the server running"):
        open_store(f"bolt://127.0.0.1:{free_port()}", vocabulary)


def test_a_server_that_goes_down_is_unavailable(vocabulary: Vocabulary) -> None:
    with neo4j_server() as uri:
        store = Neo4jStore(uri, vocabulary)
        store.add([t("a", "CRITICIZES", "b")])
    with store, pytest.raises(StoreUnavailableError, match="does not answer"):
        list(store.triples())


def test_password(vocabulary: Vocabulary, monkeypatch: pytest.MonkeyPatch) -> None:
    with neo4j_server(password="correct horse") as uri:
        for name, value in (("USER", "neo4j"), ("PASSWORD", "correct horse")):
            monkeypatch.setenv(f"NEO4J_{name}", value)
        with open_store(uri, vocabulary) as store:
            assert store.add([t("a", "CRITICIZES", "b")]) == 1
        for wrong in ("battery staple", None):
            monkeypatch.setenv("NEO4J_PASSWORD", wrong) if wrong else monkeypatch.delenv("NEO4J_PASSWORD")
            with pytest.raises(StoreError, match=r"wrong user or password .*set NEO4J_USER / NEO4J_PASSWORD"):
                open_store(uri, vocabulary)


def test_a_database_that_does_not_exist_is_named(
    neo4j_uri: str, vocabulary: Vocabulary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", "nowhere")
    with pytest.raises(StoreError, match="nowhere"):
        open_store(neo4j_uri, vocabulary)


def test_a_vocabulary_cannot_smuggle_cypher(vocabulary: Vocabulary) -> None:
    evil = Vocabulary(vocabulary.entities, {"X]->() DETACH DELETE (n": vocabulary.relations["OWNS"]})
    with pytest.raises(StoreError, match="cannot name a type"):
        constraints(evil)
