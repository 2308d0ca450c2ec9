"""The closed vocabulary: entity and relation types, read from YAML (raw specs) and compiled into checked types."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal, Self, TypeVar, get_args

from pydantic import Field, StringConstraints, TypeAdapter, ValidationError

from .actor import TypeName, WikidataId
from .article import LANGUAGES, Language
from .base import Record
from .errors import TripleError
from .triple import Triple, describe
from .yaml_lines import Located, load_located

Family = Literal["rapport", "stance", "contact", "economy", "power", "role"]
FAMILIES: tuple[Family, ...] = get_args(Family)
Label = Annotated[str, StringConstraints(min_length=1)]
_Spec = TypeVar("_Spec", bound=Record)
_TYPE_NAME: TypeAdapter[str] = TypeAdapter(TypeName)


class Crosswalk(Record):
    """Nearest type in PLOVER and CAMEO, and the Wikidata property (`inverse`: its subject is our object)."""

    plover: Annotated[str, StringConstraints(pattern=r"^[A-Z]+$")] | None = None
    cameo: Annotated[str, StringConstraints(pattern=r"^(0[1-9]|1[0-9]|20)$")] | None = None
    wikidata: Annotated[str, StringConstraints(pattern=r"^P[1-9][0-9]*$")] | None = None
    inverse: bool = False


class EntityType(Record):
    """A type of actors, as `entities.yaml` declares it."""

    definition: Label
    labels: dict[Language, Label]
    wikidata: WikidataId | None = None


class RelationSpec(Record):
    """A relation type as it stands in the YAML file."""

    family: Family
    definition: Label
    labels: dict[Language, Label]
    symmetric: bool
    polarity: int = Field(ge=-1, le=1)
    subject: list[TypeName] = Field(min_length=1)
    object: list[TypeName] = Field(min_length=1)
    crosswalk: Crosswalk = Crosswalk()


@dataclass(frozen=True)
class RelationType:
    """A compiled relation type: a spec whose names have been checked against the entity types."""

    name: str
    family: Family
    definition: str
    labels: Mapping[Language, str]
    symmetric: bool
    polarity: int
    subject: frozenset[str]
    object: frozenset[str]
    crosswalk: Crosswalk

    def allows(self, subject_type: str, object_type: str) -> bool:
        """Whether actors of these types may stand at the two ends (in either order if symmetric)."""
        if subject_type in self.subject and object_type in self.object:
            return True
        return self.symmetric and object_type in self.subject and subject_type in self.object


@dataclass(frozen=True)
class Vocabulary:
    """All types that a graph may use.

    >>> Vocabulary.default().relations["CRITICIZES"].polarity
    -1
    """

    entities: Mapping[str, EntityType]
    relations: Mapping[str, RelationType]

    @classmethod
    @functools.cache
    def default(cls) -> Self:
        """The nine entity types and 35 relation types that techpol ships."""
        entities, relations = files(__package__) / "entities.yaml", files(__package__) / "relations.yaml"
        empty = cls(entities={}, relations={})
        return empty._plus(load_located(str(entities)))._plus(load_located(str(relations)))

    def extended(self, path: Path) -> Self:
        """These types plus, or with `replace: true` instead of them, those of the user's file.

        Raises VocabularyError with file and line if the file says something impossible.
        """
        located = load_located(path)
        base = type(self)(entities={}, relations={}) if located.value.get("replace") is True else self
        return base._plus(located)

    def _plus(self, located: Located) -> Self:
        unknown = set(located.value) - {"entities", "relations", "replace"}
        if unknown:
            raise located.error(sorted(unknown)[:1], "unknown section", "use `entities`, `relations`, `replace`")
        entities = dict(self.entities)
        for name, raw in located.section("entities").items():
            _check_name(located, ["entities", name])
            entities[name] = _parse(EntityType, located, ["entities", name], raw)
        relations = dict(self.relations)
        for name, raw in located.section("relations").items():
            _check_name(located, ["relations", name])
            spec = _parse(RelationSpec, located, ["relations", name], raw)
            relations[name] = _compile(name, spec, entities, located)
        return type(self)(entities=entities, relations=relations)

    def check(self, triple: Triple) -> None:
        """Raise TripleError unless the relation is known and allows the types at its ends."""
        relation = self.relations.get(triple.relation)
        if relation is None:
            raise TripleError(
                f"unknown relation {triple.relation}", remedy="`techpol schema` lists them; --schema FILE adds your own"
            )
        if not relation.allows(triple.subject.type, triple.object.type):
            raise TripleError(f"{triple.relation} does not relate {triple.subject.type} to {triple.object.type}")


def _check_name(located: Located, path: list[str]) -> None:
    try:
        _TYPE_NAME.validate_python(path[-1])
    except ValidationError as error:
        raise located.error(
            path, f"{path[-1]!r} is no name of a type", "capitals and underscores: SUPPLIES_TO"
        ) from error


def _parse(model: type[_Spec], located: Located, path: list[str], raw: object) -> _Spec:
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        first = error.errors()[0]["loc"]
        raise located.error([*path, *(str(step) for step in first)], describe(error)) from error


def _compile(name: str, spec: RelationSpec, entities: Mapping[str, EntityType], located: Located) -> RelationType:
    path = ["relations", name]
    for end in ("subject", "object"):
        for type_name in getattr(spec, end):
            if type_name not in entities:
                raise located.error([*path, end], f"{name}: unknown entity type {type_name}")
    if missing := [language for language in LANGUAGES if language not in spec.labels]:
        raise located.error([*path, "labels"], f"{name}: no label in {', '.join(missing)}")
    if spec.symmetric and set(spec.subject) != set(spec.object):
        raise located.error([*path, "symmetric"], f"{name}: symmetric, but subject and object allow different types")
    fields = dict(spec) | {"subject": frozenset(spec.subject), "object": frozenset(spec.object)}
    return RelationType(name=name, **fields)
