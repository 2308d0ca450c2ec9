"""Packages of money as initiatives: « 109 milliards d'euros d'investissements », "a $500 billion plan"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from spacy.tokens import Doc

from ...schema import Language
from ..amounts import find_amounts
from ..words import Phrases, text_of, word_forms
from .candidates import Candidate
from .kinds import Kind

# Words between the sum and the noun: "of", "in", "private" ...
_FARTHEST = 3


def package_candidates(doc: Doc, kinds: Phrases[Kind]) -> Iterator[Candidate]:
    """Sums of money with a noun for an initiative or an investment right after them."""
    words = word_forms(doc)
    for money in find_amounts(text_of(doc), cast(Language, doc.lang_)):
        span = doc.char_span(money.start, money.end, alignment_mode="expand")
        if span is None:
            continue
        for index in range(span.end, min(span.end + _FARTHEST, len(doc))):
            hit = kinds.longest(words, index, len(doc))
            if doc[index].pos_ in ("VERB", "AUX") or doc[index].is_punct:
                break
            if hit and hit.value.sums:
                last = doc[hit.tokens[-1]]
                yield Candidate(money.start, last.idx + len(last), hit.value.type, certain=True)
                break
