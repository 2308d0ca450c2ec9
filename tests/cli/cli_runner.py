"""Run the command line within the process of the tests, and triples to run it on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from techpol.graph import open_store
from techpol.graph.cli import main
from techpol.schema import Actor, Amount, Publication, Span, Triple, Vocabulary

LINA = Actor(
    id="lina-haddad",
    label="Lina Haddad",
    type="PERSON",
    labels={"ar": "لينا حداد", "fr": "Lina Haddad", "en": "Lina Haddad"},
    mentions=("Haddad", "la patronne"),
)
OMAR = Actor(id="omar-saidi", label="Omar Saïdi", type="PERSON", labels={"ar": "عمر السعيدي"}, mentions=("Saïdi",))
NADIA = Actor(id="nadia-haddad", label="Nadia Haddad", type="PERSON", mentions=("Haddad",))
NEXALIS = Actor(id="nexalis", label="Nexalis", type="COMPANY", mentions=("نكساليس",))

HERALD = Publication(title="A rift", outlet="The Herald", published="2025-03-02", lang="en")
TEXTS = {
    "rift-en": "A rift\n\nLina Haddad took aim at Omar Saïdi. They were allies in 2023.",
    "rift-ar": "خلاف\n\nانتقد عمر السعيدي لينا حداد بحسب رويترز. تعتزم نكساليس تعيين ناديا.",
}


def triple(
    article: str, one: Actor, relation: str, other: Actor, quote: str, cue: str = "", **fields: object
) -> Triple:
    text = TEXTS[article]
    span = Span.of(text, text.index(quote), text.index(quote) + len(quote))
    explanation = f"rules: {cue} (subj obj)" if cue else ""
    record = Triple(
        article=article, subject=one, relation=relation, object=other, evidence=(span,), explanation=explanation
    )
    return record.model_copy(update=fields)


AIM = triple("rift-en", LINA, "CRITICIZES", OMAR, "Lina Haddad took aim at Omar Saïdi.", "take aim", publication=HERALD)
ALLIES = triple("rift-en", OMAR, "ALLY_OF", LINA, "They were allies in 2023.", "ally", status="ended", time="2023")
ATTACK = triple(
    "rift-ar", OMAR, "CRITICIZES", LINA, "انتقد عمر السعيدي لينا حداد بحسب رويترز.", "انتقد/ينتقد",
    time="2025-01-06", attributed_to="Reuters",
)  # fmt: skip
HIRE = triple(
    "rift-ar", NEXALIS, "APPOINTS", NADIA, "تعتزم نكساليس تعيين ناديا.", status="planned",
    amount=Amount(value=2e6, currency="SAR"),
)  # fmt: skip
TRIPLES = [AIM, ALLIES, ATTACK, HIRE]


ARTICLES = {
    "attack-en.txt": "A sharp word\n\nEmmanuel Macron criticized Elon Musk in a speech on Monday.",
    "attack-fr.txt": "Un mot dur\n\nEmmanuel Macron a critiqué Elon Musk dans un discours prononcé lundi.",
    "attack-ar.txt": "كلام قاس\n\nانتقد إيمانويل ماكرون إيلون ماسك في خطاب ألقاه يوم الاثنين.",
}
"""What `techpol extract` is to read: each says that Macron criticised Musk."""
SAID = ("emmanuel-macron", "CRITICIZES", "elon-musk")


class Ran(NamedTuple):
    """What a run of the program left behind."""

    code: int
    out: str
    err: str


Cli = Callable[..., Ran]
"""The program, as a function of its arguments."""


def run(capfd: pytest.CaptureFixture[str], *arguments: str | Path) -> Ran:
    capfd.readouterr()
    with pytest.raises(SystemExit) as end:
        main([str(argument) for argument in arguments])
    return Ran(int(end.value.code or 0), *capfd.readouterr())


def triples_file(folder: Path, *lines: Triple | str) -> Path:
    file = folder / "triples.jsonl"
    rows = (line if isinstance(line, str) else line.to_json() for line in lines)
    file.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    return file


def held(target: Path) -> list[Triple]:
    with open_store(str(target), Vocabulary.default()) as store:
        return list(store.triples())


def by_id(*triples: Triple) -> list[Triple]:
    return sorted(triples, key=lambda triple: triple.id)


def claims(triples: list[Triple]) -> set[tuple[str, str, str, str]]:
    return {(triple.article, triple.subject.id, triple.relation, triple.object.id) for triple in triples}
