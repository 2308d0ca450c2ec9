"""French dates."""

from __future__ import annotations

from .grammar import Grammar, Unit, table
from .numbers import NUMBERS

# Behind the noun; "ce" stands before it.
_WHICH = "(?P<which>derniere?|passee?|ecoulee?|prochaine?)"
_TO = r"(?: ?- ?| (?:et|au|a)(?: le)? )"
_UNITS = {
    "day": ("jour", "jours"), "week": ("semaine", "semaines"), "weekend": ("week-end", "weekend"), "month": ("mois",),
    "year": ("an", "ans", "annee", "annees"), "decade": ("decennie", "decennies"),
}  # fmt: skip

FRENCH = Grammar(
    months=table(
        "janvier|janv. fevrier|fevr. mars avril mai juin juillet|juil. aout septembre|sept. octobre|oct. "
        "novembre|nov. decembre|dec."
    ),
    weekdays=table("lundi mardi mercredi jeudi vendredi samedi dimanche", 0),
    which=table("dernier|derniere|passe|passee|ecoule|ecoulee ce|cet|cette|ci prochain|prochaine", -1),
    units={form: Unit(name) for name, forms in _UNITS.items() for form in forms},
    offsets=table("avant-hier hier aujourd'hui|ce_matin|ce_soir demain", -2),
    seasons={"printemps": 4, "ete": 7, "automne": 10, "hiver": 1},
    ordinals=table("premier|premiere|1er deuxieme|second|seconde|2e troisieme|3e quatrieme|4e"),
    numbers={
        **NUMBERS["fr"],
        "une dizaine de": 10,
        "une quinzaine de": 15,
        "une vingtaine de": 20,
        "une trentaine de": 30,
    },
    part=r"(?:debut|fin|mi|milieu|courant|ete|printemps|automne|hiver)(?: de)?(?: l'annee| l'an)?|annees?|"
    r"an|cours de",
    rules=[
        ("day", rf"(?:{{weekday}},? )?(?:le )?{{day}}(?:er)? {{month}}(?: {{year}}| {_WHICH})?"),
        ("days", rf"{{day}}(?:er)?{_TO}{{day2}}(?:er)? {{month}}(?: {{year}}| {_WHICH})?"),
        ("month", r"(?:{part}[\s-])?{month}(?: de)? {year}"),
        ("month", r"(?:{part}[\s-])?{month} de (?:l'an|l'annee) (?P<yearly>derniere?|passee?|prochaine?)"),
        ("month", rf"(?:{{part}}[\s-])?{{month}} {_WHICH}"),
        ("month", r"(?:{part}[\s-])?{month}"),
        ("year", r"(?:{part}[\s-])?{year}"),
        ("quarter", r"(?:le )?{nth} trimestre(?: de)? {year}"),
        ("quarter", r"T{quarter} {year}"),
        ("half", r"(?:le )?{nth} semestre(?: de)? {year}"),
        ("offset", r"{offset}"),
        ("weekday", rf"(?:(?:ce) )?{{weekday}}(?: {_WHICH})?"),
        ("unit", rf"(?:debut|fin|milieu)? ?(?:l'|la |le )?(?P<unit>semaine|week-end|weekend|mois|an|annee) {_WHICH}"),
        ("unit", r"(?P<which>ce|cet|cette) (?P<unit>semaine|week-end|weekend|mois|annee)(?:-ci)?"),
        ("unit", r"(?:debut|milieu|fin) (?:du |de la |de l'|d')(?P<unit>semaine|mois|annee)"),
        ("season", rf"(?:l'|au |le )?{{season}} {_WHICH}"),
        ("season", r"(?:cet |ce |au |en |(?<=a\s)l'){season}"),
        ("ago", r"(?:il y a|voici|voila) (?:plus de |pres de |environ |deja |a peine |quelque )?{n} {unit}"),
        ("lasting", r"depuis (?:plus de |pres de |environ )?{n} {unit}"),
    ],
    since="(?:depuis|a partir d[eu]|a compter d[eu]|des)(?: le| la)?(?: l')?",
    until="(?:jusqu'(?:en|au|a)|d'ici(?: a| au)?)(?: la| le)?(?: l')?",
    bounding="(?P<after>apres)(?: le| la| l')?|(?P<before>avant)(?: le| la| l')?",
    around="vers|environ|autour de|aux alentours de|aux environs de",
    licence="en|de|d'|pour|depuis|a partir de|des|jusqu'en|jusqu'a|d'ici|d'ici a|avant|apres|vers|environ|"
    "entre|autour de|aux alentours de"
    "|a compter de|courant|du|annee|l'an|elections?|presidentielle|legislatives|municipales|europeennes|"
    "sommet|budget|jo|\\(",
    between="entre",
    from_="de|du|d'",
    and_="et",
    to="a|au|jusqu'a|jusqu'en|-",
    counted="personnes|hommes|femmes|enfants|employes|salaries|emplois|postes|utilisateurs|clients|comptes|"
    "membres|soldats|militaires|cas|morts|voix"
    "|sieges|entreprises|societes|pages|kilometres|km|metres|tonnes|megawatts|dollars|euros|livres|yuans|"
    "yens|fois|heures|unites"
    "|voitures|vehicules|satellites|drones|documents|messages|logements|actions|manifestants|etudiants|mots|"
    "francs|dinars|dirhams",
    coming=r"(?<!\w)\w{2,}(?:era|eront|ira|iront|dra|dront|vra|vront|ura|uront)(?!\w)(?!.*(?<!\w)a (?:\w+ )?(?:dit|"
    r"annonce|declare|affirme|indique|prevenu)(?!\w))|(?<!\w)(?:doit|doivent|devrait|devraient|prevue?s?)(?!\w)",
    recurring="chaque|tous les|le|les",
)
