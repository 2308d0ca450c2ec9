"""How good extracted triples are: compared, article by article, with what careful readers found in the same text."""

from .gold import GoldActor, GoldArticle, GoldRelation, read_gold
from .keys import LEVELS
from .score import ArticleScore, Match, Share, score_article
from .summary import Counts, RelationCounts, Summary, by_relation, group, summarize

__all__ = [
    "LEVELS",
    "ArticleScore",
    "Counts",
    "GoldActor",
    "GoldArticle",
    "GoldRelation",
    "Match",
    "RelationCounts",
    "Share",
    "Summary",
    "by_relation",
    "group",
    "read_gold",
    "score_article",
    "summarize",
]
