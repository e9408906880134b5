"""Among many known texts, what is surely meant is found as by comparing with each, and what is nearest by letters is too."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from corrigenda.values.likeness import Index, Traits, read_name, read_title

WORDS = st.sampled_from(["ann", "anne", "roe", "row", "hale", "j", "lee", "of", "secretary", "secretaries", "chief", "deputy"])
TEXTS = st.lists(WORDS, min_size=1, max_size=4, unique=True).map(" ".join)
MANY = st.lists(TEXTS, min_size=1, max_size=18, unique=True)


def are_alike(printed: str, known: str) -> bool:
    """Say whether two names are alike as the view name_matches says it."""
    one, other = printed.split(), known.split()
    turned = [" ".join(other[n:] + other[:n]) for n in range(len(other))]
    initials = {other[0][0]}, {one[0][0]}
    by_family = one[-1] == other[-1] and (one[0] == other[0] or one[0] in initials[0] or other[0] in initials[1])
    return f" {printed} " in f" {known} " or f" {known} " in f" {printed} " or printed in turned or by_family


@given(MANY, TEXTS)
@settings(max_examples=150, deadline=None)
def test_names_that_are_alike_are_found(known: list[str], printed: str) -> None:
    found = Index(read_name(name, name) for name in known).find(read_name(printed, printed))
    assert {name for name in known if are_alike(printed, name)} <= found


@given(MANY, TEXTS)
@settings(max_examples=150, deadline=None)
def test_titles_that_hold_one_another_are_found(known: list[str], printed: str) -> None:
    def read(text: str) -> Traits:
        return read_title(text, text.split(), text.split(), [])

    found = Index(map(read, known)).find(read(printed))
    assert {title for title in known if set(title.split()) <= set(printed.split()) or set(printed.split()) <= set(title.split())} <= found


def test_slip_in_either_half_is_found_among_thousands() -> None:
    names = [f"{first}{number}{last}{number}" for number in range(40) for first in ("ann", "bob", "cleo") for last in ("hale", "roe")]
    index = Index(read_name(name, name) for name in names)
    for name in names[::37]:
        assert name in index.find(read_name("x", name[:-3] + "q" + name[-3:]))
        assert name in index.find(read_name("x", "q" + name))


def test_what_is_found_stays_few() -> None:
    index = Index(read_title(f"keeper {n}", ["keeper", str(n)], ["keeper", str(n)], []) for n in range(2_000))
    assert len(index.find(read_title("keeper", ["keeper"], ["keeper"], []))) <= 60
    assert "keeper 77" in index.find(read_title("keepers 77", ["keepers", "77"], ["keepers", "77"], []))
