"""English dates."""

from __future__ import annotations

from .grammar import Grammar, Unit, table
from .numbers import NUMBERS

_ORDINAL = r"(?:st|nd|rd|th)?"
_TO = r"(?: ?- ?| (?:to|and|through) )"

ENGLISH = Grammar(
    months=table(
        "january|jan|jan. february|feb|feb. march|mar. april|apr|apr. may june|jun. july|jul. august|aug|aug. "
        "september|sept|sept.|sep|sep. october|oct|oct. november|nov|nov. december|dec|dec."
    ),
    months_with_case=True,
    weekdays=table("monday tuesday wednesday thursday friday saturday sunday", 0),
    which=table("last|past this next|coming", -1),
    units={
        form: Unit(name)
        for name in ("day", "week", "weekend", "month", "year", "decade")
        for form in (name, f"{name}s")
    },
    offsets=table(
        "the_day_before_yesterday yesterday today|tonight|this_morning|this_afternoon|this_evening tomorrow", -2
    ),
    seasons={"spring": 4, "summer": 7, "autumn": 10, "fall": 10, "winter": 1},
    ordinals=table("first second third fourth"),
    numbers={**NUMBERS["en"], "a": 1, "an": 1, "a couple of": 2},
    part=r"(?:very )?(?:early|late|mid)(?: in)?|(?:the )?(?:beginning|start|middle|end|course|year|spring|"
    r"summer|autumn|fall|winter)(?: of)?|year",
    rules=[
        ("day", rf"(?:{{weekday}},? )?(?:the )?{{day}}{_ORDINAL} (?:of )?{{month}}(?:,? (?:of )?{{year}})?"),
        ("day", rf"(?:{{weekday}},? )?(?<!long\s){{month}} {{day}}{_ORDINAL}(?:,? {{year}})?"),
        ("days", rf"{{day}}{_ORDINAL}{_TO}{{day2}}{_ORDINAL} (?:of )?{{month}}(?:,? {{year}})?"),
        ("days", rf"{{month}} {{day}}{_ORDINAL}{_TO}{{day2}}{_ORDINAL}(?:,? {{year}})?"),
        ("month", r"(?:{part}[\s-])?{month},? (?:of )?{year}"),
        ("month", r"(?:{part}[\s-])?{month} (?:of )?(?P<yearly>last|this|next) year"),
        ("month", r"(?:{part} )?{which} {month}"),
        ("month", r"(?:{part}[\s-])?{month}"),
        ("year", r"(?:{part}[\s-])?{year}"),
        ("quarter", r"(?:the )?{nth} quarter(?: of|,)? {year}"),
        ("quarter", r"Q{quarter}(?: of|,)? {year}"),
        ("half", r"(?:the )?{nth} half of {year}"),
        ("offset", r"{offset}"),
        ("weekday", r"(?:{which} )?{weekday}"),
        ("unit", r"(?<!the\s)(?:{part} )?(?P<which>last|this|next) (?P<unit>week|weekend|month|year)"),
        ("unit", r"(?:over|at|during) the (?P<unit>weekend)"),
        ("unit", r"(?:the (?:beginning|start|middle|end) of|earlier in|later in) the (?P<unit>week|month|year)"),
        ("season", r"{which} {season}"),
        ("season", r"in the {season}"),
        ("ago", r"{n} {unit} ago"),
    ],
    since="since|starting(?: in| on)?|as of|as early as",
    until="until|till|up to|through",
    bounding="(?P<after>after|later than|from)|(?P<before>before|prior to|by)",
    around="around|about|circa|roughly",
    licence="in|of|for|during|throughout|since|from|starting|as of|as early as|until|till|up to|through|by|"
    "before|after|around|about"
    "|circa|between|back in|the|a|its|his|her|their|this year's|\\w+'s|election|summit|olympics|on|\\(",
    between="between",
    from_="from",
    and_="and",
    to="to|until|through|-",
    counted="people|persons|men|women|children|employees|workers|jobs|staff|users|customers|accounts|"
    "members|soldiers|troops|cases|deaths|votes"
    "|seats|companies|firms|pages|miles|metres|meters|kilometres|kilometers|tonnes|tons|megawatts|dollars|"
    "euros|pounds|yuan|yen"
    "|times|hours|units|cars|vehicles|satellites|drones|documents|posts|messages|homes|shares|respondents|"
    "protesters|students",
    coming=r"(?<!\w)(?:will|due to|set to|scheduled|expected to|plans? to|is to|are "
    r"to)(?!\w)(?!.*(?<!\w)(?:said|says|told|announced|warned|added)(?!\w))",
    recurring="every|each",
)
