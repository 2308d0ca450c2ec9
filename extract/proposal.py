"""A relation that the rules propose, before qualifiers are read and duplicates merged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..schema import Mention, Status


@dataclass(frozen=True)
class Proposal:
    """`subject` and `object` are mentions; `anchors` the tokens of the cue, its head first.

    `status` is what the cue itself says, if anything. `cue` and `frame` become the triple's explanation. `types`
    narrows, by end, which entity types the cue takes. `kind`: verb, noun, adj, role, or a pattern of word order.
    """

    relation: str
    subject: Mention
    object: Mention
    anchors: tuple[int, ...]
    cue: str
    frame: str
    kind: str = "pattern"
    status: Status | None = None
    types: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def allows(self, subject_type: str, object_type: str) -> bool:
        """Whether the cue takes actors of these types."""
        subject, object_ = self.types.get("subject"), self.types.get("object")
        return (subject is None or subject_type in subject) and (object_ is None or object_type in object_)
