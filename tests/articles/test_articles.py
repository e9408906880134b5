"""The short news texts: each package is sound and proves, and what is found in them is compared with their slips."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import articles
import blind_article
import pytest
from packages import ROOT

from corrigenda.values.edtf import parse_edtf

pytestmark = pytest.mark.long

NAMES = articles.names()
LONGEST = 250  # words of the first twelve texts; those that were written later, for the draft, are about twice as long
CLEAN = [name for name in NAMES if not any(slip.sort == "slip" for slip in articles.read_slips(name))]
Scorer = Callable[[str], articles.Score]


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Scorer:
    """Check each article once; a package that is broken or does not prove ends the test that asks."""

    @cache
    def once(name: str) -> articles.Score:
        return articles.score(name, tmp_path_factory.mktemp("articles") / name)

    return once


def rows_of(name: str, table: str) -> list[dict[str, str]]:
    with (articles.ARTICLES / name / table).open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def text_of(name: str) -> str:
    return (articles.ARTICLES / name / "text.txt").read_text("utf-8")


def test_the_first_texts_are_twelve_and_four_of_them_are_kept_back() -> None:
    short = [name for name in NAMES if len(text_of(name).split()) <= LONGEST]
    assert [name.startswith(articles.KEPT) for name in short] == [False] * 8 + [True] * 4
    assert sum(name in CLEAN for name in short) == 6
    assert all(len(text_of(name).split()) >= 90 for name in short)


def test_each_further_text_is_twice_as_long_and_says_by_its_name_whether_it_is_kept_back() -> None:
    further = [name for name in NAMES if len(text_of(name).split()) > LONGEST]
    assert {name.startswith(articles.KEPT) for name in further} == {False, True}
    assert all(300 <= len(text_of(name).split()) <= 450 for name in further)
    assert all(name.startswith(("new-", articles.KEPT)) for name in further)


@pytest.mark.parametrize("name", NAMES)
def test_each_package_is_sound_and_proves(name: str, scored: Scorer) -> None:
    assert scored(name).name == name


@pytest.mark.parametrize("name", CLEAN)
def test_nothing_is_certainly_wrong_where_nothing_is_wrong(name: str, scored: Scorer) -> None:
    assert [str(finding.message) for finding in scored(name).false_certain()] == []


@pytest.mark.parametrize("name", sorted(set(NAMES) - set(CLEAN)))
def test_nothing_but_slips_is_certainly_wrong(name: str, scored: Scorer) -> None:
    assert [str(finding.message) for finding in scored(name).false_certain()] == []


@pytest.mark.xfail(reason="four slips of the texts that are kept back are missed and not looked into, and one of a kind that comes again")
def test_nine_of_ten_slips_are_found_at_the_cell(scored: Scorer) -> None:
    found = [done.at_cell(slip) for done in map(scored, NAMES) for slip in done.planted()]
    assert sum(found) >= 0.9 * len(found)


def test_at_most_one_finding_in_four_is_noise(scored: Scorer) -> None:
    scores = [scored(name) for name in NAMES]
    assert sum(len(done.noise()) for done in scores) <= sum(len(done.shown) for done in scores) / 4


@pytest.mark.parametrize("name", NAMES)
def test_slips_name_cells_and_words_that_are_there(name: str) -> None:
    text = text_of(name)
    for slip in articles.read_slips(name):
        assert slip.cells, slip.slip_id
        assert slip.sort in ("slip", "point"), slip.slip_id
        for table, row, field in slip.cells:
            found = [cells for cells in rows_of(name, f"package/data/said/{table}.csv") if cells[f"{table[:-1]}_id"] == row]
            assert len(found) == 1, (slip.slip_id, table, row)
            assert field in found[0], (slip.slip_id, table, field)
        assert all(part in text for part in slip.words.split(" … ")), slip.slip_id


@pytest.mark.parametrize("name", NAMES)
def test_times_are_days_of_expressions_that_are_there(name: str) -> None:
    known = {row["date_id"]: row for row in rows_of(name, "package/data/said/dates.csv")}
    for row in rows_of(name, "times.csv"):
        assert row["date_id"] in known
        span, printed = parse_edtf(row["value"]), known[row["date_id"]]["edtf"]
        if printed and "X" not in printed and ".." not in printed:
            assert span == parse_edtf(printed), row["date_id"]


@pytest.mark.parametrize("name", NAMES)
def test_every_column_is_one_of_the_program(name: str) -> None:
    for file in sorted((articles.ARTICLES / name / "package" / "data").rglob("*.csv")):
        schema = json.loads((ROOT / "schemas" / file.parent.name / f"{file.stem}.json").read_text("utf-8"))
        with file.open(newline="", encoding="utf-8") as stream:
            assert set(next(csv.reader(stream))) <= {field["name"] for field in schema["fields"]}, file


def test_a_text_that_is_begun_and_kept_has_the_format_of_the_others(tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("Ada Roe left Paris on May 3, 2024.\n", "utf-8")
    blind_article.start(tmp_path / "work", text, "ada-leaves", "2024-05-04")
    kept = blind_article.keep(tmp_path / "work", "ada-leaves", tmp_path / "kept")
    assert set(kept) == {"articles", "passages", "events"}
    assert {file.name for file in (tmp_path / "kept" / "ada-leaves").iterdir()} == {"text.txt", "slips.csv", "times.csv", "package"}
    with pytest.raises(SystemExit, match="is there already"):
        blind_article.keep(tmp_path / "work", "ada-leaves", tmp_path / "kept")


@pytest.mark.parametrize("broken", ["claim_id\nonly-a-key\n", "no CSV of claims"])
def test_a_text_of_which_the_rows_are_broken_is_not_kept(tmp_path: Path, broken: str) -> None:
    text = tmp_path / "text.txt"
    text.write_text("Ada Roe left Paris on May 3, 2024.\n", "utf-8")
    blind_article.start(tmp_path / "work", text, "ada-leaves", "2024-05-04")
    (tmp_path / "work" / "data" / "said" / "claims.csv").write_text(broken, "utf-8")
    with pytest.raises(SystemExit, match=r"work: run 'corrigenda check .*' and mend what it says first\.$"):
        blind_article.keep(tmp_path / "work", "ada-leaves", tmp_path / "kept")
    assert not (tmp_path / "kept").exists()
