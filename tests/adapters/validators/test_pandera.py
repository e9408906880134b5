"""Rows judged one by one with Pandera, and the typed frames for people who load the tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from packages import ROOT, append_row, change_cell, keep_tables, path_of, read_table, small_package, write_table

pytest.importorskip("pandera", reason="the extra 'rows' is not installed")
pytest.importorskip("pandas", reason="the extra 'rows' is not installed")

import pandas as pd

from corrigenda.adapters.validators.pandera import frames, judge_rows
from corrigenda.adapters.validators.row_checks import ROW_CHECKS, checks_for
from corrigenda.errors import SetupError
from corrigenda.package.package import open_package

# table, key, field, bad value, field that is told of, words of the sentence
CELLS = [
    ("passages", "art/01.01", "start", "x", "start", "an integer"),
    ("passages", "art/01.01", "paragraph", "0", "paragraph", "at least 1"),
    ("figures", "land/cost", "amount", "NaN", "amount", "a number"),
    ("names", "ada/1", "name_confirmed", "True", "name_confirmed", "true or false"),
    ("claims", "art/meets", "modality", "sung", "modality", "one of asserted"),
    ("articles", "art", "sha256", "0" * 64 + "\n", "sha256", "text that matches"),
    ("claims", "art/scoped", "statement", "", "statement", "is empty; expected a value"),
    ("mentions", "art/ada", "name_printed", "A" * 81, "name_printed", "at most 80 characters"),
    ("mentions", "art/ada", "title_printed", "a b c d e f g h i", "title_printed", "at most 8 words"),
    ("dates", "art/day", "edtf", "2023-02-30", "edtf", "an EDTF date: there is no such day"),
    ("dates", "art/gap", "duration", "1 year", "duration", "a duration"),
    ("sources", "almanac", "url", "nowhere", "url", "a URI"),
]
ROWS = [
    ("claims", "art/scoped", "end", "101", "end", "start to lie before end"),
    ("claims", "art/scoped", "start", "100", "start", "'101'; expected to start within its passage"),
    ("events", "art/meeting", "end", "101", "end", "'100'; expected to end within its passage"),
    ("relations", "art/printed", "start", "", "passage_id", "all three or none"),
    ("articles", "art", "length", "199", "end", "within the length of its article"),
    ("tenures", "land/minister/ada", "start", "2024-06", "end", "not before the start"),
    ("offices", "land/minister", "existed_to", "1899~", "existed_to", ""),
    ("offices", "land/minister", "existed_to", "1898", "existed_to", "not before the start"),
    ("names", "ada/1", "used_to", "1949-12", "used_to", "not before the start"),
    ("tenures", "land/minister/ben", "as_of", "", "as_of", "as_of where the term is open"),
    ("tenures", "land/minister/ben", "end", "2025", "end", "no end where the term is open"),
    ("tenures", "land/minister/ada", "end_state", "unknown", "end", "or its end unknown"),
    ("tenures", "land/minister/ada", "end", "", "end", "an end where the term is closed"),
    ("dates", "art/gap", "anchor", "", "anchor", "from which a gap is counted"),
    ("dates", "art/gap", "duration", "", "duration", "the duration of a gap"),
    ("dates", "art/gap", "direction", "", "direction", "the direction of a gap"),
    ("names", "ada/1", "office_id", "land/minister", "actor_id", "exactly one of the two"),
    ("names", "ada/1", "actor_id", "", "actor_id", "exactly one of the two"),
    ("relations", "art/assumed", "reason", "", "reason", "a reason where it is assumed"),
    ("relations", "art/printed", "basis", "assumed", "passage_id", "no passage where it is assumed"),
    ("relations", "art/assumed", "basis", "printed", "passage_id", "a passage where it is printed"),
    ("mentions", "art/ada", "reason", "", "reason", "where the time of the title is given"),
    ("mentions", "art/ada", "name_time", "writing", "reason", ""),
    ("claims", "art/scoped", "reason", "", "reason", "a reason where a scope is given"),
    ("sums", "art/cost", "measure", "distance", "measure", "where there is a currency"),
    ("figures", "land/cost", "measure", "count", "measure", "where there is a currency"),
    ("figures", "land/cost", "amount_high", "1000", "amount_high", "no less than the amount"),
    ("attributions", "art/named", "actor_id", "", "naming", "an actor or a description"),
    ("attributions", "art/unnamed", "actor_id", "ada", "actor_id", "no person"),
    ("attributions", "art/unnamed", "actor_id", "press", "actor_id", ""),
]


def test_the_published_package_is_sensible() -> None:
    assert judge_rows(open_package(ROOT)) == ()


def test_a_small_sensible_package_is_sensible(tmp_path: Path) -> None:
    assert judge_rows(open_package(small_package(tmp_path))) == ()


def test_every_check_is_made_on_some_table_of_the_published_package() -> None:
    package = open_package(ROOT)
    made = {name for table in package.tables.values() for name, _ in checks_for(package, table)}
    assert len(made) == len(ROW_CHECKS)
    for check in ROW_CHECKS:
        missing = [table for table in check.tables if check not in [made for _, made in checks_for(package, package.tables[table])]]
        assert not missing, f"'{check.expected}' lacks columns in {missing}"


@pytest.mark.parametrize(("table", "key", "field", "value", "told_field", "words"), [*CELLS, *ROWS])
def test_one_broken_cell_is_told_once(tmp_path: Path, table: str, key: str, field: str, value: str, told_field: str, words: str) -> None:
    root = small_package(tmp_path)
    keep_tables(root, *NEEDED[table])
    line = change_cell(root, table, key, field, value)
    problems = judge_rows(open_package(root))
    if not words:
        assert problems == (), "a near miss is told of"
        return
    # The length of an article is judged at the passages that it bounds.
    place, line = ("passages", 3) if field == "length" else (table, line)
    assert [(Path(p.file).stem, p.line, p.field) for p in problems] == [(place, line, told_field)]
    assert words in problems[0].what


_KNOWN = {"sources", "actors"}
_SAID = {*_KNOWN, "articles", "passages", "claims", "kinds", "events"}
NEEDED: dict[str, set[str]] = {
    "sources": {"sources"},
    "offices": {*_KNOWN, "offices"},
    "tenures": {*_KNOWN, "offices", "tenures"},
    "names": {*_KNOWN, "offices", "names"},
    "figures": {*_KNOWN, "figures"},
    "articles": {"articles", "passages"},
    "passages": {"articles", "passages"},
    "claims": {*_KNOWN, "articles", "passages", "claims"},
    "events": _SAID,
    "dates": {*_SAID, "phrases", "dates"},
    "relations": {*_SAID, "relations"},
    "mentions": {*_SAID, "offices", "mentions"},
    "sums": {*_SAID, "sums"},
    "attributions": {*_SAID, "verbs", "attributions"},
}


def test_no_problem_hides_another(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    keep_tables(root, *NEEDED["tenures"])
    first = change_cell(root, "tenures", "land/minister/ada", "start", "then")
    change_cell(root, "tenures", "land/minister/ada", "acting", "no")
    second = change_cell(root, "tenures", "land/minister/ben", "as_of", "")
    change_cell(root, "tenures", "land/minister/ben", "end", "2025")
    problems = judge_rows(open_package(root))
    assert {(p.line, p.field) for p in problems} == {(first, "start"), (first, "acting"), (second, "as_of"), (second, "end")}


def test_a_key_that_stands_twice_is_told_at_the_later_row(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    keep_tables(root, "sources")
    line = append_row(root, "sources", source_id="almanac", title="again", seen="page")
    problems = judge_rows(open_package(root))
    assert line == 4, "the first row spans two lines"
    assert [(p.line, p.field, p.what) for p in problems] == [(line, "source_id", "the key 'almanac' occurs twice")]


def test_thousands_of_problems_are_all_told(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    keep_tables(root, "articles", "passages")
    header, rows = read_table(root, "passages")
    many = [[f"art/{number:05}", *rows[0][1:]] for number in range(3000)]
    for row in many:
        row[header.index("start")] = "x"
        row[header.index("paragraph")] = "0"
    write_table(root, "passages", header, many)
    problems = judge_rows(open_package(root))
    assert sorted(p.line for p in problems) == sorted([*range(2, 3002)] * 2)


def test_a_file_of_unsound_shape_is_told_as_not_judged(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    keep_tables(root, "articles", "passages")
    file = path_of(root, "passages")
    file.write_bytes(file.read_bytes() + b"more\n")
    problems = judge_rows(open_package(root))
    assert [(p.line, p.field) for p in problems] == [(0, ""), (4, "")]
    assert "not judged" in problems[0].what


class TestFrames:
    def test_types_are_those_of_the_schema(self, tmp_path: Path) -> None:
        root = small_package(tmp_path)
        claims = frames("claims", root)
        assert claims["start"].dtype == pd.Int64Dtype()
        assert claims["statement"].dtype == pd.StringDtype("python", na_value=pd.NA)
        assert claims["scope_state"].isna().tolist() == [True, False]
        assert frames("tenures", root)["acting"].tolist() == [False, False]
        assert frames("tenures", root)["acting"].dtype == pd.BooleanDtype()
        figures = frames("figures", root)
        assert figures["amount"].dtype == pd.Float64Dtype()
        assert figures["amount"].tolist() == [1_500_000.0]
        assert figures["amount_high"].isna().all()

    def test_edtf_stays_text_and_words_that_others_take_for_missing_stay_words(self, tmp_path: Path) -> None:
        root = small_package(tmp_path)
        change_cell(root, "actors", "ben", "label", "NA")
        assert frames("actors", root)["label"].tolist() == ["Ada", "NA", "Land", "Press"]
        assert frames("tenures", root)["start"].tolist() == ["2020-01", "2024-05-31"]

    def test_an_empty_table_has_its_types(self, tmp_path: Path) -> None:
        empty = frames("firsts", open_package(small_package(tmp_path)))
        assert len(empty) == 0
        assert empty["start"].dtype == pd.Int64Dtype()

    def test_only_the_fields_of_the_schema_are_columns(self, tmp_path: Path) -> None:
        package = open_package(small_package(tmp_path))
        assert list(frames("claims", package)) == [field.name for field in package.tables["claims"].fields]

    def test_an_unknown_table_names_those_that_are_near(self, tmp_path: Path) -> None:
        root = small_package(tmp_path)
        with pytest.raises(SetupError, match="there is no table 'mention'; is mentions"):
            frames("mention", root)
        with pytest.raises(SetupError, match="there are articles, passages"):
            frames("zzzz", root)

    def test_rows_that_are_not_sound_are_no_frame(self, tmp_path: Path) -> None:
        root = small_package(tmp_path)
        line = change_cell(root, "claims", "art/meets", "start", "x")
        with pytest.raises(SetupError, match=f"data/said/claims.csv:{line}: start"):
            frames("claims", root)
