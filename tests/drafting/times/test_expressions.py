"""Expressions of time: what is printed, and what it comes to from the day of publication."""

from __future__ import annotations

import pytest
from drafted_rows import draft, rows

PRINTED = [
    ("They met on May 3, 2024.", "May 3, 2024", "2024-05-03"),
    ("They met on the 3rd of May, 2024.", "the 3rd of May, 2024", "2024-05-03"),
    ("They met on 3 May.", "3 May", "XXXX-05-03"),
    ("They met in May 2024.", "May 2024", "2024-05"),
    ("They met in 2024.", "2024", "2024"),
    ("They met in the 1950s.", "the 1950s", "195X"),
    ("They met in the 20th century.", "the 20th century", "19XX"),
    ("They met in spring 2021.", "spring 2021", "2021-21"),
    ("They met from 2010 to 2014.", "2010 to 2014", "2010/2014"),
    ("They have met since 2010.", "since 2010", "2010/.."),
    ("They met on 2024-05-03.", "2024-05-03", "2024-05-03"),
    ("The school year 2021-22 was long.", "2021-22", "2021/2022"),
    ("In 2021/22 they met.", "2021/22", "2021/2022"),
    ("In the first quarter of 2023 they met.", "the first quarter of 2023", "2023-01/2023-03"),
    ("They met in mid-June.", "June", "XXXX-06"),
    ("On 3 May 420 people came.", "3 May", "XXXX-05-03"),
    ("The king (d. 1975) left.", "1975", "1975"),
    ("He was born in c. 1818.", "1818", "1818"),
    ("He died on 30 September 420.", "30 September 420", "0420-09-30"),
    ("He died in December of 384.", "December of 384", "0384-12"),
    ("He was born around 347 AD.", "347 AD", "0347"),
    ("They met in the 2018 Senate election.", "2018", "2018"),
    ("They met on New Year's Eve.", "New Year's Eve", "XXXX-12-31"),
    ("They met on Christmas Day 2019.", "Christmas Day 2019", "2019-12-25"),
]
COUNTED = [
    ("They said work would begin on Tuesday.", "Tuesday", "2022-05-10"),
    ("They had planned to shut it on 31 October.", "31 October", "2022-10-31"),
    ("They said she would have come on Tuesday.", "Tuesday", "2022-05-03"),
    ("They said work would begin in the autumn and end.", "the autumn", "2022-23"),
    ("They met yesterday.", "yesterday", "2022-05-05"),
    ("They met last month.", "last month", "2022-04"),
    ("They met last week.", "last week", "2022-04-25/2022-05-01"),
    ("They met on Tuesday.", "Tuesday", "2022-05-03"),
    ("They will meet on Tuesday.", "Tuesday", "2022-05-10"),
    ("They met two years ago.", "two years ago", "2020"),
    ("They met on Dec. 26.", "Dec. 26", "2021-12-26"),
    ("They will meet on Dec. 26.", "Dec. 26", "2022-12-26"),
    ("They met on May 3, 2010. Two years later they parted.", "Two years later", "2012"),
    ("The law takes effect on Aug. 1.", "Aug. 1", "2022-08-01"),
    ("The vote is due on June 28.", "June 28", "2022-06-28"),
    ("He said that they would meet in July.", "July", "2022-07"),
    ("The vote is on May 3.", "May 3", "2023-05-03"),
    ("The rule applies from April 1.", "April 1", "2023-04-01"),
    ("In three months' time they meet.", "three months", "2022-08"),
    ("They met on May 3, 2010, and parted in June of that year.", "June of that year", "2010-06"),
    ("They met on May 3, 2010, and parted in June the same year.", "June the same year", "2010-06"),
    ("They met between May and June 2010 and parted in July the same year.", "July the same year", "2010-07"),
    ("It may rain on Saturday.", "Saturday", "2022-05-07"),
    ("The clubs meet on June 14.", "June 14", "2022-06-14"),
    ("The council meets on Tuesday.", "Tuesday", "2022-05-10"),
    ("The talks resume Monday.", "Monday", "2022-05-09"),
    ("They met in the spring.", "the spring", "2022-21"),
    ("They met in the autumn.", "the autumn", "2021-23"),
    ("They met in early March.", "March", "2022-03-01/2022-03-10"),
    ("They met earlier this month.", "earlier this month", "2022-05-01/2022-05-06"),
    ("They will meet later this month.", "later this month", "2022-05-06/2022-05-31"),
    ("A year earlier they met.", "A year earlier", "2021"),
    ("They met over the weekend.", "over the weekend", "2022-04-30/2022-05-01"),
    ("They meet today.", "today", "2022-05-06"),
    ("They are meeting today.", "today", "2022-05-06"),
]


