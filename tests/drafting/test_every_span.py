"""Whatever the text, each draft row fits its schema, points at rows that are there, and has its words in the text."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packages import ROOT
from proving import prove

from corrigenda.drafting import draft_article
from corrigenda.package.package import Package, open_package

TEXTS = {
    "Chinese": "日本首相高市早苗3月19日在华盛顿与特朗普会晤。外交部说：「双方讨论了12亿美元的计划。」",
    "Arabic": "قال وزير الخارجية «لن نقبل» يوم 3 مايو 2024. التقى Donald Trump الوزير.",
    "combining marks": "Président Éric Dupré a dit “voilà” le 3 May 2024. Múte B. Egede met Donald Trump.",
    "emoji": "👩‍👩‍👧 President Donald Trump 🇯🇵 met 12 people on May 3, 2024 — “wow 😀, that is a lot” 👍🏽 he said.",
    "CRLF": 'BRUSSELS, May 3, 2024 —\r\nPresident Donald Trump said: "We will.\r\nWe must," he added.\r\n\r\nA year later $5 was paid.\r\n',
    "marks alone": "“ ” ‘’ '' \" « » — - ( ) $ % 1 .",
    "one long line": "Mr. Smith said that " * 200,
}
PIECES = st.sampled_from([
    "President Donald Trump", "Smith", "said", "on May 3, 2024", "a year later", "$1.2 billion", "about two-thirds", "'Iron Dome'",
    "“we will", "”", "“", '"', "'", "according to officials", "citing", "\r\n", "\n", " ", ", ", ". ", "—", "高市早苗", "وزير", "é",
    "👍🏽", "\u00a0", "\u2028", "\x85", "U.S.-led", "then-President-elect", "20–25", "1890–91", "the 1930’s", "first", "never",
    "last week", "Monday", "3", ".", "of", "Ministry of", "the",
])  # fmt: skip
ANY_TEXT = st.one_of(
    st.text(max_size=200), st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=25).map(" ".join), st.lists(PIECES).map("".join)
)


@cache
def published() -> Package:
    return open_package(ROOT)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_row_proves_in_any_script(text: str) -> None:
    draft = draft_article(text, "any", published(), published="2024-05-07")
    prove(text, draft, published())
    assert draft.tables["passages"]


@given(
    text=st.one_of(
        st.text(max_size=200), st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=25).map(" ".join), st.lists(PIECES).map("".join)
    )
)
@settings(max_examples=150, deadline=None)
def test_every_row_proves_for_any_text(text: str) -> None:
    prove(text, draft_article(text, "any", published(), published="2024-05-07"), published())


def test_a_broken_span_is_seen() -> None:
    text = TEXTS["emoji"]
    draft = draft_article(text, "any", published())
    row = draft.tables["mentions"][0]
    row["start"], row["end"] = str(int(row["start"]) + 1), str(int(row["end"]) + 1)
    with pytest.raises(AssertionError):
        prove(text, draft, published())
