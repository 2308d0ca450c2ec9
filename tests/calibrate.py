"""Count right and wrong triples on the annotated training texts, for `seeds/confidence.tsv`.

    python tests/calibrate.py

Needs ../shared/corpus (training files only; tuning files are for measuring). Run it after a change of the rules.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any, cast

from techpol.extract import default_pipeline
from techpol.extract.claim import consolidate
from techpol.graph.evaluate import GoldArticle, read_gold
from techpol.schema import Vocabulary

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
HEADER = """# Right ones among all triples that the rules found on the annotated training texts.
# Made by tests/calibrate.py; do not edit by hand.
lang	kind	relation	right	all
"""


def main() -> None:
    if not CORPUS.exists():
        sys.exit(f"{CORPUS} is missing: the training texts are needed")
    folder = ROOT / ".cache" / "calibrate"
    files = [f for f in sorted((CORPUS / "src").glob("*.txt")) if not f.name.startswith(("dev-", "realdev-"))]
    subprocess.run([sys.executable, CORPUS / "corpus.py", "gold", folder, *files], check=True)
    right, everything = count(folder)
    lines = ["\t".join((*key, str(right[key]), str(everything[key]))) for key in sorted(everything)]
    (ROOT / "seeds" / "confidence.tsv").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{sum(right.values())} of {sum(everything.values())} triples right")


def count(folder: Path) -> tuple[Counter[tuple[str, ...]], Counter[tuple[str, ...]]]:
    """Right and all triples by (language, kind of cue, relation), for the gold articles in `folder`."""
    vocabulary = Vocabulary.default()
    right: Counter[tuple[str, ...]] = Counter()
    everything: Counter[tuple[str, ...]] = Counter()
    for gold in read_gold(folder, vocabulary).values():
        nlp = default_pipeline(cast(Any, gold.lang))
        doc = nlp.make_doc((folder / "texts" / f"{gold.id}.txt").read_text(encoding="utf-8"))
        doc._.techpol_published = gold.published or None
        doc = nlp(doc)
        for group in consolidate(doc._.techpol_claims, vocabulary):
            proposal = group[0].proposal
            key = (gold.lang, proposal.kind, proposal.relation)
            actors = doc._.techpol_actors
            ends = gold.resolve(actors[proposal.subject.actor]), gold.resolve(actors[proposal.object.actor])
            everything[key] += 1
            right[key] += is_right(gold, ends, proposal.relation, vocabulary)
    return right, everything


def is_right(gold: GoldArticle, ends: tuple[str | None, str | None], relation: str, vocabulary: Vocabulary) -> bool:
    """Whether the gold has the relation between these actors, in this direction unless it is symmetric."""
    wanted = {(r.subject, r.object) for r in gold.relations if r.relation == relation}
    return ends in wanted or (vocabulary.relations[relation].symmetric and ends[::-1] in wanted)


if __name__ == "__main__":
    main()
