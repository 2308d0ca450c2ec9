"""Time, source and amount of a relation, each read from the cue's own surroundings."""

from __future__ import annotations

import datetime
from typing import TypeVar, cast

from spacy.tokens import Doc

from ...schema import Amount, Language
from ..amounts import AmountMention, find_amounts
from ..dates import DateMention, find_dates
from ..proposal import Proposal
from ..words import Phrases, word_forms
from .lexicon import Qualifier

# Relations that money can be part of.
_MONEY = {
    *("INVESTS_IN", "FUNDS", "SUPPORTS", "CONTRACTS_WITH", "ACQUIRES"),
    *("SANCTIONS", "SUPPLIES", "OWNS", "DEVELOPS", "SUES"),
}
# Offices and belongings hold without a date, unless the sentence says when they ended.
_TIMELESS = {"LEADS", "MEMBER_OF", "PART_OF", "OWNS", "DEVELOPS", "FOUNDED", "RIVAL_OF"}
_FARTHEST = 120

_Where = TypeVar("_Where", DateMention, AmountMention)


class Details:
    """Reads times, sources and amounts of one document."""

    def __init__(self, doc: Doc, qualifiers: Phrases[Qualifier]) -> None:
        self.doc = doc
        lang = cast(Language, doc.lang_)
        published = doc._.techpol_published
        day = datetime.date.fromisoformat(published) if published else None
        self.dates = find_dates(doc.text, lang, day)
        self.amounts = find_amounts(doc.text, lang)
        self.qualifiers = qualifiers

    def time(self, proposal: Proposal) -> str | None:
        """EDTF of the date nearest to the cue within its sentence."""
        if proposal.relation in _TIMELESS and proposal.status != "ended":
            return None
        nearest = self._nearest(self.dates, proposal)
        return nearest.edtf if nearest is not None else None

    def amount(self, proposal: Proposal) -> Amount | None:
        """The amount nearest to the cue within its sentence, for relations that money can be part of."""
        if proposal.relation not in _MONEY:
            return None
        nearest = self._nearest(self.amounts, proposal)
        return nearest.amount if nearest is not None else None

    def _nearest(self, found: list[_Where], proposal: Proposal) -> _Where | None:
        head = self.doc[proposal.anchors[0]]
        sentence = head.sent
        inside = [d for d in found if sentence.start_char <= d.start and d.end <= sentence.end_char]
        near = [d for d in inside if abs(d.start - head.idx) <= _FARTHEST]
        return min(near, key=lambda d: abs(d.start - head.idx), default=None)

    def source(self, proposal: Proposal) -> str | None:
        """Whom the sentence names as the source: the actor beside a word such as "according to" or "said"."""
        sentence = self.doc[proposal.anchors[0]].sent
        words = word_forms(self.doc)
        ends = {proposal.subject.actor, proposal.object.actor}
        for index in range(sentence.start, sentence.end):
            hit = self.qualifiers.longest(words, index, sentence.end)
            if hit is None or hit.value.scope != "source":
                continue
            first, last = self.doc[hit.tokens[0]], self.doc[hit.tokens[-1]]
            for mention in self.doc._.techpol_mentions:
                near = 0 <= mention.span.start - (last.idx + len(last)) <= 25
                speaks = first.pos_ == "VERB" and 0 <= first.idx - mention.span.end <= 5  # "Reuters has *reported*"
                if (near or speaks) and mention.actor not in ends and mention.kind == "name":
                    return str(self.doc._.techpol_actors[mention.actor].label)
        return None
