"""Arabic word forms without a dictionary: clitics off a word, inflected forms from a stem. All on folded text."""

from __future__ import annotations

import functools
from collections.abc import Iterator

# Conjunction, preposition, article and future particle, in the orders in which they can be written together.
PROCLITICS = (
    "", "و", "ف", "ب", "ل", "ك", "س", "ال", "وال", "فال", "بال", "كال", "لل", "ولل", "فلل", "وب", "ول", "وك", "فب",
    "فل", "وس", "فس", "وبال", "وكال",
)  # fmt: skip
_VERBAL_PROCLITICS = ("", "و", "ف", "س", "وس", "فس", "ل", "ول", "فل", "ا")
# Marks the form of a verb.
VERB = "+"
# Marks the stem of a noun with a pronoun written on it («علاقته»).
OWNED = "~"
ENCLITICS = ("", "ه", "ها", "هم", "هما", "هن", "نا", "ي", "ني", "كم", "ك")
# Shorter stems would let almost any word pass for another one.
_SHORTEST = 3

_PREPOSITION = {"ب": "ب", "ل": "ل", "ك": "ك"}


def preposition(proclitic: str) -> str | None:
    """The one-letter preposition in a run of proclitics.

    >>> preposition("ولل"), preposition("وب"), preposition("وال")
    ('ل', 'ب', None)
    """
    core = proclitic.removeprefix("و").removeprefix("ف")
    return _PREPOSITION.get(core[:1])


@functools.cache
def _proclitic_set() -> frozenset[str]:
    return frozenset(PROCLITICS)


def is_proclitic(letters: str) -> bool:
    """Whether a word may begin with `letters` before its stem.

    >>> is_proclitic("وال"), is_proclitic("مس")
    (True, False)
    """
    return letters in _proclitic_set()


def stems(word: str, marbuta: bool = False) -> frozenset[str]:
    """The folded word itself, and every way to take clitics off it, as a noun and (marked by `VERB`) as a verb.

    `marbuta`: the word was spelled with a final taa marbuta, which folding makes look like the pronoun ه.

    >>> "ماسك" in stems("وماسك"), VERB + "اتهم" in stems("واتهمه"), VERB + "صفق" in stems("صفقه", marbuta=True)
    (True, True, False)
    """
    enclitics = ENCLITICS[:1] if marbuta else ENCLITICS
    found = set(_strip(word, PROCLITICS, enclitics, OWNED))
    return frozenset(found | {VERB + stem for stem in _strip(word, _VERBAL_PROCLITICS, enclitics, "")})


def _strip(word: str, proclitics: tuple[str, ...], enclitics: tuple[str, ...], mark: str) -> Iterator[str]:
    for proclitic in proclitics:
        rest = word[len(proclitic) :]
        if not word.startswith(proclitic) or len(rest) < _SHORTEST - (proclitic == ""):
            continue
        yield rest
        for enclitic in enclitics[1:]:
            if rest.endswith(enclitic) and len(rest) - len(enclitic) >= _SHORTEST - 1:
                yield rest[: -len(enclitic)] + mark


def verb_forms(listed: list[str]) -> frozenset[str]:
    """Inflected third-person forms of a verb given as perfect and, where it cannot be derived, imperfect.

    Each is marked by `VERB`, so that a noun spelled alike is not taken for it where it has an article.

    >>> {VERB + "ينتقد", VERB + "تنتقد", VERB + "انتقدت", VERB + "ينتقدون"} <= verb_forms(["انتقد"])
    True
    """
    imperfect = [form for form in listed if form.startswith("ي")]
    perfect = [form for form in listed if not form.startswith("ي")]
    if not imperfect:
        imperfect = ["ي" + (form[1:] if form.startswith("ا") else form) for form in perfect[:1]]
    found = {form + ending for form in perfect for ending in ("", "ت", "وا", "ا", "تا", "نا")}
    for form in imperfect:
        found |= {person + form[1:] + ending for person in "يت" for ending in ("", "ون", "وا", "ان", "ين", "ا")}
    return frozenset(VERB + form for form in found)


def noun_forms(listed: list[str]) -> frozenset[str]:
    """Case, gender and number forms of a noun or adjective, without article; with `OWNED` those before a pronoun.

    >>> {"هجوم", "هجوما", "هجوم" + OWNED} <= noun_forms(["هجوم"]) and "علاقت" + OWNED in noun_forms(["علاقه"])
    True
    """
    found: set[str] = set()
    for form in listed:
        found |= {form, form + "ا"}
        if form.endswith("ه"):
            found |= {form[:-1] + "ت" + OWNED, form[:-1] + "ات", form[:-1] + "تين"}
        elif not form.endswith(("ات", "ون", "ين")):
            found |= {form + ending for ending in ("ه", "ات", "ين", "ون", "ان")}
    return frozenset(found | {form + OWNED for form in found if not form.endswith(("ه", OWNED))})
