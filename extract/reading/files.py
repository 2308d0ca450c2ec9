"""Where articles come from: text files, JSON lines, folders of both, standard input."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ...schema import Article, ArticleError, Language, TechpolError
from .bytes import decode
from .front_matter import parse_text
from .lines import numbered_lines, parse_lines
from .records import LONGEST, Draft, make_article

Report = Callable[[TechpolError], None]
_STDIN = "-"
# A character takes at most four bytes; some room for the front matter.
_LARGEST = 4 * LONGEST + 100_000
_KINDS = (".txt", ".jsonl")


def read_articles(sources: Sequence[str | Path], report: Report, lang: Language | None = None) -> Iterator[Article]:
    """The articles in `sources`, one after the other.

    A source is a text file, a `*.jsonl` file, a folder (all its `*.txt` and `*.jsonl` at any depth, sorted) or `-` for
    standard input. What cannot be read goes to `report` as an ArticleError with file, line and remedy, and is left out;
    the rest goes on. So does an article whose id came before, and one of more than `LONGEST` characters.
    `lang` is taken for articles that do not state their language; if None, it is detected.
    """
    seen: dict[str, str] = {}
    for draft in _drafts(sources, report):
        try:
            article = make_article(draft, lang)
            _check_new(article.id, draft, seen)
        except ArticleError as error:
            report(error)
        else:
            yield article


def _check_new(article_id: str, draft: Draft, seen: dict[str, str]) -> None:
    if first := seen.get(article_id):
        raise draft.error(f"id '{article_id[:80]}' came before, in {first}", "give each article its own `id`", "id")
    seen[article_id] = ":".join(str(part) for part in (draft.file, draft.line) if part is not None)


def _drafts(sources: Sequence[str | Path], report: Report) -> Iterator[Draft]:
    for source in sources:
        if str(source) == _STDIN:
            yield from _stdin(report)
            continue
        for file in _expand(Path(source), report):
            yield from _file(file, report)


def _expand(path: Path, report: Report) -> list[Path]:
    """The files of a folder; any other path is a file itself."""
    try:
        if not path.is_dir():
            return [path]
        files = sorted(file for file in path.rglob("*") if file.suffix.lower() in _KINDS and file.is_file())
    except OSError as error:
        report(_unreadable(path, error))
        return []
    if not files:
        report(ArticleError("no *.txt and no *.jsonl in this folder", file=path, remedy="give a folder of articles"))
    return files


def _file(file: Path, report: Report) -> Iterator[Draft]:
    with _reporting(file, report), file.open("rb") as stream:
        if file.suffix.lower() == ".jsonl":
            yield from parse_lines(numbered_lines(stream), file, report)
        else:
            yield _text(stream, file, file.stem)


def _stdin(report: Report) -> Iterator[Draft]:
    """Text or JSON lines, as the first character says."""
    stream, name = sys.stdin.buffer, "<stdin>"
    with _reporting(name, report):
        first = b""
        while not first.strip(b" \t\r\n\xef\xbb\xbf") and (line := stream.readline(_LARGEST)):
            first += line
        if first.lstrip(b" \t\r\n\xef\xbb\xbf").startswith(b"{"):
            before = first.count(b"\n", 0, len(first.rstrip()))
            head = [(before + 1, first)]
            rest = ((number + before + 1, line) for number, line in numbered_lines(stream))
            yield from parse_lines(itertools.chain(head, rest), name, report)
        else:
            yield _text(stream, name, "stdin", first)


def _text(stream: BinaryIO, file: str | Path, name: str, head: bytes = b"") -> Draft:
    data = head + stream.read(_LARGEST + 1 - len(head))
    if len(data) > _LARGEST:
        message = f"larger than {_LARGEST:,} bytes: an article has at most {LONGEST:,} characters"
        raise ArticleError(message, file=file, remedy="split it into several articles")
    return parse_text(decode(data, file), file, name)


@contextmanager
def _reporting(file: str | Path, report: Report) -> Iterator[None]:
    try:
        yield
    except ArticleError as error:
        report(error)
    except OSError as error:
        report(_unreadable(file, error))


def _unreadable(file: str | Path, error: OSError) -> ArticleError:
    remedy = "is the path right?" if isinstance(error, FileNotFoundError) else "may you read it?"
    return ArticleError(f"cannot be read: {error.strerror or error}", file=file, remedy=remedy)
