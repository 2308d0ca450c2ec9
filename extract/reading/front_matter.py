"""Text files: optional YAML front matter between `---` lines, then the text, whose first line is the headline.

The front matter may give `id`, `title`, `published`, `url`, `outlet` and `lang`, each as a line `key: value`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import yaml

from ...schema import ArticleError
from .records import FIELDS, Draft

_REMEDY = "write lines of `key: value`"
_OPENING = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSING = re.compile(r"^---[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)


def parse_text(content: str, file: str | Path, name: str) -> Draft:
    """The article in the `content` of a text file; `name` is its id unless the front matter gives one.

    Raises ArticleError, with the line, if the front matter cannot be read.
    """
    header, text = _split(content, file)
    values, lines = _fields(header, file)
    title = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return Draft(file, None, text, {"id": name, "title": title, **values}, lines)


def _split(content: str, file: str | Path) -> tuple[str, str]:
    opening = _OPENING.match(content)
    if opening is None:
        return "", content
    closing = _CLOSING.search(content, opening.end())
    if closing is None:
        raise ArticleError("front matter without an end", file=file, line=1, remedy="close it with a line `---`")
    return content[opening.end() : closing.start()], content[closing.end() :]


def _fields(header: str, file: str | Path) -> tuple[Mapping[str, str], Mapping[str, int]]:
    """The fields that we know, as they are written, and their lines; others are the business of other programs."""
    try:
        root = yaml.compose(header, yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        message = f"front matter is not YAML: {error.problem}"
        raise ArticleError(message, file=file, line=line, remedy=_REMEDY) from error
    except yaml.YAMLError as error:  # characters that YAML does not allow
        raise ArticleError(f"front matter is not YAML: {error}", file=file, line=1, remedy=_REMEDY) from error
    if root is None:
        return {}, {}
    if not isinstance(root, yaml.MappingNode):
        raise ArticleError("front matter has no fields", file=file, line=2, remedy=_REMEDY)
    known = [(key.value, value, key.start_mark.line + 2) for key, value in root.value if key.value in FIELDS]
    for name, value, line in known:
        if not isinstance(value, yaml.ScalarNode):
            raise ArticleError(f"`{name}` must be one value", file=file, line=line, remedy=f"`{name}: value`")
    # `null` and `~` are how YAML says that there is none.
    given = [(name, value.value, line) for name, value, line in known if value.tag != "tag:yaml.org,2002:null"]
    return {name: text for name, text, _ in given}, {name: line for name, _, line in given}
