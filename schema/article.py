"""Articles: what is read, and how it is cited."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal, get_args

from pydantic import Field, StringConstraints, field_validator

from .base import Record

Language = Literal["ar", "fr", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

ArticleId = Annotated[str, StringConstraints(min_length=1, max_length=500)]


class Publication(Record):
    """How an article is cited. It travels with each triple, so that an edge can be traced without the article.

    `published` is an ISO date, `YYYY-MM-DD`, or None where it is not known.
    """

    title: str = ""
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    lang: Language | None = None

    @field_validator("published")
    @classmethod
    def _is_iso_date(cls, value: str | None) -> str | None:
        if value is not None:
            datetime.date.fromisoformat(value)
            if len(value) != len("YYYY-MM-DD"):
                raise ValueError(f"'{value}' is not a date of the form YYYY-MM-DD")
        return value


class Article(Publication):
    """A text to read. Offsets of mentions and evidence count characters (code points) of `text`."""

    id: ArticleId
    lang: Language
    text: str = Field(min_length=1)

    @property
    def publication(self) -> Publication:
        """How to cite this article."""
        return Publication(**{name: getattr(self, name) for name in Publication.model_fields})
