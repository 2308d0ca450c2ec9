"""`techpol extract`: articles in, triples out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from ...schema import Article, Language, TechpolError, Triple, Vocabulary
from .console import LeftOut, batch, many, meter, say
from .options import Articles, Lang, SchemaFile, load_vocabulary
from .triples_file import triples_output


def extract(
    articles: Articles,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Triples file to write; else standard output.")
    ] = None,
    schema: SchemaFile = None,
    lang: Lang = None,
) -> None:
    """Read articles and write their triples, one JSON object a line.

    Example: `techpol extract articles/ -o triples.jsonl`

    A text file is one article: its name is the id, its first line the headline; a YAML front matter may give
    `published`, `url`, `outlet`. An article that cannot be read is left out and the rest goes on.
    """
    vocabulary = load_vocabulary(schema)
    with batch() as left_out, triples_output(output) as out, meter(disable=output is None) as progress:
        for _, triples in extract_all(articles, vocabulary, lang, left_out):
            out.write(triples)
            progress.step(len(triples))
    say(f"{many(left_out.done, 'article')}, {many(out.count, 'triple')}")


def extract_all(
    sources: Sequence[str], vocabulary: Vocabulary, lang: Language | None, left_out: LeftOut
) -> Iterator[tuple[Article, list[Triple]]]:
    """Each article that can be read, with its triples; the others go to `left_out`."""
    # Here and not above: the language pipelines take seconds to import, which other commands need not wait for.
    from ...extract import Extractor, read_articles

    extractor = Extractor(vocabulary)
    for article in read_articles(sources, left_out, lang):
        try:
            triples = extractor.extract(article)
        except TechpolError as error:
            left_out(error)
            continue
        left_out.done += 1
        yield article, triples
