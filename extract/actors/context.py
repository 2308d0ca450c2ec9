"""What is known of one article while its references are resolved, from left to right."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from spacy.tokens import Doc

from ...schema import Actor, Language, Mention, MentionKind, Span
from ..words import text_of
from .kinds import load_kinds


@dataclass(frozen=True)
class Place:
    """A mention with the token it begins at, the sentence it stands in, and whether it is a subject there."""

    mention: Mention
    token: int
    sentence: int
    subject: bool


class Context:
    """The actors of an article and where they are mentioned so far, in order."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.lang = cast(Language, doc.lang_)
        self.kinds = load_kinds(self.lang)
        self.actors: dict[str, Actor] = dict(doc._.techpol_actors)
        self.sentence_of = {token.i: n for n, sentence in enumerate(doc.sents) for token in sentence}
        self.covered = {i for m in doc._.techpol_mentions for i in range(m.span.start, m.span.end)}
        self.national = {
            i for m in doc._.techpol_mentions if m.kind == "adjective" for i in range(m.span.start, m.span.end)
        }
        self.places: list[Place] = []
        for mention in doc._.techpol_mentions:
            if mention.kind != "adjective":
                self.add(mention)

    def add(self, mention: Mention) -> None:
        """Remember a mention."""
        span = self.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        if span is not None:
            subject = any(t.dep_.startswith("nsubj") for t in (span.root, span.root.head))
            place = Place(mention, span.start, self.sentence_of[span.start], subject)
            insort(self.places, place, key=lambda p: p.token)

    def before(self, token: int, sentences: int | None = None) -> Iterator[Place]:
        """The mentions that begin before the token, nearest first; within so many sentences back, if given."""
        for index in range(bisect_left(self.places, token, key=lambda p: p.token) - 1, -1, -1):
            place = self.places[index]
            if sentences is not None and self.sentence_of[token] - place.sentence > sentences:
                return
            yield place

    def mention(self, start: int, end: int, actor: str, kind: MentionKind, reason: str) -> Mention:
        """A mention of the characters `start:end`."""
        return Mention(span=Span.of(text_of(self.doc), start, end), actor=actor, kind=kind, reason=reason)
