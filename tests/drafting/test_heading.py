"""The head of a text: when and where a report was written is no part of what it reports."""

from __future__ import annotations

import pytest
from drafted_rows import draft, rows

NO_DATELINES = [
    "NASA — the space agency — agreed on May 3, 2024.",
    "Usain Bolt (JAM) - Gold in 2012.",
    "Barack Obama (Democrat) — President until 2017.",
    "Oslo, May 3, 2024, was cold.",
    "IBM - a company - won in 2012.",
    "On Sept. 14, 2025 - a Sunday - they met.",
]
DATELINES = [
    ("OSLO, Norway, Sept. 14, 2025 - ", "2025-09-14"),
    ("OSLO, 14 September 2025. ", "2025-09-14"),
    ("Oslo, 14 September 2025: ", "2025-09-14"),
    ("ST. LOUIS, Sunday, 14 September 2025 (AP) -- ", "2025-09-14"),
    ("LONDON/PARIS, Sept. 14, 2025 (Reuters) - ", "2025-09-14"),
    ("BOSTON, Mass. (AP) — ", ""),
    ("OSLO, Sept. 14 (AP) — ", ""),
    ("Paris (AFP) – ", ""),
    ("OSLO — ", ""),
]
STAMPS = ["Published: 14/09/2025", "Published: 14 September 2025", "Updated on Sept. 14, 2025", "Sunday, 14 September 2025", "2025-09-14"]


@pytest.mark.parametrize("text", NO_DATELINES)
def test_what_only_looks_like_a_dateline_is_read_as_any_sentence(text: str) -> None:
    made = draft(text)
    assert "published" not in made.tables["articles"][0]
    # Each has a mention, a sum or a date that would be lost with the words before the dash.
    assert any(made.tables.get(table) for table in ("mentions", "dates", "sums")), text


@pytest.mark.parametrize(("printed", "day"), DATELINES)
def test_a_dateline_dates_the_writing_and_nothing_else(printed: str, day: str) -> None:
    made = draft(f"{printed}Ann Lee met Bob Roe on Friday.")
    assert made.tables["articles"][0].get("published", "") == day
    dates = made.tables["dates"]
    assert [row["edtf"] for row in dates if row["event_id"] == "t/writing"] == ([day] if day else [])
    assert [row["as_printed"] for row in dates if row["event_id"] != "t/writing"] == ["Friday"]
    assert [row["name_printed"] for row in made.tables["mentions"]] == ["Ann Lee", "Bob Roe"]
    assert sorted(made.unknown) == ["Ann Lee", "Bob Roe"]


@pytest.mark.parametrize("line", STAMPS)
def test_a_line_that_is_a_day_is_the_day_of_publication_and_no_title(line: str) -> None:
    made = draft(f"{line}\n\nAnn Lee met Bob Roe on Friday.")
    (article,) = made.tables["articles"]
    assert (article["published"], article.get("title", "")) == ("2025-09-14", "")
    assert made.tables["dates"][0]["event_id"] == "t/writing"


def test_a_dateline_of_the_day_before_publication_is_when_it_was_written() -> None:
    (writing,) = draft("OSLO, May 3, 2024 — They met.", "2024-05-04").tables["dates"]
    assert (writing["event_id"], writing["edtf"]) == ("t/writing", "2024-05-03")


def test_a_dateline_after_the_day_of_publication_is_of_another_edition() -> None:
    assert rows("OSLO, May 9, 2024 — They met.", "dates", "edtf") == [("2024-05-09",)]
    assert "dates" not in draft("OSLO, May 9, 2024 — They met.", "2024-05-04").tables


def test_a_day_in_numbers_is_read_where_it_can_mean_one_day_alone() -> None:
    assert rows("They met on 14/09/2025.", "dates", "edtf") == rows("They met on 09/14/2025.", "dates", "edtf") == [("2025-09-14",)]
    assert rows("They met on 14.9.2025.", "dates", "as_printed", "edtf") == [("14.9.2025", "2025-09-14")]
    assert not any("2025-" in edtf for (edtf,) in rows("They met on 09/08/2025.", "dates", "edtf"))


@pytest.mark.parametrize("text", ["Jan Mikkel Holm warned of inflation.", "Theresa May warned of it."])
def test_a_name_is_no_month(text: str) -> None:
    assert "dates" not in draft(text).tables


def test_a_month_after_a_name_is_one() -> None:
    assert rows("Ann Lee resigned May 3, 2024.", "dates", "edtf") == [("2024-05-03",)]


def test_a_dateline_without_a_year_dates_the_writing_in_the_year_of_publication() -> None:
    made = draft("BRENNA, Sept 17 (Agency) — They met.", "2025-09-17")
    assert [(row["edtf"], row["event_id"]) for row in made.tables["dates"]] == [("XXXX-09-17", "t/writing")]
    assert list(made.values.values()) == ["2025-09-17"]
    # Without a day of publication nobody can tell the year.
    assert "published" not in draft("BRENNA, Sept 17 (Agency) — They met.").tables["articles"][0]


def test_a_byline_mentions_nobody() -> None:
    assert rows("By Tom Summers\n\nAnn Lee met Bob Roe.", "mentions", "name_printed") == [("Ann Lee",), ("Bob Roe",)]


@pytest.mark.parametrize(
    "text",
    [
        "Date palms were planted on May 3, 2019 by Ann Lee.",
        "Updated figures of May 3, 2024 showed 40 deaths, said Ann Lee.",
        "Published on May 3, 2019, the report by Ann Lee listed 40 deaths.",
    ],
)
def test_a_sentence_that_begins_like_a_stamp_is_read_as_any_other(text: str) -> None:
    made = draft(text)
    assert "published" not in made.tables["articles"][0]
    assert "Ann Lee" in [row["name_printed"] for row in made.tables["mentions"]]


def test_a_stamp_may_have_a_time_of_day() -> None:
    made = draft("Published: 14 September 2025 at 10:30 GMT\n\nAnn Lee left.")
    assert made.tables["articles"][0]["published"] == "2025-09-14"
