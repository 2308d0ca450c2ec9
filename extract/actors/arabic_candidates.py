"""Candidates for names that the catalogue does not hold, in Arabic: no capitals, so the words beside a name must tell.

Four signs: a given name begins a person's name; a noun that says a type introduces a name or begins the name of a
public body; quotation marks or Latin letters set a name apart; and words that are no ordinary words. A name ends where
ordinary words begin.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from .. import arabic
from ..folding import fold
from ..tsv import read_table, seed_path
from ..words import Phrases, text_of, word_forms
from .candidates import Candidate
from .kinds import Kind

_PARTICLES = {"بن", "ابن", "ابو", "عبد", "ال", "دي", "دو", "فان", "فون", "لو", "لا", "ديل", "بنت", "دير", "دا"}
_LATIN = re.compile(r"[A-Za-zÀ-ÿ][\w&.'-]*$")
_OPENING, _CLOSING = set("«\"“‹'"), set("»\"”›'")
_MINISTERS = {"وزير", "وزيره", "زير", "زيره"}
_BODIES = ("GOVERNMENT", "PARTY", "ORGANIZATION", "EVENT", "INITIATIVE")
_LONGEST_NAME = 4
_Found = tuple[Candidate, int]


@functools.cache
def _ordinary_words() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table(seed_path("kinds/ar_words.tsv"), ["word"]))


@functools.cache
def _given_names() -> frozenset[str]:
    return frozenset(fold(row["name"]) for row in read_table(seed_path("kinds/ar_given_names.tsv"), ["name"]))


@functools.lru_cache(maxsize=50_000)
def _is_ordinary(folded: str) -> bool:
    return not _ordinary_words().isdisjoint(stem.rstrip(arabic.OWNED) for stem in arabic.stems(folded))


@dataclass
class _Reader:
    """One article and the characters of it that known names already claim."""

    doc: Doc
    kinds: Phrases[Kind]
    taken: set[int]

    def __post_init__(self) -> None:
        self.folded = [fold(token.text) for token in self.doc]

    def free(self, index: int) -> bool:
        token = self.doc[index]
        return token.idx not in self.taken and (token.idx + len(token) - 1) not in self.taken

    def kind(self, index: int) -> Kind | None:
        hit = self.kinds.longest(word_forms(self.doc), index, len(self.doc))
        return hit.value if hit else None

    def is_name_part(self, index: int) -> bool:
        """Whether the token may belong to a person's or a company's name."""
        if index >= len(self.doc):
            return False
        folded = self.folded[index]
        if not self.free(index) or not folded.isalpha() or _LATIN.match(self.doc[index].text):
            return False
        if folded in _PARTICLES or folded in _given_names():
            return True
        return len(folded) > 1 and not _is_ordinary(folded) and self.kind(index) is None

    def run(self, first: int, longest: int) -> int:
        """End of the run of name parts that begins at token `first`."""
        end = first
        while end - first < longest and self.is_name_part(end):
            if end > first and self.folded[end].startswith("و") and self.folded[end][1:] in _given_names():
                break
            end += 1
        while end > first and self.folded[end - 1] in _PARTICLES:
            end -= 1
        return end

    def candidate(self, first: int, end: int, type_name: str | None, certain: bool = True, skip: int = 0) -> _Found:
        last = self.doc[end - 1]
        return Candidate(self.doc[first].idx + skip, last.idx + len(last), type_name, certain), end


def arabic_candidates(doc: Doc, kinds: Phrases[Kind], taken: set[int]) -> Iterator[Candidate]:
    """Names outside the characters `taken`, in order."""
    reader = _Reader(doc, kinds, taken)
    index = 0
    while index < len(doc):
        found = (
            _portfolio(reader, index)
            or _after_kind(reader, index)
            or _person(reader, index)
            or _set_apart(reader, index)
        )
        if found is None:
            index += 1
            continue
        # «*وزير الصحة* نيك فاراداي»: the ministry stands between the title and the name.
        between = _portfolio(reader, index + 1) if index + 1 < len(doc) else None
        candidate, index = found
        if between is not None and between[0].end <= candidate.start:
            yield between[0]
        yield candidate


def _proclitic_length(folded: str, names: frozenset[str]) -> int | None:
    """How many letters stand before one of `names`, None if the word is none of them."""
    lengths = (len(p) for p in ("", "و", "ل", "ب", "ف", "ك", "ول", "وب") if folded.startswith(p))
    return next((n for n in lengths if folded[n:] in names), None)


def _person(reader: _Reader, index: int) -> _Found | None:
    """A given name and the name parts after it, or a run of words that are no ordinary ones."""
    if not reader.free(index):
        return None
    skip = _proclitic_length(reader.folded[index], _given_names())
    if skip is not None:
        end = reader.run(index + 1, _LONGEST_NAME - 1)
        if end == index + 1 and end < len(reader.doc) and _is_family(reader, end):
            end += 1
        return reader.candidate(index, end, "PERSON", skip=skip) if end > index + 1 else None
    end = reader.run(index, _LONGEST_NAME)
    if reader.folded[index] in _PARTICLES and index and not reader.free(index - 1):
        return None  # «بن عبدالعزيز» after a name that is known already
    if end - index >= 2 and not reader.folded[index].startswith(("ال", "و")):
        return reader.candidate(index, end, "PERSON", certain=False)
    return None


def _is_family(reader: _Reader, index: int) -> bool:
    """«توفيق *الربيعة*»: a family name with the article, though it may be an ordinary word too."""
    return _definite(reader, index) and reader.free(index) and reader.kind(index) is None


def _set_apart(reader: _Reader, index: int) -> _Found | None:
    """A name in quotation marks or in Latin letters, its type unsaid."""
    doc, end = reader.doc, index
    while end < len(doc) and end - index < _LONGEST_NAME and _LATIN.match(doc[end].text) and reader.free(end):
        end += 1
    if end > index and any(c.isupper() for c in doc[index:end].text):
        return reader.candidate(index, end, "COMPANY", certain=False)
    inside = _quoted(reader, index)
    if inside and inside[1] - inside[0] <= 3 and reader.is_name_part(inside[0]):
        return reader.candidate(*inside, "COMPANY", certain=False)
    return None


def _portfolio(reader: _Reader, index: int) -> _Found | None:
    """«وزير *الاقتصاد الرقمي*»: the ministry, by the words that name its field."""
    folded = reader.folded[index]
    if index == 0 or reader.folded[index - 1].lstrip("وفلبك") not in _MINISTERS or not _definite(reader, index):
        return None
    end = index
    while end < len(reader.doc) and end - index < 3 and reader.free(end) and _definite(reader, end):
        kind = reader.kind(end)
        if kind is not None and kind.type == "PERSON":
            break
        end += 1
    if end == index or folded in ("الدوله", "الوزراء"):
        return None
    candidate, end = reader.candidate(index, end, "GOVERNMENT")
    label = f"وزارة {text_of(reader.doc)[candidate.start : candidate.end]}"
    if end < len(reader.doc) and not reader.free(end) and reader.folded[end].startswith("ال"):
        # «وزير الدفاع الأمريكي» heads «وزارة الدفاع الأمريكية».
        label += f" {reader.doc[end].text.removesuffix('ة')}ة"
    return replace(candidate, label=label), end


def _quoted(reader: _Reader, index: int) -> tuple[int, int] | None:
    """The tokens between quotation marks that open at `index`, if they are few."""
    doc = reader.doc
    if doc[index].text not in _OPENING or index + 1 >= len(doc) or not reader.free(index + 1):
        return None
    closing = (end for end in range(index + 2, min(index + 7, len(doc))) if doc[end].text in _CLOSING)
    return next(((index + 1, end) for end in closing), None)


def _after_kind(reader: _Reader, index: int) -> _Found | None:
    """The name that a noun of kind at `index` introduces, or the public body that it begins."""
    hit = reader.kinds.longest(word_forms(reader.doc), index, len(reader.doc))
    if hit is None or not hit.value.names or hit.tokens[-1] + 1 >= len(reader.doc):
        return None
    kind, after = hit.value, hit.tokens[-1] + 1
    for start in range(after, min(after + 4, len(reader.doc))):
        inside = _quoted(reader, start)
        if inside:
            return reader.candidate(*inside, kind.type)
        if not _definite(reader, start):
            break
    if kind.type in _BODIES and (body := _public_body(reader, index, after)):
        return body
    latin = _set_apart(reader, after) if _LATIN.match(reader.doc[after].text) else None
    if latin:
        return Candidate(latin[0].start, latin[0].end, kind.type, certain=True), latin[1]
    return _introduced(reader, kind, after)


def _introduced(reader: _Reader, kind: Kind, after: int) -> _Found | None:
    """«شركة نكساليس», «النائبة العامة، درصاف المكني»: name parts right after the noun, its adjectives or a comma."""
    definite = reader.folded[after - 1].startswith(("ال", "لل", "وال", "بال"))
    if kind.type in ("GOVERNMENT", "EVENT", "INITIATIVE", "COUNTRY") or (definite and kind.type != "PERSON"):
        return None  # «السلطات» introduces no name
    start = after
    while (
        kind.type == "PERSON"
        and start < len(reader.doc)
        and start - after < 4
        and (_definite(reader, start) or reader.doc[start].text in "،,")
    ):
        start += 1
    if kind.type == "PERSON" and start == after and not definite:
        return None  # «رئيس نكساليس»: whose president, not who
    end = reader.run(start, _LONGEST_NAME if kind.type == "PERSON" else 2)
    if kind.type == "PERSON" and end == start + 1 and end < len(reader.doc) and _is_family(reader, end):
        end += 1
    if end - start < (2 if start > after else 1):
        return None
    return reader.candidate(start, end, kind.type)


def _public_body(reader: _Reader, index: int, after: int) -> _Found | None:
    """«وزارة الاقتصاد الرقمي», «هيئة تنظيم الاتصالات»: an indefinite noun of kind and the definite words after it."""
    doc, folded = reader.doc, reader.folded[index]
    skip = 1 if folded[:1] in "ولبفك" and reader.kinds.starts_with(folded[1:]) else 0
    owned = doc[index].text.endswith(("ه", "ها", "هم", "نا"))  # «وزارته»: no name begins so
    if folded[skip:].startswith("ال") or folded.startswith("لل") or owned:
        return None
    end = after
    if end + 1 < len(doc) and _plain(reader, end) and _definite(reader, end + 1) and reader.free(end):
        if reader.kind(end) is not None:  # «مجلس إدارة *هيئة* الاتصالات»: the name begins at the inner noun
            return None
        end += 1
    definite_from = end
    while end < len(doc) and end - definite_from < 3 and reader.free(end) and _definite(reader, end):
        title = reader.kind(end)
        if title is not None and title.type == "PERSON":  # «وزارة الداخلية *اللواء* منصور»
            break
        end += 1
    kind = reader.kind(index)
    return reader.candidate(index, end, kind.type, skip=skip) if kind and end > definite_from else None


def _definite(reader: _Reader, index: int) -> bool:
    # Not folded: «ألقت» has no article.
    text = reader.doc[index].text
    return reader.folded[index].isalpha() and len(text) > 4 and text.startswith(("ال", "لل", "وال"))


def _plain(reader: _Reader, index: int) -> bool:
    folded = reader.folded[index]
    return folded.isalpha() and len(folded) > 2 and not folded.startswith(("ال", "و", "ب")) and not _LATIN.match(folded)
