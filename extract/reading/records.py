"""What is known of an article, as strings with the lines that they stand on, to an Article."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ...schema import LANGUAGES, Article, ArticleError, Language
from ...schema.triple import describe
from ..language import detect

# Characters of one article. The parsers of spaCy refuse longer texts, for want of memory.
LONGEST = 1_000_000
FIELDS = ("id", "title", "published", "url", "outlet", "lang")


@dataclass(frozen=True)
class Draft:
    """An article before it is checked. `lines` are those of `fields` that stand on another line than `line`."""

    file: str | Path
    line: int | None
    text: str
    fields: Mapping[str, str]
    lines: Mapping[str, int] = field(default_factory=dict)

    def error(self, message: str, remedy: str, about: str = "") -> ArticleError:
        """The error to report about this article, or about its field `about`."""
        return ArticleError(message, file=self.file, line=self.lines.get(about, self.line), remedy=remedy)


def make_article(draft: Draft, lang: Language | None) -> Article:
    """The article that `draft` holds. Its own language comes before `lang`, and `lang` before what the text looks like.

    Raises ArticleError, with file and line, if it cannot be read.
    """
    draft = replace(draft, text=draft.text.replace("\r\n", "\n").replace("\r", "\n"))
    _check_text(draft)
    fields: dict[str, Any] = {name: value for name, value in draft.fields.items() if value and name != "lang"}
    if "published" in fields:
        fields["published"] = _published(draft)
    try:
        return Article(lang=_language(draft, lang), text=draft.text, **fields)
    except ValidationError as error:
        raise draft.error(describe(error), "see the fields of an article in README.md") from error


def _check_text(draft: Draft) -> None:
    if not draft.text.strip():
        raise draft.error("empty", "an article needs text")
    if "\0" in draft.text:
        raise draft.error("binary: it holds NUL characters", "give plain text")
    if len(draft.text) > LONGEST:
        message = f"{len(draft.text):,} characters, more than the {LONGEST:,} that can be parsed at once"
        raise draft.error(message, "split it into several articles")
    for name, value in {**draft.fields, "text": draft.text}.items():
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise draft.error(f"`{name}` holds half a surrogate pair", "write the character itself", name) from error


def _published(draft: Draft) -> str:
    """The day of an ISO date or timestamp."""
    written = draft.fields["published"].strip()
    try:
        return datetime.datetime.fromisoformat(written).date().isoformat()
    except ValueError as error:
        message = f"`published` is no date: '{written[:40]}'"
        raise draft.error(message, "write YYYY-MM-DD or leave it out", "published") from error


def _language(draft: Draft, lang: Language | None) -> Language:
    stated = draft.fields.get("lang", "").strip().lower().partition("-")[0].partition("_")[0]
    known: Language | None = next((code for code in LANGUAGES if code == stated), None)
    remedy = f"we read {', '.join(LANGUAGES)}"
    if stated and known is None:
        raise draft.error(f"language '{draft.fields['lang'][:40]}' is none that we read", remedy, "lang")
    found = known or lang or detect(draft.text)
    if found is None:
        raise draft.error("in no language that we read", f"{remedy}; if it is one of them, say which with `lang`")
    return found
