"""A workbook that was exported, edited, and is taken back."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner
from packages import edit_json, path_of, read_table

from corrigenda.cli.main import main
from corrigenda.errors import SetupError
from corrigenda.tasks.publishing.export import export
from corrigenda.tasks.reference.take_back import take_back


@pytest.fixture
def workbook(package: Path, tmp_path: Path) -> Path:
    export(package, "xlsx", tmp_path / "book.xlsx")
    return tmp_path / "book.xlsx"


def edit(workbook: Path, sheet: str, key: str, field: str, value: Any, number_format: str | None = None) -> None:
    book = openpyxl.load_workbook(workbook)
    names = [cell.value for cell in book[sheet][1]]
    row = next(row for row in book[sheet].iter_rows(min_row=2) if row[0].value == key)
    cell = row[names.index(field)]
    cell.value = value
    if number_format:
        cell.number_format = number_format
    book.save(workbook)


def test_a_workbook_that_was_only_saved_again_changes_nothing(package: Path, workbook: Path) -> None:
    before = {file: file.read_bytes() for file in package.rglob("*.csv")}
    openpyxl.load_workbook(workbook).save(workbook)
    assert not take_back(workbook, package)
    assert {file: file.read_bytes() for file in package.rglob("*.csv")} == before


KEY = "us/secretary-of-defense/pete-hegseth"


@pytest.mark.parametrize(
    ("field", "value", "shown", "expected"),
    [
        ("start", "2025-01-26", None, "2025-01-26"),
        ("start", date(2025, 1, 26), "yyyy-mm-dd", "2025-01-26"),
        ("start", datetime(2025, 1, 26), "dd/mm/yyyy", "2025-01-26"),
        ("start_confirmed", False, None, "false"),
        ("start_confirmed", "FALSE", None, "false"),
        ("note", "  A note; with\r\ntwo lines ", None, "A note; with\ntwo lines"),
    ],
)
def test_an_edited_cell_is_taken_back_and_shown(
    package: Path, workbook: Path, field: str, value: Any, shown: str | None, expected: str
) -> None:
    header, rows = read_table(package, "tenures")
    edit(workbook, "tenures", KEY, field, value, shown)
    told = CliRunner().invoke(main, ["import", "xlsx", str(workbook), "-o", str(package), "--check"])
    assert told.exit_code == 0, told.output
    assert KEY in told.stdout
    assert read_table(package, "tenures") == (header, rows)
    assert CliRunner().invoke(main, ["import", "xlsx", str(workbook), "-o", str(package)]).exit_code == 0
    after = {row[0]: row for row in read_table(package, "tenures")[1]}
    for row in rows:
        if row[0] == KEY:
            row[header.index(field)] = expected
        assert after[row[0]] == row


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (datetime(2025, 1, 1), "mmm-yy"),
        (45677.5, None),
        ("=1+1", None),
        (datetime(2025, 1, 1, 12), "yyyy-mm-dd hh:mm"),
        ("20.01.2025", None),
    ],
)
def test_a_date_that_the_spreadsheet_has_turned_is_refused_and_named(package: Path, workbook: Path, value: Any, shown: str | None) -> None:
    before = path_of(package, "tenures").read_bytes()
    edit(workbook, "tenures", KEY, "start", value, shown)
    with pytest.raises(SetupError) as refused:
        take_back(workbook, package)
    assert "tenures" in refused.value.sentences[0]
    assert "start" in refused.value.sentences[0]
    assert path_of(package, "tenures").read_bytes() == before


def test_rows_and_columns_may_move_come_and_go(package: Path, workbook: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    sheet = book["tenures"]
    names = [cell.value for cell in sheet[1]]
    new = dict(zip(names, [cell.value for cell in sheet[2]], strict=True)) | {"tenure_id": "ca/defence-minister/new", "start": "1999"}
    sheet.append([new[name] for name in names])
    sheet.delete_rows(3)
    del book["about"]
    book.save(workbook)
    change = take_back(workbook, package)
    (table,) = [table for table in change.tables if table.name == "tenures"]
    assert [row.key for row in table.added] == [("ca/defence-minister/new",)]
    assert len(table.removed) == 1
    keys = [row[0] for row in read_table(package, "tenures")[1]]
    assert keys == sorted(keys)


@pytest.mark.parametrize("data", [b"", b"PK", b"not a workbook", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_workbook_is_a_sentence(package: Path, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "x.xlsx"
    file.write_bytes(data)
    with pytest.raises(SetupError, match=r"x\.xlsx"):
        take_back(file, package)


def test_tables_whose_sheets_would_have_one_name_keep_apart(package: Path, tmp_path: Path) -> None:
    names = ("a_table_whose_name_is_far_too_long_1", "a_table_whose_name_is_far_too_long_2", "history", "about")
    for name in names:
        (package / "data" / f"{name}.csv").write_text(f"key\n{name}\n")
    schema = {"fields": [{"name": "key", "type": "string", "description": "A key."}], "primaryKey": ["key"]}
    (package / "schemas" / "own.json").write_text(json.dumps(schema))
    own = [{"name": name, "path": f"data/{name}.csv", "schema": "schemas/own.json", "description": "Own."} for name in names]
    like = json.loads((package / "datapackage.json").read_text())["resources"][0]
    edit_json(package / "datapackage.json", lambda d: d["resources"].extend({**like, **one} for one in own))
    export(package, "xlsx", tmp_path / "book.xlsx")
    assert take_back(tmp_path / "book.xlsx", package) is not None
    assert [(package / "data" / f"{name}.csv").read_text() for name in names] == [f"key\n{name}\n" for name in names]
    edit(tmp_path / "book.xlsx", "history~2", "history", "key", "other")
    take_back(tmp_path / "book.xlsx", package)
    assert (package / "data" / "history.csv").read_text() == "key\nother\n"


def test_a_workbook_whose_cells_are_nowhere_is_a_sentence(package: Path, workbook: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(workbook) as sound, zipfile.ZipFile(tmp_path / "x.xlsx", "w") as broken:
        for name in sound.namelist():
            broken.writestr(name, re.sub(rb'<c r="A\d+"', b'<c r="ZZZZ1"', sound.read(name)))
    with pytest.raises(SetupError, match=r"x\.xlsx: the sheet \w+ cannot be read: ValueError"):
        take_back(tmp_path / "x.xlsx", package)


def test_a_workbook_that_grows_when_unpacked_is_refused(package: Path, tmp_path: Path) -> None:
    file = tmp_path / "x.xlsx"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("big", "w", force_zip64=True) as big:
        for _ in range(510):
            big.write(bytes(1_000_000))
    file.write_bytes(stream.getvalue())
    with pytest.raises(SetupError, match="larger than"):
        take_back(file, package)
