"""Which of our three languages a text is in, if any."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

from ..schema import LANGUAGES, Language

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# The beginning of an article settles it; the model's time grows with the text.
_ENOUGH = 20_000
# Letters of Persian, Urdu, Kurdish, Pashto and Uyghur. Arabic has a few in foreign names only («چيلي», «گوگل»).
_OTHER_ARABIC_SCRIPT = re.compile("[پچژگکیہےٹڈڑںھێۆەۇۈېښځڅډړټۍ]")
_MOST_FOREIGN = 0.025
# One Arabic word in four or five has the article; where that script writes Persian, hardly any.
_WORD = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile("[وف]?(?:[بك]?ال|لل)..")
_LEAST_ARTICLES = 0.06
_WORDS_TO_COUNT = 12
# Below this probability the model does not know: a headline of names. Then the best of ours is a fair guess.
_SURE = 0.3


def detect(text: str) -> Language | None:
    """The language of `text`; None if it is in another one, or holds no letters.

    >>> detect("La ministre accuse l'entreprise d'avoir menti."), detect("انتقد الرئيس الشركة")
    ('fr', 'ar')
    >>> detect("Der Präsident hat das Unternehmen scharf kritisiert.") is None
    True
    """
    beginning = text[:_ENOUGH]
    scripts = [_script(char) for char in beginning if char.isalpha()]
    if not scripts:
        return None
    if scripts.count("ARABIC") * 2 > len(scripts):
        return "ar" if _is_arabic(beginning) else None
    if scripts.count("LATIN") * 2 > len(scripts):
        return _latin(beginning)
    return None


@functools.lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _is_arabic(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    if len(_OTHER_ARABIC_SCRIPT.findall(text)) > _MOST_FOREIGN * letters:
        return False
    words = _WORD.findall(text)
    if len(words) < _WORDS_TO_COUNT:
        return True
    return sum(_ARTICLE.match(word) is not None for word in words) >= _LEAST_ARTICLES * len(words)


def _latin(text: str) -> Language | None:
    ranking = _identifier().rank(text)
    best, probability = ranking[0]
    if best not in LANGUAGES and probability >= _SURE:
        return None
    scores = dict(ranking)
    return "fr" if scores["fr"] > scores["en"] else "en"


@functools.cache
def _identifier() -> LanguageIdentifier:
    # Loading takes most of a second, which Arabic texts and files that state their language need not wait for.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
