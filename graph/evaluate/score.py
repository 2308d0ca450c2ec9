"""Compare the triples extracted from one article with its gold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ...schema import Triple, Vocabulary
from .gold import GoldArticle, GoldRelation
from .keys import LEVELS, Claim, Key, strict_key
from .names import fold

UNLINKED = "unlinked"


@dataclass(frozen=True)
class Match:
    """Distinct claims of one article at one level: `core` of the gold, and those predicted that are right or wrong."""

    core: frozenset[Key]
    found: frozenset[Key]
    wrong: frozenset[Key]

    @property
    def missed(self) -> frozenset[Key]:
        """Core claims that nobody predicted."""
        return self.core - self.found


class Share(NamedTuple):
    """`right` out of `total`."""

    right: int
    total: int


@dataclass(frozen=True)
class ArticleScore:
    """What one article's triples are worth. `grounded` is None where the text is not at hand."""

    article: str
    lang: str
    levels: Mapping[str, Match]
    status: Share
    time: Share
    grounded: Share | None


def score_article(
    gold: GoldArticle, triples: Sequence[Triple], vocabulary: Vocabulary, text: str | None = None
) -> ArticleScore:
    """Score the `triples` extracted from the article that `gold` describes.

    `text` is the article's, to see whether quotes are in it; None if it is not at hand.
    """
    ends = [(gold.resolve(triple.subject), gold.resolve(triple.object)) for triple in triples]
    right = _strict_matches(gold, triples, ends, vocabulary)
    timed = [(triple, [gold for gold in golds if gold.time]) for triple, golds in right]
    timed = [(triple, golds) for triple, golds in timed if golds]
    return ArticleScore(
        article=gold.id,
        lang=gold.lang,
        levels={level: _match(gold, triples, ends, level, vocabulary) for level in LEVELS},
        status=Share(sum(any(gold.status == triple.status for gold in golds) for triple, golds in right), len(right)),
        time=Share(sum(_time_agrees(triple, golds) for triple, golds in timed), len(timed)),
        grounded=None if text is None else _grounded(triples, text),
    )


Ends = tuple[str | None, str | None]


def _match(
    gold: GoldArticle, triples: Iterable[Triple], ends: Iterable[Ends], level: str, vocabulary: Vocabulary
) -> Match:
    key = LEVELS[level]
    core = {key(_claim(relation), vocabulary) for relation in gold.relations if relation.level == "core"}
    true = {key(_claim(relation), vocabulary) for relation in gold.relations}
    found: set[Key] = set()
    wrong: set[Key] = set()
    for triple, (subject, object_) in zip(triples, ends, strict=True):
        if subject is None or object_ is None or subject == object_:
            wrong.add(_unlinked(triple, subject, object_, level))
            continue
        made = key(Claim(subject, triple.relation, object_), vocabulary)
        (found if made in true else wrong).add(made)
    return Match(core=frozenset(core), found=frozenset(found), wrong=frozenset(wrong))


def _claim(relation: GoldRelation) -> Claim:
    return Claim(relation.subject, relation.relation, relation.object)


def _unlinked(triple: Triple, subject: str | None, object_: str | None, level: str) -> Key:
    left, right = subject or fold(triple.subject.label), object_ or fold(triple.object.label)
    return (UNLINKED, *sorted((left, right))) if level == "pair" else (UNLINKED, left, triple.relation, right)


def _strict_matches(
    gold: GoldArticle, triples: Iterable[Triple], ends: Iterable[Ends], vocabulary: Vocabulary
) -> list[tuple[Triple, list[GoldRelation]]]:
    """Triples that agree strictly with gold, each with the gold relations that it agrees with."""
    index: defaultdict[Key, list[GoldRelation]] = defaultdict(list)
    for relation in gold.relations:
        index[strict_key(_claim(relation), vocabulary)].append(relation)
    linked = [
        (triple, strict_key(Claim(subject, triple.relation, object_), vocabulary))
        for triple, (subject, object_) in zip(triples, ends, strict=True)
        if subject and object_
    ]
    return [(triple, index[key]) for triple, key in linked if key in index]


def _time_agrees(triple: Triple, golds: Iterable[GoldRelation]) -> bool:
    return any(same_time(gold.time or "", triple.time or "") for gold in golds)


def same_time(left: str, right: str) -> bool:
    """Whether two EDTF dates begin in the same day, month or year, as far as the coarser one says.

    >>> same_time("2025", "2025-01-06"), same_time("2022/..", "2022-03"), same_time("2024", "2025")
    (True, True, False)
    """
    one, other = (value.strip("/.~?").split("/")[0] for value in (left, right))
    return bool(other) and (one.startswith(other) or other.startswith(one))


def _grounded(triples: Sequence[Triple], text: str) -> Share:
    return Share(sum(any(span.quote in text for span in triple.evidence) for triple in triples), len(triples))
