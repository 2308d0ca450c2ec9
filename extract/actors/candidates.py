"""Candidates for names that the catalogue does not hold, and their types, in French and English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from ..folding import fold
from ..words import Hit, Phrases, text_of, word_forms
from .genders import given_names
from .kinds import Kind

# What spaCy's recognisers mean by their labels: a name that they call a product is a company more often than not,
# unless a noun beside it says what it is. Places are no actors.
_LABELS = {"PER": "PERSON", "PERSON": "PERSON", "ORG": "COMPANY", "PRODUCT": "COMPANY", "EVENT": "EVENT",
           "LAW": "INITIATIVE", "MISC": "COMPANY"}  # fmt: skip
_NO_ACTORS = {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE", "NORP"}
_MINISTERS = {"ministre", "minister", "secretary", "secrétaire", "commissaire", "état"}
TITLES = {"m.", "mm.", "mme", "mmes", "mlle", "me", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "lord",
          "lady", "monsieur", "madame", "miss", "maître", "prof.", "gov.", "sen.", "rep.", "gen.", "col.", "hon.",
          "coun."}  # fmt: skip
_OF = {"de", "du", "des", "d'", "d’"}
_ARTICLES = {"the", "a", "an", "le", "la", "les", "l'", "l’", "un", "une", "des", "du", "de", "d'", "d’"}
_NAME_PARTS = {"of", "de", "du", "des", "d'", "d’", "la", "le", "les", "l'", "l’", "van", "von", "der", "den", "al",
               "el", "bin", "ben", "ibn", "al-", "&", "and", "et", "for", "pour", "-", "'s", "’s", "."}  # fmt: skip


@dataclass(frozen=True)
class Candidate:
    """A name that may stand for an actor; `type` is None where nothing in sight tells it.

    `certain` where a noun or title beside the name says the type, not only the recogniser. `label` where the actor is
    better called otherwise than by these words: "Economy" in "minister of Economy" is a ministry.
    """

    start: int
    end: int
    type: str | None
    certain: bool = False
    label: str | None = None


def latin_candidates(doc: Doc, kinds: Phrases[Kind]) -> Iterator[Candidate]:
    """Named entities of spaCy and runs of capitals, with the type that the words beside them tell."""
    if doc.lang_ == "fr":
        yield from _portfolios(doc)
    for span in _spans(doc):
        span = _trimmed(span)
        if not len(span) or not any(c.isupper() for c in span.text) or _is_office_itself(span, kinds):
            continue
        kind = kind_inside(span, kinds) or kind_beside(span, kinds)
        if kind is not None:
            yield Candidate(span.start_char, span.end_char, kind, certain=True)
        elif _titled(span) or _is_full_name(span):
            yield Candidate(span.start_char, span.end_char, "PERSON", certain=True)
        else:
            yield Candidate(span.start_char, span.end_char, _LABELS.get(span.label_) or _by_syntax(span))


def _portfolios(doc: Doc) -> Iterator[Candidate]:
    """« le ministre de l'*Économie* »: the ministry, by the words that name its field."""
    for token in doc:
        if token.lemma_ != "ministre" or token.i + 2 >= len(doc) or doc[token.i + 1].lower_ not in _OF:
            continue
        first = token.i + 2 + (doc[token.i + 2].pos_ == "DET")
        last = first
        while last + 1 < len(doc) and doc[last + 1].pos_ == "ADJ" and doc[last + 1].ent_type_ != "PER":
            last += 1
        if first < len(doc) and doc[first].pos_ in ("NOUN", "PROPN") and doc[first].is_alpha:
            field = text_of(doc)[doc[token.i + 1].idx : doc[last].idx + len(doc[last])]
            yield Candidate(doc[first].idx, doc[last].idx + len(doc[last]), "GOVERNMENT", True, f"ministère {field}")


def _spans(doc: Doc) -> Iterator[Span]:
    taken: set[int] = set()
    for ent in doc.ents:
        taken.update(range(ent.start, ent.end))
        if ent.label_ not in _NO_ACTORS:
            yield ent
    run: list[Token] = []
    for token in doc:
        if token.i not in taken and token.text[:1].isupper() and (token.pos_ == "PROPN" or not token.is_sent_start):
            run.append(token)
        elif run:
            yield Span(doc, run[0].i, run[-1].i + 1, label="RUN")
            run = []
    if run:
        yield Span(doc, run[0].i, run[-1].i + 1, label="RUN")


def _by_syntax(span: Span) -> str | None:
    """A name of unknown kind that acts or owns is taken for a company; places stand after prepositions."""
    root = span.root
    acts = root.dep_ in ("nsubj", "nsubjpass", "nsubj:pass", "poss", "obl:agent")
    return "COMPANY" if acts and root.pos_ in ("PROPN", "NOUN") and len(span) <= 4 else None


