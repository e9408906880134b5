"""A person accepts, changes or rejects drafted rows: refused in whole or written in whole, and noted with name and day."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from packages import change_cell, copy_package, read_table, small_package, write_table

from corrigenda.cli.main import main
from corrigenda.errors import SetupError
from corrigenda.package.drafts import digest_cells, find_drafts, mark_rows, read_marks
from corrigenda.package.package import Package, open_package
from corrigenda.package.tables.csv_file import read_rows
from corrigenda.tasks.checking.check import check
from corrigenda.tasks.review.acceptance import OvertakenError, accept, change, reject

DAY, GAP, MEETING = ("dates", "art/day"), ("dates", "art/gap"), ("events", "art/meeting")
ON = "2026-03-20"
TENURE = "office-outside-tenure:tokyo-dome/hegseth-0301"


def drafted(root: Path, *names: str) -> Package:
    package = open_package(root)
    rows = {name: read_rows(package.tables[name].file)[1] for name in names}
    package.tables["drafts"].file.write_bytes(mark_rows(package, rows, "a test")["drafts"])
    return package


@pytest.fixture
def package(tmp_path: Path) -> Package:
    return drafted(small_package(tmp_path), "dates", "events", "relations", "mentions")


def files(package: Package) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted((package.root / "data").rglob("*.csv"))}


def cells(package: Package, key: tuple[str, str]) -> dict[str, str]:
    table = package.tables[key[0]]
    return next(row for row in read_rows(table.file)[1] if row[table.key[0]] == key[1])


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, [*map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def test_accepting_notes_who_and_when_and_changes_no_cell(package: Package) -> None:
    before = files(package)
    assert accept(package, {DAY: digest_cells(cells(package, DAY)), GAP: None}, " Ada ", ON) == "Ada accepted 2 rows (dates 2)"
    after = files(package)
    assert {name for name in before if before[name] != after[name]} == {"drafts.csv"}
    mark = read_marks(package)[DAY]
    assert (mark.accepted_by, mark.accepted_on, mark.drafted_by) == ("Ada", ON, "a test")
    with pytest.raises(SetupError, match=f"dates art/day is no draft any more: Ada accepted it on {ON}"):
        accept(package, {DAY: None}, "Ben", ON)


def test_what_another_tab_changed_is_not_overwritten(package: Package) -> None:
    read = digest_cells(cells(package, DAY))
    change(package, DAY, {"edtf": "2023-06"}, "Ada", ON, read)
    before = files(package)
    late: list[Callable[[], str]] = [
        lambda: accept(package, {DAY: read}, "Ben", ON),
        lambda: change(package, DAY, {"edtf": "2023-07"}, "Ben", ON, read),
        lambda: reject(package, {DAY: read}),
    ]
    for decide in late:
        with pytest.raises(OvertakenError, match="dates art/day was changed since you read it; nothing was written"):
            decide()
    with pytest.raises(OvertakenError, match="there is no row 'art/never' in dates"):
        accept(package, {("dates", "art/never"): None}, "Ben", ON)
    assert files(package) == before


def test_a_changed_row_is_accepted_as_changed(package: Package) -> None:
    assert change(package, DAY, {"edtf": "2023-06"}, "Ada", ON) == "Ada changed edtf of dates art/day"
    assert cells(package, DAY)["edtf"] == "2023-06"
    assert read_marks(package)[DAY].accepted_by == "Ada"
    assert DAY not in find_drafts(package)
    # Somebody who accepted a row can still change their mind.
    assert change(package, DAY, {"edtf": "2023-05"}, "Ada", "2026-03-21") == "Ada changed edtf of dates art/day"
    assert read_marks(package)[DAY].accepted_on == "2026-03-21"
    assert DAY not in find_drafts(package), "it has the cells that were drafted again, and is accepted"


@pytest.mark.parametrize(
    ("new", "told"),
    [
        ({"edtf": "2023-13"}, "edtf"),
        ({"event_id": "art/nowhere"}, "art/nowhere"),
        ({"kind": "guess"}, "kind"),
        ({"date_id": "art/other"}, "date_id is no cell that can be changed"),
        ({"no_such": "x"}, "no_such is no cell that can be changed"),
        ({"as_printed": "a\nb"}, "character that cannot be printed"),
    ],
)
def test_a_change_that_is_not_sound_writes_nothing(package: Package, new: dict[str, str], told: str) -> None:
    before = files(package)
    with pytest.raises(SetupError, match=told):
        change(package, DAY, new, "Ada", ON)
    assert files(package) == before


def test_rows_that_nobody_drafted_are_not_touched(package: Package) -> None:
    before = files(package)
    decisions: list[Callable[[], str]] = [
        lambda: accept(package, {("claims", "art/meets"): None}, "Ada", ON),
        lambda: change(package, ("claims", "art/meets"), {"statement": "No."}, "Ada", ON),
        lambda: reject(package, {("claims", "art/meets"): None}),
    ]
    for decide in decisions:
        with pytest.raises(SetupError, match="claims art/meets was not drafted"):
            decide()
    with pytest.raises(SetupError, match="the name of the person who decides is empty"):
        accept(package, {DAY: None}, " ", ON)
    with pytest.raises(SetupError, match="accepted_on"):
        accept(package, {DAY: None}, "Ada", "yesterday")
    assert files(package) == before


def test_a_rejected_row_goes_with_the_drafts_that_hang_on_it(package: Package) -> None:
    told = reject(package, {MEETING: None})
    assert told == "rejected events art/meeting, and 5 rows (dates 2, mentions 1, relations 2) with it"
    assert read_table(package.root, "dates")[1] == []
    assert {key for key, _ in read_marks(package).items()} == {("events", "art/later"), ("events", "art/writing")}
    assert check(package.root).rows["events"] == 2


def test_a_row_on_which_a_decided_one_rests_is_not_rejected(package: Package) -> None:
    accept(package, {GAP: None}, "Ada", ON)
    before = files(package)
    with pytest.raises(SetupError, match="events art/meeting cannot be rejected: dates art/gap rest on it and are no drafts"):
        reject(package, {MEETING: None})
    assert files(package) == before
    assert reject(package, {DAY: None}) == "rejected dates art/day"


def test_other_readings_go_with_the_decision(package: Package) -> None:
    for key, value in (("art/day", "2022-05"), ("art/day", "2024-05"), ("art/gap", "P2Y")):
        header, rows = read_table(package.root, "readings")
        write_table(package.root, "readings", header, [*rows, ["dates", key, "edtf", value, "Another year."]])
    accept(package, {DAY: None}, "Ada", ON)
    assert [row[1] for row in read_table(package.root, "readings")[1]] == ["art/gap"]
    reject(package, {GAP: None})
    assert read_table(package.root, "readings")[1] == []


def test_a_changed_row_must_fit_the_text(tmp_path: Path, text: str) -> None:
    package = drafted(copy_package(tmp_path), "mentions")
    key = ("mentions", "tokyo-dome/hegseth-0301")
    before = files(package)
    with pytest.raises(SetupError, match="the row does not fit the text; nothing was written"):
        change(package, key, {"name_printed": "Peter Hegseth"}, "Ada", ON, texts=[text])
    assert files(package) == before
    assert change(package, key, {"title_time": "writing"}, "Ada", ON, texts=[text]) == f"Ada changed title_time of mentions {key[1]}"


def test_a_finding_becomes_certain_once_its_rows_are_accepted(tmp_path: Path) -> None:
    package = drafted(copy_package(tmp_path), "claims", "dates", "events", "mentions", "relations", "attributions", "sums")
    root = package.root
    drafts = len(find_drafts(package))
    shown = run("check", root, "--select", "office-outside-tenure")[1]
    assert "possible (draft)" in shown
    assert run("accept", TENURE, "--by", "Ada", "--on", ON, "--package", root)[1] == (
        "Ada accepted 5 rows (claims 2, dates 1, events 1, mentions 1)\n"
    )
    assert drafts - len(find_drafts(package)) == 5
    shown = run("check", root, "--select", "office-outside-tenure")[1]
    assert "error (certain): " in shown
    assert "5 drafted rows were accepted (by Ada 5)." in shown
    code, said = run("accept", TENURE, "--by", "Ada", "--package", root)
    assert (code, said) == (2, f"There is no draft to decide about under {TENURE}.\n")
    code, said = run("accept", "office-outside-tenur:tokyo-dome/hegseth-0301", "--by", "Ada", "--package", root)
    assert (code, TENURE in said) == (2, True), said


def test_what_rests_on_no_finding_is_accepted_in_bulk(tmp_path: Path) -> None:
    package = drafted(copy_package(tmp_path), "claims", "sums", "quotations")
    under = {key for finding in check(package.root).findings for key in finding.drafts}
    assert run("accept", "--rest", "--by", "Ada", "--on", ON, "--package", package.root)[0] == 0
    assert under
    left = find_drafts(package)
    assert left >= under
    # Findings that are folded into others have rows of their own.
    assert len(left) < len(under) + 5 < len(read_marks(package)) / 2
    assert run("accept", "--by", "Ada", "--package", package.root)[0] == 2


def test_a_cell_is_changed_and_a_row_rejected_on_the_command_line(package: Package) -> None:
    root = package.root
    assert run("accept", "dates:art/day", "--set", "edtf=2023-06", "--by", "Ada", "--on", ON, "--package", root) == (
        0, "Ada changed edtf of dates art/day\n",
    )  # fmt: skip
    assert run("accept", "dates:art/gap", "events:art/later", "--set", "edtf=2023", "--by", "Ada", "--package", root)[0] == 2
    assert run("accept", "dates:art/gap", "--set", "edtf", "--by", "Ada", "--package", root)[0] == 2
    assert run("reject", "relations:art/assumed", "--package", root) == (0, "rejected relations art/assumed\n")
    assert run("reject", "year-missing:art/day", "--package", root)[1].startswith("'year-missing:art/day' is no row of a table")


def test_a_row_that_was_edited_by_hand_is_no_draft_to_accept(package: Package) -> None:
    change_cell(package.root, "dates", "art/day", "edtf", "2023-06")
    with pytest.raises(SetupError, match="it was edited since it was drafted"):
        accept(package, {DAY: None}, "Ada", ON)


def test_rows_are_accepted_and_changed_in_a_spreadsheet(package: Package, tmp_path: Path) -> None:
    """The workbook of the package has the drafts on a sheet: whoever writes a name there has accepted the row."""
    pytest.importorskip("xlsxwriter", reason="a workbook is written with the extra 'export'")
    openpyxl = pytest.importorskip("openpyxl", reason="a workbook is read with the extra 'import'")
    file = tmp_path / "package.xlsx"
    assert run("check", package.root, "--write")[0] == 0
    assert run("export", "xlsx", package.root, "-o", file)[0] == 0
    book = openpyxl.load_workbook(file)
    drafts = book["drafts"]
    names = [cell.value for cell in drafts[1]]
    for row in drafts.iter_rows(min_row=2):
        if (row[0].value, row[1].value) == DAY:
            row[names.index("accepted_by")].value = "Ada"
            row[names.index("accepted_on")].value = ON
    dates = book["dates"]
    columns = [cell.value for cell in dates[1]]
    next(row for row in dates.iter_rows(min_row=2) if row[0].value == "art/gap")[columns.index("duration")].value = "P2Y"
    book.save(file)
    code, said = run("import", "xlsx", file, "-o", package.root)
    assert code == 0, said
    left = find_drafts(package)
    assert DAY not in left
    assert GAP not in left
    assert MEETING in left
    assert read_marks(package)[DAY].accepted_by == "Ada"
    # A mark that is deleted accepted its row in nobody's name.
    drafts.delete_rows(2, drafts.max_row)
    book.save(file)
    code, said = run("import", "xlsx", file, "-o", package.root)
    assert (code, "still there (" in said, "Nothing was written" in said) == (2, True, True)
    assert find_drafts(package) == left
