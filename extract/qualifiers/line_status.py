"""Status of a relation in Arabic, by position: words directly before the cue, and governors earlier in its clause."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from ...schema import Status
from ..folding import fold
from ..proposal import Proposal
from ..words import Hit, Phrases, word_forms
from .lexicon import Qualifier, longest_hits, strongest

_NEAR = 2
_FAR = 7
# Where a clause ends, the scope of what stands before ends with it.
_BOUNDS = {fold(w) for w in ("لكن", "ولكن", "بينما", "فيما", "حيث", "بل", "غير", "إلا", "كما", "؛", ".", ":", "، و")}


class LineStatus:
    """Reads the status of the proposals of one Arabic document."""

    def __init__(self, doc: Doc, qualifiers: Phrases[Qualifier]) -> None:
        self.doc = doc
        self.words = word_forms(doc)
        self.hits: list[Hit[Qualifier]] = []
        for sentence in doc.sents:
            self.hits += longest_hits(qualifiers, self.words, sentence.start, sentence.end)

    def of(self, proposal: Proposal) -> Status:
        """The strongest status that the words around the cue give it; asserted where there is none."""
        return strongest((*self._found(proposal), proposal.status))

    def _found(self, proposal: Proposal) -> Iterator[Status]:
        first, last = min(proposal.anchors), max(proposal.anchors)
        role = proposal.kind in ("role", "pattern")
        if not role and self._is_future(first):
            yield "planned"
        for hit in self.hits:
            status, distance = hit.value.status, first - hit.tokens[-1]
            if not role and hit.value.scope == "anonymous" and self._same_sentence(hit.tokens[0], first):
                yield "alleged"
            if status is None or not set(hit.tokens).isdisjoint(proposal.anchors):
                continue
            scope = hit.value.scope
            near = 0 < distance <= _NEAR and not self._bounded(hit.tokens[-1], first)
            if (
                (scope == "marker" and near and not role)
                or (
                    scope == "governor"
                    and not role
                    and 0 < distance <= _FAR
                    and not self._bounded(hit.tokens[-1], first)
                )
                or (
                    scope == "role"
                    and role
                    and 0 < hit.tokens[0] - last <= 3
                    and not self._bounded(last, hit.tokens[0])
                )
            ):
                yield status

    def _same_sentence(self, index: int, other: int) -> bool:
        return bool(self.doc[index].sent.start == self.doc[other].sent.start)

    def _is_future(self, index: int) -> bool:
        folded = fold(self.doc[index].text).removeprefix("و").removeprefix("ف")
        return folded.startswith(("سي", "ست", "سن")) and len(folded) > 4

    def _bounded(self, start: int, end: int) -> bool:
        return any(fold(self.doc[i].text) in _BOUNDS for i in range(start + 1, end))
