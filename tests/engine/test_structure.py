"""Bad input: a sentence for each problem, exit 2, no traceback, nothing written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from packages import append_row, change_cell, path_of, read_table
from structure_runs import check


def spoil(file: Path, old: bytes, new: bytes, times: int = 1) -> None:
    data = file.read_bytes()
    assert old in data
    file.write_bytes(data.replace(old, new, times))


def test_wrong_encoding_names_line_and_field(package: Path) -> None:
    file = path_of(package, "claims")
    lines = file.read_bytes().split(b"\n")
    lines[2] = (
        lines[2]
        .replace(b"asserted", b"asserted\xe9")
        .replace(b"reported", b"reported\xe9")
        .replace(b"opinion", b"opinion\xe9")
        .replace(b"anticipated", b"anticipated\xe9")
    )
    assert b"\xe9" in lines[2]
    file.write_bytes(b"\n".join(lines))
    code, said = check(package)
    assert code == 2
    assert "data/said/claims.csv:3: modality: has the byte 0xE9, which is not UTF-8" in said


def test_a_nul_byte_names_line_and_field(package: Path) -> None:
    change_cell(package, "actors", "us", "label", "United\0States")
    code, said = check(package)
    assert code == 2
    assert "label: has the control character U+0000, at character 7" in said


def test_a_duplicated_and_a_missing_column(package: Path) -> None:
    spoil(path_of(package, "claims"), b"modality,polarity", b"modality,modality")
    code, said = check(package)
    assert code == 2
    assert "data/said/claims.csv:1: modality: occurs twice in the header" in said
    assert "data/said/claims.csv:1: polarity: is missing in the header" in said


def test_columns_in_another_order(package: Path) -> None:
    spoil(path_of(package, "claims"), b"modality,polarity", b"polarity,modality")
    code, said = check(package)
    assert code == 2
    assert "columns in another order" in said


def test_an_empty_file(package: Path) -> None:
    path_of(package, "claims").write_bytes(b"")
    code, said = check(package)
    assert code == 2
    assert "claim_id: is missing in the header" in said


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (b"\n", b"\r\n", "carriage return"),
        (b"claim_id,", b"\xef\xbb\xbfclaim_id,", "byte order mark"),
        (b",asserted,", b',"asserted,', "not CSV from here on"),
    ],
)
def test_files_that_are_no_plain_csv(package: Path, old: bytes, new: bytes, expected: str) -> None:
    spoil(path_of(package, "claims"), old, new)
    code, said = check(package)
    assert code == 2
    assert expected in said


def test_rows_of_the_wrong_length(package: Path) -> None:
    file = path_of(package, "kinds")
    file.write_bytes(file.read_bytes() + b"too,short\n\nx,x,x,true,false,x,corrigenda,one,more\n")
    lines = file.read_bytes().count(b"\n")
    columns = file.read_text("utf-8").split("\n", 1)[0].count(",") + 1
    code, said = check(package)
    assert code == 2
    assert f"data/known/kinds.csv:{lines - 2}: has 2 cells; expected {columns}" in said
    assert f"data/known/kinds.csv:{lines - 1}: is an empty line" in said
    assert f"data/known/kinds.csv:{lines}: has 9 cells" in said


@pytest.mark.parametrize("value", ["2024-13", "May 2024", "2024-5", "99999"])
def test_a_bad_edtf_value(package: Path, value: str) -> None:
    line = change_cell(package, "tenures", "us/secretary-of-defense/pete-hegseth", "start", value)
    code, said = check(package)
    assert code == 2
    assert f"data/known/tenures.csv:{line}: start: '{value}' is not EDTF: " in said


def test_a_broken_foreign_key(package: Path) -> None:
    line = change_cell(package, "tenures", "us/secretary-of-defense/pete-hegseth", "actor_id", "nobody")
    code, said = check(package)
    assert code == 2
    assert f"data/known/tenures.csv:{line}: actor_id: 'nobody' is no key of the table actors" in said


def test_a_broken_foreign_key_names_the_key_that_is_meant(package: Path) -> None:
    line = change_cell(package, "tenures", "us/secretary-of-defense/pete-hegseth", "actor_id", "pete-hegset")
    _, said = check(package)
    there = f"data/known/tenures.csv:{line}: actor_id: 'pete-hegset' is no key of the table actors"
    assert f"{there}; is 'pete-hegseth' meant?\n" in said
    change_cell(package, "tenures", "us/secretary-of-defense/pete-hegseth", "actor_id", "zzzzzzzz")
    _, said = check(package)
    assert "'zzzzzzzz' is no key of the table actors\n" in said


def test_one_bad_cell_never_hides_the_others(package: Path) -> None:
    row = "us/secretary-of-defense/pete-hegseth"
    change_cell(package, "tenures", row, "start", "2024-13")
    change_cell(package, "tenures", row, "end_state", "perhaps")
    change_cell(package, "tenures", row, "acting", "maybe")
    change_cell(package, "sources", "corrigenda", "seen", "")
    spoil(path_of(package, "claims"), b"modality,", b"modalities,")
    code, said = check(package)
    assert code == 2
    for expected in (
        "start: '2024-13'",
        "end_state: is 'perhaps'; expected one of",
        "acting: 'maybe' is not true or false",
        "seen: is empty",
        "claims.csv:1: modality: is missing",
    ):
        assert expected in said


def test_a_fault_of_form_hides_no_other_fault_of_the_same_table(package: Path) -> None:
    key = "us/secretary-of-defense/pete-hegseth"
    line = change_cell(package, "tenures", key, "actor_id", "nobody-known")
    change_cell(package, "tenures", key, "end_state", "perhaps")
    spoil(path_of(package, "tenures"), b"tenure_id,", b"\xef\xbb\xbftenure_id,")
    code, said = check(package)
    assert code == 2
    assert "data/known/tenures.csv:1: starts with a byte order mark" in said
    assert re.search(rf"tenures\.csv:{line}(:\d+)?: actor_id: 'nobody-known' is no key of the table actors", said)
    assert re.search(rf"tenures\.csv:{line}(:\d+)?: end_state: is 'perhaps'; expected one of", said)


def test_keys_that_point_at_a_table_of_faulty_form_are_not_blamed(package: Path) -> None:
    with path_of(package, "actors").open("a") as file:
        file.write("a-row-that-is-short\n")
    code, said = check(package)
    assert code == 2
    assert "is no key of the table actors" not in said
    assert len(said.splitlines()) == 2, said


def test_each_row_that_points_at_nothing_is_named(package: Path) -> None:
    rows = [(table, read_table(package, table)[1][1][0]) for table in ("tenures", "mentions", "names")]
    lines = [change_cell(package, table, key, "actor_id", f"no-{table}") for table, key in rows]
    code, said = check(package)
    assert code == 2
    for (table, _), line in zip(rows, lines, strict=True):
        assert f"{table}.csv:{line}: actor_id: 'no-{table}' is no key of the table actors" in said
    assert said.count("is no key of the table") == 3


def test_a_key_twice_and_out_of_order(package: Path) -> None:
    cells = {"label": "x", "needs_office": "true", "lasts": "false", "reason": "x", "source_id": "corrigenda"}
    line = append_row(package, "kinds", kind_id="act", **cells)
    code, said = check(package)
    assert code == 2
    assert f":{line}: kind_id: the key 'act' occurs twice" in said
    assert f":{line}: kind_id: 'act' comes after a greater key" in said


def test_the_line_is_the_physical_one_behind_a_cell_of_several_lines(package: Path) -> None:
    change_cell(package, "kinds", "act", "reason", "one\ntwo\nthree")
    line = change_cell(package, "kinds", "writing", "needs_office", "yes")
    code, said = check(package)
    assert code == 2
    assert f"data/known/kinds.csv:{line}: needs_office: 'yes' is not true or false" in said
    assert line == path_of(package, "kinds").read_text("utf-8").rstrip("\n").count("\n") + 1


@pytest.mark.long
def test_a_cell_of_a_hundred_megabytes(package: Path) -> None:
    line = change_cell(package, "kinds", "act", "reason", "LONG")
    spoil(path_of(package, "kinds"), b"LONG", b"x" * 100_000_000)
    code, said = check(package)
    assert code == 2
    assert f"data/known/kinds.csv:{line}: reason: has 100,000,000 characters; expected at most 1,000,000" in said
    assert len(said) < 1000


def test_write_with_broken_structure_writes_nothing(package: Path) -> None:
    change_cell(package, "kinds", "act", "needs_office", "yes")
    assert check(package, "--write")[0] == 2


def test_what_is_shown_cannot_steer_a_terminal(package: Path) -> None:
    change_cell(package, "tenures", "us/secretary-of-defense/pete-hegseth", "end_state", "\u202eopen")
    _, said = check(package)
    assert "\u202e" not in said
    assert "\\u202eopen" in said


def test_a_folder_with_glob_characters_is_read(tmp_path: Path) -> None:
    from packages import copy_package

    odd = tmp_path / "a[b]*?{c}'s"
    odd.mkdir()
    assert check(copy_package(odd))[0] == 0


@pytest.mark.parametrize("day", ["2026-02-30", "yesterday", ""])
def test_as_of_has_to_be_a_day(package: Path, day: str) -> None:
    code, said = check(package, "--as-of", day)
    assert code == 2
    assert "expected a day such as" in said


def test_an_unknown_rule_names_the_near_ones(package: Path) -> None:
    code, said = check(package, "--select", "office-outside-tenur")
    assert code == 2
    assert "is office-outside-tenure" in said
