"""What happens inside one transaction that writes to Neo4j."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import neo4j

from ..schema import Actor, Publication, Triple, Vocabulary
from . import cypher
from .actors import merge_actors, merge_publications, names, preferred
from .bolt import rows
from .properties import Properties, actor_of, article_properties, edge_properties, ends, node_properties, triple_of

Key = TypeVar("Key")
Value = TypeVar("Value")


class Writer:
    """Changes the graph in `tx`. The transaction may be retried, so nothing is remembered between calls."""

    def __init__(self, tx: neo4j.ManagedTransaction, vocabulary: Vocabulary) -> None:
        self._tx, self._vocabulary = tx, vocabulary

    def add(self, triples: list[Triple]) -> int:
        """Add triples, no two of the same id; returns how many were new."""
        actors = self._lock(cypher.LOCK_ACTORS, {actor.id for actor in ends(triples)})
        articles = self._lock(cypher.LOCK_ARTICLES, {triple.article for triple in triples})
        known = self._known(triples)
        fresh = [t for t in triples if t.id not in known or preferred(known[t.id], t) is not known[t.id]]
        self._set_edges(fresh)
        if any(triple.id in known for triple in fresh):  # nodes may still show what only a replaced triple said
            self._renew_actors({actor.id for actor in ends(fresh)})
            self._renew_articles({triple.article for triple in fresh})
        else:  # the cheap way: merge what is new into the nodes
            self._set_actors([*ends(fresh), *(actor_of(key, node) for key, node in actors.items())])
            self._set_articles([*map(_cited, fresh), *((key, _publication(node)) for key, node in articles.items())])
        return len(triples) - len(known)

    def remove(self, article: str) -> int:
        """Remove what `article` claims; returns how many triples went."""
        removed = self._for_relations(cypher.remove_edges_of_articles, [article])
        slugs = {slug for row in removed for slug in row.values()}
        self._run(cypher.REMOVE_ARTICLE, article=article)
        self._run(cypher.REMOVE_LONE_ACTORS, ids=sorted(slugs))
        self._renew_actors(slugs)
        return len(removed)

    def _lock(self, statement: str, ids: set[str]) -> dict[str, Properties]:
        """Create or lock nodes; returns those that were there, with their properties."""
        nodes = (row["node"] for row in self._run(statement, ids=sorted(ids)))
        return {node["id"]: node for node in nodes if len(node) > 1}

    def _known(self, triples: list[Triple]) -> dict[str, Triple]:
        found = (
            row
            for relation, group in _by_relation(triples).items()
            for row in self._run(cypher.known_edges(relation), ids=[triple.id for triple in group])
        )
        return {triple.id: triple for triple in (triple_of(row, self._vocabulary) for row in found)}

    def _set_edges(self, triples: list[Triple]) -> None:
        for relation, group in _by_relation(triples).items():
            self._run(cypher.merge_edges(relation), rows=[self._edge(triple) for triple in group])

    def _edge(self, triple: Triple) -> Properties:
        # The records stand in `triple` too; beside it, the database finds the distinct ones of an actor by itself.
        records = {
            "subject_record": triple.subject.model_dump_json(),
            "object_record": triple.object.model_dump_json(),
        }
        properties = edge_properties(triple, self._vocabulary) | records
        return {"id": triple.id, "subject": triple.subject.id, "object": triple.object.id, "properties": properties}

    def _set_actors(self, records: Iterable[Actor]) -> None:
        by_type: defaultdict[str, list[Properties]] = defaultdict(list)
        for slug, found in _grouped((actor.id, actor) for actor in records).items():
            actor = merge_actors(found)
            by_type[actor.type].append({"id": slug, **node_properties(actor), "names": names(actor)})
        for type_, nodes in by_type.items():
            self._run(cypher.set_actors(type_, self._vocabulary), rows=nodes)

    def _set_articles(self, records: Iterable[tuple[str, Publication]]) -> None:
        merged = {article: merge_publications(found) for article, found in _grouped(records).items()}
        self._run(cypher.SET_ARTICLES, rows=[{"id": key, **article_properties(cited)} for key, cited in merged.items()])

    def _renew_actors(self, slugs: set[str]) -> None:
        """Make the nodes of actors anew from their edges."""
        found = self._run(cypher.RECORDS_OF_ACTORS, ids=sorted(slugs))
        self._set_actors(Actor.model_validate_json(row["record"]) for row in found)

    def _renew_articles(self, articles: set[str]) -> None:
        found = self._for_relations(cypher.edges_of_articles, sorted(articles))
        self._set_articles(_cited(triple_of(row, self._vocabulary)) for row in found)

    def _for_relations(self, statement: Callable[[str], str], articles: list[str]) -> list[dict[str, Any]]:
        """Rows of a statement that has to be made for each relation, for its index to be used."""
        return [row for name in self._vocabulary.relations for row in self._run(statement(name), articles=articles)]

    def _run(self, statement: str, **parameters: Any) -> list[dict[str, Any]]:
        return rows(self._tx, statement, parameters)


def _cited(triple: Triple) -> tuple[str, Publication]:
    return triple.article, triple.publication or Publication()


def _publication(node: Properties) -> Publication:
    return Publication.model_validate({name: node[name] for name in Publication.model_fields if name in node})


def _by_relation(triples: Iterable[Triple]) -> dict[str, list[Triple]]:
    return _grouped((triple.relation, triple) for triple in triples)


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    groups: defaultdict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups
