"""Filling the slots of a cue in Arabic: by word order, prepositions and the bounds of the clause, without a tree."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import combinations, product

from spacy.tokens import Doc

from ...schema import Mention
from ..actors.kinds import Kind
from ..folding import fold
from ..proposal import Proposal
from ..words import Hit, Phrases
from .lexicon import Cue, longest_first, without_parts
from .line_mentions import LineMentions, Standing
from .line_roles import role_ends
from .line_words import RELATIVE

_AGENT = {fold(p) for p in ("من قبل", "من جانب", "على يد", "من طرف", "على أيدي", "من لدن")}
# Words that open another clause: arguments are not looked for beyond them.
_OPENERS = "لكن ولكن بينما فيما حيث بل إذ كما ؛ . : ؟ ! وفيما وبينما مضيفا وأضاف وقال"
_BOUNDS = frozenset(fold(word) for word in _OPENERS.split())
_TO = {fold(w) for w in ("أن", "ألا", "لأن", "بأن", "كي", "لم", "لن", "أنها", "أنه", "إنها", "إنه", "قد")}
_REACH = 30
_NEAR = 4


class LineFrames:
    """Finds the relations of one Arabic document."""

    def __init__(self, doc: Doc, kinds: Phrases[Kind], cues: Phrases[Cue]) -> None:
        self.doc, self.cues = doc, cues
        self.line = LineMentions(doc, kinds, cues)
        self.words = self.line.words
        self.free = [s for s in self.line.all if s.mention.kind != "adjective"]
        self._firsts = [s.first for s in self.free]  # ascending: mentions stand in the order of the text

    def proposals(self) -> Iterator[Proposal]:
        """What the cues say, in order of the text."""
        inside = {i for s in self.line.all if s.mention.kind == "name" for i in range(s.first, s.last + 1)}
        for sentence in self.doc.sents:
            hits = longest_first(self.cues, self.words, sentence.start, sentence.end)
            outside = (hit for hit in hits if inside.isdisjoint(hit.tokens))
            yield from without_parts(outside, partial(self._apply, start=sentence.start, end=sentence.end))

    def _apply(self, hit: Hit[Cue], start: int, end: int) -> Iterator[Proposal]:
        cue = hit.value
        for subject, object_ in self._ends(hit, *self._clause(hit, start, end)):
            if subject.actor != object_.actor:
                yield cue.proposal(subject, object_, hit.tokens)

    def _clause(self, hit: Hit[Cue], start: int, end: int) -> tuple[int, int]:
        """The tokens around the cue up to words that open another clause."""
        first, last = hit.tokens[0], hit.tokens[-1]
        low = next((i + 1 for i in range(first - 1, start - 1, -1) if self._opens(i)), start)
        high = next((i for i in range(last + 1, end) if self._opens(i)), end)
        return max(low, first - _REACH // 2), min(high, last + _REACH)

    def _opens(self, index: int) -> bool:
        return fold(self.doc[index].text) in _BOUNDS

    def _ends(self, hit: Hit[Cue], low: int, high: int) -> Iterable[tuple[Mention, Mention]]:
        cue = hit.value
        if cue.kind == "role":
            return role_ends(hit, self.line, low, high)
        before = [s for s in self._between(low, hit.tokens[0]) if s.last < hit.tokens[0]]
        after = [s for s in self._between(hit.tokens[0], high) if s.last < high]
        if "both" in cue.subject:
            return list(combinations(self._both(hit, before, after), 2))
        subjects = self._fill("subject", cue.subject, hit, before, after)
        objects = self._fill("object", cue.object, hit, before, after)
        if objects is None and cue.symmetric and cue.kind == "verb" and subjects is not None:
            return list(combinations(_expand(subjects), 2))
        if subjects is None or objects is None or subjects is objects:
            return ()
        return product(_expand(subjects), _expand(objects))

    def _between(self, low: int, high: int) -> list[Standing]:
        """The mentions that begin at the tokens `low:high`."""
        return self.free[bisect_left(self._firsts, low) : bisect_left(self._firsts, high)]

    def _fill(
        self, end: str, slots: tuple[str, ...], hit: Hit[Cue], before: list[Standing], after: list[Standing]
    ) -> Standing | None:
        for slot in slots:
            found = self._slot(slot, hit, before, after)
            if found is not None:
                return found
        return None

    def _slot(self, slot: str, hit: Hit[Cue], before: list[Standing], after: list[Standing]) -> Standing | None:
        last = hit.tokens[-1]
        if slot in ("subj", "obj") and hit.value.kind == "verb":
            return self._core(slot, hit, before, after)
        if slot in ("subj", "verb"):
            return _nearest_before(before, hit.tokens[0])
        if slot == "head":
            return next((s for s in reversed(before) if hit.tokens[0] - s.last <= 2), None)
        if slot == "of":
            own = (None, "idafa", fold(self.doc[last].text))
            return next((s for s in after if last <= s.first and s.phrase - last <= 1 and s.preposition in own), None)
        if slot == "event":
            return self._only_event(hit.tokens[0])
        folded = fold(slot)
        return next((s for s in after if s.preposition == folded and not s.joined), None)

    def _only_event(self, before: int) -> Standing | None:
        """The event that the article has named before the token, if it is the only one."""
        actors = self.doc._.techpol_actors
        events = [s for s in self.free if s.last < before and actors[s.mention.actor].type == "EVENT"]
        return events[-1] if len({s.mention.actor for s in events}) == 1 else None

    def _core(self, slot: str, hit: Hit[Cue], before: list[Standing], after: list[Standing]) -> Standing | None:
        """Subject and object of a verb: VSO, SVO, or passive where an agent phrase follows."""
        bare = [s for s in after if s.preposition is None and not s.joined]
        agent = next((s for s in after if s.preposition in _AGENT), None)
        if agent is not None:
            undergoer = bare[0] if bare and bare[0].phrase <= agent.phrase else _nearest_before(before, hit.tokens[0])
            return agent if slot == "subj" else undergoer
        pronoun = self._attached(hit)
        leader = _nearest_before(before, hit.tokens[0])
        close = [s for s in bare if s.phrase - hit.tokens[-1] <= _NEAR]
        if pronoun is not None:
            return pronoun if slot == "obj" else (close[0] if close else leader)
        takes_object = "obj" in hit.value.subject + hit.value.object
        if leader is not None and (not close or self._follows(leader, hit, alone=takes_object and len(close) < 2)):
            return leader if slot == "subj" else (close[0] if close else None)
        if slot == "subj":
            return close[0] if close else None
        return next((s for s in bare if close and s.first > close[0].last and self._within(close[0], s)), None)

    def _within(self, subject: Standing, object_: Standing) -> bool:
        """Whether the object may follow the subject: at once, or after adverbials that hold no verb."""
        between = range(subject.last + 1, object_.phrase)
        return len(between) <= _NEAR or (len(between) <= _REACH and not any(self.line.is_verb(i) for i in between))

    def _follows(self, leader: Standing, hit: Hit[Cue], alone: bool) -> bool:
        """Whether the verb belongs to the actor before it: side by side, in its relative clause, or after «أن».

        `alone`: a transitive verb has one actor after it, which after «أن» can only be its object.
        """
        first = hit.tokens[0]
        if fold(self.doc[first].text).startswith("و") and first - leader.last > 1:
            return False
        between = [fold(t.text) for t in self.doc[leader.last + 1 : first]]
        heavy = [i for i in range(leader.last + 1, first) if not self.line.is_light(i)]
        if not heavy or between == ["قد"] or between[-1] in RELATIVE:
            return True
        return alone and bool(_TO.intersection(between[-2:]))

    def _attached(self, hit: Hit[Cue]) -> Standing | None:
        """A pronoun written on the verb: «اتهمه»."""
        inside = self._between(hit.tokens[0], hit.tokens[-1] + 1)
        return next((s for s in inside if s.first in hit.tokens and s.mention.kind == "pronoun"), None)

    def _both(self, hit: Hit[Cue], before: list[Standing], after: list[Standing]) -> list[Mention]:
        """«بين X وY», or «X وY» as subject."""
        between = next((s for s in after if s.preposition == "بين"), None)
        if between is None and hit.value.kind == "verb":
            between = self._core("subj", hit, before, after)
        if between is None and hit.value.kind == "noun":
            # «ماكرون وماسك.. القطيعة»
            between = next((s for s in reversed(before) if s.followers and s.preposition is None), None)
        if between is None:
            return []
        together = _expand(between)
        if len(together) == 1 and between.preposition == "بين":
            # «بين X وبين Y»
            second = next((s for s in after if s.first > between.last and s.preposition == "بين"), None)
            together += _expand(second)[:1]
        return together


def _nearest_before(before: list[Standing], index: int) -> Standing | None:
    """The last mention before the cue that no preposition governs; of a list, its first."""
    for standing in reversed(before):
        if standing.preposition is None and not standing.joined:
            return standing
    return None


def _expand(standing: Standing | None) -> list[Mention]:
    """The mention and those coordinated with it, each actor once."""
    if standing is None:
        return []
    found = {s.mention.actor: s.mention for s in (standing, *standing.followers)}
    return list(found.values())
