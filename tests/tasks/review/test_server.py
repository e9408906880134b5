"""The page for review without a browser: what it shows, and that each decision is that of the command line."""

from __future__ import annotations

import html
import json
import re
import tempfile
from pathlib import Path

import pytest
from drafted_article import ON, TENURE, TEXT, lay
from packages import append_row, change_cell, read_table
from review_clients import Reviewed, notice

from corrigenda.errors import SetupError
from corrigenda.package.drafts import find_drafts, mark_rows, read_marks
from corrigenda.package.package import open_package
from corrigenda.package.tables.csv_file import read_rows
from corrigenda.tasks.review.desk import Desk
from corrigenda.tasks.review.server import serve_review

pytest.importorskip("starlette", reason="the page for review needs the extra 'review'")


def test_the_page_shows_text_findings_and_the_rows_under_them(reviewed: Reviewed) -> None:
    status, text = reviewed.ask("/")
    assert status == 200
    assert f'data-finding="{TENURE}"' in text
    assert "possible (draft)" in text
    assert ">2019</a>" in text, "the drafted date is linked in the text"
    assert "\U0001f600." in text
    assert "Another reading: date (EDTF) 2023" in text
    assert "6 rows are drafts that nobody has accepted" in text
    rest = reviewed.ask("/rest")[1]
    assert "1.5 million euros" in rest


def test_script_in_any_cell_stays_text(reviewed: Reviewed) -> None:
    for path in ("/", "/rest", "/row?table=claims&row=art/cost"):
        status, text = reviewed.ask(path)
        assert status == 200
        assert "<script>alert" not in text
        assert "\u202e" not in text
        assert re.findall(r"<script[^>]*>", text) == ['<script src="/review.js" defer>']
        assert " on" + "click" not in text
        assert "style=" not in text


def test_a_finding_is_certain_once_its_rows_are_accepted_one_by_one(reviewed: Reviewed) -> None:
    for table, key, name in (
        ("mentions", "art/ada", "the mention “Minister Ada”"),
        ("dates", "art/day", "the date “2019”"),
        ("events", "art/signing", "the event “Ada signs”"),
        ("claims", "art/signed", "the claim “Minister Ada signed in 2019.”"),
    ):
        status, text = reviewed.ask("/accept", reviewed.read(table, key))
        assert (status, notice(text)) == (200, f"Ada accepted {name}.")
    assert "certain</span>" in text.split("other finding")[1]
    mark = read_marks(open_package(reviewed.root))["dates", "art/day"]
    assert (mark.accepted_by, mark.accepted_on) == ("Ada", ON)


def test_all_rows_under_a_finding_are_accepted_as_they_were_read(reviewed: Reviewed) -> None:
    found = re.search(rf'name="finding" value="{TENURE}"><input type="hidden" name="read" value="(\w+)"', reviewed.ask("/")[1])
    assert found
    fields = {"finding": TENURE, "read": found[1]}
    change_cell(reviewed.root, "dates", "art/day", "edtf", "2018")
    status, text = reviewed.ask("/accept", fields)
    assert (status, "nothing was written" in notice(text)) == (409, True)
    change_cell(reviewed.root, "dates", "art/day", "edtf", "2019")
    status, text = reviewed.ask("/accept", fields)
    assert (status, notice(text)) == (200, "Ada accepted 4 rows (claims 1, dates 1, events 1, mentions 1).")
    assert {table for table, _ in reviewed.drafts()} == {"claims", "sums"}


def test_two_tabs_do_not_overwrite_each_other(reviewed: Reviewed) -> None:
    fields = reviewed.read("dates", "art/day")
    assert reviewed.ask("/change", {**fields, "cell:edtf": "2023"})[0] == 200
    for path, more in (("/accept", {}), ("/change", {"cell:edtf": "2018"}), ("/reject", {})):
        status, text = reviewed.ask(path, {**fields, **more})
        assert status == 409
        assert "The date “2019” was changed since you read it; nothing was written." in notice(text)
    assert dict(zip(*[read_table(reviewed.root, "dates")[0], read_table(reviewed.root, "dates")[1][0]], strict=True))["edtf"] == "2023"


def test_another_reading_resolves_the_finding(reviewed: Reviewed) -> None:
    status, text = reviewed.ask("/change", {**reviewed.read("dates", "art/day"), "cell:edtf": "2023"})
    assert (status, notice(text)) == (200, "Ada changed date (EDTF) of the date “2019”.")
    assert TENURE not in text
    assert read_table(reviewed.root, "readings")[1] == []


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"cell:edtf": "2019-13"}, "edtf"),
        ({"cell:as_printed": "2018"}, "does not fit the text"),
        ({"cell:event_id": "art/nowhere"}, "art/nowhere"),
        ({"cell:date_id": "x"}, "no cell that can be changed"),
        ({"cell:../../x": "x"}, "no cell that can be changed"),
    ],
)
def test_a_change_that_is_not_sound_is_refused_with_its_reason(reviewed: Reviewed, cells: dict[str, str], told: str) -> None:
    before = read_table(reviewed.root, "dates")
    status, text = reviewed.ask("/change", {**reviewed.read("dates", "art/day"), **cells})
    assert (status, told in notice(text)) == (422, True), notice(text)
    assert read_table(reviewed.root, "dates") == before


