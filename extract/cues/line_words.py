"""Function words of Arabic that frames depend on, folded."""

from __future__ import annotations

from ..folding import fold

_PREPOSITIONS = (
    "على إلى مع من عن ضد في بين لدى نحو تجاه حول بشأن إزاء أمام ضمن عبر خلال بعد قبل منذ حتى دون بدون لصالح "
    "باتجاه برفقة بحق بحضور عند داخل خارج وراء خلف سوى إلا باسم بمشاركة بواسطة بدعم بتمويل وفق بحسب حسب"
)
PREPOSITIONS = frozenset(fold(word) for word in _PREPOSITIONS.split())
COMPOUND = {tuple(fold(w) for w in p.split()): fold(p) for p in (
    "من قبل", "من جانب", "على يد", "من طرف", "إلى جانب", "من خلال", "على رأس", "في وجه", "من لدن", "إلى جانب",
    "على أيدي", "بالتعاون مع", "بالشراكة مع",
)}  # fmt: skip
# What a pronoun is written on: «إليه», «عليها»; on a noun or verb it has no case of its own.
PRONOUN_CASES = {"ل": "ل", "ب": "ب", "الي": "الي", "علي": "علي", "مع": "مع", "من": "من", "عن": "عن", "في": "في",
                  "ضد": "ضد", "لدي": "لدي", "بين": "بين"}  # fmt: skip
PREFIX_OF_AL = {"لل": "ل", "ولل": "ل", "بال": "ب", "وبال": "ب"}
RELATIVE = {fold(w) for w in ("الذي", "التي", "الذين", "اللذان", "اللتان", "اللواتي")}
QUOTES = set("«»\"“”'‹›()،,")
