"""Articles in, triples out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language as Pipeline

from ..schema import Article, ArticleError, Language, Triple, Vocabulary
from .actors.catalogue import load_catalogue
from .claim import consolidate, to_triple
from .pipeline import pipeline

# spaCy's parser needs about 1 GB of memory for each 100,000 characters.
LONGEST = 1_000_000


class Extractor:
    """Extracts triples with one pipeline per language, each loaded when the first article of the language comes."""

    def __init__(self, vocabulary: Vocabulary | None = None, actors: Iterable[Path] = ()) -> None:
        self.vocabulary = vocabulary or Vocabulary.default()
        self.catalogue = load_catalogue(actors, self.vocabulary)
        self._pipelines: dict[Language, Pipeline] = {}

    def extract(self, article: Article) -> list[Triple]:
        """The triples of one article, in the order in which it tells them. Raises ArticleError if it is too long."""
        if len(article.text) > LONGEST:
            raise ArticleError(f"{article.id}: {len(article.text)} characters", remedy=f"split it below {LONGEST}")
        nlp = self._pipeline(article.lang)
        doc = nlp.make_doc(article.text)
        doc._.techpol_published = article.published
        doc = nlp(doc)
        groups = consolidate(doc._.techpol_claims, self.vocabulary)
        return [to_triple(group, doc._.techpol_actors, article) for group in groups]

    def _pipeline(self, lang: Language) -> Pipeline:
        if lang not in self._pipelines:
            self._pipelines[lang] = pipeline(lang, self.catalogue, self.vocabulary)
        return self._pipelines[lang]
