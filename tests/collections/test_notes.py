"""A story's own list is used together with the reference, and whatever rests on it says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from packages import append_row, copy_package, line_of, read_table

from corrigenda.cli.main import main
from corrigenda.errors import SetupError
from corrigenda.results.finding import Finding
from corrigenda.tasks.checking.check import run_check
from corrigenda.tasks.page import make_page

DAY = "2026-11-28"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return copy_package(tmp_path)


def write(folder: Path, text: str) -> Path:
    file = folder / "notes.csv"
    file.write_text(text, "utf-8")
    return file


def found(package: Path, notes: Path | None, rule: str) -> list[Finding]:
    run = run_check(package, as_of=DAY, notes=notes, about="all", select=[rule])
    return [finding for finding in run.report.result.findings if finding.rule == rule]


def test_a_term_of_the_notes_counts_for_the_person_of_the_reference(package: Path, tmp_path: Path) -> None:
    before = {file: file.read_bytes() for file in package.rglob("*") if file.is_file()}
    assert [f.key for f in found(package, None, "office-outside-tenure")] == ["tokyo-dome/hegseth-0301"]
    notes = write(tmp_path, "name,title,start,end,confirmed\nPETE HEGSETH,Secretary of Defense,2024-01-01,2024-12-31,yes\n")
    assert found(package, notes, "office-outside-tenure") == []
    assert {file: file.read_bytes() for file in package.rglob("*") if file.is_file()} == before


def test_a_place_is_named_where_it_is_at_home(package: Path, tmp_path: Path) -> None:
    # The first row makes names and actors of its own, so that lines of the joined tables differ from those of the reference.
    notes = write(tmp_path, "name,title,start\nAaron Aab,Aaa of Testville,2019\n\nPete Hegseth,Secretary of Defense,2025-01-20\n")
    (finding,) = found(package, notes, "term-listed-twice")
    places = {place.path: place for place in finding.places if place.table == "tenures"}
    assert places[str(notes)].line == 4
    own = places["data/known/tenures.csv"]
    rows = read_table(package, "tenures")[1]
    assert own.line == line_of(package, "tenures", next(number for number, row in enumerate(rows) if row[0] == own.row))
    assert own.region is not None
    assert own.region.start_line == own.line
    assert "The desk's notes" in [source.title for source in finding.sources]


def test_the_report_says_what_was_joined(package: Path, tmp_path: Path) -> None:
    notes = write(tmp_path, "name;variants;person_id\nPete Hegseth;Peter Hegseth;\nAnn Lee;Annie Lee;ann-lee-of-testville\n")
    told = CliRunner().invoke(main, ["check", str(package), "--notes", str(notes)])
    assert told.exit_code == 0, told.output
    assert f"the desk's notes ({notes})" in told.stdout
    assert f"The desk's notes ({notes}): 2 rows with 1 known name (Pete Hegseth) and 1 new name (Ann Lee)." in told.stderr
    assert "the desk's notes" in (make_page(package, as_of=DAY, notes=notes).report.reference or "")


def test_a_name_of_several_is_asked_back(package: Path, tmp_path: Path) -> None:
    flags = {"existed_from_confirmed": "true", "existed_to_confirmed": "true", "source_id": "general-knowledge", "kind": "person"}
    for key in ("zz-one", "zz-two"):
        append_row(package, "actors", actor_id=key, label="Zoe Zed", **flags)
    notes = write(tmp_path, "name,variants\nZoe Zed,Z. Zed\n")
    with pytest.raises(SetupError, match=r"line 2: 2 entries of the reference are called 'Zoe Zed' \(zz-one, zz-two\); put the key"):
        run_check(package, as_of=DAY, notes=notes)
    assert run_check(package, as_of=DAY, notes=write(tmp_path, "name,variants,person_id\nZoe Zed,Z. Zed,zz-two\n")).report


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "is empty"),
        ("name,variants\n", "has no row"),
        ("title,start\nMayor,2020\n", "there is no column 'name'"),
        ("name,colour\nAnn Lee,red\n", "the column 'colour' is not known"),
        ("name,title\nAnn Lee\n", "line 2: has 1 cells; expected 2"),
        ("name,title\n,Mayor\n", "line 2: has no name"),
        ("name,measure,amount\nAnn Lee,cost,5\n", "line 2: has a cell measure and no day"),
        ("name,title,start\nAnn Lee,Mayor,2020-13\n", "line 2: '2020-13'"),
        ("name,kind\nAnn Lee,robot\n", "line 2: a kind of actor that the tables do not have"),
        ("name,measure,amount,day\nAnn Lee,costs,5,2020\n", ":2: measure"),
        ("name,relation,other\nAnn Lee,friend of,Bob\n", "'friend-of'"),
    ],
)
def test_bad_notes_are_a_clear_sentence(package: Path, tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(SetupError) as told:
        run_check(package, as_of=DAY, notes=write(tmp_path, text))
    assert sentence in str(told.value)


def test_what_is_committed_has_no_notes_in_it(package: Path, tmp_path: Path) -> None:
    notes = write(tmp_path, "name,variants\nAnn Lee,Annie Lee\n")
    with pytest.raises(SetupError, match="leave out --notes"):
        run_check(package, as_of=DAY, notes=notes, write=True)
    with pytest.raises(SetupError, match="the day of the run"):
        run_check(package, notes=notes)
