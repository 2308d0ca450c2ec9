"""spaCy component `techpol_references`: pronouns and descriptions that mean an actor named before.

Precision first: a reference that could mean two actors means none. In the tradition of precision-ranked sieves (Raghunathan et al. 2010, Lee et al. 2013).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from ...schema import Actor, Language, Mention, MentionKind, Span
from ..folding import fold
from ..words import Hit, word_forms
from .catalogue import Catalogue
from .genders import Gender, genders
from .kinds import Kind, load_kinds
from .linking import slug
from .offices import Offices
from .phrases import Phrase, fuller_phrases, noun_phrase
from .pronouns import Pronoun, pronouns

# "The company" may be any company; "the ministry" is not any body of a state, unless the noun says no more.
_INTERCHANGEABLE = {"PERSON", "COMPANY", "ORGANIZATION", "PARTY", "PRODUCT"}
_RELATED = {"COMPANY", "PRODUCT", "ORGANIZATION"}
_GENERIC = {"regulator", "watchdog", "authority", "agency", "régulateur", "gendarme", "autorité", "agence"}
# Actors that news often name by common nouns alone: "the defence ministry", « le dîner de levée de fonds ».
_NAMED_BY_NOUNS = {"GOVERNMENT", "EVENT", "INITIATIVE"}
# Bodies that a state has one of: named by the noun alone.
_SOLE = {"government", "parliament", "congress", "treasury", "gouvernement", "parlement", "fisc", "حكومة", "برلمان"}
# How many sentences back a name may stand.
_WINDOW = 2
# A person named less than so many words before is coordinated with the description, not meant by it.
_APART = 5


@dataclass(frozen=True)
class _Place:
    """A mention with the token it begins at, the sentence it stands in, and whether it is a subject there."""

    mention: Mention
    token: int
    sentence: int
    subject: bool


class References:
    """Resolves the references of one document, from left to right."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.actors: dict[str, Actor] = dict(doc._.techpol_actors)
        self.kinds = load_kinds(cast(Language, doc.lang_))
        self.sentence_of = {token.i: n for n, sentence in enumerate(doc.sents) for token in sentence}
        self.genders = genders(doc)
        self.places = [p for m in doc._.techpol_mentions if (p := self._place(m)) is not None and m.kind != "adjective"]
        self.covered = {i for m in doc._.techpol_mentions for i in range(m.span.start, m.span.end)}
        self.adjectives = frozenset(
            fold(m.span.quote).removeprefix("ال") for m in doc._.techpol_mentions if m.kind == "adjective"
        )
        self.national = {
            i for m in doc._.techpol_mentions if m.kind == "adjective" for i in range(m.span.start, m.span.end)
        }
        # Where ministries stand that only a minister's title names.
        self.fields = {
            m.span.start
            for m in doc._.techpol_mentions
            if self.actors[m.actor].type == "GOVERNMENT" and doc.text[: m.span.start].endswith(("وزير ", "وزيرة "))
        }
        self.nouns = self._introduced()
        self.heads = self._heads()

    def _place(self, mention: Mention) -> _Place | None:
        span = self.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        if span is None:
            return None
        subject = any(t.dep_.startswith("nsubj") for t in (span.root, span.root.head))
        return _Place(mention, span.start, self.sentence_of[span.start], subject)

    def _introduced(self) -> dict[str, set[str]]:
        """Nouns that stand beside a name: « le ministre Vauclair », "Nexalis, a start-up": they mean that actor again."""
        found: dict[str, set[str]] = {}
        words = word_forms(self.doc)
        for place in self.places:
            if place.mention.kind != "name":
                continue
            end = next((i for i in range(place.token, len(self.doc)) if self.doc[i].idx >= place.mention.span.end), 0)
            for index in (*range(max(0, place.token - 4), place.token), *self._apposed(end)):
                limit = place.token if index < place.token else len(self.doc)
                hit = self.kinds.longest(words, index, limit)
                if hit and hit.value.type == self.actors[place.mention.actor].type:
                    found.setdefault(hit.value.noun, set()).add(place.mention.actor)
        return found

    def _apposed(self, end: int) -> range:
        """Tokens of a phrase such as ", a Lyon-based start-up" after a name that ends before token `end`."""
        if end == 0 or end + 2 >= len(self.doc) or self.doc[end].text not in (",", "،", "("):
            return range(0)
        article = self.doc[end + 1].lower_ in ("a", "an", "the", "un", "une", "le", "la", "l'", "l’")
        return range(end + 1 + article, min(end + 5, len(self.doc))) if article or self.doc.lang_ != "en" else range(0)

    def _heads(self) -> dict[str, list[str]]:
        """Common nouns in the names of bodies: "the commission" may mean the Federal Platform Commission."""
        found: dict[str, list[str]] = {}
        for actor in self.actors.values():
            if actor.type not in ("PERSON", "COUNTRY"):
                for name in {actor.label, *actor.labels.values(), *actor.mentions}:
                    for word in fold(name).split():
                        owners = found.setdefault(word.removeprefix("ال"), [])
                        if len(word) > 3 and actor.id not in owners:
                            owners.append(actor.id)
        return found

    def resolve(self) -> list[Mention]:
        """New mentions of kind description and pronoun."""
        found: list[Mention] = []
        targets: list[tuple[int, Hit[Kind] | Pronoun]] = [*self._descriptions(), *pronouns(self.doc, self.covered)]
        for index, target in sorted(targets, key=lambda item: item[0]):
            for mention in self._meant(index, target):
                found.append(mention)
                place = self._place(mention)
                if place is not None:
                    self.places = sorted([*self.places, place], key=lambda p: p.token)
        return found

    def _meant(self, index: int, target: Hit[Kind] | Pronoun) -> list[Mention]:
        if isinstance(target, Pronoun):
            single = self._pronoun(index, target)
        elif target.value.two:
            return self._two(index, target)
        else:
            single = self._description(index, target)
        return [single] if single is not None else []

    def _two(self, index: int, hit: Hit[Kind]) -> list[Mention]:
        """« les deux hommes »: the two actors of the type that were named last, in two mentions of one span."""
        recent: list[str] = []
        for place in reversed(self.places):
            actor = place.mention.actor
            near = place.token < index and self.sentence_of[index] - place.sentence <= _WINDOW
            if near and self.actors[actor].type == hit.value.type and actor not in recent:
                recent.append(actor)
        first, last = self.doc[hit.tokens[0]], self.doc[hit.tokens[-1]]
        spans = (first.idx, last.idx + len(last))
        reason = "the two named last"
        return [self._mention(*spans, actor, "description", reason) for actor in recent[1::-1]] if len(recent) > 1 else []

    def _descriptions(self) -> Iterator[tuple[int, Hit[Kind]]]:
        """Definite nouns of kind that are no part of a name and have none beside them."""
        words = word_forms(self.doc)
        for index in range(len(self.doc)):
            if self.doc[index].idx in self.covered:
                continue
            hit = self.kinds.longest(words, index, len(self.doc))
            if hit and not self._named(hit.tokens[-1]) and not self._before_name(hit):
                definite = hit.value.two or (hit.value.refers and self._phrase(hit).definite)
                if definite or (hit.value.type in ("EVENT", "INITIATIVE") and self._phrase(hit).modifiers):
                    yield index, hit

    def _phrase(self, hit: Hit[Kind]) -> Phrase:
        return noun_phrase(self.doc, hit.tokens[0], hit.tokens[-1])

    def _named(self, last: int) -> bool:
        """Whether a name follows, so that the noun does not refer back by itself."""
        following = self.doc[last + 1 : last + 2]
        return any(t.idx in self.covered and t.idx not in self.national | self.fields for t in following)

    def _before_name(self, hit: Hit[Kind]) -> bool:
        """« Le président français *Emmanuel Macron* »: the name that the phrase describes follows it."""
        end = self._phrase(hit).end
        rest = self.doc.text[end : end + 3]
        start = end + len(rest) - len(rest.lstrip(" ,،"))
        return any(p.mention.span.start == start and p.mention.kind == "name"
                   and self.actors[p.mention.actor].type == hit.value.type for p in self.places)  # fmt: skip

    def _description(self, index: int, hit: Hit[Kind]) -> Mention | None:
        """Sieves from sure to unsure: the noun stood beside a name; it is part of a name; only one actor is of the type.

        A noun with words of its own ("the *defence* ministry") means only an actor whose name holds them.
        """
        phrase = self._phrase(hit)
        known = self.nouns.get(hit.value.noun, set())
        national = phrase.modifiers and phrase.modifiers <= self.adjectives and hit.value.type == "PERSON"
        if phrase.modifiers and not national:
            actor, reason = self._by_name(index, hit, phrase.modifiers), "words of the name"
        elif len(known) == 1:
            actor, reason = next(iter(known)), "introduced with this noun"
        elif national:
            actor, reason = None, ""
        else:
            actor, reason = self._by_name(index, hit, frozenset()), "noun of the name"
            if actor is None and (hit.value.type in _INTERCHANGEABLE or hit.value.noun in _GENERIC):
                actor, reason = self._only_recent(index, hit.value.type), f"the only {hit.value.type} near"
        if actor is not None and any(p.token < index and p.mention.actor == actor for p in self.places):
            return self._mention(phrase.start, phrase.end, actor, "description", reason)
        if hit.value.type == "PERSON" and (holder := self._officeholder(hit, phrase)) is not None:
            return self._mention(phrase.start, phrase.end, holder, "description", "held the office that day")
        if hit.value.names and (phrase.modifiers or hit.value.noun in _SOLE) and hit.value.type in _NAMED_BY_NOUNS:
            return self._new_body(phrase, hit.value.type)
        return None

    def _officeholder(self, hit: Hit[Kind], phrase: Phrase) -> str | None:
        """Who held the office of the country or body within the phrase on the day of publication."""
        day: str | None = self.doc._.techpol_published
        if day is None:
            return None
        words, lang = word_forms(self.doc), cast(Language, self.doc.lang_)
        inside = [m for m in self.doc._.techpol_mentions if phrase.start <= m.span.start < phrase.end]
        bodies = (m.actor for m in inside if self.actors[m.actor].type != "PERSON")
        # An office may have more words than the noun of kind: «وزير *الخارجية*».
        last = min(hit.tokens[-1] + 2, len(self.doc) - 1)
        holders = (Offices.default().holder(words, hit.tokens[0], last, lang, body, day) for body in bodies)
        holder = next((h for h in holders if h is not None), None)
        entry = Catalogue.default().entries.get(holder) if holder is not None else None
        if entry is None:
            return None
        self.actors.setdefault(entry.id, entry.actor(()))
        return entry.id

    def _new_body(self, phrase: Phrase, type_name: str) -> Mention | None:
        """A public body that only common nouns name: "the defence ministry", « le parquet de Lisbonne »."""
        label = self.doc.text[phrase.bare : phrase.end]
        key = slug(label)
        if not key:
            return None
        lang = cast(Language, self.doc.lang_)
        self.actors.setdefault(key, Actor(id=key, label=label, type=type_name, labels={lang: label}, mentions=(label,)))
        for word in fold(label).split():
            self.heads.setdefault(word.removeprefix("ال"), []).append(key)
        return self._mention(phrase.bare, phrase.end, key, "name", "public body")

    def _by_name(self, index: int, hit: Hit[Kind], modifiers: frozenset[str]) -> str | None:
        """The actor named last among those whose name holds the noun and all its modifiers."""
        owners = {o for form in word_forms(self.doc)[hit.tokens[-1]] for o in self.heads.get(form, ())}
        for modifier in modifiers:
            owners &= set(self.heads.get(modifier, ()))
        before = [p for p in self.places if p.token < index and p.mention.actor in owners]
        return before[-1].mention.actor if before else None

    def _only_recent(self, index: int, type_name: str) -> str | None:
        """The one actor of the type in this sentence and the two before, if there is just one.

        A platform may be called a company and a company a platform: where no actor is of the type, a related one will do.
        """
        for types in ({type_name}, _RELATED if type_name in _RELATED else set()):
            near = {
                p.mention.actor
                for p in self.places
                if p.token < index - (_APART if type_name == "PERSON" else 0)
                and self.sentence_of[index] - p.sentence <= _WINDOW
                and self.actors[p.mention.actor].type in types
            }
            if near:
                return near.pop() if len(near) == 1 else None
        return None

    def _pronoun(self, index: int, pronoun: Pronoun) -> Mention | None:
        """The subject of this sentence or the last, else the only actor that agrees; in doubt nobody."""
        sentence = self.sentence_of[index]
        for back in range(pronoun.window + 1):
            agreeing = [
                p
                for p in self.places
                if p.token < index and p.sentence == sentence - back and self._agrees(p.mention.actor, pronoun)
            ]
            if back == 0 and not pronoun.subject and not pronoun.possessive:
                own = self._own_subject(index)
                agreeing = [p for p in agreeing if p.mention.actor != own]
            subjects = [p for p in agreeing if p.subject]
            if subjects or len({p.mention.actor for p in agreeing}) == 1:
                best = (subjects or agreeing)[-1 if back == 0 else 0]
                return self._mention(pronoun.start, pronoun.end, best.mention.actor, "pronoun", "subject that agrees")
            if agreeing:
                return None
        return None

    def _own_subject(self, index: int) -> str | None:
        """The actor that is subject of the pronoun's own clause: "X blamed him" is about somebody else."""
        verb = next((t for t in self.doc[index].ancestors if t.pos_ in ("VERB", "AUX")), None)
        subject = next((c for c in verb.children if c.dep_.startswith("nsubj")), None) if verb is not None else None
        return next((p.mention.actor for p in self.places if subject is not None and p.token <= subject.i
                     and subject.idx < p.mention.span.end), None)  # fmt: skip

    def _agrees(self, actor: str, pronoun: Pronoun) -> bool:
        if self.actors[actor].type not in pronoun.types:
            return False
        gender: Gender | None = self.genders.get(actor)
        return gender is None or pronoun.gender is None or gender == pronoun.gender

    def _mention(self, start: int, end: int, actor: str, kind: MentionKind, reason: str) -> Mention:
        return Mention(span=Span.of(self.doc.text, start, end), actor=actor, kind=kind, reason=reason)


@Pipeline.component("techpol_references", requires=["doc._.techpol_mentions"], assigns=["doc._.techpol_mentions"])
def resolve_references(doc: Doc) -> Doc:
    """Add the mentions that refer back to the document's names, and their strings to the actors."""
    references = References(doc)
    found = references.resolve()
    mentions = sorted((*doc._.techpol_mentions, *found), key=lambda m: (m.span.start, -m.span.end))
    surfaces: dict[str, dict[str, None]] = {}
    for mention in mentions:
        if mention.kind != "pronoun":
            surfaces.setdefault(mention.actor, {})[mention.span.quote] = None
        if mention.kind == "name":
            surfaces[mention.actor].update(dict.fromkeys(fuller_phrases(doc, mention, references.kinds)))
    doc._.techpol_actors = {
        key: actor.model_copy(update={"mentions": tuple(surfaces.get(key, {})) or actor.mentions})
        for key, actor in references.actors.items()
    }
    doc._.techpol_mentions = tuple(mentions)
    return doc
