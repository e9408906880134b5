"""A package handed to other tools: every cell survives, nothing becomes a formula, and no finding leaves as a review by itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
from click.testing import CliRunner
from packages import ROOT, append_row, change_cell, read_table, small_package

from corrigenda.adapters import FORMS
from corrigenda.cli.main import main
from corrigenda.errors import SetupError
from corrigenda.package.package import open_package
from corrigenda.package.storage.files import read_text
from corrigenda.tasks.editing.desk import add_review, add_waiver
from corrigenda.tasks.publishing.export import export

ARTICLE = ROOT / ".." / "shared" / "article" / "article.txt"
REVIEWED = "office-outside-tenure:tokyo-dome/hegseth-0301"
_READ: dict[str, Any] = {"integer": int, "number": float, "boolean": {"true": True, "false": False}.__getitem__}
REVIEW = {
    "by": "The Desk",
    "published": "2026-04-01",
    "url": "https://example.org/reviews/1",
    "summary": "The year of the announcement does not fit.",
}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    root = small_package(tmp_path)
    change_cell(root, "actors", "ada", "label", '=HYPERLINK("https://example.org";"007")')
    change_cell(root, "actors", "ben", "label", "007")
    change_cell(root, "actors", "land", "label", "https://example.org")
    change_cell(root, "actors", "press", "label", "+1\n@x")
    change_cell(root, "tenures", "land/minister/ada", "note", "1e5")
    return root


def expected(root: Path, name: str) -> list[tuple[Any, ...]]:
    kinds = [field.type for field in open_package(root).tables[name].fields]
    _, rows = read_table(root, name)
    return [tuple(_READ.get(kind, str)(cell) if cell else None for cell, kind in zip(row, kinds, strict=True)) for row in rows]


@pytest.mark.parametrize("which", ["small", "published"])
def test_a_workbook_holds_every_cell_with_its_type(which: str, small: Path, tmp_path: Path) -> None:
    root = small if which == "small" else ROOT
    export(root, "xlsx", tmp_path / "all.xlsx")
    book = openpyxl.load_workbook(tmp_path / "all.xlsx")
    assert book.sheetnames[0] == "about"
    for name in open_package(root).tables:
        header, *rows = book[name].iter_rows()
        assert [cell.value for cell in header] == read_table(root, name)[0]
        assert not [cell for row in rows for cell in row if cell.data_type == "f" or cell.hyperlink]
        width = len(header)
        assert [tuple(cell.value for cell in row)[:width] for row in rows] == expected(root, name)


def test_a_workbook_is_the_same_twice(small: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        export(small, "xlsx", tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_text_stays_one_when_somebody_edits_its_cell(small: Path, tmp_path: Path) -> None:
    change_cell(small, "actors", "land", "label", "＝1+1")
    export(small, "xlsx", tmp_path / "all.xlsx")
    cells = {row[0].value: row[1] for row in openpyxl.load_workbook(tmp_path / "all.xlsx")["actors"].iter_rows(min_row=2)}
    assert {key: bool(cell.quotePrefix) for key, cell in cells.items()} == {"ada": True, "ben": False, "land": True, "press": True}
    assert cells["land"].value == "＝1+1"


def test_a_cell_that_a_workbook_cannot_hold_is_told(small: Path, tmp_path: Path) -> None:
    change_cell(small, "tenures", "land/minister/ada", "note", "x" * 40_000)
    with pytest.raises(SetupError, match=r"tenures\.csv, row 1, field note: has 40,000 characters"):
        export(small, "xlsx", tmp_path / "all.xlsx")
    assert not (tmp_path / "all.xlsx").exists()


def test_a_database_holds_types_keys_and_meanings(small: Path, tmp_path: Path) -> None:
    export(small, "duckdb", tmp_path / "all.duckdb")
    with duckdb.connect(str(tmp_path / "all.duckdb"), read_only=True) as database:
        for name, table in open_package(small).tables.items():
            assert database.execute(f'FROM "{name}"').fetchall() == expected(small, name)
            comment = database.execute("SELECT comment FROM duckdb_tables() WHERE table_name = ?", [name]).fetchone()
            assert comment == (table.description,)
        keys = database.execute("SELECT count(*) FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'").fetchone()
        assert keys == (len(open_package(small).tables),)
    assert [file.name for file in tmp_path.iterdir() if "partial" in file.name] == []


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_written_by_the_command(form: str, tmp_path: Path, package: Path) -> None:
    told = CliRunner().invoke(main, ["export", form, str(package), "-o", str(tmp_path / "out" / form)])
    assert told.exit_code == 0, told.stderr
    assert (tmp_path / "out" / form).exists()


@pytest.mark.parametrize("form", FORMS)
def test_broken_structure_writes_nothing(form: str, tmp_path: Path, package: Path) -> None:
    change_cell(package, "dates", "tokyo-dome/announced-may-2024", "edtf", "in May")
    told = CliRunner().invoke(main, ["export", form, str(package), "-o", str(tmp_path / "out" / form)])
    assert told.exit_code == 2
    assert "data/said/dates.csv" in told.stderr
    assert not (tmp_path / "out" / form).exists()


def test_a_folder_is_no_file_and_a_file_no_folder(tmp_path: Path, package: Path) -> None:
    (tmp_path / "file").write_text("kept", "utf-8")
    for form, target in (("xlsx", tmp_path), ("parquet", tmp_path / "file"), ("sqlite", tmp_path / "file" / "below")):
        told = CliRunner().invoke(main, ["export", form, str(package), "-o", str(target)])
        assert told.exit_code == 2
        assert str(target.parent) in told.stderr
    assert (tmp_path / "file").read_text("utf-8") == "kept"


def reviews(root: Path, tmp_path: Path) -> tuple[list[dict[str, Any]], tuple[str, ...]]:
    notes = export(root, "claimreview", tmp_path / "reviews.json", as_of="2026-04-02").notes
    return json.loads(read_text(tmp_path / "reviews.json"))["@graph"], notes


def test_no_finding_leaves_as_a_review_by_itself(tmp_path: Path, package: Path) -> None:
    assert reviews(package, tmp_path) == ([], ())


def test_a_review_that_a_person_stands_for_leaves_as_claimreview(tmp_path: Path, package: Path) -> None:
    change_cell(package, "articles", "tokyo-dome", "published", "2026-03-15")
    change_cell(package, "articles", "tokyo-dome", "publisher", "The Paper")
    add_review(package, REVIEWED, **REVIEW)
    [review], notes = reviews(package, tmp_path)
    assert notes == ()
    assert review["@type"] == "ClaimReview"
    assert review["author"] == {"@type": "Organization", "name": "The Desk"}
    assert review["claimReviewed"] == "Pete Hegseth made the programme public together with Trump."
    assert review["itemReviewed"]["author"]["name"] == "The Paper"
    assert review["itemReviewed"]["datePublished"] == "2026-03-15"
    sworn = next(cited for cited in review["citation"] if "Hegseth sworn in" in cited["name"])
    assert sworn["@type"] == "CreativeWork"
    assert sworn["publisher"]["@type"] == "Organization"
    assert sworn["datePublished"] == "2025-01-25"
    assert "url" not in sworn
    assert sworn["description"] == "seen as an excerpt or copy, no link kept"
    assert not {"false", "lie", "wrong"} & set(json.dumps(review).lower().split())


def test_a_review_lapses_with_its_evidence_and_yields_to_a_waiver(tmp_path: Path, package: Path) -> None:
    add_review(package, REVIEWED, **REVIEW)
    add_waiver(package, REVIEWED, "Settled.", "The Desk")
    assert reviews(package, tmp_path) == ([], (f"the review of {REVIEWED} is left out: the finding is waived",))
    change_cell(package, "dates", "tokyo-dome/announced-may-2024", "edtf", "2024-04")
    found, [note] = reviews(package, tmp_path)
    assert found == []
    assert "the evidence changed" in note
    add_review(package, REVIEWED, **REVIEW)
    assert len(reviews(package, tmp_path)[0]) == 1
    append_row(package, "reviews", finding_id="year-missing:nobody", evidence_digest="0" * 16, **REVIEW)
    assert "there is no such finding" in reviews(package, tmp_path)[1][0]


def test_a_review_may_stand_in_a_page(tmp_path: Path, package: Path) -> None:
    add_review(package, REVIEWED, **(REVIEW | {"summary": "</script><script>alert(1)</script>"}))
    text = (reviews(package, tmp_path), read_text(tmp_path / "reviews.json"))[1]
    assert "<" not in text
    assert json.loads(text)["@graph"][0]["reviewBody"].startswith("</script>")


def test_annotations_point_at_the_printed_words(tmp_path: Path, package: Path) -> None:
    if not ARTICLE.is_file():
        pytest.skip("the text of the article is not here (../shared/article/article.txt)")
    text = read_text(ARTICLE)
    export(package, "annotations", tmp_path / "notes.json")
    page = json.loads(read_text(tmp_path / "notes.json"))
    assert page["type"] == "AnnotationPage"
    quotes = 0
    for item in page["items"]:
        assert item["type"] == "Annotation"
        for target in item["target"]:
            position, *quote = target["selector"]
            assert 0 <= position["start"] < position["end"] <= len(text)
            for one in quote:
                assert text[position["start"] : position["end"]] == one["exact"]
                quotes += 1
    assert quotes > 5
    assert len({item["id"] for item in page["items"]}) == len(page["items"])


def test_a_waived_finding_is_no_annotation_and_an_address_is_used_where_there_is_one(tmp_path: Path, package: Path) -> None:
    export(package, "annotations", tmp_path / "all.json")
    before = json.loads(read_text(tmp_path / "all.json"))["items"]
    assert before[0]["target"][0]["source"].startswith("ni:///sha-256;")
    add_waiver(package, REVIEWED, "Settled.", "The Desk")
    change_cell(package, "articles", "tokyo-dome", "url", "https://example.org/article")
    export(package, "annotations", tmp_path / "some.json")
    after = json.loads(read_text(tmp_path / "some.json"))["items"]
    assert len(after) == len(before) - 1
    assert {target["source"] for item in after for target in item["target"]} == {"https://example.org/article"}
