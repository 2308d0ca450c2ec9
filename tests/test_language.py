"""Which language a text is in; sentences are our own."""

from __future__ import annotations

import pytest

from techpol.extract.language import detect
from techpol.schema import Language

OURS: list[tuple[str, Language]] = [
    ("The minister accused the company of lying to parliament about its data centres.", "en"),
    ("The minister said on Monday.", "en"),
    ("Regulator fines chipmaker", "en"),
    ("La ministre accuse l'entreprise d'avoir menti au Parlement sur ses centres de données.", "fr"),
    ("Le régulateur condamne Nexalis à une amende", "fr"),
    ("Vauclair s'en prend à Nexalis", "fr"),
    (
        "La ministre a accusé l'entreprise d'avoir menti. « We never lied about our data », a répondu son patron, "
        "avant de quitter la salle sous les huées des députés.",
        "fr",
    ),
    ("انتقد الوزير الشركة واتهمها بالكذب على البرلمان بشأن مراكز البيانات.", "ar"),
    ("ماسك في باريس", "ar"),
    ("أعلنت شركة OpenAI الأميركية شراكة مع Mistral AI الفرنسية في مجال الذكاء الاصطناعي.", "ar"),
    ("وقّعت چيلي والشركة اتفاقاً جديداً في مجال الاتصالات، بحسب ما أعلنته وزارة الاقتصاد.", "ar"),
]
OTHERS = {
    "German": "Der Präsident hat das Unternehmen scharf kritisiert und ein neues Gesetz angekündigt.",
    "Spanish": "El presidente criticó a la empresa por su decisión de cerrar la fábrica.",
    "Portuguese": "O presidente criticou a empresa pela decisão de fechar a fábrica.",
    "Italian": "Il presidente ha criticato la società per la decisione di chiudere la fabbrica.",
    "Dutch": "De minister heeft het bedrijf bekritiseerd en een nieuwe wet aangekondigd.",
    "Turkish": "Cumhurbaşkanı şirketi eleştirdi ve yeni bir yasa önerdi.",
    "Russian": "Президент раскритиковал компанию и предложил новый закон.",
    "Persian": "رئیس جمهور از شرکت انتقاد کرد و گفت که این تصمیم اشتباه است.",
    "Persian typed with Arabic letters": "رئيس جمهور از شركت انتقاد كرد و گفت كه اين تصميم اشتباه است",
    "Urdu": "صدر نے کمپنی پر تنقید کی اور کہا کہ یہ فیصلہ غلط ہے۔",
    "Japanese": "大統領は会社を批判し、新しい法律を提案した。",
    "Hebrew": "הנשיא מתח ביקורת על החברה והציע חוק חדש.",
    "no language": "2025 – 12 % (3,4)",
    "nothing": "",
}


@pytest.mark.parametrize(("text", "lang"), OURS)
def test_languages_that_we_read(text: str, lang: Language) -> None:
    assert detect(text) == lang


@pytest.mark.parametrize("name", OTHERS)
def test_languages_that_we_do_not_read(name: str) -> None:
    assert detect(OTHERS[name]) is None
