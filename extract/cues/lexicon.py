"""The cue lexicon: which words state which relation, and where its two actors stand."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from ...schema import FAMILIES, STATUSES, Language, Mention, Status, Vocabulary
from .. import arabic
from ..folding import fold
from ..proposal import Proposal
from ..tsv import Row, read_table, seed_path
from ..words import Hit, Phrases

CueKind = Literal["verb", "noun", "adj", "role"]
COLUMNS = ("relation", "cue", "kind", "subject", "object", "status", "when")
# Words of a cue need not touch: "took *direct* aim", « prend *enfin ses* distances ».
GAP = 3


@dataclass(frozen=True)
class Cue:
    """One line of a lexicon. `types` narrows, by end, the entity types that the relation allows."""

    relation: str
    text: str
    kind: CueKind
    subject: tuple[str, ...]
    object: tuple[str, ...]
    status: Status | None
    types: Mapping[str, frozenset[str]]
    symmetric: bool = False

    @property
    def frame(self) -> str:
        """How the two ends stand, in short: `subj > obj`."""
        return "bearer > of" if self.kind == "role" else f"{'|'.join(self.subject)} > {'|'.join(self.object)}"

    @property
    def takes_nations(self) -> bool:
        """For roles: whether a country's adjective says what it belongs to (« le président *français* »)."""
        return "nation" in self.object

    def proposal(self, subject: Mention, object_: Mention, anchors: tuple[int, ...]) -> Proposal:
        """The relation that this cue, found at the tokens `anchors`, states of two mentions."""
        return Proposal(
            self.relation, subject, object_, anchors, self.text, self.frame, self.kind, self.status, self.types
        )


def longest_first(cues: Phrases[Cue], words: Sequence[frozenset[str]], start: int, end: int) -> list[Hit[Cue]]:
    """The cues in the tokens `start:end`, those of most words first."""
    hits = [hit for index in range(start, end) for hit in cues.at(words, index, end)]
    return sorted(hits, key=lambda hit: (-len(hit.tokens), hit.tokens))


def without_parts(hits: Iterable[Hit[Cue]], apply: Callable[[Hit[Cue]], Iterable[Proposal]]) -> Iterator[Proposal]:
    """What the cues propose; a cue that is part of a longer one that proposed something is passed over.

    So "prime minister" is not also "minister", but "ask ... for help" whose frame fails leaves "ask" its chance.
    """
    spent: list[set[int]] = []
    for hit in hits:
        tokens = set(hit.tokens)
        if any(tokens < longer for longer in spent):
            continue
        proposals = list(apply(hit))
        if proposals and len(tokens) > 1:
            spent.append(tokens)
        yield from proposals


@functools.cache
def load_cues(lang: Language) -> Phrases[Cue]:
    """The shipped cues of one language, indexed by their words."""
    return index((cue for family in FAMILIES for cue in read_cues(seed_path(f"cues/{lang}/{family}.tsv"))), lang)


def index(cues: Iterable[Cue], lang: Language) -> Phrases[Cue]:
    """Cues by their words."""
    phrases: Phrases[Cue] = Phrases(GAP)
    for cue in cues:
        phrases.add([_forms(word, cue.kind, lang, first=i == 0) for i, word in enumerate(cue.text.split())], cue)
    return phrases


def _forms(word: str, kind: CueKind, lang: Language, first: bool) -> frozenset[str]:
    alternatives = [fold(part) for part in word.split("/")]
    if lang != "ar":
        return frozenset(alternatives)
    nouns = arabic.noun_forms(alternatives)
    if kind != "verb":
        return nouns
    return arabic.verb_forms(alternatives) | (frozenset() if first else nouns)


def read_cues(path: Path, vocabulary: Vocabulary | None = None) -> list[Cue]:
    """The cues of a table. Raises SeedError naming the line whose relation, kind, slot, status or type is unknown."""
    known = vocabulary or Vocabulary.default()
    return [_cue(row, known) for row in read_table(path, COLUMNS)]


def _cue(row: Row, vocabulary: Vocabulary) -> Cue:
    kind, status = row["kind"], row["status"]
    if row["relation"] not in vocabulary.relations:
        raise row.error(f"unknown relation {row['relation']}")
    if kind not in get_args(CueKind):
        raise row.error(f"unknown kind '{kind}': {', '.join(get_args(CueKind))}")
    if status and status not in STATUSES:
        raise row.error(f"unknown status '{status}': {', '.join(STATUSES)}")
    if not row["cue"]:
        raise row.error("no cue")
    subject, object_ = row.names("subject"), row.names("object")
    if kind != "role" and not (subject and object_):
        raise row.error(f"'{row['cue']}': subject and object need a slot each")
    symmetric = vocabulary.relations[row["relation"]].symmetric
    if ("both" in subject + object_) and not symmetric:
        raise row.error(f"'{row['cue']}': `both` is for symmetric relations only")
    types = _types(row, vocabulary)
    return Cue(row["relation"], row["cue"], kind, subject, object_, status or None, types, symmetric)  # type: ignore[arg-type]  # checked above


def _types(row: Row, vocabulary: Vocabulary) -> dict[str, frozenset[str]]:
    types: dict[str, frozenset[str]] = {}
    for condition in row["when"].split():
        end, _, names = condition.partition("=")
        allowed = frozenset(names.split("|"))
        if end not in ("subject", "object") or not allowed <= set(vocabulary.entities):
            raise row.error(f"'{condition}' is not subject=TYPE|TYPE or object=TYPE|TYPE")
        types[end] = allowed
    return types
