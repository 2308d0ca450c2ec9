"""spaCy component `techpol_sentences`: a line of the article ends a sentence; in Arabic its punctuation does too.

Placed before the parser, which keeps the bounds that it finds set.
"""

from __future__ import annotations

from spacy.language import Language as Pipeline
from spacy.tokens import Doc

_ARABIC_ENDS = {".", "؟", "?", "!", "؛", "…"}


@Pipeline.component("techpol_sentences", assigns=["token.is_sent_start"])
def mark_sentences(doc: Doc) -> Doc:
    """Set sentence starts; without a parser (Arabic) every other token is set not to start one."""
    without_parser = doc.lang_ == "ar"
    for before, token in zip(doc, list(doc)[1:], strict=False):
        ends = "\n" in before.text_with_ws or (without_parser and before.text in _ARABIC_ENDS)
        if ends and not token.is_space:
            token.is_sent_start = True
        elif without_parser or token.is_space:
            token.is_sent_start = False
    return doc
