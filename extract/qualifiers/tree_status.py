"""Status of a relation in a dependency tree: words beside the cue, the verbs above it, tense and mood.

Scope follows the tree as in NegEx's successors (Mehrabi et al. 2015, DEEPEN): a marker counts only where it hangs on
the cue's own verb, a governor only where the cue's clause is its complement.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ...schema import Status
from ..cues.syntax import feature
from ..proposal import Proposal
from ..words import Phrases, word_forms
from .lexicon import Qualifier, longest_hits, strongest

_COMPLEMENT = {"xcomp", "ccomp", "pcomp", "advcl", "acl", "dobj", "obj", "conj", "csubj", "obl:arg", "nmod", "pobj",
               "nsubjpass", "nsubj:pass", "prep", "attr", "obl:mod", "dep", "acomp"}  # fmt: skip
_MARKERS = {"neg", "advmod", "aux", "aux:tense", "det", "amod", "mark", "npadvmod", "nmod", "prep", "case", "cc",
            "preconj", "obl:mod", "advmod:neg", "prt"}  # fmt: skip
# The tagger takes « fournit » for a future; futures end so.
_FUTURE = ("rai", "ras", "ra", "rons", "rez", "ront")
# A verb that reports opens a new claim: what lies above it does not qualify what lies below.
_HIGHEST = 4


class TreeStatus:
    """Reads the status of the proposals of one parsed document."""

    def __init__(self, doc: Doc, qualifiers: Phrases[Qualifier]) -> None:
        self.doc = doc
        words = word_forms(doc)
        self.by_token: dict[int, list[Qualifier]] = {}
        # Sentences that name a source only as "officials" or "people close to the matter".
        self.rumours: set[int] = set()
        for sentence in doc.sents:
            for hit in longest_hits(qualifiers, words, sentence.start, sentence.end):
                if hit.value.scope == "anonymous":
                    self.rumours.add(sentence.start)
                for token in hit.tokens:
                    self.by_token.setdefault(token, []).append(hit.value)

    def of(self, proposal: Proposal) -> Status:
        """The strongest status that the words around the cue give it; asserted where there is none."""
        return strongest((*self._found(proposal), proposal.status))

    def _found(self, proposal: Proposal) -> Iterator[Status]:
        anchors = set(proposal.anchors)
        if proposal.kind in ("role", "pattern"):
            yield from self._of_role(proposal.anchors)
            return
        head = self.doc[proposal.anchors[0]]
        if head.sent.start in self.rumours:
            yield "alleged"
        for qualifier in self.by_token.get(min(anchors) - 1, ()):
            if qualifier.scope == "role" and qualifier.status:  # « *Autrefois* proches »
                yield qualifier.status
        for index in proposal.anchors:
            yield from self._beside(self.doc[index], anchors)
        yield from self._above(head, anchors)

    def _of_role(self, anchors: tuple[int, ...]) -> Iterator[Status]:
        """An office holds or held by its own words ("former", "not"), whatever the sentence around it says."""
        for index in anchors:
            token = self.doc[index]
            copula = [token.head] if token.dep_ == "attr" else []
            for child in (*token.children, *(c for verb in copula for c in verb.children)):
                for qualifier in self.by_token.get(child.i, ()):
                    if child.i not in anchors and qualifier.scope in ("role", "marker") and qualifier.status:
                        yield qualifier.status

    def _beside(self, token: Token, anchors: set[int]) -> Iterator[Status]:
        """Markers that hang on the token, and its own tense or mood."""
        for child in token.children:
            if child.i in anchors or child.dep_ not in _MARKERS:
                continue
            for qualifier in self.by_token.get(child.i, ()):
                if qualifier.scope in ("marker", "role") and qualifier.status:
                    yield qualifier.status
        yield from self._mistaken(token)
        if any(c.lower_ in ("ne", "n'", "n’") for c in token.children) and any(t.lower_ == "ni" for t in token.subtree):
            yield "negated"  # « ni X ni Y ne »: no other word of negation
        for auxiliary in (token, *(c for c in token.children if c.dep_.startswith(("aux", "cop")))):
            if "Cnd" in feature(auxiliary, "Mood"):
                yield "alleged"
            elif "Fut" in feature(auxiliary, "Tense") and auxiliary.lower_.endswith(_FUTURE):
                yield "planned"

    def _mistaken(self, token: Token) -> Iterator[Status]:
        """Governors that the tagger took for adverbs: « X *dément* avoir vendu Y »."""
        for child in token.children:
            for qualifier in self.by_token.get(child.i, ()) if child.pos_ == "ADV" else ():
                if qualifier.scope == "governor" and qualifier.status:
                    yield qualifier.status

    def _above(self, head: Token, anchors: set[int]) -> Iterator[Status]:
        """Governors of the cue's clause; on the way up, markers of support verbs ("did *not* launch an attack")."""
        token = head
        for _ in range(_HIGHEST):
            above = token.head
            if above == token or token.dep_ not in _COMPLEMENT:
                return
            governs = [q for q in self.by_token.get(above.i, ()) if q.scope == "governor" and above.i not in anchors]
            for qualifier in governs:
                if qualifier.status and token.dep_ != "conj":
                    yield qualifier.status
            if above.pos_ in ("VERB", "AUX") and (governs or self._supports(token)):
                yield from self._beside(above, anchors)
            elif not governs and above.pos_ in ("VERB", "AUX"):
                return
            yield from self._mistaken(above)
            token = above

    def _supports(self, token: Token) -> bool:
        """Whether the verb above only carries the noun: its negation and tense are the noun's."""
        return token.pos_ in ("NOUN", "PROPN", "ADP", "ADJ") and token.dep_ != "conj"
