"""What all records share: frozen, strict, closed."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A value: equal by content, never changed, no field beyond those declared, no silent conversion."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")
