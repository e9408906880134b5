from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrigenda.package.storage.files import program_folder
from corrigenda.package.tables.csv_file import read_rows
from corrigenda.values.names import TitleWords, fold, read_ordinal

_ROWS = read_rows(program_folder("data") / "known" / "title_words.csv")[1]
WORDS = TitleWords(
    {fold(row["word"]): row["tells"] for row in _ROWS if row["tells"] != "form"},
    {fold(row["word"]): row["stands_for"] for row in _ROWS if row["tells"] == "form"},
)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Múte B. Egede", "Mute B Egede"),
        ("Shinzō Abe", "Shinzo Abe"),
        ("Lars Løkke Rasmussen", "LARS LOKKE RASMUSSEN"),
        ("U.S.", "US"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("O'Brien", "O’Brien"),
        ("'Iron Dome'", "Iron Dome"),
        ("  two   words ", "two words"),
    ],
)
def test_spellings_of_one_name_are_the_same(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@pytest.mark.parametrize(("left", "right"), [("Takaichi", "Takaiti"), ("Hegseth", "Hegset"), ("Ōno", "Ōuno"), ("US", "UK")])
def test_other_letters_stay_other_names(left: str, right: str) -> None:
    assert fold(left) != fold(right)


@given(st.text(max_size=40))
def test_folding_is_stable(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    assert fold(name).isascii()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Defence Secretary", "Secretary of Defense"),
        ("Russia's press secretary", "Press Secretary, Russia"),
        ("the then-Prime Minister", "former prime minister"),
        ("Sen.", "Senator"),
        ("president-elect", "interim President"),
        ("the 47th president", "President"),
        ("Chairwoman", "chairman"),
        ("Lt. Governor", "Lieutenant Governor"),
        ("Chairman of the Joint Chiefs of Staff Gen.", "Joint Chiefs of Staff chairman"),
    ],
)
def test_titles_of_the_same_words_are_the_same(left: str, right: str) -> None:
    assert sorted(WORDS.split(left)) == sorted(WORDS.split(right))


@pytest.mark.parametrize(
    "title", ["Deputy Defence Minister", "Foreign Minister", "Defence Minister's spokesman", "Defence Minister General"]
)
def test_words_of_rank_and_field_stay(title: str) -> None:
    assert sorted(WORDS.split(title)) != sorted(WORDS.split("Defence Minister"))


@pytest.mark.parametrize("title", ["Gen.", "Lt. Gen.", "Admiral", "Dr.", "retired Army Gen."])
def test_a_grade_or_an_address_is_no_office(title: str) -> None:
    assert WORDS.split(title) == ()


@pytest.mark.parametrize("title", ["Attorney General", "General Secretary", "Secretary of the Army", "Lieutenant Governor"])
def test_a_word_of_a_service_in_the_title_of_an_office_stays(title: str) -> None:
    assert len(WORDS.split(title)) == 2


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("12th president", 12),
        ("the 1st chancellor", 1),
        ("fourth President", 4),
        ("twenty-first premier", 21),
        ("ninetieth speaker", 90),
        ("First Minister", None),
        ("Second Vice President", None),
        ("Third Secretary", None),
        ("Representative for the 12th District", None),
        ("president", None),
        ("", None),
    ],
)
def test_an_ordinal_at_the_start_counts_the_holders(title: str, number: int | None) -> None:
    assert read_ordinal(title) == number
