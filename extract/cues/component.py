"""spaCy component `techpol_relations`: the relations that cues and frames propose."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import cast

from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from ...schema import Language, Vocabulary
from ..actors.kinds import load_kinds
from ..proposal import Proposal
from ..words import Phrases
from .lexicon import Cue, load_cues
from .line_frames import LineFrames
from .patterns import pattern_proposals
from .tree_frames import TreeFrames

# Verbs of these relations take parties and companies too; nouns such as "president" or "spokesman" name people.
_HELD_BY_PEOPLE = {"LEADS", "MEMBER_OF", "FOUNDED"}

Doc.set_extension("techpol_proposals", default=(), force=True)


class RelationFinder:
    """Applies the cue lexicon of the document's language. No cue that governs both ends, no relation.

    Needs `techpol_actors` before it, and in French and English a dependency parser. Sets `doc._.techpol_proposals`.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.techpol_proposals`."""
        lang = cast(Language, doc.lang_)
        cues = load_cues(lang)
        doc._.techpol_proposals = tuple(p for p in _propose(doc, lang, cues) if self._admits(doc, p))
        return doc

    def _admits(self, doc: Doc, proposal: Proposal) -> bool:
        """The gate: types at both ends as the relation and the cue allow them."""
        subject, object_ = (doc._.techpol_actors[m.actor].type for m in (proposal.subject, proposal.object))
        relation = self.vocabulary.relations.get(proposal.relation)
        if proposal.kind == "role" and proposal.relation in _HELD_BY_PEOPLE and subject not in ("PERSON", "COUNTRY"):
            return False
        return relation is not None and relation.allows(subject, object_) and proposal.allows(subject, object_)


def _propose(doc: Doc, lang: Language, cues: Phrases[Cue]) -> Iterable[Proposal]:
    kinds = load_kinds(lang)
    frames = LineFrames(doc, kinds, cues).proposals() if lang == "ar" else TreeFrames(doc, kinds).proposals(cues)
    return chain(frames, pattern_proposals(doc, kinds))


@Pipeline.factory("techpol_relations", requires=["doc._.techpol_mentions"], assigns=["doc._.techpol_proposals"])
def make_relation_finder(nlp: Pipeline, name: str) -> RelationFinder:
    """The component with the shipped vocabulary and cues."""
    return RelationFinder(Vocabulary.default())
