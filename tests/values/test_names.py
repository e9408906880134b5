from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrigenda.values.names import fold, title_words


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
    ],
)
def test_titles_of_the_same_words_are_the_same(left: str, right: str) -> None:
    assert sorted(title_words(left)) == sorted(title_words(right))


@pytest.mark.parametrize("title", ["Deputy Defence Minister", "Foreign Minister", "Defence Minister's spokesman"])
def test_words_of_rank_and_field_stay(title: str) -> None:
    assert sorted(title_words(title)) != sorted(title_words("Defence Minister"))
