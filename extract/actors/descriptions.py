"""Descriptions: whom "the company", « le président français » or «الرجلين» mean.

Precision first: a description that could mean two actors means none. Sieves from sure to unsure, after Raghunathan et
al. 2010 and Lee et al. 2013.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...schema import Actor, Mention
from ..folding import fold
from ..qualifiers.lexicon import load_qualifiers, longest_hits
from ..words import Hit, text_of, word_forms
from .catalogue import Catalogue
from .context import Context
from .introductions import introduced_nouns, nouns_in_names
from .kinds import Kind
from .linking import slug
from .offices import Offices
from .phrases import Phrase, noun_phrase

# "The company" may be any company; "the ministry" is not any body of a state, unless the noun says no more.
_INTERCHANGEABLE = {"PERSON", "COMPANY", "ORGANIZATION", "PARTY", "PRODUCT"}
_RELATED = {"COMPANY", "PRODUCT", "ORGANIZATION"}
_GENERIC = {"regulator", "watchdog", "authority", "agency", "régulateur", "gendarme", "autorité", "agence"}
# Actors that news often name by common nouns alone: "the defence ministry", « le dîner de levée de fonds ».
_NAMED_BY_NOUNS = {"GOVERNMENT", "EVENT", "INITIATIVE"}
# Bodies that a state has one of: named by the noun alone.
_SOLE = {"government", "parliament", "congress", "treasury", "gouvernement", "parlement", "fisc", "حكومة", "برلمان"}
# Why a mention means two actors: its words are the name of neither.
TWO = "the two named last"
# How many sentences back a name may stand.
_WINDOW = 2
# A person named less than so many words before is coordinated with the description, not meant by it.
_APART = 5


class Descriptions:
    """Resolves the descriptions of one article."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.words = word_forms(context.doc)
        mentions = context.doc._.techpol_mentions
        countries = (fold(m.span.quote) for m in mentions if m.kind == "adjective")
        self.countries = frozenset(country.removeprefix("ال") for country in countries)
        # Where ministries stand that only a minister's title names.
        self.fields = {
            m.span.start
            for m in mentions
            if context.actors[m.actor].type == "GOVERNMENT"
            and text_of(context.doc)[: m.span.start].endswith(("وزير ", "وزيرة "))
        }
        self.nouns = introduced_nouns(context)
        self.heads = nouns_in_names(context.actors.values())

    def targets(self) -> Iterator[tuple[int, Hit[Kind]]]:
        """Nouns of kind that may refer: definite, no part of a name, and no name beside them."""
        doc = self.context.doc
        for index in range(len(doc)):
            if doc[index].idx in self.context.covered:
                continue
            hit = self.context.kinds.longest(self.words, index, len(doc))
            if hit and not self._followed_by_name(hit) and self._may_refer(hit):
                yield index, hit

    def _may_refer(self, hit: Hit[Kind]) -> bool:
        kind, phrase = hit.value, self._phrase(hit)
        if kind.two or (kind.refers and phrase.definite):
            return True
        return kind.type in ("EVENT", "INITIATIVE") and bool(phrase.modifiers)

    def _phrase(self, hit: Hit[Kind]) -> Phrase:
        return noun_phrase(self.context.doc, hit.tokens[0], hit.tokens[-1])

    def _followed_by_name(self, hit: Hit[Kind]) -> bool:
        """« le groupe *Nexalis* », « Le président français *Macron* »: the phrase describes what follows it."""
        doc, context = self.context.doc, self.context
        following = doc[hit.tokens[-1] + 1 : hit.tokens[-1] + 2]
        if self._owns_title(hit):
            return False
        if any(t.idx in context.covered and t.idx not in context.national | self.fields for t in following):
            return True
        end = self._phrase(hit).end
        rest = text_of(doc)[end : end + 3]
        start = end + len(rest) - len(rest.lstrip(" ,،"))
        if start not in context.covered:
            return False
        names = (p.mention for p in context.places if p.mention.span.start == start and p.mention.kind == "name")
        return any(context.actors[mention.actor].type == hit.value.type for mention in names)

    def _owns_title(self, hit: Hit[Kind]) -> bool:
        """«رئيسة *المنظمة* كاترين»: a body between a title and the person's name."""
        context, before = self.context, hit.tokens[0] - 1
        if context.lang != "ar" or hit.value.type == "PERSON" or before < 0:
            return False
        title = context.kinds.longest(self.words, before, hit.tokens[0])
        return title is not None and title.value.type == "PERSON"

    def resolve(self, index: int, hit: Hit[Kind]) -> list[Mention]:
        """The mentions that the description at token `index` is: none, one, or two of one span."""
        if hit.value.two:
            return self._two(index, hit)
        phrase = self._phrase(hit)
        actor, reason = self._antecedent(index, hit, phrase)
        if actor is not None and any(p.mention.actor == actor for p in self.context.before(index)):
            return [self.context.mention(phrase.start, phrase.end, actor, "description", reason)]
        if hit.value.type == "PERSON" and (holder := self._officeholder(hit, phrase)) is not None:
            reason = "held the office that day"
            return [self.context.mention(phrase.start, phrase.end, holder, "description", reason)]
        if hit.value.names and (phrase.modifiers or hit.value.noun in _SOLE) and hit.value.type in _NAMED_BY_NOUNS:
            return self._new_body(phrase, hit.value.type)
        return []

    def _antecedent(self, index: int, hit: Hit[Kind], phrase: Phrase) -> tuple[str | None, str]:
        """The sieves: the noun stood beside a name; it is part of a name; only one actor is of the type.

        A noun with words of its own ("the *defence* ministry") means only an actor whose name holds them.
        """
        kind, known = hit.value, self.nouns.get(hit.value.noun, set())
        national = bool(phrase.modifiers) and phrase.modifiers <= self.countries and kind.type == "PERSON"
        if phrase.modifiers and not national:
            return self._by_name(index, hit, phrase.modifiers), "words of the name"
        if len(known) == 1:
            return next(iter(known)), "introduced with this noun"
        if national:
            return None, ""
        named = self._by_name(index, hit, frozenset())
        if named is None and (kind.type in _INTERCHANGEABLE or kind.noun in _GENERIC):
            return self._only_recent(index, kind.type), f"the only {kind.type} near"
        return named, "noun of the name"

    def _by_name(self, index: int, hit: Hit[Kind], modifiers: frozenset[str]) -> str | None:
        """The actor named last among those whose name holds the noun and all its modifiers."""
        owners = {owner for form in self.words[hit.tokens[-1]] for owner in self.heads.get(form, ())}
        for modifier in modifiers:
            owners &= set(self.heads.get(modifier, ()))
        return next((p.mention.actor for p in self.context.before(index) if p.mention.actor in owners), None)

    def _only_recent(self, index: int, type_name: str) -> str | None:
        """The one actor of the type in this sentence and the two before, if there is just one.

        A platform may be called a company and a company a platform: where no actor is of the type, a related one does.
        """
        apart = _APART if type_name == "PERSON" else 0
        places = list(self.context.before(index, _WINDOW))
        if any(p.token >= index - apart and self.context.actors[p.mention.actor].type == type_name for p in places):
            return None
        recent = [p.mention.actor for p in places]
        for types in ({type_name}, _RELATED if type_name in _RELATED else set()):
            near = {actor for actor in recent if self.context.actors[actor].type in types}
            if near:
                return near.pop() if len(near) == 1 else None
        return None

    def _two(self, index: int, hit: Hit[Kind]) -> list[Mention]:
        """« les deux hommes »: the two actors of the type that were named last, in two mentions of one span."""
        near = (p.mention.actor for p in self.context.before(index, _WINDOW))
        recent = list(dict.fromkeys(a for a in near if self.context.actors[a].type == hit.value.type))[:2]
        first, last = self.context.doc[hit.tokens[0]], self.context.doc[hit.tokens[-1]]
        return [
            self.context.mention(first.idx, last.idx + len(last), actor, "description", TWO)
            for actor in reversed(recent if len(recent) == 2 else [])
        ]

    def _officeholder(self, hit: Hit[Kind], phrase: Phrase) -> str | None:
        """Who held the office of the country or body within the phrase on the day of publication."""
        doc, actors = self.context.doc, self.context.actors
        day: str | None = doc._.techpol_published
        if day is None or self._is_past(phrase):
            return None
        inside = (m for m in doc._.techpol_mentions if phrase.start <= m.span.start < phrase.end)
        bodies = [m.actor for m in inside if actors[m.actor].type != "PERSON"]
        # An office may have more words than the noun of kind: «وزير *الخارجية*».
        last = min(hit.tokens[-1] + 2, len(doc) - 1)
        find, lang = Offices.default().holder, self.context.lang
        holders = (find(self.words, hit.tokens[0], last, lang, body, day) for body in bodies)
        entry = Catalogue.default().entries.get(next((h for h in holders if h is not None), ""))
        if entry is None:
            return None
        actors.setdefault(entry.id, entry.actor(()))
        return entry.id

    def _is_past(self, phrase: Phrase) -> bool:
        """Whether "former", « ancien » or «السابق» stands in the phrase or beside it."""
        doc = self.context.doc
        span = doc.char_span(phrase.start, phrase.end, alignment_mode="expand")
        if span is None:
            return False
        first, last = max(span.start - 1, 0), min(span.end + 1, len(doc))
        hits = longest_hits(load_qualifiers(self.context.lang), self.words, first, last)
        return any(hit.value.status == "ended" for hit in hits)

    def _new_body(self, phrase: Phrase, type_name: str) -> list[Mention]:
        """A public body that only common nouns name: "the defence ministry", « le parquet de Lisbonne »."""
        label = text_of(self.context.doc)[phrase.bare : phrase.end]
        key = slug(label)
        if not key:
            return []
        labels = {self.context.lang: label}
        body = Actor(id=key, label=label, type=type_name, labels=labels, mentions=(label,))
        self.context.actors.setdefault(key, body)
        for word in fold(label).split():
            self.heads.setdefault(word.removeprefix("ال"), []).append(key)
        return [self.context.mention(phrase.bare, phrase.end, key, "name", "public body")]
