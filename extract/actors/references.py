"""spaCy component `techpol_references`: pronouns and descriptions that mean an actor named before."""

from __future__ import annotations

from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from ...schema import Mention
from ..words import Hit
from .context import Context
from .descriptions import TWO, Descriptions
from .genders import Gender, genders
from .kinds import Kind
from .phrases import fuller_phrases
from .pronouns import Pronoun, pronouns


class PronounResolver:
    """Resolves the pronouns of one article."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.genders: dict[str, Gender] = genders(context.doc)

    def resolve(self, index: int, pronoun: Pronoun) -> list[Mention]:
        """The subject of this sentence or the last, else the only actor that agrees; in doubt nobody."""
        sentence = self.context.sentence_of[index]
        near = [p for p in self.context.before(index, pronoun.window) if self._agrees(p.mention.actor, pronoun)]
        for back in range(pronoun.window + 1):
            agreeing = [p for p in reversed(near) if p.sentence == sentence - back]
            if back == 0 and not pronoun.subject and not pronoun.possessive:
                own = self._own_subject(index)
                agreeing = [p for p in agreeing if p.mention.actor != own]
            subjects = [p for p in agreeing if p.subject]
            if subjects or len({p.mention.actor for p in agreeing}) == 1:
                best = (subjects or agreeing)[-1 if back == 0 else 0].mention.actor
                return [self.context.mention(pronoun.start, pronoun.end, best, "pronoun", "subject that agrees")]
            if agreeing:
                return []
        return []

    def _own_subject(self, index: int) -> str | None:
        """The actor that is subject of the pronoun's own clause: "X blamed him" is about somebody else."""
        verb = next((t for t in self.context.doc[index].ancestors if t.pos_ in ("VERB", "AUX")), None)
        subject = next((c for c in verb.children if c.dep_.startswith("nsubj")), None) if verb is not None else None
        if subject is None:
            return None
        holding = (p for p in self.context.before(subject.i + 1) if subject.idx < p.mention.span.end)
        return next((p.mention.actor for p in holding), None)

    def _agrees(self, actor: str, pronoun: Pronoun) -> bool:
        if self.context.actors[actor].type not in pronoun.types:
            return False
        gender = self.genders.get(actor)
        return gender is None or pronoun.gender is None or gender == pronoun.gender


@Pipeline.component("techpol_references", requires=["doc._.techpol_mentions"], assigns=["doc._.techpol_mentions"])
def resolve_references(doc: Doc) -> Doc:
    """Add the mentions that refer back to the document's names, and their strings to the actors."""
    context = Context(doc)
    descriptions, resolver = Descriptions(context), PronounResolver(context)
    targets: list[tuple[int, Hit[Kind] | Pronoun]] = [*descriptions.targets(), *pronouns(doc, context.covered)]
    found: list[Mention] = []
    for index, target in sorted(targets, key=lambda item: item[0]):
        new = resolver.resolve(index, target) if isinstance(target, Pronoun) else descriptions.resolve(index, target)
        for mention in new:
            found.append(mention)
            context.add(mention)
    _write(doc, context, found)
    return doc


def _write(doc: Doc, context: Context, found: list[Mention]) -> None:
    mentions = sorted((*doc._.techpol_mentions, *found), key=lambda m: (m.span.start, -m.span.end))
    surfaces: dict[str, dict[str, None]] = {key: {} for key in context.actors}
    for mention in mentions:
        if mention.kind != "pronoun" and mention.reason != TWO:
            surfaces[mention.actor][mention.span.quote] = None
        if mention.kind == "name":
            surfaces[mention.actor].update(dict.fromkeys(fuller_phrases(doc, mention, context.kinds)))
    doc._.techpol_actors = {
        key: actor.model_copy(update={"mentions": tuple(surfaces[key]) or actor.mentions})
        for key, actor in context.actors.items()
    }
    doc._.techpol_mentions = tuple(mentions)
