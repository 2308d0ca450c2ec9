"""spaCy component `techpol_actors`: who is named where."""

from __future__ import annotations

from typing import cast

from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from ...schema import Actor, Language, Mention
from ..folding import fold_with_offsets
from .arabic_candidates import arabic_candidates
from .candidates import latin_candidates
from .catalogue import Catalogue
from .kinds import load_kinds
from .linking import Clusters
from .packages import package_candidates

# Registered here, read and documented everywhere else.
Doc.set_extension("techpol_mentions", default=(), force=True)
Doc.set_extension("techpol_actors", default={}, force=True)


class ActorFinder:
    """Finds names, known and unknown, and groups them into the actors of the article.

    Sets `doc._.techpol_mentions` (tuple of Mention, by offset) and `doc._.techpol_actors` (Actor by id).
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.techpol_mentions` and `doc._.techpol_actors`."""
        lang = cast(Language, doc.lang_)
        clusters = Clusters(doc.text, self.catalogue.names)
        clusters.add_known(self.catalogue.find(doc.text, fold_with_offsets(doc.text), lang))
        kinds = load_kinds(lang)
        clusters.add_unknown(package_candidates(doc, kinds))
        if lang == "ar":
            clusters.add_unknown(arabic_candidates(doc, kinds, clusters.taken))
        else:
            clusters.add_unknown(latin_candidates(doc, kinds))
        clusters.add_repeats()
        set_mentions(doc, clusters.mentions(), clusters)
        return doc


def set_mentions(doc: Doc, mentions: list[Mention], clusters: Clusters) -> None:
    """Write mentions and the actors that they refer to into the document's extensions."""
    surfaces: dict[str, dict[str, None]] = {}
    for mention in mentions:
        surfaces.setdefault(mention.actor, {})[mention.span.quote] = None
    lang = cast(Language, doc.lang_)
    actors: dict[str, Actor] = {key: clusters.by_id[key].actor(tuple(found), lang) for key, found in surfaces.items()}
    doc._.techpol_mentions = tuple(mentions)
    doc._.techpol_actors = actors


@Pipeline.factory("techpol_actors", assigns=["doc._.techpol_mentions", "doc._.techpol_actors"])
def make_actor_finder(nlp: Pipeline, name: str) -> ActorFinder:
    """The component with the shipped catalogue."""
    return ActorFinder(Catalogue.default())