@pytest.mark.parametrize(("text", "printed", "edtf"), PRINTED, ids=[case[0] for case in PRINTED])
def test_a_printed_date_is_as_precise_as_printed(text: str, printed: str, edtf: str) -> None:
    assert (printed, edtf) in rows(text, "dates", "as_printed", "edtf")


@pytest.mark.parametrize(("text", "printed", "value"), COUNTED, ids=[case[0] for case in COUNTED])
def test_what_is_counted_from_the_writing_has_a_value(text: str, printed: str, value: str) -> None:
    made = draft(text, "2022-05-06")
    row = next(row for row in made.tables["dates"] if row["as_printed"] == printed)
    assert made.values[row["date_id"]] == value
    # The cell itself is never more precise than the words.
    assert row.get("edtf") != value


COMPOSED = [
    ("They met in October last year.", "October last year", "2021-10"),
    ("They met on 1 October last year.", "1 October last year", "2021-10-01"),
    ("They met on Friday last week.", "Friday last week", "2022-04-29"),
    ("They met in the first quarter of this year.", "the first quarter of this year", "2022-01/2022-03"),
    ("They met in the autumn of last year.", "the autumn of last year", "2021-23"),
    ("They met on the first Monday in April.", "the first Monday in April", "2022-04-04"),
    ("They met on the last Monday in May 2021.", "the last Monday in May 2021", "2021-05-31"),
]


@pytest.mark.parametrize(("text", "printed", "value"), COMPOSED, ids=[case[0] for case in COMPOSED])
def test_a_time_that_is_counted_in_two_steps_is_one(text: str, printed: str, value: str) -> None:
    made = draft(text, "2022-05-06")
    (row,) = (row for row in made.tables["dates"] if row["kind"] == "date")
    assert row["as_printed"] == printed
    assert made.values[row["date_id"]] == value
    # Without a day of publication nothing is counted.
    undated = draft(text)
    assert value not in [*undated.values.values(), *(row.get("edtf") for row in undated.tables["dates"])]


def test_a_weekday_of_a_season_is_no_day() -> None:
    made = draft("They met on the first Monday in spring 2021.", "2022-05-06")
    assert "2021-21" in [row.get("edtf") for row in made.tables["dates"]]


