"""Authoring: passages, spans from printed words, new packages and rules."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from packages import read_table, write_table

from corrigenda.cli.main import main
from corrigenda.errors import SetupError
from corrigenda.package.package import open_package
from corrigenda.package.storage.files import program_folder
from corrigenda.tasks.checking.check import run_check

TEXT = "The minister spoke on Monday. The minister left.\nA year later the minister returned to the ministry.\n"


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(a) for a in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Make a new package with one article, and stand in its folder's parent."""
    (tmp_path / "story.txt").write_text(TEXT, "utf-8")
    assert run("new", "package", tmp_path / "desk").exit_code == 0
    assert run("new", "article", "--text", tmp_path / "story.txt", "--package", tmp_path / "desk", "--publisher", "Example").exit_code == 0
    return tmp_path / "desk"


def claims(desk: Path, *finds: str) -> None:
    header, _ = read_table(desk, "claims")
    rows = []
    for number, find in enumerate(finds):
        cells = {"claim_id": f"story/c{number}", "statement": "x", "modality": "asserted", "polarity": "affirmed", "find": find}
        rows.append([cells.get(name, "") for name in [*header, "find"]])
    write_table(desk, "claims", [*header, "find"], rows)


def locate(desk: Path) -> Result:
    return run("locate", "claims", "--text", desk.parent / "story.txt", "--package", desk)


def test_a_new_package_is_valid_and_a_check_of_it_is_fine(desk: Path) -> None:
    assert run("check", desk, "--write").exit_code == 0
    assert run("check", desk, "--locked").exit_code == 0
    assert run_check(desk).report.open_findings == ()


def test_a_new_article_has_its_passages_digests_and_writing(desk: Path) -> None:
    _, passages = read_table(desk, "passages")
    assert [row[0] for row in passages] == ["story/01.01", "story/01.02", "story/02.01"]
    _, events = read_table(desk, "events")
    assert events[0][0] == "story/writing"
    assert run("check", desk, "--text", desk.parent / "story.txt").exit_code == 0


def test_an_article_is_added_once(desk: Path) -> None:
    again = run("new", "article", "--text", desk.parent / "story.txt", "--package", desk, "--id", "other")
    assert again.exit_code == 2
    assert "is there already, with this text" in again.stderr


@pytest.mark.parametrize("key", ["Upper", "a b", "", "../x", "a/b"])
def test_a_key_has_to_be_well_formed(desk: Path, key: str) -> None:
    other = desk.parent / "other.txt"
    other.write_text("Other.", "utf-8")
    before = read_table(desk, "articles")
    assert run("new", "article", "--text", other, "--package", desk, "--id", key or "-").exit_code == 2
    assert read_table(desk, "articles") == before


def test_words_are_located_and_the_working_column_goes(desk: Path) -> None:
    claims(desk, "on Monday", "[minister ]left", "A year … returned")
    result = locate(desk)
    assert result.exit_code == 0, result.stderr
    header, rows = read_table(desk, "claims")
    assert "find" not in header
    spans = [(row[1], TEXT[int(row[2]) : int(row[3])]) for row in rows]
    assert spans == [("story/01.01", "on Monday"), ("story/01.02", "left"), ("story/02.01", "A year later the minister returned")]


def test_words_that_stand_twice_are_told_with_their_places_and_left_open(desk: Path) -> None:
    claims(desk, "The minister", "nowhere", "on Monday")
    result = locate(desk)
    assert result.exit_code == 1
    assert "story/c0: 'The minister' occurs 2 times: story/01.01 at 0, story/01.02 at 30" in result.stderr
    assert "story/c1: 'nowhere' occurs nowhere" in result.stderr
    header, rows = read_table(desk, "claims")
    assert [(row[2], row[header.index("find")]) for row in rows] == [("", "The minister"), ("", "nowhere"), ("19", "on Monday")]


