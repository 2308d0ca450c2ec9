"""Actors: the nodes of the graph, and the mentions that refer to them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .article import Language
from .base import Record
from .span import Span

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=200)]
WikidataId = Annotated[str, StringConstraints(pattern=r"^Q[1-9][0-9]*$")]
TypeName = Annotated[str, StringConstraints(pattern=r"^[A-Z]+(_[A-Z]+)*$")]


class Actor(Record):
    """Who acts. `id` is a slug that is stable across articles and languages.

    `mentions` are the surface strings that refer to the actor in the article at hand, `labels` its names by language.
    """

    id: Slug
    label: str = Field(min_length=1)
    type: TypeName
    wikidata: WikidataId | None = None
    labels: dict[Language, str] = Field(default_factory=dict)
    mentions: tuple[str, ...] = ()


MentionKind = Literal["name", "adjective", "capital", "description", "pronoun"]


class Mention(Record):
    """A span of an article that refers to an actor, and why we think so.

    `kind`: a name; an adjective of a country (« français »); a capital that may stand for its country; a description
    ("the company"); a pronoun.
    """

    span: Span
    actor: Slug
    kind: MentionKind = "name"
    reason: str = ""
