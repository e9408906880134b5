"""Marks on drafted rows: which rows are drafts still, what an edit and an acceptance do, and what hangs on a row."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packages import change_cell, keep_tables, read_table, small_package

from corrigenda.errors import SetupError
from corrigenda.package.drafts import (
    count_drafts,
    digest_cells,
    find_dependents,
    find_drafts,
    mark_rows,
    read_marks,
    remove_rows,
    write_marks,
)  # fmt: skip
from corrigenda.package.package import Package, open_package
from corrigenda.package.tables.csv_file import read_rows
from corrigenda.results.draft import Drafting

MEETING = ("events", "art/meeting")
DAY = ("dates", "art/day")


def drafted(root: Path, *names: str) -> Package:
    """Mark all rows of some tables as drafts."""
    package = open_package(root)
    marks = mark_rows(package, {name: read_rows(package.tables[name].file)[1] for name in names}, "a test")
    package.tables["drafts"].file.write_bytes(marks["drafts"])
    return package


def test_a_package_without_marks_or_without_the_table_has_no_drafts(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    package = open_package(root)
    assert (read_marks(package), find_drafts(package), count_drafts(package, ())) == ({}, frozenset(), Drafting())
    assert Drafting().sentences == ()
    keep_tables(root, *(name for name in package.tables if name != "drafts"))
    older = open_package(root)
    assert find_drafts(older) == frozenset()
    with pytest.raises(SetupError, match="the package has no table 'drafts'"):
        mark_rows(older, {"dates": [{"date_id": "art/day"}]}, "a test")


def test_an_edited_row_and_an_accepted_one_are_no_drafts(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    package = drafted(root, "dates", "events")
    assert find_drafts(package) == {DAY, ("dates", "art/gap"), MEETING, ("events", "art/later"), ("events", "art/writing")}
    change_cell(root, "dates", "art/day", "edtf", "2023-06")
    assert DAY not in find_drafts(package)
    change_cell(root, "dates", "art/day", "edtf", "2023-05")
    assert DAY in find_drafts(package), "the row is as it was drafted, so that it is not shown that anybody read it"
    marks = read_marks(package)
    marks[DAY] = replace(marks[DAY], accepted_by="Ada", accepted_on="2026-03-20")
    package.tables["drafts"].file.write_bytes(write_marks(package, marks.values())["drafts"])
    left = find_drafts(package)
    assert DAY not in left
    told = count_drafts(package, left)
    assert told == Drafting((("dates", 1), ("events", 3)), (("Ada", 1),))
    assert read_table(root, "drafts")[1][0] == ["dates", "art/day", marks[DAY].digest, "a test", "Ada", "2026-03-20"]


def test_a_mark_whose_row_is_gone_marks_nothing(tmp_path: Path) -> None:
    package = drafted(small_package(tmp_path), "sums")
    package.tables["sums"].file.write_bytes(remove_rows(package, {("sums", "art/cost")})["sums"])
    assert find_drafts(package) == frozenset()


def test_the_drafts_of_another_reference_count(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "other").mkdir()
    own, other = small_package(tmp_path / "own"), small_package(tmp_path / "other")
    drafted(other, "tenures")
    assert find_drafts(open_package(own)) == frozenset()
    assert find_drafts(open_package(own, other)) == {("tenures", "land/minister/ada"), ("tenures", "land/minister/ben")}


def test_what_hangs_on_a_row_is_found_through_others(tmp_path: Path) -> None:
    package = open_package(small_package(tmp_path))
    assert find_dependents(package, {DAY}) == frozenset()
    # The gap is counted from the meeting, both relations name it, and Ada took part in it.
    assert find_dependents(package, {MEETING}) == {
        DAY, ("dates", "art/gap"), ("relations", "art/assumed"), ("relations", "art/printed"), ("mentions", "art/ada"),
    }  # fmt: skip
    assert MEETING in find_dependents(package, {("articles", "art")})


CELLS = st.dictionaries(st.sampled_from("abc"), st.text(max_size=3) | st.none())


@given(CELLS, CELLS)
def test_two_rows_have_one_digest_only_if_their_cells_are_the_same(one: dict[str, str | None], other: dict[str, str | None]) -> None:
    filled = [{name: value for name, value in row.items() if value} for row in (one, other)]
    assert (digest_cells(one) == digest_cells(other)) is (filled[0] == filled[1])
    assert digest_cells({**one, "added": ""}) == digest_cells(one)
