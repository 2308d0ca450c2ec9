"""Extraction for tests: one extractor for all of them, since loading the language models takes seconds."""

from __future__ import annotations

import functools

import pytest
from spacy.tokens import Doc

from techpol.extract import Extractor, default_pipeline
from techpol.schema import Article, Language, Triple, Vocabulary

PUBLISHED = "2025-06-15"
Claim = tuple[str, str, str, str]


@functools.cache
def extractor() -> Extractor:
    return Extractor()


def extract(text: str, lang: Language, published: str | None = PUBLISHED) -> list[Triple]:
    return extractor().extract(Article(id="a1", lang=lang, text=text, published=published))


def parse(text: str, lang: Language, published: str | None = PUBLISHED) -> Doc:
    """The document with all that the components write into it."""
    nlp = default_pipeline(lang)
    doc = nlp.make_doc(text)
    doc._.techpol_published = published
    return nlp(doc)


def not_yet(*row: object, why: str) -> object:
    """A row of a table that is right, but that the extraction does not get; once it does, the mark must go."""
    return pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=why))


def claim(subject: str, relation: str, object_: str, status: str) -> Claim:
    """What a triple says, in labels; the ends of a symmetric relation are sorted, since either order is right."""
    if Vocabulary.default().relations[relation].symmetric:
        subject, object_ = sorted((subject, object_))
    return subject, relation, object_, status


def claims(text: str, lang: Language, published: str | None = PUBLISHED) -> set[Claim]:
    """What the triples of a text say."""
    triples = extract(text, lang, published)
    return {claim(t.subject.label, t.relation, t.object.label, t.status) for t in triples}