@pytest.mark.parametrize(
    "text",
    [
        "It cost $1999.",
        "Some 2024 people came.",
        "A survey of 1709 pupils.",
        "Of 1709 schoolchildren some left.",
        "They meet on a Monday.",
        "The Sun is hot.",
        "It has 347 rooms.",
        "The 1922 Committee met.",
        "They marched on.",
        "It may rain.",
        "The 2-1 win.",
        "Joy Sun left.",
        "It was sold to the Halden Sun. They left.",
        "The invoice, numbered 1998, was paid.",
        "October is the month of magic.",
        "She was hurt in the fall.",
        "The mill is a museum today.",
        "It is larger than it would be today.",
        "It has 1000+ rooms.",
    ],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert not any(kind == "date" for (kind,) in rows(text, "dates", "kind"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It will be the third vote in 18 months.", ""),
        ("It will be the biggest protest in ten years.", ""),
        ("They left. Largest loss in ten years will come.", ""),
        ("It will be Norway's second largest strike in two years.", ""),
        ("They left in early March 2020. Three days later they met.", "P3D"),
        ("They left in early March. Three days later they met.", "P3D"),
        ("They left in early March 2020. Two months later they met.", "2020-05"),
        ("They left on 3 March 2020. Three days later they met.", "2020-03-06"),
        ("The court will hear the request in two weeks.", "2022-05-20"),
        ("The protest in two weeks will be large.", "2022-05-20"),
        ("They will meet in Bucharest in two weeks.", "2022-05-20"),
        ("It came three years earlier than planned.", "P3Y"),
        ("They met on May 3, 2021. “We met,” he said. Twenty years later it was gone.", "P20Y"),
        ("They will meet in 18 months.", "2023-11"),
        ("They met more than 300 years ago.", "P300Y"),
        ("They met more than ten years ago.", "2012"),
    ],
)
def test_a_distance_that_is_only_reckoned_comes_to_no_day(text: str, value: str) -> None:
    made = draft(text, "2022-05-06")
    assert [made.values[row["date_id"]] for row in made.tables["dates"] if row["kind"] == "gap" and made.values.get(row["date_id"])] == (
        [value] if value else []
    )


def test_a_text_of_early_years_has_more_of_them() -> None:
    early = [edtf for (edtf,) in rows("He was born in c. 314. He left around 360-366 and in 373.", "dates", "edtf") if edtf]
    assert early == ["0314", "0360", "0366", "0373"]
    assert not any(edtf for (edtf,) in rows("He was born in 1914. He left 360 boats and in 373.", "dates", "edtf") if edtf != "1914")


def test_a_date_within_a_name_of_an_event_dates_another_event() -> None:
    made = draft("She won the 2016 election.", "2024-05-03")
    (row,) = made.tables["dates"]
    kind = next(event["kind_id"] for event in made.tables["events"] if event["event_id"] == row["event_id"])
    assert kind == "election"


def test_two_dates_are_never_of_one_event() -> None:
    events = [event for (event,) in rows("They met on May 3, 2024 and on May 9, 2024 in Rome.", "dates", "event_id")]
    assert len(events) == len(set(events)) == 2


def test_the_dateline_is_when_it_was_written() -> None:
    made = draft("BRUSSELS, April 4, 2023 — They met on Tuesday.")
    assert made.tables["articles"][0]["published"] == "2023-04-04"
    assert {row["event_id"] for row in made.tables["dates"] if row["as_printed"] == "April 4, 2023"} == {"t/writing"}


def test_a_newspaper_is_no_day_of_the_week() -> None:
    found = [row for row in draft("It was in the Edmonton Sun, August 16, 2008.").tables["dates"] if row["kind"] == "date"]
    assert [(row["as_printed"], row.get("weekday", "")) for row in found] == [("August 16, 2008", "")]
    assert [row["weekday"] for row in draft("They met on Sun, August 16, 2008.").tables["dates"]] == ["sunday"]


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("The school closed due to flooding on Tuesday.", "Tuesday", "2022-05-03"),
        ("Ann Lee met Will Smith on Tuesday.", "Tuesday", "2022-05-03"),
        ("He changed his will in March.", "March", "2022-03"),
        ("He said they would vote today.", "today", "2022-05-06"),
        ("The club will open later this summer.", "later this summer", "2022-22"),
    ],
)
def test_words_that_only_look_ahead_or_back(text: str, printed: str, value: str) -> None:
    made = draft(text, "2022-05-06")
    assert [made.values.get(row["date_id"]) for row in made.tables["dates"] if row["as_printed"] == printed] == [value]


def test_the_first_and_the_last_year_of_the_calendar_have_no_year_next_to_them() -> None:
    for day in ("0001-01-01", "9999-12-31"):
        assert draft("They left last Sept., and came in May.", day).tables["dates"]
