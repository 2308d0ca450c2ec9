"""Where the slots of a cue stand around it: by the tree, and by position where the parser lost them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from . import grammar, syntax
from .lexicon import Cue
from .tree_actors import TreeActors

# How far, in words, a slot is looked for by position.
_REACH = 10
_NEAR = 5
_OPENERS = ("VERB", "AUX", "ADP", "CCONJ", "SCONJ")

_FUNCTIONS: dict[tuple[str, str], Callable[[Token], Token | None]] = {
    ("verb", "subj"): grammar.subject,
    ("verb", "obj"): grammar.object_,
    ("verb", "iobj"): grammar.indirect_object,
    ("adj", "subj"): grammar.predicated,
    ("noun", "verb"): grammar.support_subject,
    ("noun", "subj"): grammar.support_subject,
}


class TreeSlots:
    """Finds the tokens that fill the slots of cues in one document.

    `anchors` are the tokens of a cue, its head first.
    """

    def __init__(self, doc: Doc, actors: TreeActors) -> None:
        self.doc, self.actors = doc, actors

    def fill(self, slot: str, cue: Cue, anchors: tuple[int, ...], end: str) -> Iterator[Token]:
        """The tokens in the slot of a cue; `end` is the end of the relation, subject or object, that it is for."""
        function = _FUNCTIONS.get((cue.kind, slot))
        if function is not None:
            token = function(self.doc[anchors[0]]) or self._by_position(slot, cue, anchors)
            if token is not None:
                yield token
        elif slot == "of":
            for index in anchors:
                yield from self._of(self.doc[index], cue, end)
        elif slot == "both":
            yield from self.both(cue, anchors)
        elif slot == "event":
            yield from self.actors.only_event(anchors[0])
        else:
            yield from self._after(slot, anchors)

    def apposed_before(self, cue: Cue, anchors: tuple[int, ...]) -> Token | None:
        """ "The committee's chair, *Morwenna Tressick*, accused": the name that only a comma parts from the verb."""
        verb = self.doc[anchors[0]]
        if cue.kind != "verb" or grammar.is_passive(verb):
            return None
        index = verb.i - 1
        while index > verb.sent.start and self.doc[index].pos_ in ("AUX", "ADV"):
            index -= 1
        if self.doc[index].text == ",":
            index -= 1
        mention = self.actors.owner.get(index)
        return self.doc[index] if mention is not None and mention.kind == "name" and not self._governed(index) else None

    def both(self, cue: Cue, anchors: tuple[int, ...]) -> Iterator[Token]:
        """Where the two ends stand together: between A and B, complements of the noun, or the subject."""
        head = self.doc[anchors[0]]
        for preposition in ("between", "entre"):
            yield from self._after(preposition, anchors)
        if cue.kind == "noun":
            yield from (t for t in syntax.noun_complements(head) if t.dep_ != "poss")
            subject = grammar.support_subject(head)
        else:
            subject = grammar.surface_subject(head) if cue.kind == "verb" else grammar.predicated(head)
        if subject is not None:
            yield subject

    def _of(self, noun: Token, cue: Cue, end: str) -> Iterator[Token]:
        """What the noun is of. Where both ends are: the possessor does it, the of-phrase undergoes it."""
        preposition = "of" if self.doc.lang_ == "en" else "de"
        phrase = list(syntax.complements(noun, preposition))
        if "of" in cue.subject and "of" in cue.object:
            yield from phrase if end == "object" else (t for t in syntax.noun_complements(noun) if t not in phrase)
        else:
            yield from syntax.noun_complements(noun)

    def _by_position(self, slot: str, cue: Cue, anchors: tuple[int, ...]) -> Token | None:
        """Subject or object of a verb where the parser lost it in a name that it did not know."""
        if cue.kind != "verb" or slot == "iobj":
            return None
        if slot == "subj":
            return self._left_of(self.doc[anchors[0]])
        # « menacer de *poursuivre* X»: the object hangs on the second verb of the cue.
        others = (self.doc[i] for i in anchors[1:] if self.doc[i].pos_ == "VERB")
        inner = next((o for verb in others if (o := grammar.direct_object(verb)) is not None), None)
        return inner or self._right_after(self.doc[max(anchors)])

    def _left_of(self, verb: Token) -> Token | None:
        """The nearest actor before a verb that has no subject of its own: no verb, mark or preposition between."""
        if grammar.is_passive(verb) or grammar.surface_subject(verb) is not None:
            return None
        for index in range(verb.i - 1, max(verb.sent.start, verb.i - _REACH) - 1, -1):
            token, mention = self.doc[index], self.actors.owner.get(index)
            if mention is not None:
                return None if mention.kind == "adjective" or self._governed(index) else token
            if token.pos_ in ("VERB", "SCONJ") or (token.is_punct and token.text != ","):
                return None
        return None

    def _governed(self, index: int) -> bool:
        """Whether a preposition or conjunction stands before the phrase of the mention at the token."""
        mention, start = self.actors.owner[index], self.doc[index].sent.start
        first = index
        while first > start and self.actors.owner.get(first - 1) is mention:
            first -= 1
        before = [t for t in self.doc[max(start, first - 3) : first] if t.pos_ not in ("DET", "ADJ", "NOUN")]
        return bool(before) and before[-1].pos_ in ("ADP", "CCONJ")

    def _right_after(self, verb: Token) -> Token | None:
        """The nearest actor after an active verb without an object: no verb, mark or preposition between."""
        if grammar.is_passive(verb) or grammar.direct_object(verb) is not None:
            return None
        for token in self.doc[verb.i + 1 : min(verb.i + _REACH, verb.sent.end)]:
            if token.i in self.actors.owner and self.actors.owner[token.i].kind != "adjective":
                return token
            if token.pos_ in _OPENERS or token.is_punct:
                return None
        return None

    def _after(self, preposition: str, anchors: tuple[int, ...]) -> Iterator[Token]:
        """Nouns after the preposition, wherever the parser hung it: on the cue, its object, or its support verb."""
        for place in self._places(anchors):
            found = [t for t in syntax.complements(place, preposition) if t.i not in anchors]
            if found:
                yield from found
                return
        yield from self._line_after(preposition, max(anchors))

    def _places(self, anchors: tuple[int, ...]) -> list[Token]:
        head, places = self.doc[anchors[0]], [self.doc[i] for i in anchors]
        if head.pos_ in ("VERB", "AUX") and (direct := grammar.direct_object(head)) is not None:
            places.append(direct)
        if head.dep_ in (*grammar.OBJECTS, "attr", "nsubjpass", "nsubj:pass", "acomp"):
            places.append(head.head)
        # « l'enquête *ouverte par X*»: a participle of the noun brings its own complements.
        return places + [c for place in places if place.pos_ == "NOUN" for c in place.children if c.dep_ == "acl"]

    def _line_after(self, preposition: str, last: int) -> Iterator[Token]:
        """The actor after the preposition by position alone, where the parser lost it in an unknown name."""
        sentence_end = self.doc[last].sent.end
        reach = range(last + 1, min(last + _NEAR, sentence_end))
        at = next((i for i in reach if syntax.same_case(self.doc[i], preposition)), None)
        for index in range(at + 1, min(at + _NEAR, sentence_end)) if at is not None else ():
            if index in self.actors.owner:
                yield self.doc[index]
                return
            if self.doc[index].pos_ == "NOUN":
                yield self.doc[index]
            elif self.doc[index].pos_ not in ("DET", "ADJ", "PROPN", "NUM"):
                return
