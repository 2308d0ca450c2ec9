"""Articles to triples: reading, actors, relations, qualifiers."""

from .actors.component import ActorFinder
from .cues.component import RelationFinder
from .extractor import Extractor
from .pipeline import default_pipeline, pipeline
from .reading import read_articles

__all__ = ["ActorFinder", "Extractor", "RelationFinder", "default_pipeline", "pipeline", "read_articles"]
