"""Files, folders and standard input to articles, and what is said about those that cannot be read."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techpol.extract.reading import LONGEST, read_articles
from techpol.schema import Article, ArticleError, Language, TechpolError

NEWS = "Minister accuses Nexalis\n\nThe minister said on Monday that the company had lied to parliament.\n"


def read(*sources: str | Path, lang: Language | None = None) -> tuple[list[Article], list[TechpolError]]:
    errors: list[TechpolError] = []
    return list(read_articles(sources, errors.append, lang)), errors


def read_one(path: Path, content: str | bytes) -> Article:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    articles, errors = read(path)
    assert errors == []
    return articles[0]


def test_text_file(tmp_path: Path) -> None:
    article = read_one(tmp_path / "n-17.txt", NEWS)
    assert article == Article(id="n-17", title="Minister accuses Nexalis", lang="en", text=NEWS)


def test_front_matter_is_no_part_of_the_text(tmp_path: Path) -> None:
    header = (
        "---\nid: 17\ntitle: A title\npublished: 2025-09-04\noutlet: The Example\nurl: https://example.org/17\n"
        "author: {known: elsewhere}\n---\n"
    )
    article = read_one(tmp_path / "n.txt", header + NEWS)
    assert article.text == NEWS
    assert article.publication.model_dump() == {
        "title": "A title", "outlet": "The Example", "url": "https://example.org/17", "published": "2025-09-04",
        "lang": "en",
    }  # fmt: skip
    assert article.id == "17"


@pytest.mark.parametrize("written", ["2025-09-04", "'2025-09-04'", "2025-09-04T10:30:00Z", "2025-09-04 10:30:00+02:00"])
def test_published_may_be_a_timestamp(tmp_path: Path, written: str) -> None:
    assert read_one(tmp_path / "n.txt", f"---\npublished: {written}\n---\n{NEWS}").published == "2025-09-04"


def test_line_ends_and_byte_order_mark_do_not_move_offsets(tmp_path: Path) -> None:
    windows = b"\xef\xbb\xbf---\r\noutlet: X\r\n---\r\n" + NEWS.replace("\n", "\r\n").encode()
    assert read_one(tmp_path / "n.txt", windows).text == NEWS


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_the_text_is_as_in_the_file(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("any") / "a.txt"
    path.write_text(text, encoding="utf-8", newline="")
    articles, errors = read(path, lang="en")
    assert errors == []
    assert articles[0].text == text.removeprefix("\ufeff")


def test_language_of_the_article_comes_before_the_argument(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"---\nlang: fr\n---\n{NEWS}", encoding="utf-8")
    (tmp_path / "b.txt").write_text(NEWS, encoding="utf-8")
    assert [article.lang for article in read(tmp_path, lang="ar")[0]] == ["fr", "ar"]


def test_folder_is_read_recursively_and_sorted(tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "b.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "j", "text": NEWS}), encoding="utf-8")
    (tmp_path / "z.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "notes.md").write_text("not an article", encoding="utf-8")
    articles, errors = read(tmp_path)
    assert ([article.id for article in articles], errors) == (["j", "b", "z"], [])


def test_jsonl(tmp_path: Path) -> None:
    record = {
        "id": 5, "text": "قال الوزير إن الشركة كذبت.\r\nنفت الشركة.", "title": "الوزير", "published": "2025-01-02",
        "url": None, "outlet": "المثال", "lang": "ar", "tags": ["kept", "elsewhere"],
    }  # fmt: skip
    article = read_one(tmp_path / "a.jsonl", "\ufeff" + json.dumps(record, ensure_ascii=False))
    assert article == Article(
        id="5", text="قال الوزير إن الشركة كذبت.\nنفت الشركة.", title="الوزير", published="2025-01-02", outlet="المثال",
        lang="ar",
    )  # fmt: skip


def test_jsonl_is_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [json.dumps({"id": str(number), "text": NEWS}) for number in range(3)]
    path.write_text("\n".join([lines[0], '{"id": "broken", ', "", lines[1], "[1]", lines[2]]), encoding="utf-8")
    articles, errors = read(path)
    assert [article.id for article in articles] == ["0", "1", "2"]
    assert [(error.file, error.line) for error in errors] == [(str(path), 2), (str(path), 5)]
    first = next(read_articles([path], lambda error: None))
    assert first.id == "0"


BROKEN_TEXT = {
    "not UTF-8": (b"Minister\ncaf\xe9 ferme", 2, "not UTF-8: byte 12 is 0xe9", "iconv"),
    "not UTF-8, with a mark": (b"\xef\xbb\xbfab\xff", 1, "not UTF-8: byte 5 is 0xff", "iconv"),
    "UTF-16": ("Minister".encode("utf-16"), None, "UTF-16", "iconv"),
    "binary": (b"\x89PNG\r\n\x00\x00", None, "binary: NUL at byte 6", "plain text"),
    "empty": (b"", None, "empty", "needs text"),
    "blank": (b"\xef\xbb\xbf \n\t\n", None, "empty", "needs text"),
    "only front matter": (b"---\ntitle: x\n---\n", None, "empty", "needs text"),
    "another language": ("Der Präsident hat das Unternehmen kritisiert.".encode(), None, "no language", "`lang`"),
    "a language that we do not read": (b"---\ntitle: x\nlang: de\n---\n" + NEWS.encode(), 3, "'de'", "ar, fr, en"),
    "no such day": (b"---\npublished: 2025-02-30\n---\n" + NEWS.encode(), 2, "2025-02-30", "YYYY-MM-DD"),
    "no date": (b"---\npublished: last Monday\n---\n" + NEWS.encode(), 2, "last Monday", "YYYY-MM-DD"),
    "front matter without an end": (b"---\ntitle: x\n" + NEWS.encode(), 1, "without an end", "`---`"),
    "front matter that is no YAML": (b"---\ntitle: x\noutlet: 'y\n---\n" + NEWS.encode(), 4, "not YAML", "key: value"),
    "front matter without fields": (b"---\nhello\n---\n" + NEWS.encode(), 2, "no fields", "key: value"),
    "a field with many values": (b"---\ntitle: [a, b]\n---\n" + NEWS.encode(), 2, "`title`", "title: value"),
    "one line of 5 MB": (b"word " * 1_000_000, None, "1,000,000", "split"),
    "one character too many": (b"a" * (LONGEST + 1), None, "1,000,001 characters", "split"),
}


@pytest.mark.parametrize("name", BROKEN_TEXT)
def test_broken_text_file_is_reported_and_the_rest_goes_on(tmp_path: Path, name: str) -> None:
    content, line, message, remedy = BROKEN_TEXT[name]
    (tmp_path / "a.txt").write_bytes(content)
    (tmp_path / "b.txt").write_text(NEWS, encoding="utf-8")
    articles, errors = read(tmp_path)
    assert [article.id for article in articles] == ["b"]
    [error] = errors
    assert isinstance(error, ArticleError)
    assert (error.file, error.line) == (str(tmp_path / "a.txt"), line)
    assert message in error.message
    assert remedy in error.remedy


BROKEN_LINE = {
    "no JSON": ("{text}", "not JSON"),
    "no object": ('["a"]', "not an object"),
    "no id": ('{"text": "Hello to all of you"}', "no `id`"),
    "no text": ('{"id": "x"}', "no `text`"),
    "text is a number": ('{"id": "x", "text": 5}', "`text` is a int"),
    "blank text": ('{"id": "x", "text": " "}', "empty"),
    "NUL": (r'{"id": "x", "text": "the \u0000 end"}', "binary"),
    "half a character": (r'{"id": "x", "text": "the \ud83d end", "lang": "en"}', "surrogate"),
    "bad date": ('{"id": "x", "text": "The end is near", "published": "04/09/2025"}', "04/09/2025"),
    "too deep": ('{"id": ' + "[" * 100_000, "not JSON"),
    "longer than any article": ('{"id": "x", "text": "' + "a" * 13_000_000 + '"}', "longer"),
    "5 MB of text": ('{"id": "x", "text": "' + "a" * 5_000_000 + '"}', "5,000,000 characters"),
}


@pytest.mark.parametrize("name", BROKEN_LINE)
def test_broken_line_is_reported_and_the_rest_goes_on(tmp_path: Path, name: str) -> None:
    line, message = BROKEN_LINE[name]
    path = tmp_path / "a.jsonl"
    good = json.dumps({"id": "good", "text": NEWS})
    path.write_text(f"\n{line}\n{good}\n", encoding="utf-8")
    articles, [error] = read(path)
    assert [article.id for article in articles] == ["good"]
    assert (error.file, error.line) == (str(path), 2)
    assert message in error.message
    assert error.remedy


def test_longest_article_is_read(tmp_path: Path) -> None:
    text = "word " * (LONGEST // 5)
    assert len(read_one(tmp_path / "a.txt", text).text) == LONGEST


def test_second_article_of_an_id_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"id": "x", "text": NEWS}) + "\n" + json.dumps({"id": "x", "text": "The second one is left out."}),
        encoding="utf-8",
    )
    (tmp_path / "x.txt").write_text(NEWS, encoding="utf-8")
    articles, errors = read(tmp_path)
    assert [article.text for article in articles] == [NEWS]
    assert [(error.file, error.line) for error in errors] == [
        (str(tmp_path / "a.jsonl"), 2), (str(tmp_path / "x.txt"), None),
    ]  # fmt: skip
    assert all(f"{tmp_path / 'a.jsonl'}:1" in error.message for error in errors)


def test_missing_and_unreadable_sources(tmp_path: Path) -> None:
    good, loop, empty = tmp_path / "good.txt", tmp_path / "loop.txt", tmp_path / "empty"
    good.write_text(NEWS, encoding="utf-8")
    loop.symlink_to(loop)
    empty.mkdir()
    articles, errors = read(tmp_path / "none.txt", loop, empty, good)
    assert [article.id for article in articles] == ["good"]
    assert [error.file for error in errors] == [str(tmp_path / "none.txt"), str(loop), str(empty)]
    assert "No such file" in errors[0].message
    assert all(error.remedy for error in errors)


def test_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(NEWS, encoding="utf-8")
    path.chmod(0)
    try:
        path.read_bytes()
    except PermissionError:
        articles, [error] = read(path)
        assert (articles, error.file) == ([], str(path))
        assert "Permission denied" in error.message
    else:
        pytest.skip("this user may read everything")


STDIN = {
    "text": (NEWS.encode(), ["stdin"], []),
    "text after blank lines": (b"\xef\xbb\xbf\n\n" + NEWS.encode(), ["stdin"], []),
    "JSON lines": (b'\n{"id": "a", "text": "The end"}\n{"id": "b"}\n{"id": "c", "text": "The start"}', ["a", "c"], [3]),
    "JSON lines, the first broken": (b'{"id": \n{"id": "c", "text": "The start"}', ["c"], [1]),
    "nothing": (b"", [], [None]),
}


@pytest.mark.parametrize("name", STDIN)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    content, ids, lines = STDIN[name]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
    articles, errors = read("-", lang="en")
    assert [article.id for article in articles] == ids
    assert [error.line for error in errors] == lines
