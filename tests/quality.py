"""How good techpol is, as a table: `python tests/quality.py`, or `make quality`.

It measures on articles that are not part of this project: the corpus and the seed articles with their gold, in
`../shared`. The texts are read by the program only. The sample articles come last, for comparison.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from techpol.extract import Extractor, read_articles
from techpol.graph.evaluate import ArticleScore, GoldArticle, Summary, group, read_gold, score_article
from techpol.schema import LANGUAGES, Article, TechpolError
from techpol.schema.jsonl import raise_error

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SCRATCH = ROOT / ".cache" / "quality"
CORPUS = [f"{kind}-{lang}" for kind in ("dev", "realdev") for lang in LANGUAGES]
COLUMNS = ("set", "language", "articles", "strict P", "R", "F1", "pair F1", "status", "time", "grounded")


def main() -> None:
    """Print the table; messages go to standard error."""
    needed = [SHARED / "corpus" / "corpus.py", SHARED / "gold" / "seeds", SHARED / "articles"]
    if missing := [str(path) for path in needed if not path.exists()]:
        sys.exit(f"make quality needs data that does not come with techpol; there is no {', no '.join(missing)}")
    print(f"| {' | '.join(COLUMNS)} |")
    print(f"|{'---|' * 3}{'---:|' * (len(COLUMNS) - 3)}")
    extractor = Extractor()
    for name, gold, texts in _sets():
        scores = list(_scores(extractor, gold, texts))
        for lang, summary in group(scores, lambda score: score.lang).items():
            print(_row(name, lang, summary), flush=True)


def _sets() -> Iterator[tuple[str, Path, Path]]:
    """Name, folder of gold and folder of texts of each set."""
    for name in CORPUS:
        gold = SCRATCH / name
        yield name.partition("-")[0], _gold_of(name, gold), gold / "texts"
    yield "seeds", SHARED / "gold" / "seeds", SHARED / "articles"
    samples = ROOT / "seeds" / "samples"
    yield "samples", samples / "gold", samples


def _gold_of(name: str, folder: Path) -> Path:
    """Make a folder of gold from a file of the annotated corpus."""
    script, source = SHARED / "corpus" / "corpus.py", SHARED / "corpus" / "src" / f"{name}.txt"
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.rglob("*.*"):
        old.unlink()
    done = subprocess.run([sys.executable, script, "gold", folder, source], stdout=subprocess.DEVNULL)
    if done.returncode != 0:
        sys.exit(f"{source}: not all of it is annotated as the corpus demands; see the messages above")
    return folder


def _scores(extractor: Extractor, gold: Path, texts: Path) -> Iterator[ArticleScore]:
    for key, truth in read_gold(gold, extractor.vocabulary).items():
        article = _article(truth, texts / f"{key}.txt")
        yield score_article(truth, extractor.extract(article), extractor.vocabulary, article.text)


def _article(truth: GoldArticle, file: Path) -> Article:
    """The article that `truth` is about: its text from `file`, language and date from the gold."""
    (read,) = read_articles([file], raise_error, next((lang for lang in LANGUAGES if lang == truth.lang), None))
    known = {"id": truth.id, "lang": truth.lang or read.lang, "published": truth.published or read.published}
    return Article.model_validate(dict(read) | known)


def _row(name: str, lang: str, summary: Summary) -> str:
    strict, pair = summary.levels["strict"], summary.levels["pair"]
    shares = (summary.status, summary.time, summary.grounded)
    cells = [strict.precision, strict.recall, strict.f1, pair.f1, *shares]
    figures = ("" if cell is None else f"{cell:.3f}" for cell in cells)
    return f"| {' | '.join((name, lang, str(summary.articles), *figures))} |"


if __name__ == "__main__":
    try:
        main()
    except TechpolError as error:
        sys.exit(f"quality: {error}")
