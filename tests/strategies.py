"""Triples to test with: made to measure, and random ones of few actors and articles, so that they meet and disagree."""

from __future__ import annotations

from hypothesis import strategies as st

from techpol.schema import LANGUAGES, STATUSES, Actor, Amount, Publication, Span, Triple, Vocabulary

VOCABULARY = Vocabulary.default()
AWKWARD = (
    "إيلون ماسك", "«l'Élysée»", 'say "no"', "back\\slash", "🚀👩🏽‍💻", "a\r\nb\tc", "\x00\x1b\x7f\x85", "\ufffe\uffff",
    "]]><!--&amp;", "=1+1", "' OR 1=1", "}) DETACH DELETE n //", "$rows", "\u2028\u200f\u0301", " ", "null", "a | b",
)  # fmt: skip
DATES = ("2024", "2024-12", "2025-01-06", "2021-04~", "2025?", "2022/2024", "2022/..", "../2018")

texts = st.one_of(st.sampled_from(AWKWARD), st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8))
slugs = st.sampled_from(("emmanuel-macron", "elon-musk", "x", "france", "eu-2"))


def optional(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.one_of(st.none(), strategy)


@st.composite
def actors(draw: st.DrawFn, slug: str, types: frozenset[str]) -> Actor:
    return Actor(
        id=slug,
        label=draw(texts),
        type=draw(st.sampled_from(sorted(types))),
        wikidata=draw(optional(st.sampled_from(("Q317521", "Q3052772")))),
        labels=draw(st.dictionaries(st.sampled_from(LANGUAGES), texts)),
        mentions=tuple(draw(st.lists(texts, max_size=3))),
    )


@st.composite
def spans(draw: st.DrawFn) -> Span:
    quote, start = draw(texts), draw(st.integers(0, 10_000))
    return Span(start=start, end=start + len(quote), quote=quote)


publications = st.builds(
    Publication,
    title=st.one_of(st.just(""), texts),
    outlet=optional(texts),
    url=optional(texts),
    published=optional(st.sampled_from(("2024-02-29", "2025-01-07"))),
    lang=optional(st.sampled_from(LANGUAGES)),
)


@st.composite
def triples(draw: st.DrawFn) -> Triple:
    relation = VOCABULARY.relations[draw(st.sampled_from(("CRITICIZES", "ALLY_OF", "OWNS", "LEADS")))]
    subject, object_ = draw(st.lists(slugs, min_size=2, max_size=2, unique=True))
    return Triple(
        article=draw(st.sampled_from(("a1", "a2", "ع'\"\\"))),
        subject=draw(actors(subject, relation.subject)),
        relation=relation.name,
        object=draw(actors(object_, relation.object)),
        status=draw(st.sampled_from(STATUSES)),
        time=draw(optional(st.sampled_from(DATES))),
        attributed_to=draw(optional(texts)),
        amount=draw(optional(st.builds(Amount, value=st.floats(0, 1e15), currency=st.just("EUR")))),
        evidence=tuple(draw(st.lists(spans(), min_size=1, max_size=3))),
        confidence=draw(st.floats(0, 1)),
        explanation=draw(st.one_of(st.just(""), texts)),
        publication=draw(optional(publications)),
    )


def make_triple(
    subject: str | Actor, relation: str, object_: str | Actor, article: str = "a1", **fields: object
) -> Triple:
    """A triple of two people, from their slugs; `published` is the day of its article."""
    one, other = (
        end if isinstance(end, Actor) else Actor(id=end, label=end.replace("-", " ").title(), type="PERSON")
        for end in (subject, object_)
    )
    cited = Publication(title=f"On {article}", published=fields.pop("published", None))
    quote = f"{one.label} {relation} {other.label}"
    defaults = {"evidence": (Span(start=0, end=len(quote), quote=quote),), "publication": cited}
    return Triple(article=article, subject=one, relation=relation, object=other, **(defaults | fields))
