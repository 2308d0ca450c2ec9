"""A small gold of our own, and triples to judge by it."""

from __future__ import annotations

from typing import Any

from techpol.graph.evaluate import ArticleScore, GoldArticle, score_article
from techpol.schema import Actor, Span, Triple, Vocabulary

VOCABULARY = Vocabulary.default()

TEXT = "Lina Haddad, patronne de Nexalis, a rencontré le président Omar Saïdi. Ceux-ci étaient alliés en 2023."
GOLD: dict[str, Any] = {
    "id": "a1",
    "lang": "fr",
    "entities": [
        {"key": "lina", "label": "Lina Haddad", "type": "PERSON", "wikidata": "Q11", "mentions": ["Lina Haddad"]},
        {"key": "omar", "label": "Omar Saïdi", "type": "PERSON", "wikidata": "", "mentions": ["عمر السعيدي", "Saïdi"]},
        {"key": "nexalis", "label": "Nexalis", "type": "COMPANY", "wikidata": "Q13", "mentions": ["نكساليس"]},
        {"key": "land", "label": "Arvenia", "type": "COUNTRY", "mentions": ["أرفينيا", "l'Arvénie"]},
    ],
    "relations": [
        {"subject": "lina", "relation": "LEADS", "object": "nexalis", "level": "core", "status": "asserted"},
        {"subject": "lina", "relation": "MEETS", "object": "omar", "level": "core", "status": "asserted", "time": ""},
        {"subject": "lina", "relation": "ALLY_OF", "object": "omar", "level": "core", "status": "ended",
         "time": "2023"},
        {"subject": "omar", "relation": "CRITICIZES", "object": "nexalis", "level": "core", "status": "alleged"},
        {"subject": "omar", "relation": "LEADS", "object": "land", "level": "extra", "status": "asserted"},
        {"subject": "nexalis", "relation": "INVESTS_IN", "object": "land", "level": "core", "status": "planned",
         "time": "2025/2027", "attributed_to": "Nexalis", "amount": {"value": 2e9, "currency": "EUR"}, "evidence": []},
        {"subject": "nexalis", "relation": "INVESTS_IN", "object": "land", "level": "extra", "status": "negated"},
    ],
}  # fmt: skip


def actor(label: str, *mentions: str, wikidata: str | None = None) -> Actor:
    return Actor(id="any", label=label, type="PERSON", wikidata=wikidata, mentions=mentions)


def claim(subject: Actor, relation: str, object_: Actor, quote: str = "Lina Haddad", **fields: Any) -> Triple:
    span = Span(start=0, end=len(quote), quote=quote)
    left, right = subject.model_copy(update={"id": "left"}), object_.model_copy(update={"id": "right"})
    return Triple(article="a1", subject=left, relation=relation, object=right, evidence=(span,), **fields)


LINA, OMAR = actor("Lina Haddad"), actor("Omar Saïdi")
NEXALIS, LAND = actor("Nexalis"), actor("Arvenia")
STRANGER = actor("Someone Else")


def score(*triples: Triple, text: str | None = None) -> ArticleScore:
    return score_article(GoldArticle.model_validate(GOLD), triples, VOCABULARY, text)