def test_a_row_without_words_is_told_and_left_open(desk: Path) -> None:
    claims(desk, "on Monday", "")
    result = locate(desk)
    assert (result.exit_code, result.stdout) == (1, "claims: 1 row filled, 0 had their span already, 1 not settled\n")
    assert result.stderr == (
        "data/said/claims.csv: story/c1: has no words to look for; write them into a column 'find', "
        "a long stretch as 'first words … last words'\n"
    )


def test_an_event_of_which_nothing_is_printed_needs_no_words(desk: Path) -> None:
    result = run("locate", "events", "--text", desk.parent / "story.txt", "--package", desk)
    assert (result.exit_code, result.stdout) == (0, "events: 0 rows filled, 0 had their span already, 0 not settled\n")


def test_a_passage_given_settles_it_and_a_span_given_is_kept(desk: Path) -> None:
    claims(desk, "The minister")
    header, rows = read_table(desk, "claims")
    rows[0][header.index("passage_id")] = "story/01.02"
    write_table(desk, "claims", header, rows)
    assert locate(desk).exit_code == 0
    assert read_table(desk, "claims")[1][0][1:4] == ["story/01.02", "30", "42"]
    assert "0 rows filled, 1 had their span already" in locate(desk).stdout


def test_another_text_is_refused(desk: Path) -> None:
    (desk.parent / "story.txt").write_text("Another.", "utf-8")
    claims(desk, "x")
    result = locate(desk)
    assert result.exit_code == 2
    assert "No article of the package has this text" in result.stderr


@pytest.mark.parametrize("content", [b"\xff", None])
def test_a_text_that_cannot_be_read(desk: Path, content: bytes | None) -> None:
    file = desk.parent / "bad.txt"
    if content:
        file.write_bytes(content)
    assert run("new", "article", "--text", file, "--package", desk).exit_code == 2


def test_a_folder_in_use_is_not_written_to(desk: Path) -> None:
    assert run("new", "package", desk).exit_code == 2


def test_a_new_rule_is_found_runs_and_is_not_written_over(tmp_path: Path) -> None:
    from corrigenda.checking.rulebook.catalogue import catalogue

    rules = tmp_path / "rules"
    arguments = ("new", "rule", "date-unlikely", "--rules", rules)
    assert run(*arguments).exit_code == 0
    assert [(rule.name, rule.topic, rule.since) for rule in catalogue(rules)] == [("date-unlikely", "", "")]
    assert (rules / "date-unlikely.md").read_text("utf-8").startswith("# date-unlikely\n")
    assert run(*arguments).exit_code == 2
    assert run("new", "rule", "Not A Name").exit_code == 2
    assert "leave out --topic" in run(*arguments, "--topic", "time").stderr


def test_a_new_rule_of_the_program_goes_into_its_topic(tmp_path: Path) -> None:
    from corrigenda import __version__
    from corrigenda.checking.rulebook.catalogue import catalogue

    rules = tmp_path / "rules"
    (rules / "time").mkdir(parents=True)
    (rules / "time" / "order-odd.sql").write_text((program_folder("rules") / "time" / "year-missing.sql").read_text("utf-8"), "utf-8")
    refused = run("new", "rule", "date-unlikely", "--rules", rules)
    assert refused.exit_code == 2
    assert "give --topic, for example one of time" in refused.stderr
    assert run("new", "rule", "date-unlikely", "--rules", rules, "--topic", "time").exit_code == 0
    rule = catalogue(rules)["date-unlikely"]
    assert (rule.topic, rule.since) == ("time", __version__)
    assert (rules / "time" / "date-unlikely.md").is_file()
    assert "choose another name" in run("new", "rule", "date-unlikely", "--rules", rules, "--topic", "names").stderr
    assert not (rules / "names").exists()


def test_files_are_replaced_whole(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crash before the replacement leaves the old file, and no scrap."""
    from corrigenda.package.storage.files import write_atomically

    file = open_package(desk).tables["claims"].file
    before = file.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(SetupError, match="cannot be written: no space left"):
        write_atomically(file, b"new")
    assert file.read_bytes() == before
    assert sorted(p.name for p in file.parent.iterdir() if p.name.startswith(".")) == []
