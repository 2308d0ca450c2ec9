"""Half-open character spans that quote an article."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from .base import Record
from .errors import TripleError


class Span(Record):
    """`text[start:end] == quote` of one article's text; offsets count characters, the end is exclusive.

    >>> Span.of("Macron met Musk.", 0, 6)
    Span(start=0, end=6, quote='Macron')
    """

    start: int = Field(ge=0)
    end: int = Field(gt=0)
    quote: str = Field(min_length=1)

    @model_validator(mode="after")
    def _lengths_agree(self) -> Self:
        if self.end - self.start != len(self.quote):
            raise ValueError(f"span {self.start}:{self.end} is not as long as its quote ({len(self.quote)} characters)")
        return self

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """The span of `text` from `start` to `end`."""
        return cls(start=start, end=end, quote=text[start:end])

    def check(self, text: str) -> None:
        """Raise TripleError unless the span quotes `text` exactly."""
        if text[self.start : self.end] != self.quote:
            raise TripleError(
                f"the quote '{self.quote[:60]}' is not at {self.start}:{self.end} of the text",
                remedy="was the article changed after extraction?",
            )
