"""Who is meant by a name: by the reference, by the text, or by nobody who can tell."""

from __future__ import annotations

from drafted_rows import draft, rows


def linked(text: str) -> list[tuple[str, ...]]:
    return rows(text, "mentions", "form", "name_printed", "actor_id")


def test_a_surname_is_the_person_whom_the_text_names() -> None:
    assert ("name", "Hegseth", "pete-hegseth") in linked("Pete Hegseth spoke. Hegseth left.")
    assert ("name", "Bell", "") in linked("Tom Bell spoke. Bell left on Monday, Bell said.")


def test_a_shared_surname_is_never_enough() -> None:
    assert ("name", "John Trump", "") in linked("John Trump spoke.")
    assert not any(actor == "pete-hegseth" for _, _, actor in linked("Anna Hegseth spoke. Hegseth left."))


def test_of_two_who_bear_a_surname_nobody_is_meant_until_one_is_named() -> None:
    assert linked("Donald Trump met Fred Trump. Trump spoke.")[-1] == ("name", "Trump", "")


def test_of_a_family_it_is_the_one_whom_the_text_is_about() -> None:
    text = "Sanae Takaichi left. Her daughter, Ruth Takaichi, left. Takaichi was late."
    assert linked(text)[-1] == ("name", "Takaichi", "sanae-takaichi")
    assert linked("Sanae Takaichi left. Ruth Takaichi left. Takaichi was late.")[-1] == ("name", "Takaichi", "")


def test_a_misspelt_name_is_read_as_the_known_one_and_says_so() -> None:
    (row,) = draft("Prime Minister Sanae Takaiti spoke.").tables["mentions"]
    assert row["actor_id"] == "sanae-takaichi"
    assert "misspelling of Sanae Takaichi" in row["reason"]
    # Another first name with the same surname, and a surname that only differs at its end, are other people.
    assert linked("Keiko Takaichi spoke.")[0][2] == ""


def test_a_title_alone_is_its_last_bearer() -> None:
    assert ("title", "", "sanae-takaichi") in linked("Prime Minister Sanae Takaichi spoke. Later the prime minister left.")
    two = "Prime Minister Sanae Takaichi met Prime Minister Mark Carney. Later the prime minister left."
    assert not any(form == "title" for form, _, _ in linked(two))


def test_the_programme_is_the_one_named_before() -> None:
    assert ("description", "", "golden-dome") in linked("The 'Golden Dome' initiative grew. Now the programme is late.")


def test_a_capital_that_acts_is_the_state_and_one_that_is_a_place_is_not() -> None:
    assert ("metonym", "", "jp") in linked("Tokyo has agreed to the plan.")
    assert ("name", "Tokyo", "tokyo") in linked("They met in Tokyo on Monday.")


def test_whom_the_reference_lacks_is_listed_with_the_title() -> None:
    unknown = draft("Oregon Gov. Elena Marsh met Anna Roe of the Delta Council.").unknown
    assert unknown["Elena Marsh"] == ("person", "Oregon Gov.")
    assert unknown["Anna Roe"] == ("person", "")
    assert unknown["Delta Council"] == ("body", "")


def test_pronouns_and_small_words_are_no_names_of_states() -> None:
    assert linked("They told us so. Us they told.") == []


def test_who_is_the_known_person_named_right_before_it() -> None:
    text = "Ann Lee met Pete Hegseth, who took office in June 2022, and Bob Roe, who resigned."
    found = [row for row in draft(text, "2025-05-03").tables["mentions"] if row["form"] == "pronoun"]
    assert [(row["actor_id"], row["part"]) for row in found] == [("pete-hegseth", "agent")]


def test_who_that_follows_no_name_is_nobody() -> None:
    text = "Those who resigned met Pete Hegseth in the hall, where others who had left sat."
    assert not any(row["form"] == "pronoun" for row in draft(text, "2025-05-03").tables["mentions"])


def test_a_known_name_may_be_printed_with_an_initial() -> None:
    assert linked("Pete B. Hegseth spoke.") == [("name", "Pete B. Hegseth", "pete-hegseth")]
    # The first name is another one, or there is none.
    assert not any(actor == "pete-hegseth" for _, _, actor in linked("Tom B. Hegseth spoke."))
