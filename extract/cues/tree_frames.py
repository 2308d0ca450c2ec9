"""Applying the cues in a dependency tree (French, English): which actors stand at the two ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from spacy.tokens import Doc, Token

from ...schema import Mention
from ..actors.kinds import Kind
from ..proposal import Proposal
from ..words import Hit, Phrases, word_forms
from . import syntax
from .lexicon import Cue, longest_first, without_parts
from .roles import bearers, belongings
from .tree_actors import TreeActors
from .tree_slots import TreeSlots

_PARTS_OF_SPEECH = {
    "verb": {"VERB", "AUX", "ADJ"},
    "noun": {"NOUN", "PROPN"},
    "adj": {"ADJ", "VERB", "ADV", "NOUN", "ADP"},
    "role": {"NOUN", "PROPN", "ADJ"},
}
# Who criticises, backs or raids something of an actor's does it to the actor ("criticised *Meta*'s policy").
_THROUGH = {"CRITICIZES", "PRAISES", "OPPOSES", "SUPPORTS", "REJECTS", "INVESTIGATES", "SANCTIONS", "REGULATES",
            "INVESTS_IN", "THREATENS", "SURVEILS"}  # fmt: skip
# Where a capital stands after one of these it is a place, not its country.
_PLACES = {"in", "at", "to", "from", "near", "à", "en", "dans", "vers", "depuis", "chez", "sur"}


class TreeFrames:
    """Finds the relations of one parsed document."""

    def __init__(self, doc: Doc, kinds: Phrases[Kind]) -> None:
        self.doc, self.kinds = doc, kinds
        self.actors = TreeActors(doc)
        self.slots = TreeSlots(doc, self.actors)

    def proposals(self, cues: Phrases[Cue]) -> Iterator[Proposal]:
        """What the cues say, sentence by sentence."""
        words = word_forms(self.doc)
        for sentence in self.doc.sents:
            hits = longest_first(cues, words, sentence.start, sentence.end)
            yield from without_parts(hits, self._apply)

    def _apply(self, hit: Hit[Cue]) -> Iterator[Proposal]:
        cue, head = hit.value, self._head(hit)
        if head.pos_ not in _PARTS_OF_SPEECH[cue.kind] or any(self.actors.is_name(i) for i in hit.tokens):
            return
        anchors = (head.i, *(i for i in hit.tokens if i != head.i))
        for subject, object_ in self._ends(cue, anchors):
            if subject.actor != object_.actor:
                yield cue.proposal(subject, object_, anchors)

    def _head(self, hit: Hit[Cue]) -> Token:
        """The word of the cue that governs the others."""
        tokens = [self.doc[i] for i in hit.tokens]
        if hit.value.kind == "verb":
            verbs = [t for t in tokens if t.pos_ in ("VERB", "AUX")]
            tokens = verbs or tokens
        tops = [t for t in tokens if t.head.i not in hit.tokens or t.head == t] or tokens
        nouns = [t for t in tops if t.pos_ in ("NOUN", "PROPN")] if hit.value.kind in ("noun", "role") else []
        return nouns[-1] if nouns else tops[0]

    def _ends(self, cue: Cue, anchors: tuple[int, ...]) -> Iterable[tuple[Mention, Mention]]:
        if cue.kind == "role":
            return self._role_ends(cue, self.doc[anchors[0]])
        if "both" in cue.subject:
            return self._pairs(cue, anchors)
        subjects = self._fill("subject", cue, anchors)
        objects = self._fill("object", cue, anchors) if subjects else []
        if subjects and not objects and cue.symmetric and cue.kind in ("verb", "adj"):
            return self._pairs(cue, anchors)  # "X talked with Y": "X and Y talked"
        return product(subjects, objects)

    def _role_ends(self, cue: Cue, role: Token) -> Iterable[tuple[Mention, Mention]]:
        owner = self.actors.owner
        owned = (t for t in belongings(role, owner) if cue.takes_nations or not self.actors.is_adjective(t))
        wholes = list(self.actors.of(owned, place=True, adjectives=True))
        holders = [owner[t.i] for t in bearers(role, owner) if t.i in owner] if wholes else []
        # "OpenAI's chatbot ChatGPT": the product bears the noun, its maker is the subject.
        return product(wholes, holders) if "of" in cue.subject else product(holders, wholes)

    def _pairs(self, cue: Cue, anchors: tuple[int, ...]) -> list[tuple[Mention, Mention]]:
        """Each two of the actors that stand together in one place."""
        together = list(self.actors.of(self.slots.both(cue, anchors)))
        if len(together) == 1:
            together += self.actors.joined(together[0])
        elif not together and cue.kind == "noun":
            together = self.actors.only_pair(self.doc[anchors[0]])
        return list(combinations(together, 2))

    def _fill(self, end: str, cue: Cue, anchors: tuple[int, ...]) -> list[Mention]:
        """The actors in the first slot that holds any; of some relations, else those that own the thing in it."""
        things: list[Token] = []
        for slot in cue.subject if end == "subject" else cue.object:
            tokens = list(self.slots.fill(slot, cue, anchors, end))
            found = list(self.actors.of(tokens, place=slot in _PLACES, adjectives=slot == "of"))
            if found:
                return found
            if slot == "subj" and tokens and (apposed := self.slots.apposed_before(cue, anchors)) is not None:
                return list(self.actors.of([apposed]))
            things += [t for t in tokens if slot not in ("of", "verb") and self._is_thing(t)]
        through = end == "object" and cue.relation in _THROUGH
        return list(self.actors.of(o for thing in things if through for o in syntax.noun_complements(thing)))

    def _is_thing(self, noun: Token) -> bool:
        """Whether the token is a noun that means neither an actor nor a person."""
        if noun.pos_ != "NOUN" or noun.i in self.actors.owner:
            return False
        hit = self.kinds.longest(word_forms(self.doc), noun.i, len(self.doc))
        return hit is None or hit.value.type != "PERSON"
