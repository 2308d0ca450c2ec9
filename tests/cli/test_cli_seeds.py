"""`techpol seeds`: the shipped tables are in order, and each way in which a table can be broken is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from techpol.extract.check import TableReport, check_seeds, shipped_tables
from techpol.extract.tsv import seed_path

from .cli_runner import Cli

CUES = "relation\tcue\tkind\tsubject\tobject\tstatus\twhen\n"
ACTORS = "id\ttype\twikidata\ten\tfr\tar\n"
OWN_TYPE = '{entities: {SHIP: {definition: "Sails.", labels: {en: "ship", fr: "navire", ar: "سفينة"}}}}'


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    def file(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return file


Write = Callable[[str, str], Path]


def test_the_shipped_tables_are_in_order(cli: Cli) -> None:
    ran = cli("seeds")
    assert ran.code == 0
    tables = [table.path for table in shipped_tables(seed_path(""))]
    for path in tables:
        assert "/".join(path.parts[-3:]) in ran.out
    assert ran.err.startswith(f"{len(tables)} tables, ") and ", 0 broken lines, " in ran.err


def test_every_shipped_table_is_checked() -> None:
    folder = seed_path("")
    assert {table.path for table in shipped_tables(folder)} == set(folder.rglob("*.tsv"))


def test_own_tables_and_all_that_is_broken_in_them(cli: Cli, write: Write) -> None:
    cues = write("cues.tsv", CUES + "CRITICIZES\tgronder\tverb\tsubj\tobj\nSCOLDS\tgronder\tverb\tsubj\tobj\n")
    actors = write("actors.tsv", ACTORS + "nexalis\tCOMPANY\t\tNexalis\nelon-musk\tPERSON\t\tE. Musk\n")
    good = write("good.tsv", ACTORS + "vauclair\tPERSON\t\tVauclair\n")
    ran = cli("seeds", "--actors", actors, "--actors", good, "--cues", cues, "--lang", "fr")
    assert ran.code == 1
    assert f"{cues}:3: unknown relation SCOLDS (see seeds/README.md)" in ran.out.splitlines()
    assert f"{actors}:3: id elon-musk is used twice (see seeds/README.md)" in ran.out.splitlines()
    assert ", 2 broken lines, " in ran.err


def test_types_of_the_users_vocabulary_are_known(cli: Cli, write: Write) -> None:
    actors = write("actors.tsv", ACTORS + "beagle\tSHIP\t\tHMS Beagle\n")
    unknown = cli("seeds", "--actors", actors)
    assert unknown.code == 1 and f"{actors}:2: unknown type 'SHIP' (one of PERSON, " in unknown.out
    assert cli("seeds", "--actors", actors, "--schema", write("own.yaml", OWN_TYPE)).code == 0


def test_words_of_a_language_need_to_know_which(cli: Cli, write: Write) -> None:
    cues = write("cues.tsv", CUES + "CRITICIZES\tgronder\tverb\tsubj\tobj\n")
    assert cli("seeds", "--cues", cues, "--lang", "fr").code == 0
    assert cli("seeds", "--cues", cues).code == 2
    wrong = cli("seeds", "--cues", cues, "--lang", "ar")
    assert wrong.code == 1 and f"{cues}:2: 'gronder' is not in the script of the language 'ar'" in wrong.out


# A small folder of seeds: file, its content. What is not here is missing, which is an error of that file only.
SMALL = {
    "actors/countries.tsv": "id\twikidata\ten\tfr\tar\tadjectives_en\tadjectives_fr\tadjectives_ar\t"
    "capital_en\tcapital_fr\tcapital_ar\narvenia\t\tArvenia\n",
    "actors/actors.tsv": ACTORS + "ada\tPERSON\t\tAda Orn\nbeo\tPERSON\t\tBeo Orn\n",
    "actors/officeholders.tsv": ACTORS,
    "actors/office_names.tsv": "office\ten\tfr\tar\nking\tking | queen\n",
    "actors/offices.tsv": "actor\toffice\tof\tfrom\tto\n"
    "ada\tking\tarvenia\t2001\t2010-05\nbeo\tking\tarvenia\t2010-05\n",
    "kinds/given_names.tsv": "name\tgender\nAda\tf\n",
    "kinds/en.tsv": "noun\ttype\tuse\ncompany\tCOMPANY\tname\n",
    "confidence.tsv": "lang\tkind\trelation\tright\tall\nen\tverb\tMEETS\t1\t2\n",
    "qualifiers/en.tsv": "cue\tscope\tstatus\nnot\tmarker\tnegated\n",
}


def small(folder: Path, name: str = "", line: str = "") -> TableReport:
    """The report on the table `name` of the small seeds, to which `line` was added."""
    for file, content in SMALL.items():
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text(content + (f"{line}\n" if file == name else ""), encoding="utf-8")
    reports = {report.table.path.relative_to(folder).as_posix(): report for report in check_seeds(folder=folder)}
    for file in SMALL:
        assert file == name or not reports[file].errors
    return reports[name or next(iter(SMALL))]


@pytest.mark.parametrize(
    ("file", "line", "message"),
    [
        ("actors/countries.tsv", "Borduria\t\tBorduria", "'Borduria' is not a slug"),
        ("actors/actors.tsv", "x\tPERSON\tQ\tX", "'Q' is not a Wikidata id"),
        ("actors/actors.tsv", "x\tGHOST\t\tX", "unknown type 'GHOST'"),
        ("actors/officeholders.tsv", "ada\tPERSON\t\tAda", "id ada is used twice"),
        ("actors/office_names.tsv", "a\tb\tc\td\te", "5 cells, but 4 columns"),
        ("actors/offices.tsv", "cleo\tking\tarvenia\t2020", "'cleo' is not in the catalogue"),
        ("actors/offices.tsv", "ada\tking\tnarnia\t2020", "'narnia' is not in the catalogue"),
        ("actors/offices.tsv", "ada\tczar\tarvenia\t2020", "no noun for the office 'czar'"),
        ("actors/offices.tsv", "ada\tking\tarvenia\tsoon", "'soon' is not a date in EDTF"),
        ("actors/offices.tsv", "ada\tking\tarvenia\t1999\t1998", "the term ends (1998) before it begins (1999)"),
        ("confidence.tsv", "en\tverb\tSCOLDS\t1\t2", "unknown relation 'SCOLDS'"),
        ("confidence.tsv", "en\tverb\tMEETS\t3\t2", "3 of 2: two whole numbers, the first the smaller"),
        ("kinds/given_names.tsv", "Beo\tx", "unknown gender 'x'"),
        ("kinds/en.tsv", "ghost\tGHOST\tname", "unknown type 'GHOST'"),
        ("kinds/en.tsv", "firm\tCOMPANY\tverb", "'firm': use must be"),
        ("kinds/en.tsv", "شركة\tCOMPANY\tname", "'شركة' is not in the script of the language 'en'"),
        ("qualifiers/en.tsv", "never\tmarker", "scope marker with status ''"),
    ],
)
def test_a_broken_line(tmp_path: Path, file: str, line: str, message: str) -> None:
    (error,) = small(tmp_path, file, line).errors
    assert message in error.message
    assert (error.file, error.line) == (str(tmp_path / file), SMALL[file].count("\n") + 1)


@pytest.mark.parametrize(
    ("file", "line", "note"),
    [
        (
            "actors/offices.tsv",
            "beo\tking\tarvenia\t2009\t2010-01",
            "king of arvenia at the same time: beo and ada (line 2)",
        ),
        ("actors/officeholders.tsv", "orn\tPERSON\t\tada orn", "'Ada Orn' may be ada (name), orn (name)"),
    ],
)
def test_a_note_is_no_error(tmp_path: Path, file: str, line: str, note: str) -> None:
    report = small(tmp_path, file, line)
    assert (report.errors, report.notes) == ([], [f"{tmp_path / file}:{SMALL[file].count(chr(10)) + 1}: {note}"])


def test_a_handover_told_to_the_month_is_no_overlap(tmp_path: Path) -> None:
    assert small(tmp_path, "actors/offices.tsv").notes == []


def test_a_broken_catalogue_does_not_make_strangers_of_all(tmp_path: Path) -> None:
    shutil.copytree(seed_path("actors"), tmp_path / "actors")
    with (tmp_path / "actors" / "countries.tsv").open("a", encoding="utf-8") as file:
        file.write("Borduria\n")
    reports = {report.table.path.name: report for report in check_seeds(folder=tmp_path)}
    assert len(reports["countries.tsv"].errors) == 1
    assert reports["offices.tsv"].errors == []
    assert any(note.startswith("not compared with") for note in reports["offices.tsv"].notes)
