"""The command `draft`: a text becomes a package, a desk's rows stay, and what is drafted is marked."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from packages import ROOT

from corrigenda.cli.main import main
from corrigenda.package.drafts import find_drafts
from corrigenda.package.package import open_package
from corrigenda.package.scaffold import new_package
from corrigenda.tasks.checking.check import run_check
from corrigenda.tasks.drafting import texts

TEXT = (
    "BRUSSELS, May 6, 2024 — Defense Secretary Pete Hegseth met President Donald Trump on Friday.\n"
    "“We go,” Hegseth said. Anna Roe, head of the Delta Council, left.\n"
)


def run(*arguments: str | Path, text: str | None = None) -> Result:
    return CliRunner().invoke(main, ["draft", *map(str, arguments)], input=text)


def read(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / "data" / table).with_suffix(".csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "talks.txt"
    file.write_text(TEXT, "utf-8")
    return file


def test_a_text_becomes_a_package_whose_rows_prove(article: Path, tmp_path: Path) -> None:
    done = run("--text", article, "--known", ROOT, "-o", tmp_path / "p")
    assert done.exit_code == 0, done.output
    assert "rows with a span fit the text" in done.output
    assert "Anna Roe (head of the Delta Council)" in done.output
    assert read(tmp_path / "p", "said/articles")[0]["published"] == "2024-05-06"
    assert run_check(tmp_path / "p", known=ROOT, texts=[TEXT]).exit_code() == 0


def test_no_finding_of_a_draft_is_certain_and_the_worst_comes_first(article: Path, tmp_path: Path) -> None:
    done = run("--text", article, "--known", ROOT, "-o", tmp_path / "p")
    told = [line for line in done.output.splitlines() if line.startswith(("certain", "possible"))]
    assert told[0].startswith("possible (draft) warning ")
    assert any(line.startswith("possible (draft) warning office-outside-tenure: Pete Hegseth") for line in told)
    assert all(line.startswith("possible (draft)") for line in told)


def test_every_row_that_is_a_reading_is_marked(article: Path, tmp_path: Path) -> None:
    run("--text", article, "--known", ROOT, "-o", tmp_path / "p")
    marked = find_drafts(open_package(tmp_path / "p", ROOT))
    for table in ("claims", "events", "dates", "mentions", "attributions", "quotations"):
        keys = {row[f"{table[:-1]}_id"] for row in read(tmp_path / "p", f"said/{table}")}
        assert keys - {row for name, row in marked if name == table} <= {"talks/writing"}


def test_rows_that_a_person_wrote_stay_and_no_second_one_is_added(article: Path, tmp_path: Path) -> None:
    run("--text", article, "--known", ROOT, "-o", tmp_path / "p")
    file = tmp_path / "p" / "data" / "said" / "mentions.csv"
    header, *own = file.read_text("utf-8").replace("talks/donald-trump-0101", "talks/mine").splitlines(keepends=True)
    file.write_text("".join([header, *sorted(own)]), "utf-8")
    before = read(tmp_path / "p", "said/mentions")
    assert run("--text", article, "--known", ROOT, "--into", tmp_path / "p", "--check").output.startswith("talks: nothing would be added")
    dates = tmp_path / "p" / "data" / "said" / "dates.csv"
    dates.write_text(dates.read_text("utf-8").splitlines(keepends=True)[0], "utf-8")
    done = run("--text", article, "--known", ROOT, "--into", tmp_path / "p")
    assert done.exit_code == 0, done.output
    assert done.output.startswith("talks: 2 dates added")
    assert read(tmp_path / "p", "said/mentions") == before


def test_a_draft_says_what_it_could_compare_with_nothing(tmp_path: Path) -> None:
    text = tmp_path / "undated.txt"
    text.write_text("Harbour Master Pete Hegseth signed the order on Friday.\n", "utf-8")
    told = run("--text", text, "--known", ROOT, "--check").output
    assert "No day of writing was found in the text: undated." in told
    assert 'Not a title of an office of the reference: "Harbour Master" (Pete Hegseth).' in told
    assert "No day of writing" not in run("--text", text, "--known", ROOT, "--check", "--published", "2026-03-13").output


def test_check_writes_nothing(article: Path, tmp_path: Path) -> None:
    done = run("--text", article, "--known", ROOT, "-o", tmp_path / "p", "--check")
    assert "would be added" in done.output
    assert not (tmp_path / "p").exists()


@pytest.mark.parametrize(
    ("option", "value"), [("--language", "2024/.."), ("--id", "$(id)"), ("--title", "x" * 1_000_001)], ids=["language", "id", "title"]
)
def test_a_fact_that_would_break_the_package_leaves_none(article: Path, tmp_path: Path, option: str, value: str) -> None:
    told = run("--text", article, "-o", tmp_path / "new", option, value)
    assert told.exit_code == 2
    assert "data/said/articles.csv" in told.stderr
    assert not (tmp_path / "new").exists()


def test_the_text_of_a_page_is_saved_only_with_its_draft(tmp_path: Path) -> None:
    page = tmp_path / "one.html"
    page.write_text("<html><body><article><p>The minister said on Monday that the bridge would open in May.</p></article></body></html>")
    assert run("--text", page, "-o", tmp_path / "new", "--check").exit_code == 0
    assert run("--text", page, "-o", tmp_path / "new", "--language", "2024/..").exit_code == 2
    assert not (tmp_path / "one.txt").exists()
    assert run("--text", page, "-o", tmp_path / "new").exit_code == 0
    assert (tmp_path / "one.txt").exists()


def test_standard_input_a_folder_and_several_files(article: Path, tmp_path: Path) -> None:
    assert run("--text", "-", "--id", "one", "--known", ROOT, "-o", tmp_path / "a", text=TEXT).exit_code == 0
    (tmp_path / "talks2.txt").write_text("Canada joined.", "utf-8")
    done = run("--text", tmp_path, "--known", ROOT, "-o", tmp_path / "b")
    assert done.output.startswith("talks, talks2: ")
    assert [row["article_id"] for row in read(tmp_path / "b", "said/articles")] == ["talks", "talks2"]
    assert run("--text", article, "--text", tmp_path / "talks2.txt", "--id", "x", "-o", tmp_path / "c").exit_code == 2


def test_a_page_is_drafted_from_its_text(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason="the text of a page is taken out of it by trafilatura")
    story = " ".join(f"Defense Secretary Pete Hegseth met the press for the {n}th time in May 2024." for n in range(4, 9))
    page = tmp_path / "page.html"
    page.write_text(
        f"<html><head><title>A page</title></head><body><nav>Menu</nav><article><h1>A page</h1><p>{story}</p></article></body></html>",
        "utf-8",
    )
    done = run("--text", page, "--known", ROOT, "-o", tmp_path / "p")
    assert done.exit_code == 0, done.output
    assert "Menu" not in (tmp_path / "page.txt").read_text("utf-8")
    assert "rows with a span fit the text" in done.output


def test_a_page_without_the_library_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    page = tmp_path / "page.html"
    page.write_text("<html><body>x</body></html>", "utf-8")
    done = run("--text", page, "-o", tmp_path / "p")
    assert done.exit_code == 2
    assert "corrigenda[html]" in done.output
    assert not (tmp_path / "p").exists()


def test_a_desk_adds_words_without_code(tmp_path: Path) -> None:
    package = new_package(tmp_path / "known", starter=True)
    text = tmp_path / "a.txt"
    text.write_text("Ann Lee frobnicated the city on May 3, 2024.", "utf-8")

    def kinds(target: Path) -> set[str]:
        assert run("--text", text, "--known", tmp_path / "known", "-o", target).exit_code == 0
        return {row["kind_id"] for row in read(target, "said/events")}

    assert "attack-event" not in kinds(tmp_path / "p")
    file = package.tables["cues"].file
    lines = [*file.read_text("utf-8").splitlines(), "en/event/frobnicated,frobnicated,en,event,past,attack-event,,corrigenda"]
    file.write_text("\n".join([lines[0], *sorted(lines[1:])]) + "\n", "utf-8")
    assert "attack-event" in kinds(tmp_path / "q")


def test_a_flat_table_becomes_rows(article: Path, tmp_path: Path) -> None:
    flat = tmp_path / "facts.csv"
    flat.write_text(
        "words;who;title;when;what;how much;source\n"
        "Defense Secretary Pete Hegseth met President Donald Trump on Friday;Pete Hegseth;Defense Secretary;Friday;The two talked;;\n",
        "utf-8",
    )
    done = run("--text", article, "--from", flat, "--known", ROOT, "-o", tmp_path / "p")
    assert done.exit_code == 0, done.output
    assert [row["statement"] for row in read(tmp_path / "p", "said/claims")] == ["The two talked."]
    assert [(row["actor_id"], row["title_printed"]) for row in read(tmp_path / "p", "said/mentions")] == [
        ("pete-hegseth", "Defense Secretary")
    ]
    assert [row["weekday"] for row in read(tmp_path / "p", "said/dates")] == ["friday"]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("words,who\nAnna Roe met nobody,\n", "line 2: the words 'Anna Roe met nobody' are not in a sentence"),
        ("words,who\nHegseth said,Anna Lee\n", "line 2: who is 'Anna Lee', which is not in the sentence"),
        ("word,who\nx,y\n", "expected words, and any of who"),
        ("words,colour\nx,y\n", "has the columns words, colour"),
        ("", "has the columns ; expected words"),
        # What follows was left out, or read to the end of the file, without a word.
        ("words,who,words\nx,y,z\n", "expected words, and any of who, title, when, what, how much, source, once"),
        ("words,who\nHegseth said, and left,Hegseth\n", "line 2: has 3 cells and the header 2; a cell with ',' is quoted"),
        ('words,who\n"Hegseth said,Hegseth\n', "is no CSV: unexpected end of data"),
        # The library has a limit for a cell, and passing it was an internal error.
        (f"words\n{'x' * 200_000}\n", "are not in a sentence"),
    ],
)  # fmt: skip
def test_a_flat_table_that_does_not_fit_is_refused_by_its_line(article: Path, tmp_path: Path, table: str, told: str) -> None:
    flat = tmp_path / "facts.csv"
    flat.write_text(table, "utf-8")
    done = run("--text", article, "--from", flat, "--known", ROOT, "-o", tmp_path / "p")
    assert done.exit_code == 2
    assert told in done.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["-o", "a", "--into", "b"], "give one of them"), (["--published", "soon"], "expected a day"), ([], "There is no text to draft")],
)
def test_what_cannot_be_drafted_is_refused(article: Path, arguments: list[str], told: str) -> None:
    text: list[str | Path] = ["--text", article] if arguments else []
    done = run(*text, *arguments)
    assert done.exit_code == 2
    assert told in done.output


def test_a_text_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xff\xfe")
    assert "is not UTF-8" in run("--text", file, "-o", tmp_path / "p").output


def test_a_text_that_is_no_article_is_refused_by_its_length(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text of a million characters took minutes."""
    monkeypatch.setattr(texts, "_LONGEST", 100)
    monkeypatch.setattr(texts, "_LONGEST_PAGE", 1000)
    for name, text, told in (
        ("a.txt", "x" * 101, "a.txt: has 101 characters, and at most 100 are drafted"),
        ("b.html", "x" * 1001, "b.html: has 1,001 characters, and at most 1,000 are drafted"),
    ):
        (tmp_path / name).write_text(text)
        done = run("--text", tmp_path / name, "-o", tmp_path / "p")
        assert (done.exit_code, told in done.output) == (2, True)
    assert not (tmp_path / "p").exists()


def test_a_known_person_who_is_called_by_a_title_alone_is_drafted(tmp_path: Path) -> None:
    text = "Chair Pete Hegseth left. Then the chair was late."
    done = run("--text", "-", "--id", "club", "--published", "2024-05-06", "--known", ROOT, "-o", tmp_path / "p", text=text)
    assert done.exit_code == 0, done.output
    assert ("chair", "title") in [(row["title_printed"], row["form"]) for row in read(tmp_path / "p", "said/mentions")]
