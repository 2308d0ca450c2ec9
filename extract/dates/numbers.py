"""Numbers that are written as words. Keys are plain text: no accents, no hamza on or under alif, ى as ي, ة as ه."""

from __future__ import annotations

from collections.abc import Mapping

from ...schema import Language


def _count(words: str, start: int = 1, step: int = 1) -> dict[str, int]:
    """Words in a row count up; spellings of one number are divided by `|`."""
    rows = enumerate(words.split())
    return {word: start + step * index for index, row in rows for word in row.split("|")}


NUMBERS: Mapping[Language, Mapping[str, int]] = {
    "en": {
        **_count(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen "
            "eighteen nineteen"
        ),
        **_count("twenty thirty forty fifty sixty seventy eighty ninety hundred", 20, 10),
    },
    "fr": {
        **_count(
            "un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
            "dix-huit dix-neuf"
        ),
        **_count("vingt|vingts trente quarante cinquante soixante soixante-dix quatre-vingt|quatre-vingts "
            "quatre-vingt-dix cent|cents",
                 20, 10),
    },
    "ar": {
        **_count(
            "واحد|واحده اثنان|اثنين|اثنتين|اثنتان ثلاثه|ثلاث اربعه|اربع خمسه|خمس سته|ست سبعه|سبع ثمانيه|"
            "ثماني|ثمان تسعه|تسع عشره|عشر"
        ),
        **_count("عشرون|عشرين ثلاثون|ثلاثين اربعون|اربعين خمسون|خمسين ستون|ستين سبعون|سبعين ثمانون|ثمانين "
            "تسعون|تسعين "
                 "مئه|مائه|ميه", 20, 10),
        **_count("مئتان|مئتين|مئتي|مئتا|مائتان|مائتين|مائتي ثلاثمئه|ثلاثمائه اربعمئه|اربعمائه خمسمئه|"
            "خمسمائه ستمئه|ستمائه سبعمئه|سبعمائه "
                 "ثمانمئه|ثمانمائه|ثمانيمئه تسعمئه|تسعمائه", 200, 100),
    },
}  # fmt: skip
