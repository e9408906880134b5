"""What a spreadsheet would run: one rule, held against texts that are made to be run, and against others."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from corrigenda.values.spreadsheet_cells import is_run, write_for_people

# The signs that the guides on this attack name, with their full-width and small forms.
SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b"
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
BLANKS = st.text(
    st.one_of(st.sampled_from(" \t\r\n\x00\u00a0\u3000\u200b\ufeff\u00ad"), st.characters(categories=["Cc", "Cf", "Zs", "Zl", "Zp"])),
    max_size=3,
)
# What shows first in a text that nothing runs: letters, digits, brackets, quotes.
SHOWN = st.characters(categories=["L", "N", "Ps", "Pi", "Sc"])


@given(ANY)
def test_what_it_writes_is_never_run_and_nothing_is_lost(text: str) -> None:
    written = write_for_people(text)
    assert written is not None
    assert not is_run(written)
    assert written in (text, f"'{text}")
    assert write_for_people(written) == written


@given(BLANKS, st.sampled_from(SIGNS), ANY)
def test_a_sign_behind_any_blanks_gets_an_apostrophe(blanks: str, sign: str, rest: str) -> None:
    text = f"{blanks}{sign}{rest}"
    assume(not text.lstrip("+-").replace(".", "").isdecimal())
    assert write_for_people(text) == f"'{text}"


@given(st.text(" \u00a0\u3000", max_size=2), SHOWN, ANY)
def test_what_begins_with_a_letter_stays_as_it_is(blanks: str, first: str, rest: str) -> None:
    assert write_for_people(f"{blanks}{first}{rest}") == f"{blanks}{first}{rest}"


@given(st.sampled_from(["", "+", "-"]), st.integers(min_value=0), st.one_of(st.just(""), st.integers(0, 999).map(".{}".format)))
def test_a_plain_number_is_a_number(sign: str, whole: int, part: str) -> None:
    assert not is_run(f"{sign}{whole}{part}")


@pytest.mark.parametrize(
    "text", ["", "a=1", "1-2", "'=1", "-5", "+3.25", "-0", "2025-01", "a@example.org", "…", "'", "–5", "−5", "大阪", "(=1)"]
)
def test_what_nothing_runs_stays_as_it_is(text: str) -> None:
    assert write_for_people(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "=1",
        "＝1",
        "+1-2",
        "-1+2",
        "－1",
        "@SUM(A1)",
        "＠SUM",
        "\t=1",
        "\rx",
        "  =1",
        "\u3000＝1",
        "\ufeff=1",
        "\u200b@x",
        "+41 44",
        "-5%",
        "=-5",
        "﹦1",
        "-1e5",
    ],
)
def test_what_may_be_run_gets_an_apostrophe(text: str) -> None:
    assert write_for_people(text) == f"'{text}"
