"""spaCy component `techpol_sentences`: where a sentence may start.

A line of the article ends a sentence; otherwise one starts only after an end mark and never with a small letter or a
closing mark. Placed before the parser, which keeps what it finds set; in Arabic, which has no parser, end marks decide.
"""

from __future__ import annotations

from itertools import pairwise

from spacy.language import Language as Pipeline
from spacy.tokens import Doc, Token

_ENDS = {".", "?", "!", "…", "...", "؟", "؛"}
_CLOSING = {"»", "”", '"', "’", "'", ")", "]"}


@Pipeline.component("techpol_sentences", assigns=["token.is_sent_start"])
def mark_sentences(doc: Doc) -> Doc:
    """Set sentence starts, and where none can be; the parser decides about the rest."""
    without_parser = doc.lang_ == "ar"
    for before, token in pairwise(doc):
        if "\n" in before.text_with_ws and not token.is_space:
            token.is_sent_start = True
        elif not _may_start(before, token):
            token.is_sent_start = False
        elif without_parser:
            token.is_sent_start = before.text in _ENDS
    return doc


def _may_start(before: Token, token: Token) -> bool:
    after_end = before.text in _ENDS or before.text in _CLOSING or before.text.endswith(".")
    return after_end and not token.is_space and not token.is_lower and token.text not in _CLOSING | {",", "،", ";", ":"}
