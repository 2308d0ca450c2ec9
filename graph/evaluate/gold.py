"""Gold: what careful readers of one article would put into the graph. One JSON file an article."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ...schema import Actor, Amount, Status, TripleError, Vocabulary
from ...schema.triple import describe
from .names import all_names, fold


class _Gold(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldActor(_Gold):
    """An actor that takes part in a relation; `key` is its name within the file."""

    key: str
    label: str
    type: str = ""
    wikidata: str | None = None
    mentions: tuple[str, ...] = ()


class GoldRelation(_Gold):
    """A relation that the text states. `level`: core (must be found) or extra (true, but minor: finding it is fine)."""

    subject: str
    relation: str
    object: str
    level: Literal["core", "extra"]
    status: Status = "asserted"
    time: str | None = None
    attributed_to: str | None = None
    amount: Amount | None = None
    evidence: tuple[str, ...] = ()


class GoldArticle(_Gold):
    """All that readers found in one article."""

    id: str
    lang: str = ""
    title: str = ""
    published: str | None = None
    entities: tuple[GoldActor, ...]
    relations: tuple[GoldRelation, ...] = Field(default=())

    def resolve(self, actor: Actor) -> str | None:
        """Key of the gold actor that an extracted one denotes: by Wikidata id, label, else most names shared."""
        if actor.wikidata in self._by_wikidata:
            return self._by_wikidata[actor.wikidata]
        label = fold(actor.label)
        for key, names in self._names.items():
            if label in names:
                return key
        found = all_names(actor.label, actor.mentions)
        shared = {key: len(found & names) for key, names in self._names.items()}
        best = max(shared, key=lambda key: shared[key], default=None)
        return best if best is not None and shared[best] else None

    @functools.cached_property
    def _by_wikidata(self) -> Mapping[str | None, str]:
        return {actor.wikidata: actor.key for actor in self.entities if actor.wikidata}

    @functools.cached_property
    def _names(self) -> Mapping[str, set[str]]:
        return {actor.key: all_names(actor.label, actor.mentions) for actor in self.entities}


def read_gold(folder: Path, vocabulary: Vocabulary) -> dict[str, GoldArticle]:
    """The gold articles in `folder` (`*.json`) by id. Raises TripleError if there is none, or one is broken."""
    articles = [_read_article(file, vocabulary) for file in sorted(folder.glob("*.json"))]
    if not articles:
        raise TripleError("no gold here", file=folder, remedy="a gold folder holds one JSON file for each article")
    return {article.id: article for article in articles}


def _read_article(file: Path, vocabulary: Vocabulary) -> GoldArticle:
    try:
        article = GoldArticle.model_validate(json.loads(file.read_text(encoding="utf-8-sig")))
    except (OSError, UnicodeDecodeError) as error:
        raise TripleError(f"cannot be read: {error}", file=file) from error
    except json.JSONDecodeError as error:
        raise TripleError(f"not JSON: {error.msg}", file=file, line=error.lineno) from error
    except ValidationError as error:
        raise TripleError(f"not gold: {describe(error)}", file=file) from error
    keys = {actor.key for actor in article.entities}
    for number, relation in enumerate(article.relations):
        if strangers := {relation.subject, relation.object} - keys:
            raise TripleError(f"relations.{number}: no entity has the key {strangers.pop()}", file=file)
        if relation.relation not in vocabulary.relations:
            raise TripleError(f"relations.{number}: unknown relation {relation.relation}", file=file)
    return article
