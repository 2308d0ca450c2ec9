"""All Cypher that techpol sends, for Neo4j 5.23 or newer.

    (:Actor:PERSON {id, label, ...}) -[:CRITICIZES {id, article, status, ..., triple}]-> (:Actor:COMPANY {...})
    (:Article {id, title, outlet, url, published, lang})

Values travel as parameters only. Cypher cannot take a label or a relation type as a parameter: these come from the
vocabulary and are checked once more here.
"""

from __future__ import annotations

import re
from typing import Any

from ..schema import StoreError, Vocabulary
from .query import Query

IS_TRIPLE = "r.triple IS NOT NULL"  # leaves alone what else the user's database may hold

# The same value is set again to lock actor and article until the transaction ends: two loaders that meet at one actor
# must not both read it, then both write it.
LOCK_ACTORS = """UNWIND $ids AS id MERGE (a:Actor {id: id}) SET a.id = id RETURN a AS node"""
LOCK_ARTICLES = """UNWIND $ids AS id MERGE (a:Article {id: id}) SET a.id = id RETURN a AS node"""

SET_ARTICLES = """UNWIND $rows AS row MATCH (a:Article {id: row.id}) SET a = row"""

RECORDS_OF_ACTORS = f"""UNWIND $ids AS id MATCH (a:Actor {{id: id}})-[r]-(:Actor) WHERE {IS_TRIPLE}
RETURN DISTINCT CASE startNode(r) WHEN a THEN r.subject_record ELSE r.object_record END AS record"""

REMOVE_ARTICLE = """MATCH (a:Article {id: $article}) DETACH DELETE a"""
REMOVE_LONE_ACTORS = """UNWIND $ids AS id MATCH (a:Actor {id: id}) WHERE NOT (a)--() DELETE a"""

FIND_ACTORS = """MATCH (a:Actor) WHERE $name IN a.names RETURN a AS node ORDER BY a.id"""

COUNT = f"""CALL () {{ MATCH (a:Actor) RETURN count(a) AS actors }}
CALL () {{ MATCH (a:Article) RETURN count(a) AS articles }}
CALL () {{ MATCH (:Actor)-[r]->(:Actor) WHERE {IS_TRIPLE} RETURN count(r) AS triples }}
RETURN actors, triples, articles"""


def constraints(vocabulary: Vocabulary) -> list[str]:
    """What makes ids unique, and articles quick to find. Safe to run again."""
    statements = [
        "CREATE CONSTRAINT techpol_actor IF NOT EXISTS FOR (a:Actor) REQUIRE a.id IS UNIQUE",
        "CREATE CONSTRAINT techpol_article IF NOT EXISTS FOR (a:Article) REQUIRE a.id IS UNIQUE",
    ]
    for relation in map(_checked, vocabulary.relations):
        name = f"techpol_{relation.lower()}"
        statements += [
            f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR ()-[r:{relation}]-() REQUIRE r.id IS UNIQUE",
            f"CREATE INDEX {name}_article IF NOT EXISTS FOR ()-[r:{relation}]-() ON (r.article)",
        ]
    return statements


def known_edges(relation: str) -> str:
    """The triples that the store holds already, of `$ids`."""
    return f"UNWIND $ids AS id MATCH ()-[r:{_checked(relation)} {{id: id}}]->() RETURN r.triple AS triple"


def merge_edges(relation: str) -> str:
    """Create or replace the edges `$rows`: {id, subject, object, properties}."""
    return f"""UNWIND $rows AS row MATCH (s:Actor {{id: row.subject}}) MATCH (o:Actor {{id: row.object}})
MERGE (s)-[r:{_checked(relation)} {{id: row.id}}]->(o) SET r = row.properties, r.id = row.id"""


def set_actors(type_: str, vocabulary: Vocabulary) -> str:
    """Give the actors `$rows`, all of type `type_`, their properties and the label of their type, only."""
    others = "".join(f":{_checked(name)}" for name in vocabulary.entities if name != type_)
    remove = f"REMOVE a{others} " if others else ""
    return f"UNWIND $rows AS row MATCH (a:Actor {{id: row.id}}) SET a = row, a:{_checked(type_)} {remove}"


def edges_of_articles(relation: str) -> str:
    """The triples of one relation that `$articles` claim."""
    return f"""UNWIND $articles AS article MATCH ()-[r:{_checked(relation)} {{article: article}}]->()
RETURN r.triple AS triple"""


def remove_edges_of_articles(relation: str) -> str:
    """Remove the edges of one relation that `$articles` claim; returns the slugs of their ends."""
    return f"""UNWIND $articles AS article MATCH (s)-[r:{_checked(relation)} {{article: article}}]->(o)
WITH r, s.id AS subject, o.id AS object DELETE r RETURN subject, object"""


def select(query: Query, vocabulary: Vocabulary) -> tuple[str, dict[str, Any]]:
    """Statement and parameters that find all triples that `query` may ask for, sorted by id.

    They may be too many: dates, for one, are left to `Query.matches`.
    """
    query.check(vocabulary)
    relation = f":{_checked(query.relation)}" if query.relation else ""
    parameters = query.model_dump(include={"status", "article"}, exclude_none=True)
    conditions = [IS_TRIPLE, *(f"r.{name} = ${name}" for name in parameters)]
    if query.between:
        pattern = f"(:Actor {{id: $a}})-[r{relation}]-(:Actor {{id: $b}})"
        parameters |= dict(zip("ab", query.between, strict=True))
    elif query.actor:
        pattern = f"(:Actor {{id: $a}})-[r{relation}]-(:Actor)"
        parameters["a"] = query.actor
    else:
        pattern = f"(:Actor)-[r{relation}]->(:Actor)"
    where = " AND ".join(conditions)
    return f"MATCH {pattern} WHERE {where} WITH r ORDER BY r.id RETURN r.triple AS triple", parameters


def _checked(name: str) -> str:
    """`name` if it can stand in a statement as it is. Raises StoreError if a user's vocabulary is up to mischief."""
    if not re.fullmatch("[A-Z]+(_[A-Z]+)*", name):
        raise StoreError(f"'{name}' cannot name a type in Neo4j", remedy="use capital letters and underscores")
    return name
