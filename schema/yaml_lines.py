"""YAML that remembers its lines, so that an error can name the one at fault."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .errors import VocabularyError


@dataclass(frozen=True)
class Located:
    """A mapping read from a YAML file, with its tree of nodes."""

    file: Path
    value: dict[str, Any]
    root: yaml.Node

    def section(self, name: str) -> dict[str, Any]:
        """The mapping under top-level key `name`; empty where there is none."""
        found = self.value.get(name) or {}
        if not isinstance(found, dict):
            raise self.error([name], f"`{name}` must be a mapping of names to types")
        return found

    def line(self, path: Sequence[str]) -> int:
        """Line (from 1) of the deepest key of `path` that exists."""
        node, line = self.root, self.root.start_mark.line
        for step in path:
            pairs = node.value if isinstance(node, yaml.MappingNode) else []
            match = next(((key, value) for key, value in pairs if key.value == step), None)
            if match is None:
                break
            line, node = match[0].start_mark.line, match[1]
        return line + 1

    def error(self, path: Sequence[str], message: str, remedy: str = "") -> VocabularyError:
        """The error to raise about what stands at `path`."""
        return VocabularyError(message, file=self.file, line=self.line(path), remedy=remedy)


class _Strict(yaml.SafeLoader):
    """YAML's safe loader, which also refuses a key that is given twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"'{key.value}' is given twice", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def load_located(path: str | Path) -> Located:
    """The mapping in the YAML file at `path`. Raises VocabularyError if it cannot be read or is no mapping."""
    file = Path(path)
    try:
        text = file.read_text(encoding="utf-8-sig")
        root, value = yaml.compose(text, _Strict), yaml.load(text, _Strict)
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyError(f"cannot be read: {error}", file=file) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise VocabularyError(f"not valid YAML: {error.problem}", file=file, line=line) from error
    if not isinstance(value, dict) or root is None:
        raise VocabularyError("must be a mapping with `entities` or `relations`", file=file, line=1)
    return Located(file, value, root)
