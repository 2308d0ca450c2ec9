"""`techpol load` and `techpol build`: triples, or articles, into a graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from ...schema import Triple, TripleError, Vocabulary, read_triples
from ..open import save
from ..store import Store
from .console import LeftOut, batch, many, meter, say
from .extracting import extract_all
from .options import Articles, Lang, SchemaFile, To, is_address, load_vocabulary, open_target


def load(
    triples: Annotated[
        list[Path],
        typer.Argument(help="Triples files, as `techpol extract` writes them.", metavar="TRIPLES", show_default=False),
    ],
    to: To,
    articles: Annotated[
        list[str] | None,
        typer.Option("--articles", help="Check quotes against these articles (repeat for several).", metavar="PATH"),
    ] = None,
    schema: SchemaFile = None,
) -> None:
    """Load triples into a graph; loading them twice changes nothing.

    Example: `techpol load triples.jsonl --to neo4j://localhost`

    A broken line is left out, and so is, with `--articles`, a triple whose quotes are not in the text of its article.
    """
    vocabulary = load_vocabulary(schema)
    with batch() as left_out, open_target(to, vocabulary) as store:
        accepted = vocabulary if articles is None else _grounded(articles, vocabulary, left_out)
        new = store.add(triple for file in triples for triple in _counted(file, accepted, left_out))
        if left_out.done or not left_out.errors:
            _save(store, to)
            _say_sum(store, to, new)


def build(articles: Articles, to: To, schema: SchemaFile = None, lang: Lang = None) -> None:
    """Read articles and put their triples into a graph: `extract` and `load` in one.

    Example: `techpol build articles/ --to graph.graphml`

    An article that the graph knows already is replaced: what an earlier reading found in it goes.
    """
    vocabulary = load_vocabulary(schema)
    with batch() as left_out, open_target(to, vocabulary) as store:
        found = 0
        with meter() as progress:
            for article, triples in extract_all(articles, vocabulary, lang, left_out):
                store.remove_article(article.id)
                found += store.add(triples)
                progress.step(len(triples))
        say(f"{many(left_out.done, 'article')} read")
        if left_out.done:
            _save(store, to)
            _say_sum(store, to, found)


def _save(store: Store, to: str) -> None:
    if not is_address(to):
        save(store, Path(to))


def _say_sum(store: Store, to: str, new: int) -> None:
    held = store.count()
    holds = f"{many(held.triples, 'triple')} of {many(held.articles, 'article')} between {many(held.actors, 'actor')}"
    say(f"{to}: {many(new, 'triple')} added; it holds {holds}")


def _counted(file: Path, vocabulary: Vocabulary, left_out: LeftOut) -> Iterator[Triple]:
    for triple in read_triples(file, vocabulary, left_out):
        left_out.done += 1
        yield triple


@dataclass(frozen=True)
class GroundedVocabulary(Vocabulary):
    """A vocabulary that accepts only triples whose evidence quotes the `texts` (by article id)."""

    texts: Mapping[str, str]

    def check(self, triple: Triple) -> None:
        """Raise TripleError unless types and evidence are right."""
        super().check(triple)
        if triple.article not in self.texts:
            raise TripleError(f"article {triple.article} is not among those of --articles", remedy="give its file too")
        triple.check_evidence(self.texts[triple.article])


def _grounded(sources: list[str], vocabulary: Vocabulary, left_out: LeftOut) -> GroundedVocabulary:
    from ...extract import read_articles

    texts = {article.id: article.text for article in read_articles(sources, left_out)}
    return GroundedVocabulary(vocabulary.entities, vocabulary.relations, texts)
