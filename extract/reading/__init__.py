"""Files, folders and standard input to articles."""

from .files import read_articles
from .records import LONGEST

__all__ = ["LONGEST", "read_articles"]