def test_a_rejected_row_is_gone_with_what_hangs_on_it(reviewed: Reviewed) -> None:
    status, text = reviewed.ask("/reject", reviewed.read("events", "art/signing"))
    assert (status, notice(text)) == (200, "Rejected the event “Ada signs”, and 2 rows (dates 1, mentions 1) with it.")
    assert "No finding rests on a draft any more." in text


def test_what_rests_on_no_finding_is_accepted_in_bulk(reviewed: Reviewed) -> None:
    found = re.search(r'name="rest" value="1"><input type="hidden" name="read" value="(\w+)"', reviewed.ask("/")[1])
    assert found
    assert reviewed.ask("/accept", {"rest": "1", "read": "0" * 32})[0] == 409
    status, text = reviewed.ask("/accept", {"rest": "1", "read": found[1]})
    assert (status, notice(text)[:14]) == (200, "Ada accepted 2")
    assert {table for table, _ in reviewed.drafts()} == {"claims", "dates", "events", "mentions"}


def test_a_row_is_shown_with_the_words_of_the_text(reviewed: Reviewed) -> None:
    text = html.unescape(reviewed.ask("/")[1])
    assert "The claim: “Minister Ada signed in 2019.”" in text
    assert 'data-row="dates:art/day" data-start="23" data-end="27"' in text
    assert '<span data-at="27">.</span>' in text


def test_people_are_looked_up_and_choices_are_those_of_the_schema(reviewed: Reviewed) -> None:
    text = reviewed.ask("/row?table=mentions&row=art/ada")[1]
    assert '<select name="cell:title_time">' in text
    assert '<option value="event" selected>event</option>' in text
    assert '<option value="art/signed" selected>“Minister Ada signed in 2019.”</option>' in text
    assert 'name="cell:actor_id" value="ada"' in text
    assert 'data-find="actors"' in text
    assert "cell:start" not in text
    assert json.loads(reviewed.ask("/find?table=actors&words=Ada")[1]) == [{"key": "ada", "label": "Ada (person)"}]
    assert json.loads(reviewed.ask("/find?table=sources&words=Ada")[1]) == []


def test_drafts_of_another_article_are_no_part_of_the_review(tmp_path: Path) -> None:
    root = lay(tmp_path)
    append_row(root, "articles", article_id="other", sha256="0" * 64, length="9")
    append_row(
        root, "passages", passage_id="other/01.01", article_id="other", paragraph="1", sentence="1", start="0", end="9", sha256="0" * 64
    )
    claim = {
        "claim_id": "other/claim",
        "passage_id": "other/01.01",
        "start": "0",
        "end": "9",
        "modality": "asserted",
        "polarity": "affirmed",
    }
    append_row(root, "claims", statement="Elsewhere.", **claim)
    package = open_package(root)
    marks = mark_rows(
        package, {"claims": [row for row in read_rows(package.tables["claims"].file)[1] if row["claim_id"] == "other/claim"]}, "x"
    )
    package.tables["drafts"].file.write_bytes(marks["drafts"])
    desk = Desk(root, TEXT, "Ada", lambda: ON)
    page = desk.page()
    assert {row.key for row in page.rest} == {"art/cost"}
    assert desk.accept_rest(page.rest_read) == "Ada accepted 2 rows (claims 1, sums 1)"
    assert ("claims", "other/claim") in find_drafts(open_package(root))


def test_a_package_that_another_program_broke_is_said(reviewed: Reviewed) -> None:
    change_cell(reviewed.root, "dates", "art/day", "edtf", "soon")
    status, text = reviewed.ask("/")
    assert (status, "'soon'" in text) == (409, True)
    assert reviewed.ask("/accept", {"table": "claims", "row": "nowhere", "read": ""})[0] == 409
    # A list of suggestions asked while the file was broken ended with a traceback in the terminal, and a path began with a capital.
    (reviewed.root / "data" / "drafts.csv").rename(reviewed.root / "drafts.csv")
    lacking = "datapackage.json: the table 'drafts' has the path 'data/drafts.csv', but there is no such file\n"
    for path, fields in (("/find?table=actors&words=Ada", None), ("/undo", {"from": "rest"})):
        assert reviewed.ask(path, fields) == (409, lacking)
    (reviewed.root / "drafts.csv").rename(reviewed.root / "data" / "drafts.csv")
    change_cell(reviewed.root, "dates", "art/day", "edtf", "2019")
    assert reviewed.ask("/")[0] == 200


def test_a_decision_for_which_there_is_no_room_is_refused(reviewed: Reviewed, monkeypatch: pytest.MonkeyPatch) -> None:
    row = reviewed.read("dates", "art/day")
    with monkeypatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(reviewed.root / "nowhere"))
        status, text = reviewed.ask("/accept", row)
    assert (status, "temporary files cannot be written: No such file or directory" in text) == (422, True)
    assert reviewed.ask("/accept", row)[0] == 200


def test_a_text_of_no_article_is_refused_before_anything_is_served(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="no article"), serve_review(lay(tmp_path), "Other.", "Ada", lambda: ON, print):
        pass
