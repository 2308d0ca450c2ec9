"""Filling the slots of a cue in a dependency tree (French, English)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, product, takewhile

from spacy.tokens import Doc, Token

from ...schema import Mention, Span
from ..actors.kinds import Kind
from ..proposal import Proposal
from ..words import Hit, Phrases, word_forms
from . import grammar
from .lexicon import Cue, longest_first, without_parts
from .roles import bearers, belongings

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
# How far, in words, a slot is looked for by position.
_REACH = 10
_SUCH_AS = {"tels", "telles", "comme", "notamment", "such", "including", "like"}
_NUMERALS = {"million", "billion", "trillion", "bn", "m", "euros", "dollars"}
_CLITICS = {"ne", "n'", "n’", "se", "s'", "s’", "y", "en", "le", "la", "les", "l'", "l’", "lui", "to"}
_PLACES = {"in", "at", "to", "from", "near", "à", "en", "dans", "vers", "depuis", "chez", "sur"}


class TreeFrames:
    """Finds the relations of one parsed document."""

    def __init__(self, doc: Doc, kinds: Phrases[Kind]) -> None:
        self.doc, self.kinds = doc, kinds
        self.owner: dict[int, Mention] = {}
        # « les deux hommes » holds two mentions in one span: the second by the first.
        self.second: dict[Span, Mention] = {}
        for mention in sorted(doc._.techpol_mentions, key=lambda m: m.span.start - m.span.end):
            span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
            if (first := self.owner.get(span.start) if span is not None else None) and first.span == mention.span:
                self.second[mention.span] = mention
                continue
            # Inner mentions come last and win: in « son rival X » each word belongs to the smallest mention.
            self.owner.update(dict.fromkeys(range(span.start, span.end), mention) if span is not None else {})

    def proposals(self, cues: Phrases[Cue]) -> Iterator[Proposal]:
        """What the cues say, in order of the text."""
        words = word_forms(self.doc)
        for sentence in self.doc.sents:
            hits = longest_first(cues, words, sentence.start, sentence.end)
            yield from without_parts(hits, self._apply)

    def _apply(self, hit: Hit[Cue]) -> Iterator[Proposal]:
        cue = hit.value
        head = self._head(hit)
        if head.pos_ not in _PARTS_OF_SPEECH[cue.kind] or any(self._names(i) for i in hit.tokens):
            return
        anchors = (head.i, *(i for i in hit.tokens if i != head.i))
        for subject, object_ in self._ends(cue, head, anchors):
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

    def _names(self, index: int) -> bool:
        mention = self.owner.get(index)
        return mention is not None and mention.kind == "name"

    def _ends(self, cue: Cue, head: Token, anchors: tuple[int, ...]) -> Iterable[tuple[Mention, Mention]]:
        if cue.kind == "role":
            owned = (t for t in belongings(head, self.owner) if cue.takes_nations or not self._is_adjective(t))
            wholes = list(self._actors(owned, place=True, adjectives=True))
            holders = [self.owner[t.i] for t in bearers(head, self.owner) if t.i in self.owner] if wholes else []
            # "OpenAI's chatbot ChatGPT": the product bears the noun, its maker is the subject.
            return product(wholes, holders) if "of" in cue.subject else product(holders, wholes)
        if "both" in cue.subject:
            return self._pairs(cue, head, anchors)
        subjects = self._fill("subject", cue, head, anchors)
        objects = self._fill("object", cue, head, anchors) if subjects else []
        if subjects and not objects and cue.symmetric and cue.kind in ("verb", "adj"):
            return self._pairs(cue, head, anchors)  # "X talked with Y": "X and Y talked"
        return product(subjects, objects)

    def _pairs(self, cue: Cue, head: Token, anchors: tuple[int, ...]) -> list[tuple[Mention, Mention]]:
        """Each two of the actors that stand together in one place."""
        together = list(self._actors(self._both(cue, head, anchors)))
        if len(together) == 1:
            together += self._joined(together[0])
        elif not together and cue.kind == "noun":
            together = self._only_pair(head)
        return list(combinations(together, 2))

    def _fill(self, end: str, cue: Cue, head: Token, anchors: tuple[int, ...]) -> list[Mention]:
        """The actors in the first slot that holds any; of some relations, else those that own the thing in it."""
        slots = cue.subject if end == "subject" else cue.object
        through = end == "object" and cue.relation in _THROUGH
        things: list[Token] = []
        for slot in slots:
            tokens = list(self._slot(slot, cue, head, anchors, end))
            found = list(self._actors(tokens, place=slot in _PLACES, adjectives=slot == "of"))
            if found:
                return found
            things += [t for t in tokens if t.pos_ == "NOUN" and t.i not in self.owner and slot not in ("of", "verb")]
        owners = (owner for thing in things if through and not self._is_person(thing) for owner in noun_complements(thing))
        return list(self._actors(owners))

    def _is_person(self, noun: Token) -> bool:
        hit = self.kinds.longest(word_forms(self.doc), noun.i, len(self.doc))
        return hit is not None and hit.value.type == "PERSON"

    def _slot(self, slot: str, cue: Cue, head: Token, anchors: tuple[int, ...], end: str) -> Iterator[Token]:
        function = _FUNCTIONS.get((cue.kind, slot))
        if function is not None:
            token = function(head) or self._by_position(slot, cue, head, anchors)
            if token is not None:
                yield token
        elif slot == "of":
            for index in anchors:
                yield from self._of(self.doc[index], cue, end)
        elif slot == "both":
            yield from self._both(cue, head, anchors)
        else:
            yield from self._after(slot, head, anchors)

    def _of(self, noun: Token, cue: Cue, end: str) -> Iterator[Token]:
        """What the noun is of. Where both ends are: the possessor does it, the of-phrase undergoes it."""
        preposition = "of" if self.doc.lang_ == "en" else "de"
        phrase = list(grammar.complements(noun, preposition))
        if "of" in cue.subject and "of" in cue.object:
            yield from phrase if end == "object" else (t for t in noun_complements(noun) if t not in phrase)
        else:
            yield from noun_complements(noun)

    def _by_position(self, slot: str, cue: Cue, head: Token, anchors: tuple[int, ...]) -> Token | None:
        """Subject or object of a verb where the parser lost it in a name that it did not know."""
        if cue.kind != "verb":
            return None
        if slot == "subj":
            return self._left_of(head)
        if slot == "obj":
            # « menacer de *poursuivre* X»: the object hangs on the second verb of the cue.
            others = (self.doc[i] for i in anchors[1:] if self.doc[i].pos_ == "VERB")
            inner = next((o for verb in others if (o := grammar.direct_object(verb)) is not None), None)
            return inner or self._right_after(self.doc[max(anchors)] if inner is None else head)
        return None

    def _left_of(self, verb: Token) -> Token | None:
        """The nearest actor before a verb that has no subject of its own: no verb, mark or preposition between."""
        if grammar.is_passive(verb) or grammar.surface_subject(verb) is not None:
            return None
        index = verb.i - 1
        while index >= max(verb.sent.start, verb.i - _REACH) and index not in self.owner:
            token = self.doc[index]
            if token.pos_ in ("VERB", "SCONJ") or (token.is_punct and token.text != ","):
                return None
            index -= 1
        mention = self.owner.get(index)
        if mention is None or mention.kind == "adjective" or index < verb.sent.start:
            return None
        first = index
        while first > verb.sent.start and self.owner.get(first - 1) is mention:
            first -= 1
        before = [t for t in self.doc[max(verb.sent.start, first - 3) : first] if t.pos_ not in ("DET", "ADJ", "NOUN")]
        return None if before and before[-1].pos_ in ("ADP", "CCONJ") else self.doc[index]

    def _right_after(self, verb: Token) -> Token | None:
        """The nearest actor after an active verb without an object: no verb, mark or preposition between."""
        if grammar.is_passive(verb) or grammar.direct_object(verb) is not None:
            return None
        for token in self.doc[verb.i + 1 : min(verb.i + _REACH, verb.sent.end)]:
            if token.i in self.owner and self.owner[token.i].kind != "adjective":
                return token
            if token.pos_ in ("VERB", "AUX", "ADP", "CCONJ", "SCONJ") or token.is_punct:
                return None
        return None

    def _after(self, preposition: str, head: Token, anchors: tuple[int, ...]) -> Iterator[Token]:
        """Nouns after the preposition, wherever the parser hung it: on the cue, its object, or its support verb."""
        places = [self.doc[i] for i in anchors]
        if head.pos_ in ("VERB", "AUX") and (direct := grammar.direct_object(head)) is not None:
            places.append(direct)
        if head.dep_ in (*grammar.OBJECTS, "attr", "nsubjpass", "nsubj:pass", "acomp"):
            places.append(head.head)
        # « l'enquête *ouverte par X*»: a participle of the noun brings its own complements.
        places += [child for place in places if place.pos_ == "NOUN" for child in place.children if child.dep_ == "acl"]
        for place in places:
            found = [t for t in grammar.complements(place, preposition) if t.i not in anchors]
            if found:
                yield from found
                return
        yield from self._line_after(preposition, max(anchors))

    def _line_after(self, preposition: str, last: int) -> Iterator[Token]:
        """The actor after the preposition by position alone, where the parser lost it in an unknown name."""
        sentence_end = self.doc[last].sent.end
        reach = range(last + 1, min(last + 5, sentence_end))
        at = next((i for i in reach if grammar.same_case(self.doc[i], preposition)), None)
        for index in range(at + 1, min(at + 5, sentence_end)) if at is not None else ():
            if index in self.owner:
                yield self.doc[index]
                return
            if self.doc[index].pos_ == "NOUN":
                yield self.doc[index]
            elif self.doc[index].pos_ not in ("DET", "ADJ", "PROPN", "NUM"):
                return

    def _both(self, cue: Cue, head: Token, anchors: tuple[int, ...]) -> Iterator[Token]:
        for preposition in ("between", "entre"):
            yield from self._after(preposition, head, anchors)
        if cue.kind == "noun":
            yield from (t for t in noun_complements(head) if t.dep_ != "poss")
            subject = grammar.support_subject(head)
        else:
            subject = grammar.surface_subject(head) if cue.kind == "verb" else grammar.predicated(head)
        if subject is not None:
            yield subject

    def _only_pair(self, noun: Token) -> list[Mention]:
        """« Macron et Musk : la rupture »: two actors joined by "and", if the sentence names no other."""
        sentence = noun.sent
        named = {self.owner[i].actor: self.owner[i] for i in range(sentence.start, sentence.end) if i in self.owner}
        first, *rest = named.values() if len(named) == 2 else (None,)
        return [first, *rest] if first is not None and self._joined(first) else []

    def _joined(self, first: Mention) -> list[Mention]:
        """The actor that "and" joins to this one, where the parser did not see it."""
        index = max(i for i, mention in self.owner.items() if mention is first) + 1
        words = [self.doc[i] for i in range(index, min(index + 6, len(self.doc)))]
        if not words or words[0].lower_ not in ("and", "et", "&"):
            return []
        phrase = takewhile(lambda t: t.i in self.owner or t.pos_ in ("DET", "ADJ", "NOUN", "PROPN"), words[1:])
        names = (self.owner[t.i] for t in phrase if t.i in self.owner)
        second = next((mention for mention in names if mention.kind != "adjective"), None)
        return [second] if second is not None and second.actor != first.actor else []

    def _actors(self, tokens: Iterable[Token], place: bool = False, adjectives: bool = False) -> Iterator[Mention]:
        """The actors that the tokens mean, each once. `place`: no capitals. `adjectives`: also « français » alone."""
        seen: set[str] = set()
        for token in tokens:
            for mention in self._mentions(token):
                barred = (place and mention.kind == "capital") or (not adjectives and mention.kind == "adjective")
                if mention.actor not in seen and not barred:
                    seen.add(mention.actor)
                    yield mention

    def _is_adjective(self, token: Token) -> bool:
        mention = self.owner.get(token.i)
        return mention is not None and mention.kind == "adjective"

    def _mentions(self, token: Token, depth: int = 0) -> Iterator[Mention]:
        """The actors that a token means: itself, its apposition, its antecedent, and those coordinated with it."""
        if depth > 6:
            return
        mention = self.owner.get(token.i)
        inside = [token]
        if mention is not None and mention.kind != "adjective":
            yield mention
            if mention.span in self.second:
                yield self.second[mention.span]
            inside = [t for t in token.sent if self.owner.get(t.i) is mention]
        elif mention is None and grammar.is_relative(token) and (noun := grammar.antecedent(token)) is not None:
            yield from self._mentions(noun, depth + 1)
            return
        else:  # « le suédois *Spotify* » is Spotify; "Swedish" alone is Sweden, where an adjective will do
            apposed = list(self._apposed(token))
            yield from apposed or ([mention] if mention is not None else [])
        if mention is None and depth == 0:
            yield from self._enumerated(token)
        for part in inside:
            for child in part.children:
                if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "PRON", "X", "ADJ", "NUM"):
                    yield from self._mentions(child, depth + 1)

    def _enumerated(self, noun: Token) -> Iterator[Mention]:
        """"several leaders: *Gates*, *Cook* and *Brin*", « des chefs d'État tels que *X* ou *Y*»."""
        if noun.pos_ != "NOUN" or "Plur" not in noun.morph.get("Number"):
            return
        opening = next((t for t in self.doc[noun.i : noun.sent.end] if t.text == ":" or t.lower_ in _SUCH_AS), None)
        if opening is None or any(t.pos_ in ("VERB", "AUX") or t.is_punct for t in self.doc[noun.i : opening.i]):
            return
        for index in range(opening.i + 1, noun.sent.end):
            if self.doc[index].pos_ in ("VERB", "AUX") and index not in self.owner:
                return
            mention = self.owner.get(index)
            if mention is not None and mention.kind == "name" and self._in_list(index, opening.i):
                yield mention

    def _in_list(self, index: int, colon: int) -> bool:
        """Whether the name is an item, not what stands in brackets beside one."""
        before = [t.text for t in self.doc[colon:index] if t.i not in self.owner or t.is_punct]
        return before.count("(") == before.count(")")

    def _apposed(self, token: Token) -> Iterator[Mention]:
        """« le groupe *Nexalis* », "President *Macron*", "*Conjuntura*, the weekly": a name that goes with the noun."""
        above = self.owner.get(token.head.i) if token.dep_ == "appos" else None
        if above is not None and above.kind == "name":
            yield above
            return
        if token.like_num or token.lower_ in _NUMERALS:  # "fined *Apple* 500 million": a compound of the sum
            yield from (self.owner[c.i] for c in token.children if c.dep_ in ("compound", "nmod") and c.i in self.owner)
        for child in token.children:
            named = child.dep_ in ("appos", "flat:name", "flat", "flat:foreign") or (
                child.dep_ in ("nmod", "obl:mod") and child.i > token.i and not grammar.has_case(child)
            )
            mention = self.owner.get(child.i)
            if named and mention is not None and mention.kind == "name":
                yield mention
                return


def noun_complements(noun: Token) -> Iterator[Token]:
    """What a noun is of: possessor, of-phrase or « de », compound, adjective of a country."""
    for child in noun.children:
        if (child.dep_ in ("poss", "compound", "nmod", "amod") and not grammar.has_case(child)) or (child.dep_ == "det" and "Yes" in child.morph.get("Poss")):
            yield child
    yield from grammar.complements(noun, "of" if noun.doc.lang_ == "en" else "de")


_FUNCTIONS: dict[tuple[str, str], Callable[[Token], Token | None]] = {
    ("verb", "subj"): grammar.subject,
    ("verb", "obj"): grammar.object_,
    ("verb", "iobj"): grammar.indirect_object,
    ("adj", "subj"): grammar.predicated,
    ("noun", "verb"): grammar.support_subject,
    ("noun", "subj"): grammar.support_subject,
}
