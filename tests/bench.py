"""How fast techpol reads, beside the bare spaCy pipeline that it builds on: `python tests/bench.py`, or `make bench`.

One process; the texts are the sample articles, several times over. All times are processor time, so that neither more
threads nor other programs change them; speeds are medians of runs in which spaCy and techpol take turns.
"""

from __future__ import annotations

import importlib
import resource
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from techpol.extract import Extractor, read_articles
from techpol.extract.actors.catalogue import Catalogue
from techpol.extract.folding import fold_with_offsets
from techpol.extract.pipeline import MODELS
from techpol.schema import Article, Language
from techpol.schema.jsonl import raise_error

SAMPLES = Path(__file__).parents[1] / "seeds" / "samples"
# French first: Arabic, for which there is no bare pipeline, is compared with it.
LANGUAGES: tuple[Language, ...] = ("fr", "en", "ar")
RUNS = 5
TIMES_OVER = 5


def main() -> None:
    """Print the tables; takes some minutes."""
    before = _memory()
    samples = list(read_articles([SAMPLES], raise_error))
    articles = {lang: [a for a in samples if a.lang == lang] * TIMES_OVER for lang in LANGUAGES}
    catalogue = statistics.median(_catalogue_seconds() for _ in range(RUNS))
    extractor = Extractor()
    load = {lang: _seconds(partial(extractor.extract, articles[lang][0])) for lang in LANGUAGES}
    for article in samples:  # so that what follows finds all caches filled
        extractor.extract(article)
    after = _memory()
    print("| language | words | spaCy, words/s | techpol, words/s | techpol / spaCy | techpol / techpol fr |")
    print("|---|---:|---:|---:|---:|---:|")
    french = 0.0
    for lang in LANGUAGES:
        bare, full = _speeds(extractor, articles[lang], lang)
        french = french or full
        cells = (f"{bare:,.0f}", f"{full:,.0f}", f"{full / bare:.2f}") if bare else ("", f"{full:,.0f}", "")
        print(f"| {' | '.join((lang, f'{_words(articles[lang]):,}', *cells, f'{full / french:.2f}'))} |", flush=True)
    print("\n| what | figure |\n|---|---:|")
    print(f"| load the catalogue ({len(extractor.catalogue.entries):,} actors) | {catalogue:.2f} s |")
    for lang in LANGUAGES:
        print(f"| load the {lang} pipeline and read a first article | {load[lang]:.2f} s |")
    print(f"| memory (max RSS) once imported | {before:,.0f} MB |")
    print(f"| memory (max RSS) with all three languages, all samples read | {after:,.0f} MB |")


def _speeds(extractor: Extractor, articles: list[Article], lang: Language) -> tuple[float | None, float]:
    """Words a second of the bare pipeline (None if there is none) and of techpol."""
    bare = importlib.import_module(MODELS[lang]).load() if lang in MODELS else None
    if bare is not None:
        bare(articles[0].text)
    alone, full = [], []
    for _ in range(RUNS):
        if bare is not None:
            alone.append(_seconds(lambda: [bare(article.text) for article in articles]))
        full.append(_seconds(lambda: [extractor.extract(article) for article in articles]))
    words = _words(articles)
    return (words / statistics.median(alone) if alone else None), words / statistics.median(full)


def _words(articles: list[Article]) -> int:
    return sum(len(article.text.split()) for article in articles)


def _seconds(do: Callable[[], object]) -> float:
    start = time.process_time()
    do()
    return time.process_time() - start


def _catalogue_seconds() -> float:
    """From the tables to the first search, afresh."""
    Catalogue.default.cache_clear()
    return _seconds(lambda: Catalogue.default().find("Paris", fold_with_offsets("Paris"), "fr"))


def _memory() -> float:
    """The most memory that this process has had so far, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most * 1024 / 1e6


if __name__ == "__main__":
    main()
