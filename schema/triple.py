"""The triple: one article's claim that subject - relation - object holds. One triple is one edge of the graph."""

from __future__ import annotations

import hashlib
import json
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import Field, StringConstraints, ValidationError, computed_field, model_validator

from .actor import Actor, TypeName
from .article import ArticleId, Publication
from .base import Record
from .edtf import Edtf
from .errors import TripleError
from .span import Span

Status = Literal["asserted", "negated", "planned", "alleged", "ended"]
STATUSES: tuple[Status, ...] = get_args(Status)


class Amount(Record):
    """Money: `value` in whole units of `currency` (ISO 4217), so 109 billion euros are 109e9 EUR."""

    value: float = Field(ge=0, allow_inf_nan=False)
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]


class Triple(Record):
    """A claim with its qualifiers and evidence; cannot be built without evidence.

    `status`: asserted; negated (said not to hold, or denied); planned (announced, hoped, proposed); alleged (rumour,
    anonymous or disputed source); ended (held, no longer does). `time`: EDTF, when the article says when.
    `attributed_to`: whom the article names as the source. `confidence`: 0 to 1. `explanation`: engine, cue and frame.
    """

    article: ArticleId
    subject: Actor
    relation: TypeName
    object: Actor
    status: Status = "asserted"
    time: Edtf | None = None
    attributed_to: str | None = None
    amount: Amount | None = None
    evidence: tuple[Span, ...] = Field(min_length=1)
    confidence: float = Field(default=1.0, ge=0, le=1, allow_inf_nan=False)
    explanation: str = ""
    publication: Publication | None = None

    @model_validator(mode="after")
    def _ends_differ(self) -> Self:
        if self.subject.id == self.object.id:
            raise ValueError(f"subject and object are the same actor, {self.subject.id}")
        return self

    @computed_field  # type: ignore[prop-decorator]  # pydantic documents this pair; mypy has no rule for it
    @property
    def id(self) -> str:
        """Hash of what is claimed, so that the same claim of the same article is the same edge.

        BLAKE2b, 80 bits: among 10 million triples a collision has a chance of one in 24 billion.
        """
        key = [self.article, self.subject.id, self.relation, self.object.id, self.status, self.time]
        return hashlib.blake2b(json.dumps(key, ensure_ascii=False).encode(), digest_size=10).hexdigest()

    def check_evidence(self, text: str) -> None:
        """Raise TripleError unless every span of evidence quotes `text` exactly."""
        for span in self.evidence:
            span.check(text)

    def to_json(self) -> str:
        """One line of a triples file."""
        return self.model_dump_json()

    @classmethod
    def from_dict(cls, record: dict[str, Any]) -> Self:
        """The triple that `record` (parsed JSON) describes.

        Raises TripleError if a field is missing, wrong or unknown, or if `id` does not agree with the content.
        """
        fields = dict(record)
        stated = fields.pop("id", None)
        try:
            # Pydantic's strict mode takes a JSON list for a tuple only when it parses the JSON itself.
            triple = cls.model_validate_json(json.dumps(fields, ensure_ascii=False))
        except ValidationError as error:
            raise TripleError(describe(error)) from error
        if stated not in (None, triple.id):
            raise TripleError(f"id {stated} is not the hash of the content, {triple.id}", remedy="leave `id` out")
        return triple


def describe(error: ValidationError) -> str:
    """What pydantic found wrong, in one line: `field.path: message; ...`."""
    return "; ".join(
        f"{'.'.join(str(step) for step in item['loc']) or 'triple'}: {item['msg'].removeprefix('Value error, ')}"
        for item in error.errors()
    )
