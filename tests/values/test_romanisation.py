from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrigenda.values.names import fold
from corrigenda.values.romanisation import read_romanised


@pytest.mark.parametrize(
    ("name", "system"),
    [
        ("Takaichi", "Hepburn"),
        ("Takaiti", "Kunrei"),
        ("Sinziro", "Kunrei"),
        ("Tiyoda", "Kunrei"),
        ("Mattya", "Kunrei"),
        ("Matcha", "Hepburn"),
        ("Miduno", "Nihon-shiki"),
        ("Mizuno", "Hepburn or Kunrei"),
        ("Tarō", "Hepburn or Kunrei"),
        ("Shimbashi", "Hepburn"),
    ],
)
def test_the_system_is_told(name: str, system: str) -> None:
    read = read_romanised(name)
    assert read is not None
    assert read.system == system


@pytest.mark.parametrize(
    "spellings",
    [
        ("Sanae Takaichi", "Sanae Takaiti", "SANAE TAKAICHI"),
        ("Shinzō Abe", "Shinzô Abe", "Shinzou Abe", "Sinzoh Abe"),
        ("Ōno", "Oono", "Ohno"),
        ("Shimbun", "Shinbun", "Sinbun", "Simbun"),
        ("Jun'ichi", "Junichi", "Zyun'iti"),
        ("Kanno", "Kan'no"),
        ("Hatchi", "Hacchi", "Hatti"),
        ("Kyūshū", "Kyuusyuu"),
        ("Fujita", "Huzita", "Hudita"),
    ],
)
def test_spellings_of_one_sound(spellings: tuple[str, ...]) -> None:
    read = [read_romanised(name) for name in spellings]
    assert all(read)
    assert len({name.sound for name in read if name}) == 1


@pytest.mark.parametrize("name", ["Takaihci", "Takaich", "Shinziro", "Miti Chiba", "Chya", "Smith", "Xi", "Ciba", "la", "", "7", "F. Abe"])
def test_what_no_one_system_spells(name: str) -> None:
    assert read_romanised(name) is None


@pytest.mark.parametrize(("left", "right"), [("Takaichi", "Takaishi"), ("Chiba", "Shiba"), ("Ono", "Ōno"), ("Kei", "Ke"), ("Iida", "Ida")])
def test_other_sounds_stay_other_names(left: str, right: str) -> None:
    read = [read_romanised(name) for name in (left, right)]
    assert all(read)
    assert len({name.sound for name in read if name}) == 2


@given(st.text(max_size=30))
def test_any_text_is_read_or_not(text: str) -> None:
    read = read_romanised(text)
    assert read is None or fold(read.sound) == read.sound


@given(
    st.lists(
        st.sampled_from(["ka", "shi", "chi", "tsu", "fu", "ji", "sha", "cho", "ju", "n", "no", "ra", "mi", "tta", "kki"]),
        min_size=1,
        max_size=5,
    )
)
def test_hepburn_is_read_as_it_stands(syllables: list[str]) -> None:
    # No name has an n before an n or a k of these syllables: several in a row go as well.
    word = re.sub(r"n+(?=[nk])", "", "".join(["ka", *syllables]))
    read = read_romanised(word)
    assert read is not None
    assert read.sound == word
