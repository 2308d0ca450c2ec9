"""From what the rules propose in one article to its triples."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..schema import Actor, Amount, Article, Span, Status, Triple, Vocabulary
from .confidence import confidence
from .proposal import Proposal


@dataclass(frozen=True)
class Claim:
    """A proposal with its qualifiers, the span that is its evidence, and the words of the cue as they stand there."""

    proposal: Proposal
    status: Status
    time: str | None
    attributed_to: str | None
    amount: Amount | None
    evidence: Span
    words: str

    @property
    def key(self) -> tuple[str, str, str, Status]:
        """What makes two claims the same one, time apart."""
        return self.proposal.relation, self.proposal.subject.actor, self.proposal.object.actor, self.status


def consolidate(claims: Iterable[Claim], vocabulary: Vocabulary) -> list[list[Claim]]:
    """Claims grouped into one group per distinct claim, in the order in which the article makes them.

    Of a symmetric relation the first order told is kept. A claim without a time joins the first one that has one.
    """
    groups: dict[tuple[str, str, str, Status], list[list[Claim]]] = {}
    for claim in _past_friendships(list(claims)):
        key = claim.key
        if vocabulary.relations[key[0]].symmetric and (turned := (key[0], key[2], key[1], key[3])) in groups:
            key, claim = turned, _turned(claim)
        versions = groups.setdefault(key, [])
        same = next((v for v in versions if _compatible(v, claim)), None)
        if same is None:
            versions.append([claim])
        else:
            same.append(claim)
    return [group for versions in groups.values() for group in versions]


def _past_friendships(claims: list[Claim]) -> list[Claim]:
    """A sentence that tells of a rift between two and of their friendship tells that the friendship is over."""
    rifts = {
        (frozenset((c.proposal.subject.actor, c.proposal.object.actor)), c.evidence)
        for c in claims
        if c.proposal.relation == "STRAINED_RELATIONSHIP" and c.status == "asserted"
    }
    return [
        replace(c, status="ended")
        if c.proposal.relation == "ALLY_OF"
        and c.status == "asserted"
        and (frozenset((c.proposal.subject.actor, c.proposal.object.actor)), c.evidence) in rifts
        else c
        for c in claims
    ]


def _turned(claim: Claim) -> Claim:
    proposal = claim.proposal
    return replace(claim, proposal=replace(proposal, subject=proposal.object, object=proposal.subject))


def _compatible(group: list[Claim], claim: Claim) -> bool:
    times = {c.time for c in group if c.time is not None}
    return claim.time is None or not times or claim.time in times


def explain(claim: Claim) -> str:
    """Which engine found the claim, by which words, and by which cue and frame of the lexicon.

    For instance `rules: took aim (take aim: subj > at)`.
    """
    cue = " ".join(word.split("/")[0] for word in claim.proposal.cue.split())
    return f"rules: {claim.words} ({cue}: {claim.proposal.frame})"


def to_triple(group: list[Claim], actors: dict[str, Actor], article: Article) -> Triple:
    """The triple that a group of claims makes, with all its evidence."""
    first = group[0].proposal
    evidence = {claim.evidence.start: claim.evidence for claim in group}
    return Triple(
        article=article.id,
        subject=actors[first.subject.actor],
        relation=first.relation,
        object=actors[first.object.actor],
        status=group[0].status,
        time=next((c.time for c in group if c.time), None),
        attributed_to=next((c.attributed_to for c in group if c.attributed_to), None),
        amount=next((c.amount for c in group if c.amount), None),
        evidence=tuple(evidence[start] for start in sorted(evidence)),
        confidence=max(confidence(article.lang, c.proposal.kind, c.proposal.relation) for c in group),
        explanation=explain(group[0]),
        publication=article.publication,
    )
