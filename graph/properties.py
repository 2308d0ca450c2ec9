"""Triples as property graphs write them: flat attributes of nodes and edges, the same in every store and file.

The edge's `triple` is the whole triple as JSON, and the truth; the attributes beside it are there to be read and
queried. What is not known is left out, for neither GraphML nor Neo4j has a null.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..schema import LANGUAGES, Actor, Language, Publication, Triple, TripleError, Vocabulary
from ..schema.jsonl import parse_line
from .ties import polarity_of

Properties = dict[str, Any]


def node_properties(actor: Actor) -> Properties:
    """Attributes of an actor's node: label, type, wikidata, label_ar, label_fr, label_en, mentions."""
    labels = {f"label_{language}": actor.labels.get(language) for language in LANGUAGES}
    return _known(
        label=actor.label, type=actor.type, wikidata=actor.wikidata, **labels, mentions=list(actor.mentions) or None
    )


def actor_of(slug: str, node: Mapping[str, Any]) -> Actor:
    """The actor whose node has the attributes `node`."""
    labels: dict[Language, str] = {code: node[f"label_{code}"] for code in LANGUAGES if f"label_{code}" in node}
    return Actor(
        id=slug,
        label=node["label"],
        type=node["type"],
        wikidata=node.get("wikidata"),
        labels=labels,
        mentions=tuple(node.get("mentions", ())),
    )


def edge_properties(triple: Triple, vocabulary: Vocabulary) -> Properties:
    """Attributes of a triple's edge; `polarity` is the triple's (`ties.polarity_of`), `amount` in whole `currency`."""
    cited = triple.publication or Publication()
    return _known(
        relation=triple.relation,
        status=triple.status,
        time=triple.time,
        attributed_to=triple.attributed_to,
        amount=triple.amount.value if triple.amount else None,
        currency=triple.amount.currency if triple.amount else None,
        evidence=[span.quote for span in triple.evidence],
        article=triple.article,
        **cited.model_dump(),
        confidence=triple.confidence,
        explanation=triple.explanation,
        polarity=polarity_of(triple, vocabulary),
        triple=triple.to_json(),
    )


def triple_of(edge: Mapping[str, Any], vocabulary: Vocabulary) -> Triple:
    """The triple whose edge has the attributes `edge`.

    Raises TripleError if `triple` is missing, or is not a triple that the vocabulary allows.
    """
    text = edge.get("triple")
    if not isinstance(text, str):
        raise TripleError("an edge without the attribute `triple`", remedy="only graphs that techpol wrote can be read")
    return parse_line(text.encode(), vocabulary)


def article_properties(publications: Publication) -> Properties:
    """Attributes of an article's node: title, outlet, url, published, lang."""
    return _known(**publications.model_dump())


def ends(triples: Iterable[Triple]) -> list[Actor]:
    """The actor records at both ends of `triples`."""
    return [actor for triple in triples for actor in (triple.subject, triple.object)]


def _known(**properties: Any) -> Properties:
    return {name: value for name, value in properties.items() if value is not None}
