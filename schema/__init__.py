"""What may be said: articles, actors, triples and the vocabulary of their types."""

from .actor import Actor, Mention, MentionKind
from .article import LANGUAGES, Article, Language, Publication
from .errors import (
    ArticleError,
    ExportError,
    ModelError,
    SeedError,
    StoreError,
    StoreUnavailableError,
    TechpolError,
    TripleError,
    VocabularyError,
)
from .jsonl import read_triples
from .span import Span
from .triple import STATUSES, Amount, Status, Triple
from .vocabulary import FAMILIES, EntityType, RelationType, Vocabulary

__all__ = [
    "FAMILIES",
    "LANGUAGES",
    "STATUSES",
    "Actor",
    "Amount",
    "Article",
    "ArticleError",
    "EntityType",
    "ExportError",
    "Language",
    "Mention",
    "MentionKind",
    "ModelError",
    "Publication",
    "RelationType",
    "SeedError",
    "Span",
    "Status",
    "StoreError",
    "StoreUnavailableError",
    "TechpolError",
    "Triple",
    "TripleError",
    "Vocabulary",
    "VocabularyError",
    "read_triples",
]
