"""Articles to triples: reading, actors, relations, qualifiers."""

from .actors.component import ActorFinder
from .cues.component import RelationFinder
from .extractor import Extractor
from .pipeline import default_pipeline, pipeline

__all__ = ["ActorFinder", "Extractor", "RelationFinder", "default_pipeline", "pipeline"]
