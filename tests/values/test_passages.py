from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from corrigenda.values.passages import digest, find_words, segment

TEXT = "The U.S.-led plan cost $1.2 billion. It was late.\n\nA second paragraph — short.\nA third, by Mr. Example. Done."


def test_passages_are_sentences_by_paragraph() -> None:
    found = [(p.paragraph, p.sentence, TEXT[p.start : p.end]) for p in segment(TEXT)]
    assert found == [
        (1, 1, "The U.S.-led plan cost $1.2 billion."),
        (1, 2, "It was late."),
        (2, 1, "A second paragraph — short."),
        (3, 1, "A third, by Mr. Example."),
        (3, 2, "Done."),
    ]
    assert all(p.sha256 == digest(TEXT[p.start : p.end]) for p in segment(TEXT))


@given(
    st.lists(st.sampled_from(["One two.", "Is it? ", "  ", "Yes!", "Ünï “quoted.” ", "3.5 m", "\n", "\n\n", "日本。", "\t"]), max_size=30)
)
def test_passages_lie_in_order_and_leave_no_word_out(parts: list[str]) -> None:
    text = "".join(parts)
    passages = segment(text)
    assert all(a.end <= b.start for a, b in pairwise(passages))
    covered = "".join(text[p.start : p.end] for p in passages)
    assert "".join(covered.split()) == "".join(text.split())


def test_words_are_found_within_bounds_only() -> None:
    assert find_words("one two one", "one") == [(0, 3), (8, 11)]
    assert find_words("one two one", "one", 4) == [(8, 11)]
    assert find_words("one two one", "one", 0, 8) == [(0, 3)]


def test_context_in_brackets_is_not_part_of_the_span() -> None:
    assert find_words("Trump met. Trump left.", "Trump[ left]") == [(11, 16)]
    assert find_words("Trump met. Trump left.", "[met. ]Trump") == [(11, 16)]


def test_a_stretch_is_the_shortest_one() -> None:
    assert find_words("a x b x b", "a … b") == [(0, 5)]


def test_words_are_no_pattern() -> None:
    assert find_words("cost $1.2 (all)", "$1.2 (all)") == [(5, 15)]
    assert find_words("abc", "a.c") == []
