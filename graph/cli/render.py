"""How triples and ties look to people. Arabic is printed as it is written: terminals turn it themselves."""

from __future__ import annotations

import re

from rich.text import Text

from ...schema import Triple, Vocabulary
from ..query import date_of
from .console import results

_EXPLANATION = re.compile(r"\w+: (?P<cue>.+) \(")
_GAP = r"(?:\W+\w+){0,3}?\W+"  # as between the words of a cue in the lexicons


def cue_of(triple: Triple) -> str | None:
    """The words that stated the relation, from an explanation such as `rules: take aim (subj at)`; else None."""
    found = _EXPLANATION.match(triple.explanation)
    return found["cue"] if found else None


def sentence(quote: str, cue: str | None) -> Text:
    """The quote in quotation marks, with the words of the cue highlighted if they are in it, inflected or not.

    >>> [str(span.style) for span in sentence("They criticised him.", "criticise").spans]
    ['bold reverse']
    """
    text = Text(f"“{' '.join(quote.split())}”")
    found = re.search(_GAP.join(f"({_forms(word)})" for word in cue.split()), text.plain, re.I) if cue else None
    for number in range(1, found.re.groups + 1 if found else 1):
        assert found
        text.stylize("bold reverse", *found.span(number))
    return text


def _forms(word: str) -> str:
    """A pattern for `word` (alternatives divided by `/`) with endings, and in Arabic with up to three clitics."""
    patterns = []
    for form in word.split("/"):
        if form >= "\u0600":  # Arabic
            patterns.append(rf"\b\w{{0,3}}{re.escape(form)}\w*")
        else:
            patterns.append(rf"\b{re.escape(form[: max(4, len(form) - 2)])}\w*")
    return "|".join(patterns)


def claim(triple: Triple, vocabulary: Vocabulary) -> str:
    """The claim as a phrase: who, relation in words, whom, and the status unless simply asserted.

    For instance `Emmanuel Macron – criticises – Elon Musk (alleged)`.
    """
    words = vocabulary.relations[triple.relation].labels["en"]
    status = "" if triple.status == "asserted" else f" ({triple.status})"
    return f"{triple.subject.label} – {words} – {triple.object.label}{status}"


def source(triple: Triple) -> str:
    """When, where and by whom it is said: date, outlet or article, source of the claim, money."""
    cited = triple.publication
    parts = [triple.time or str(date_of(triple) or "no date"), (cited and cited.outlet) or triple.article]
    if triple.attributed_to:
        parts.append(f"according to {triple.attributed_to}")
    if triple.amount:
        parts.append(f"{triple.amount.value:,.0f} {triple.amount.currency}")
    return ", ".join(parts)


def print_triple(triple: Triple, vocabulary: Vocabulary) -> None:
    """A claim with its source and its sentences."""
    results.print(Text.assemble((claim(triple, vocabulary), "bold"), f"  [{source(triple)}]"))
    for span in triple.evidence:
        results.print("    ", sentence(span.quote, cue_of(triple)), sep="")
