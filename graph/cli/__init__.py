"""The command line, `techpol`."""

from .app import main

__all__ = ["main"]