def _is_office_itself(span: Span, kinds: Phrases[Kind]) -> bool:
    """« Premier ministre », "CEO": a noun for people is no name."""
    hit = kinds.longest(word_forms(span.doc), span.start, span.end)
    return hit is not None and hit.tokens[-1] == span.end - 1 and hit.value.type == "PERSON"


def _is_full_name(span: Span) -> bool:
    """A given name and one to three more words: a person, whatever the recogniser says."""
    return 2 <= len(span) <= 4 and fold(span[0].text) in given_names() and span[1].text[:1].isalpha()


def _titled(span: Span) -> bool:
    return span.start > 0 and span.doc[span.start - 1].lower_ in TITLES


def _trimmed(span: Span) -> Span:
    """The span without articles, titles, verbs and punctuation at its ends, and within one line."""
    start, end = span.start, span.end
    doc = span.doc
    for token in span:
        if "\n" in token.text and token.i > start:
            end = token.i
            break
    while start < end and (_lower(doc[start]) or doc[start].lower_ in TITLES or doc[start].lower_ in _ARTICLES):
        start += 1
    while end > start and (
        doc[end - 1].is_punct
        or doc[end - 1].is_space
        or doc[end - 1].lower_ in _NAME_PARTS
        or (_lower(doc[end - 1]) and doc[end - 1].pos_ in ("VERB", "AUX"))
    ):
        end -= 1
    return Span(doc, start, end, label=span.label)


def _lower(token: Token) -> bool:
    return not token.text[0].isupper() and not token.text[0].isdigit()


def kind_inside(span: Span, kinds: Phrases[Kind]) -> str | None:
    """The type that the name itself says: "Bank of …" (its first words), "… Party" (its last)."""
    words = word_forms(span.doc)
    hits = [hit for i in range(span.start, span.end) if (hit := kinds.longest(words, i, span.end)) and hit.value.names]
    inner = [hit for hit in hits if hit.value.type != "PERSON"]
    if not inner:
        return None
    if span.doc.lang_ == "fr":
        return inner[0].value.type if inner[0].tokens[0] - span.start <= 1 else None
    head = [hit for hit in inner if _is_head(hit, span)]
    return head[-1].value.type if head else None


def _is_head(hit: Hit[Kind], span: Span) -> bool:
    """Whether the noun heads the name: it is last, or "of"/"for" follows it."""
    last = hit.tokens[-1]
    return last == span.end - 1 or span.doc[last + 1].text.lower() in ("of", "for", "de", "du", "des")


def kind_beside(span: Span, kinds: Phrases[Kind]) -> str | None:
    """The type that a noun before the name says, or an apposition after it."""
    doc, words = span.doc, word_forms(span.doc)
    if _is_office(doc, span.start):
        return "GOVERNMENT"
    for first in range(max(0, span.start - 4), span.start):
        hit = kinds.longest(words, first, span.start)
        if hit and hit.value.names and all(t.pos_ == "ADJ" for t in doc[hit.tokens[-1] + 1 : span.start]):
            return hit.value.type
    return _apposed_kind(span, kinds, words)


def _is_office(doc: Doc, start: int) -> bool:
    """« ministre de l'*Agenda numérique* »: what a minister is of is a ministry."""
    before = [t.lemma_.casefold() for t in doc[max(0, start - 3) : start] if t.pos_ != "DET"]
    return len(before) >= 2 and before[-1] in ("de", "à", "of", "for") and before[-2] in _MINISTERS


def _apposed_kind(span: Span, kinds: Phrases[Kind], words: list[frozenset[str]]) -> str | None:
    """« le groupe de médias Nexalis », "Nexalis, a start-up": what stands in apposition in the tree."""
    doc, root = span.doc, span.root
    if root.dep_ in ("appos", "flat:name", "nmod", "compound") and root.head.i < span.start:
        between = doc[root.head.i + 1 : span.start]
        if root.dep_ == "appos" or not any(t.pos_ == "ADP" for t in between):
            hit = kinds.longest(words, root.head.i, span.start)
            if hit and hit.value.names and hit.value.type != "PERSON":
                return hit.value.type
    for child in root.children:
        if child.dep_ == "appos" and child.i > span.start and child.pos_ == "NOUN":
            hit = kinds.longest(words, child.i, len(doc))
            if hit:
                return hit.value.type
    return None


def vote(candidates: list[Candidate]) -> str | None:
    """The type that most candidates of one name have; those that a noun beside them certifies go first."""
    certain = [c for c in candidates if c.certain]
    votes = Counter(c.type for c in certain or candidates if c.type is not None)
    return votes.most_common(1)[0][0] if votes else None
