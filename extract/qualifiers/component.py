"""spaCy component `techpol_qualifiers`: status, time, source and amount of each proposed relation."""

from __future__ import annotations

from typing import cast

from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from ...schema import Language, Span
from ..claim import Claim
from ..proposal import Proposal
from ..words import text_of
from .details import Details
from .lexicon import load_qualifiers
from .line_status import LineStatus
from .tree_status import TreeStatus

Doc.set_extension("techpol_claims", default=(), force=True)
# ISO date of publication, against which "last month" is read; set it before the pipeline runs.
Doc.set_extension("techpol_published", default=None, force=True)


def qualify(doc: Doc) -> Doc:
    """Set `doc._.techpol_claims` from `doc._.techpol_proposals`."""
    lang = cast(Language, doc.lang_)
    qualifiers = load_qualifiers(lang)
    status = LineStatus(doc, qualifiers) if lang == "ar" else TreeStatus(doc, qualifiers)
    details = Details(doc, qualifiers)
    claims = []
    for proposal in doc._.techpol_proposals:
        claims.append(
            Claim(
                proposal,
                status.of(proposal),
                details.time(proposal),
                details.source(proposal),
                details.amount(proposal),
                evidence(doc, proposal),
                " ".join(doc[i].text for i in sorted(proposal.anchors)),
            )
        )
    doc._.techpol_claims = tuple(claims)
    return doc


def evidence(doc: Doc, proposal: Proposal) -> Span:
    """The sentence of the cue, without the white space around it."""
    sentence = doc[proposal.anchors[0]].sent
    start, end = sentence.start_char, sentence.end_char
    quote = text_of(doc)[start:end]
    return Span.of(text_of(doc), start + len(quote) - len(quote.lstrip()), end - (len(quote) - len(quote.rstrip())))


@Pipeline.factory("techpol_qualifiers", requires=["doc._.techpol_proposals"], assigns=["doc._.techpol_claims"])
def make_qualifier(nlp: Pipeline, name: str) -> object:
    """The component with the shipped lexicon of qualifiers."""
    return qualify
