"""Mentions in an Arabic line of words: which preposition governs each, and which are coordinated."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import zip_longest

from spacy.tokens import Doc

from ...schema import Mention
from .. import arabic
from ..actors.kinds import Kind
from ..folding import fold
from ..words import Phrases, text_of, word_forms
from .lexicon import Cue
from .line_words import COMPOUND, PREFIX_OF_AL, PREPOSITIONS, PRONOUN_CASES, QUOTES, RELATIVE

_LONGEST_DESCRIPTION = 7


@dataclass
class Standing:
    """A mention as it stands in its line.

    `first`, `last`: its tokens. `phrase`: first token of the description before it («رئيس الوزراء» كير ستارمر).
    `preposition`: what governs it, None if nothing does. `joined`: it follows another mention with و.
    """

    mention: Mention
    first: int
    last: int
    phrase: int = 0
    preposition: str | None = None
    joined: bool = False
    followers: list[Standing] = field(default_factory=list)


class LineMentions:
    """The mentions of one Arabic document, as they stand."""

    def __init__(self, doc: Doc, kinds: Phrases[Kind], cues: Phrases[Cue]) -> None:
        self.doc, self.kinds, self.cues = doc, kinds, cues
        self.words = word_forms(doc)
        self.all: list[Standing] = []
        self.adjectives: set[int] = set()
        for mention in doc._.techpol_mentions:
            span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
            if span is not None:
                self.all.append(Standing(mention, span.start, span.end - 1))
                if mention.kind == "adjective":
                    self.adjectives.update(range(span.start, span.end))
        self.claimed = {
            i for s in self.all if s.mention.kind in ("name", "description") for i in range(s.first, s.last + 1)
        }
        for standing in self.all:
            self._place(standing)
        self._attach()
        self._join()

    def _place(self, standing: Standing) -> None:
        inside = fold(text_of(self.doc)[self.doc[standing.first].idx : standing.mention.span.start])
        surface = fold(standing.mention.span.quote)
        own = (
            None
            if standing.mention.kind == "pronoun"
            else arabic.preposition(inside) or ("ل" if surface.startswith("لل") else None)
        )
        standing.joined = inside.startswith("و")
        standing.phrase = standing.first
        if own is not None:
            standing.preposition = own
            return
        if standing.mention.kind == "pronoun":
            standing.preposition = PRONOUN_CASES.get(inside, "suffix")
            return
        if not standing.joined:
            standing.phrase = self._phrase_start(standing.first)
        standing.preposition = self._governor(standing.phrase)
        if standing.phrase != standing.first and self._has_and(standing.phrase):
            standing.joined = True

    def _phrase_start(self, first: int) -> int:
        """Walks left over the description that belongs to the name at token `first`."""
        start, index = first, first - 1
        while index >= 0 and first - index <= _LONGEST_DESCRIPTION and not self.doc[index].is_sent_end:
            if index in self.claimed:
                break
            token = self.doc[index]
            if self.describes(index):
                start = index
                # A preposition written on the word ends the phrase: «لرئيس شركة».
                if self._written_preposition(index):
                    break
            elif token.text not in QUOTES and not self._is_definite_adjective(index):
                break
            index -= 1
        return start

    def _has_and(self, index: int) -> bool:
        """Whether the noun at the token has و before it («ورئيس», not «وزير»)."""
        folded = fold(self.doc[index].text)
        return folded.startswith("و") and not self.kinds.starts_with(folded) and self.kinds.starts_with(folded[1:])

    def _attach(self) -> None:
        """«زعيم حزب X، فلان»: the party is part of the person's description, which takes its place in the clause."""
        actors = [s for s in self.all if s.mention.kind != "adjective"]
        for standing, following in zip_longest(actors, actors[1:]):
            if standing.phrase == standing.first or self.is_person(standing) or not self._is_office(standing.phrase):
                continue
            if following is not None and self.is_person(following) and self._one_phrase(standing, following):
                following.phrase, following.preposition = standing.phrase, standing.preposition
                following.joined = standing.joined
            standing.preposition, standing.joined = "idafa", False

    def is_person(self, standing: Standing) -> bool:
        """Whether the mention is of a person (an adjective of a country is not)."""
        actor = self.doc._.techpol_actors[standing.mention.actor]
        return standing.mention.kind != "adjective" and actor.type == "PERSON"

    def _one_phrase(self, standing: Standing, following: Standing) -> bool:
        between = range(standing.last + 1, following.first)
        return len(between) <= 3 and all(
            self.doc[i].text in QUOTES or self._is_definite_adjective(i) or self.describes(i) for i in between
        )

    def _is_office(self, index: int) -> bool:
        """Whether a noun for people stands at the token."""
        hit = self.kinds.longest(self.words, index, len(self.doc))
        return (hit is not None and hit.value.type == "PERSON") or self._is_role(index)

    def _is_role(self, index: int) -> bool:
        return any(hit.value.kind == "role" for hit in self.cues.at(self.words, index, len(self.doc)))

    def is_light(self, index: int) -> bool:
        """Whether the word may stand inside a person's description: punctuation, titles, offices, adjectives, names."""
        token = self.doc[index]
        inside = any(s.first <= index <= s.last for s in self.all)
        return token.is_punct or inside or self.describes(index) or self._is_definite_adjective(index)

    def is_verb(self, index: int) -> bool:
        """Whether a verb of the lexicon stands at the token («التقى» has no article)."""
        return any(hit.value.kind == "verb" for hit in self.cues.at(self.words, index, len(self.doc)))

    def describes(self, index: int) -> bool:
        """Whether the word is a title, an office or a noun of kind."""
        if self.kinds.longest(self.words, index, len(self.doc)) is not None:
            return True
        return self._is_role(index)

    def _is_definite_adjective(self, index: int) -> bool:
        text = self.doc[index].text  # not folded: «ألقت» has no article
        definite = text.startswith(("ال", "لل")) and len(text) > 4 and fold(text) not in RELATIVE
        return index in self.adjectives or (definite and not self.is_verb(index))

    def _written_preposition(self, index: int) -> str | None:
        folded = fold(self.doc[index].text)
        for prefix, preposition in PREFIX_OF_AL.items():
            if folded.startswith(prefix):
                return preposition
        core = folded.removeprefix("و")
        if core[:1] in "بلك" and self.kinds.starts_with(core[1:]) and not self.kinds.starts_with(core):
            return core[0]
        return None

    def _governor(self, phrase: int) -> str | None:
        written = self._written_preposition(phrase)
        if written:
            return written
        previous = [fold(self.doc[i].text).removeprefix("و") for i in range(max(0, phrase - 2), phrase)]
        while previous and previous[-1] in QUOTES:
            previous.pop()
        if len(previous) == 2 and tuple(previous) in COMPOUND:
            return COMPOUND[tuple(previous)]
        if previous and previous[-1] in PREPOSITIONS:
            return previous[-1]
        return None

    def _join(self) -> None:
        """«تسلا وسبيس إكس ومنصة إكس»: each mention joined by و shares the place of the one before."""
        head: Standing | None = None
        last = -2
        for standing in self.all:
            if standing.mention.kind == "adjective":
                last = standing.last if standing.first - last <= 2 else last
                continue
            if head is not None and head.mention.span == standing.mention.span:  # «الرجلين»: two in one
                head.followers.append(standing)
                continue
            near = head is not None and standing.phrase - last <= 2
            if near and head is not None and (standing.joined or self._listed(standing, head)):
                head.followers.append(standing)
                standing.preposition = standing.preposition or head.preposition
            else:
                head = standing
            last = standing.last

    def _listed(self, standing: Standing, head: Standing) -> bool:
        between = self.doc[standing.phrase - 1].text if standing.phrase else ""
        return between in ("،", ",") and bool(head.followers) and standing.preposition is None
