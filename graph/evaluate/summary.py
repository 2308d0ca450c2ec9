"""Add up the scores of articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from .keys import LEVELS
from .score import UNLINKED, ArticleScore, Match, Share


@dataclass(frozen=True)
class Counts:
    """Distinct claims at one level: `core_found` of `core` gold ones, `found` (core or extra) of `predicted` ones."""

    core_found: int
    core: int
    found: int
    predicted: int

    @classmethod
    def of(cls, matches: Sequence[Match]) -> Counts:
        """Counts over several articles."""
        return cls(
            core_found=sum(len(match.found & match.core) for match in matches),
            core=sum(len(match.core) for match in matches),
            found=sum(len(match.found) for match in matches),
            predicted=sum(len(match.found) + len(match.wrong) for match in matches),
        )

    @property
    def precision(self) -> float:
        """Share of predictions that gold confirms; 0 without predictions."""
        return self.found / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of core gold that was found; 0 without gold."""
        return self.core_found / self.core if self.core else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall.

        >>> Counts(core_found=1, core=2, found=1, predicted=1).f1
        0.6666666666666666
        """
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True)
class Summary:
    """The scores of a group of articles, added up. A share is None where nothing could be judged."""

    articles: int
    levels: Mapping[str, Counts]
    status: float | None
    time: float | None
    grounded: float | None

    def to_dict(self) -> dict[str, object]:
        """For JSON: rounded to three places."""
        levels = {
            level: {"P": round(counts.precision, 3), "R": round(counts.recall, 3), "F1": round(counts.f1, 3)}
            | {"core": counts.core, "predicted": counts.predicted}
            for level, counts in self.levels.items()
        }
        shares = {"status": self.status, "time": self.time, "grounded": self.grounded}
        rounded = {name: None if share is None else round(share, 3) for name, share in shares.items()}
        return {"articles": self.articles, **levels, **rounded}


def summarize(scores: Sequence[ArticleScore]) -> Summary:
    """Add up the `scores` of several articles (every claim counts alike, whatever its article)."""
    return Summary(
        articles=len(scores),
        levels={level: Counts.of([score.levels[level] for score in scores]) for level in LEVELS},
        status=_share(score.status for score in scores),
        time=_share(score.time for score in scores),
        grounded=_share(score.grounded for score in scores if score.grounded is not None),
    )


def _share(shares: Iterable[Share]) -> float | None:
    every = list(shares)
    total = sum(share.total for share in every)
    return sum(share.right for share in every) / total if total else None


def group(scores: Iterable[ArticleScore], name: Callable[[ArticleScore], str]) -> dict[str, Summary]:
    """Summaries of the groups of articles that share a `name`, in order of the name."""
    groups: defaultdict[str, list[ArticleScore]] = defaultdict(list)
    for score in scores:
        groups[name(score)].append(score)
    return {key: summarize(groups[key]) for key in sorted(groups)}


@dataclass
class RelationCounts:
    """Strict claims of one relation type: core ones found and missed, and predictions that gold does not confirm."""

    found: int = 0
    missed: int = 0
    wrong: int = 0


def by_relation(scores: Iterable[ArticleScore]) -> dict[str, RelationCounts]:
    """Strict counts for each relation type that gold or predictions use."""
    counts: defaultdict[str, RelationCounts] = defaultdict(RelationCounts)
    for match in (score.levels["strict"] for score in scores):
        for key in match.core & match.found:
            counts[key[0]].found += 1
        for key in match.missed:
            counts[key[0]].missed += 1
        for key in match.wrong:
            counts[key[2] if key[0] == UNLINKED else key[0]].wrong += 1
    return dict(sorted(counts.items()))
