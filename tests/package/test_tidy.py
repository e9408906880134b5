"""Files that a spreadsheet or a person has saved, mended without changing what a cell means."""

from __future__ import annotations

import csv
import io
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from packages import path_of, read_table, small_package

from corrigenda.cli.main import main
from corrigenda.package.tables.table import Field, Table
from corrigenda.package.tidy import tidy
from corrigenda.tasks.checking.tidy import tidy_package

FIELDS = (
    Field("key", "string", "", {}),
    Field("day", "edtf", "", {}),
    Field("sure", "boolean", "", {}),
    Field("amount", "number", "", {}),
    Field("printed", "string", "", {}, printed=True),
)
TABLE = Table("t", "t.csv", Path("t.csv"), "", "", "", FIELDS, ("key",), (), None, None)
HEADER = "key,day,sure,amount,printed\n"
TIDY = (HEADER + 'a,2024-05,true,1,"x, y"\nb,,false,,\n').encode()
UNTIDY = {
    "a byte order mark": b"\xef\xbb\xbf" + TIDY,
    "UTF-16": TIDY.decode().encode("utf-16"),
    "lines": TIDY.replace(b"\n", b"\r\n"),
    "old lines": TIDY.replace(b"\n", b"\r"),
    "semicolons": b'key;day;sure;amount;printed\na;2024-05;true;1;x, y\nb;;false;;\n',
    "tabs": b"key\tday\tsure\tamount\tprinted\na\t2024-05\ttrue\t1\tx, y\nb\t\tfalse\t\t\n",
    "Excel's first line": b"sep=;\nkey;day;sure;amount;printed\na;2024-05;true;1;x, y\nb;;false;;\n",
    "capitals": TIDY.replace(b"true", b"TRUE").replace(b"false", b"False"),
    "no end": TIDY[:-1],
    "order": (HEADER + 'b,,false,,\na,2024-05,true,1,"x, y"\n').encode(),
    "quotes": b'"key","day","sure","amount","printed"\n"a","2024-05","true","1","x, y"\n"b","","false","",""\n',
    "blanks": TIDY.replace(b"2024-05", b" 2024-05 "),
    "empty lines": TIDY + b"\n,,,,\n",
    "empty columns": b'key,day,sure,amount,printed,,\na,2024-05,true,1,"x, y",,\nb,,false,,,,\n',
    "columns": b'day,key,sure,amount,printed\n2024-05,a,true,1,"x, y"\n,b,false,,\n',
}  # fmt: skip
TURNED = ("1/20/2025", "20.01.2025", "20-Jan-25", "May-24", "45677", "2025-01-20 00:00:00", "2025/01/20", "Mai 24")


def test_a_tidy_file_is_left_alone() -> None:
    assert tidy(TABLE, TIDY).changes == ()
    assert tidy(TABLE, TIDY).data == TIDY


@pytest.mark.parametrize("printed", [" a\u0301 ", "e\u0301"])
def test_printed_words_keep_every_character(printed: str) -> None:
    data = (HEADER + f"a,,,,{printed}\n").encode()
    assert tidy(TABLE, data).data == data


@pytest.mark.parametrize("what", UNTIDY)
def test_what_a_spreadsheet_does_is_mended_and_said(what: str) -> None:
    made = tidy(TABLE, UNTIDY[what])
    assert (made.data, made.problems) == (TIDY, ())
    assert made.changes


def test_letters_in_two_parts_are_put_together() -> None:
    made = tidy(TABLE, (HEADER + unicodedata.normalize("NFD", "Jürgen") + ",,,,\n").encode())
    assert made.data.decode() == HEADER + "Jürgen,,,,\n"


@pytest.mark.parametrize("day", TURNED)
def test_a_date_that_a_spreadsheet_has_turned_is_refused_and_named(day: str) -> None:
    data = UNTIDY["lines"].replace(b"2024-05", day.encode())
    made = tidy(TABLE, data)
    assert made.data == data
    assert (made.problems[0].line, made.problems[0].field) == (2, "day")
    assert f"'{day}'" in made.problems[0].what


@pytest.mark.parametrize("amount", ["2.44E+10", "1,5", "1 000", "1.000,50"])
def test_a_number_that_a_spreadsheet_has_turned_is_refused_and_named(amount: str) -> None:
    made = tidy(TABLE, UNTIDY["semicolons"].replace(b";1;", f";{amount};".encode()))
    assert made.problems[0].field == "amount"


@pytest.mark.parametrize(
    "data",
    [b"key,day\na,b\n", TIDY.replace(b"amount", b"sum"), TIDY + b"c,1\n", TIDY + b"c,,,,,x\n", TIDY.replace(b"x, y", b"\xe9"), b"", b'"'],
)
def test_what_cannot_be_placed_is_a_sentence(data: bytes) -> None:
    made = tidy(TABLE, data)
    assert made.problems
    assert made.data == data


CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf")), max_size=6)


@given(st.lists(st.tuples(CELLS, st.just(""), st.sampled_from(("true", "")), st.just("7"), CELLS), max_size=5))
def test_tidying_twice_is_tidying_once_and_loses_no_cell(rows: list[tuple[str, ...]]) -> None:
    stream = io.StringIO()
    csv.writer(stream, delimiter=";", lineterminator="\r\n").writerows([HEADER.strip().split(","), *rows])
    once = tidy(TABLE, stream.getvalue().encode())
    assert not once.problems
    assert tidy(TABLE, once.data).data == once.data
    kept = list(csv.reader(io.StringIO(once.data.decode(), newline="")))[1:]
    assert sorted(row[4] for row in kept) == sorted(row[4] for row in rows)


def test_the_command_mends_a_package_and_check_sends_to_it(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    file = path_of(root, "tenures")
    before = read_table(root, "tenures")
    data = file.read_bytes()
    file.write_bytes(b"\xef\xbb\xbf" + data.replace(b",", b";").replace(b"false", b"FALSE").replace(b"\n", b"\r\n"))
    refused = CliRunner().invoke(main, ["check", str(root)])
    assert refused.exit_code == 2
    assert "Run 'corrigenda tidy': it mends all of these." in refused.stderr
    asked = CliRunner().invoke(main, ["tidy", "--check", str(root)])
    assert asked.exit_code == 1
    assert file.read_bytes() != data
    told = CliRunner().invoke(main, ["tidy", str(root)])
    assert (told.exit_code, file.read_bytes()) == (0, data)
    assert "separated by ',' instead of ';'" in told.stdout
    assert read_table(root, "tenures") == before
    assert CliRunner().invoke(main, ["tidy", str(root)]).stdout == "All files are tidy.\n"
    assert tidy_package(root).changes == ()


def test_check_does_not_send_to_tidy_where_it_mends_nothing(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    file = path_of(root, "tenures")
    file.write_bytes(file.read_bytes().replace(b"closed", b"shut"))
    told = CliRunner().invoke(main, ["check", str(root)])
    assert told.exit_code == 2
    assert "tidy" not in told.stderr
