"""`techpol extract`, good input and bad."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from techpol.schema import Triple, Vocabulary, read_triples

from .cli_runner import ARTICLES, SAID, Cli, claims

VOCABULARY = Vocabulary.default()
TECHPOL = Path(sys.executable).with_name("techpol")

GOOD = ARTICLES["attack-en.txt"].encode()


def read(file: Path) -> list[Triple]:
    return list(read_triples(file, VOCABULARY))


def test_articles_in_three_languages(cli: Cli, folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "triples.jsonl"
    ran = cli("extract", folder, "-o", output)
    triples = read(output)
    assert (ran.code, ran.out) == (0, "")
    assert f"3 articles, {len(triples)} triples" in ran.err
    assert claims(triples) >= {(name.removesuffix(".txt"), *SAID) for name in ARTICLES}
    for triple in triples:
        triple.check_evidence(ARTICLES[f"{triple.article}.txt"])
        assert triple.publication and triple.publication.lang == triple.article[-2:]


def test_standard_output_is_what_the_file_would_be(cli: Cli, folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "triples.jsonl"
    cli("extract", folder, "-o", output)
    assert cli("extract", folder).out == output.read_text(encoding="utf-8")


def test_standard_input_and_a_stated_language(folder: Path) -> None:
    text = (folder / "attack-fr.txt").read_bytes()
    done = subprocess.run([TECHPOL, "extract", "-", "--lang", "fr"], input=text, capture_output=True, check=True)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert SAID in {(line["subject"]["id"], line["relation"], line["object"]["id"]) for line in found}
    assert {line["publication"]["lang"] for line in found} == {"fr"}


BAD = {
    "latin1.txt": ("Macron a été très critiqué à l'étranger.".encode("latin-1"), "not UTF-8"),
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n\t", "empty"),
    "binary.txt": (bytes(range(256)) * 20, "binary.txt"),
    "german.txt": ("Der Minister\n\nGestern hat der Minister in Berlin über die Regierung gesprochen.".encode(), ""),
    "long-line.txt": (b"Macron criticized Musk. " * 220_000, "long-line"),
    "lines.jsonl": (b'{"id": "j1", "text": "Emmanuel Macron criticized Elon Musk."}\n{"id": "j2", \n'
                    b'{"id": "j3", "text": "Emmanuel Macron criticized Elon Musk."}\n', "lines.jsonl:2"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_listed_and_the_rest_is_done(cli: Cli, tmp_path: Path, name: str) -> None:
    content, message = BAD[name]
    articles = [tmp_path / "a.txt", tmp_path / name, tmp_path / "z.txt"]
    for file in articles:
        file.write_bytes(content if file.name == name else GOOD)
    output = tmp_path / "triples.jsonl"
    ran = cli("extract", *articles, "-o", output)
    assert ran.code == 1
    assert "left out, 1 in all:" in ran.err
    told = ran.err.partition("in all:")[2]
    assert name.partition(".")[0] in told
    assert message in told
    good = {"a", "z"} | ({"j1", "j3"} if name == "lines.jsonl" else set())
    assert claims(read(output)) >= {(article, *SAID) for article in good}


def test_articles_that_are_not_there(cli: Cli, tmp_path: Path, folder: Path) -> None:
    ran = cli("extract", tmp_path / "none.txt", folder / "attack-en.txt")
    assert ran.code == 1
    assert "none.txt" in ran.err
    assert '"attack-en"' in ran.out


def test_when_nothing_can_be_read_earlier_results_are_kept(cli: Cli, tmp_path: Path) -> None:
    output, fresh, empty = tmp_path / "triples.jsonl", tmp_path / "fresh.jsonl", tmp_path / "empty.txt"
    output.write_text("earlier\n")
    empty.touch()
    assert cli("extract", empty, "-o", output).code == 2
    assert output.read_text() == "earlier\n"
    assert cli("extract", empty, "-o", fresh).code == 2
    assert not fresh.exists()
    assert cli("build", empty, "--to", tmp_path / "g.graphml").code == 2
    assert not (tmp_path / "g.graphml").exists()


def test_results_replace_earlier_ones(cli: Cli, tmp_path: Path, folder: Path) -> None:
    output = tmp_path / "triples.jsonl"
    output.write_text("earlier\n" * 1000)
    cli("extract", folder / "attack-en.txt", "-o", output)
    assert claims(read(output)) >= {("attack-en", *SAID)}


def test_a_full_disk_loses_nothing(cli: Cli, tmp_path: Path) -> None:
    """A limit on the size of files stands for the disk: the system writes a part of a line, and refuses the rest."""
    articles, limited, whole = tmp_path / "many.jsonl", tmp_path / "limited.jsonl", tmp_path / "whole.jsonl"
    text = ARTICLES["attack-ar.txt"]
    articles.write_text("".join(json.dumps({"id": f"a{n}", "text": text}) + "\n" for n in range(30)), encoding="utf-8")
    assert cli("extract", articles, "-o", whole).code == 0
    script = f"ulimit -f 8; PYTHONDONTWRITEBYTECODE=1 '{TECHPOL}' extract '{articles}' -o '{limited}'"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True)
    assert done.returncode == 2
    assert f"{limited}: cannot be written: File too large (what was written until then is whole" in done.stderr
    assert 7000 < limited.stat().st_size <= 8192
    assert limited.read_bytes().endswith(b"}\n")
    assert whole.read_bytes().startswith(limited.read_bytes())


@pytest.mark.parametrize("output", ["/dev/full", "nowhere/triples.jsonl", "articles"])
def test_output_that_cannot_be_written(
    cli: Cli, tmp_path: Path, folder: Path, output: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = cli("extract", folder, "-o", output)
    assert (ran.code, ran.out) == (2, "")
    assert f"techpol: {output}: cannot be written: " in ran.err
