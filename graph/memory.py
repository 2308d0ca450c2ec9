"""The store that needs no server: a NetworkX graph in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self

import networkx as nx

from ..schema import Actor, Triple, Vocabulary
from .actors import merge_actors, name_key, names, preferred
from .properties import actor_of, edge_properties, node_properties, triple_of
from .query import EVERYTHING, Query
from .store import Counts, Store
from .ties import Tie, ties_of

Graph = nx.MultiDiGraph  # nodes: slugs; edge keys: ids of triples; attributes: see properties.py


class MemoryStore:
    """A `Store` whose `graph` is there to be analysed with NetworkX.

    Change it through the store only. To go on with a graph that you changed yourself, use `from_graph`.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.graph: Graph[str] = nx.MultiDiGraph()
        self._triples: dict[str, Triple] = {}
        self._articles: dict[str, set[str]] = {}  # article -> ids of its triples
        self._records: dict[str, Counter[str]] = {}  # slug -> what triples say of the actor (JSON), how often

    @classmethod
    def from_graph(cls, graph: Graph[str], vocabulary: Vocabulary) -> Self:
        """The store of the triples in `graph` (its edges' `triple`); other attributes are made anew.

        Raises TripleError if an edge carries no triple, or one that the vocabulary does not allow.
        """
        store = cls(vocabulary)
        store.add(triple_of(edge, vocabulary) for _, _, edge in graph.edges(data=True))
        return store

    def add(self, triples: Iterable[Triple]) -> int:
        """Add triples; returns how many were new. See `Store.add`."""
        before = len(self._triples)
        for triple in triples:
            self.vocabulary.check(triple)
            key = triple.id
            known = self._triples.get(key)
            if known is not None and preferred(known, triple) is known:
                continue
            if known is not None:
                self._forget(known, key)
            self._put(triple, key)
        return len(self._triples) - before

    def remove_article(self, article: str) -> int:
        """Take out what `article` claims; returns how many triples went. See `Store.remove_article`."""
        keys = list(self._articles.get(article, ()))
        for key in keys:
            self._forget(self._triples[key], key)
        return len(keys)

    def triples(self, query: Query = EVERYTHING) -> Iterator[Triple]:
        """The triples that `query` asks for, sorted by id. See `Store.triples`."""
        query.check(self.vocabulary)
        found = (self._triples[key] for key in self._candidates(query))
        return iter(sorted((t for t in found if query.matches(t)), key=lambda triple: triple.id))

    def ties(self, query: Query = EVERYTHING) -> list[Tie]:
        """What the triples that `query` asks for add up to, strongest tie first. See `Store.ties`."""
        return ties_of(self.triples(query), self.vocabulary)

    def find_actors(self, name: str) -> list[Actor]:
        """Actors of that name. See `Store.find_actors`."""
        key = name_key(name)
        actors = (actor_of(slug, self.graph.nodes[slug]) for slug in sorted(self.graph))
        return [actor for actor in actors if key in names(actor)]

    def count(self) -> Counts:
        """How many actors, triples and articles the store holds."""
        return Counts(actors=len(self.graph), triples=len(self._triples), articles=len(self._articles))

    def close(self) -> None:
        """Nothing is held open: the store goes on working."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _put(self, triple: Triple, key: str) -> None:
        self._triples[key] = triple
        self._articles.setdefault(triple.article, set()).add(key)
        for actor in (triple.subject, triple.object):
            records = self._records.setdefault(actor.id, Counter())
            records[actor.model_dump_json()] += 1
            known = [actor_of(actor.id, self.graph.nodes[actor.id])] if actor.id in self.graph else []
            self._set_node(merge_actors([actor, *known]))
        attributes = edge_properties(triple, self.vocabulary)
        self.graph.add_edge(triple.subject.id, triple.object.id, key, **attributes)

    def _forget(self, triple: Triple, key: str) -> None:
        del self._triples[key]
        self._articles[triple.article].remove(key)
        if not self._articles[triple.article]:
            del self._articles[triple.article]
        self.graph.remove_edge(triple.subject.id, triple.object.id, key)
        for actor in (triple.subject, triple.object):
            self._forget_record(actor)

    def _forget_record(self, actor: Actor) -> None:
        """Make the node anew without `actor`, or remove it if nothing else speaks of it."""
        records, record = self._records[actor.id], actor.model_dump_json()
        records[record] -= 1
        if records[record]:
            return
        del records[record]
        if records:
            self._set_node(merge_actors(map(Actor.model_validate_json, records)))
        else:
            del self._records[actor.id]
            self.graph.remove_node(actor.id)

    def _set_node(self, actor: Actor) -> None:
        self.graph.add_node(actor.id)
        self.graph.nodes[actor.id].clear()
        self.graph.nodes[actor.id].update(node_properties(actor))

    def _edges(self, slug: str) -> list[str]:
        edges = [*self.graph.in_edges(slug, keys=True), *self.graph.out_edges(slug, keys=True)]
        return [key for _, _, key in edges]

    def _candidates(self, query: Query) -> Iterable[str]:
        """Ids among which all that match are found: few where the query names an article or an actor."""
        slug = query.between[0] if query.between else query.actor
        if query.article is not None:
            return self._articles.get(query.article, ())
        if slug is not None:
            return self._edges(slug) if slug in self.graph else ()
        return self._triples


def graph_of(source: Store | Graph[str]) -> Graph[str]:
    """`source` itself if it is a graph, else the graph of what the store holds."""
    if isinstance(source, nx.MultiDiGraph):
        return source
    if isinstance(source, MemoryStore):
        return source.graph
    copy = MemoryStore(source.vocabulary)
    copy.add(source.triples())
    return copy.graph
