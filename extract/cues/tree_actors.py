"""Which actors a token of a dependency tree means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from spacy.tokens import Doc, Token

from ...schema import Mention, Span
from . import syntax

_SUCH_AS = {"tels", "telles", "comme", "notamment", "such", "including", "like"}
_NUMERALS = {"million", "billion", "trillion", "bn", "m", "euros", "dollars"}
_NAMING = {"appos", "flat:name", "flat", "flat:foreign"}
_NOUNS = ("NOUN", "PROPN", "PRON", "X", "ADJ", "NUM")
# Deeper coordination than this is a parser's mistake.
_DEEPEST = 6


class TreeActors:
    """The mentions of one parsed document, by the tokens that they cover."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.owner: dict[int, Mention] = {}
        # « les deux hommes » holds two mentions in one span: the second by the span.
        self.second: dict[Span, Mention] = {}
        # Inner mentions come last and win: in « son rival X » each word belongs to the smallest mention.
        for mention in sorted(doc._.techpol_mentions, key=lambda m: m.span.start - m.span.end):
            span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
            if span is None:
                continue
            first = self.owner.get(span.start)
            if first is not None and first.span == mention.span:
                self.second[mention.span] = mention
            else:
                self.owner.update(dict.fromkeys(range(span.start, span.end), mention))

    def is_name(self, index: int) -> bool:
        """Whether the token is part of a name."""
        mention = self.owner.get(index)
        return mention is not None and mention.kind == "name"

    def of(self, tokens: Iterable[Token], place: bool = False, adjectives: bool = False) -> Iterator[Mention]:
        """The actors that the tokens mean, each once. `place`: no capitals. `adjectives`: also « français » alone."""
        seen: set[str] = set()
        for token in tokens:
            for mention in self._mentions(token):
                barred = (place and mention.kind == "capital") or (not adjectives and mention.kind == "adjective")
                if mention.actor not in seen and not barred:
                    seen.add(mention.actor)
                    yield mention

    def only_event(self, before: int) -> Iterator[Token]:
        """The event that the article has named before the token, if it is the only one."""
        actors = self.doc._.techpol_actors
        events = {i: m.actor for i, m in self.owner.items() if i < before and actors[m.actor].type == "EVENT"}
        if len(set(events.values())) == 1:
            yield self.doc[max(events)]

    def is_adjective(self, token: Token) -> bool:
        """Whether the token is the adjective of a country."""
        mention = self.owner.get(token.i)
        return mention is not None and mention.kind == "adjective"

    def _mentions(self, token: Token, depth: int = 0) -> Iterator[Mention]:
        """The actors that a token means: itself, its apposition, its antecedent, and those coordinated with it."""
        if depth > _DEEPEST:
            return
        mention = self.owner.get(token.i)
        if mention is None and syntax.is_relative(token) and (noun := syntax.antecedent(token)) is not None:
            yield from self._mentions(noun, depth + 1)
            return
        yield from self._own(token, mention)
        if mention is None and depth == 0:
            yield from self._enumerated(token)
        for part in self._parts(token, mention):
            for child in part.children:
                if child.dep_ == "conj" and child.pos_ in _NOUNS:
                    yield from self._mentions(child, depth + 1)

    def _own(self, token: Token, mention: Mention | None) -> Iterator[Mention]:
        """The token's mention, or a name in apposition to it.

        « le suédois *Spotify* » is Spotify; "Swedish" alone is Sweden, where an adjective will do.
        """
        if mention is None or mention.kind == "adjective":
            apposed = list(self._apposed(token))
            yield from apposed or ([mention] if mention is not None else [])
        else:
            yield mention
            if mention.span in self.second:
                yield self.second[mention.span]

    def _parts(self, token: Token, mention: Mention | None) -> list[Token]:
        """All tokens of the mention: the parser may hang a coordinated name on any of them."""
        if mention is None or mention.kind == "adjective":
            return [token]
        return [t for t in token.sent if self.owner.get(t.i) is mention]

    def _enumerated(self, noun: Token) -> Iterator[Mention]:
        """ "several leaders: *Gates*, *Cook* and *Brin*", « des chefs d'État tels que *X* ou *Y*»."""
        if noun.pos_ != "NOUN" or "Plur" not in syntax.feature(noun, "Number"):
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
        named = (self.owner[c.i] for c in token.children if self.is_name(c.i) and self._names(c, token))
        yield from list(named)[:1]

    def _names(self, child: Token, noun: Token) -> bool:
        """Whether the child names what the noun before it says."""
        bare = child.dep_ in ("nmod", "obl:mod") and child.i > noun.i and not syntax.has_case(child)
        return child.dep_ in _NAMING or bare

    def joined(self, first: Mention) -> list[Mention]:
        """The actor that "and" joins to this one, where the parser did not see it."""
        index = max(i for i, mention in self.owner.items() if mention is first) + 1
        words = [self.doc[i] for i in range(index, min(index + 6, len(self.doc)))]
        if not words or words[0].lower_ not in ("and", "et", "&"):
            return []
        phrase = takewhile(lambda t: t.i in self.owner or t.pos_ in ("DET", "ADJ", "NOUN", "PROPN"), words[1:])
        names = (self.owner[t.i] for t in phrase if t.i in self.owner)
        second = next((mention for mention in names if mention.kind != "adjective"), None)
        return [second] if second is not None and second.actor != first.actor else []

    def only_pair(self, noun: Token) -> list[Mention]:
        """« Macron et Musk : la rupture »: two actors joined by "and", if the sentence names no other."""
        sentence = noun.sent
        named = {self.owner[i].actor: self.owner[i] for i in range(sentence.start, sentence.end) if i in self.owner}
        first, *rest = named.values() if len(named) == 2 else (None,)
        return [first, *rest] if first is not None and self.joined(first) else []
