"""People, offices and terms found by any spelling of a name, and on a day."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from packages import ROOT, append_row, small_package

from corrigenda.cli.main import main
from corrigenda.collections.lookup import HeldTerm, Lookup, judge_day
from corrigenda.package.package import open_package
from corrigenda.tasks.reference.find import find
from corrigenda.values.edtf import parse_edtf

SPELLINGS = ("Lars Løkke Rasmussen", "lars lokke rasmussen", "Rasmussen Lars Lokke", "Lars Lökke Rasmusen", "RASMUSSEN", "Rasmusen")


@pytest.fixture(scope="module")
def lookup() -> Lookup:
    return Lookup(open_package(ROOT))


@pytest.mark.parametrize("words", SPELLINGS)
def test_any_spelling_finds_the_person(lookup: Lookup, words: str) -> None:
    assert lookup.find(words)[0].key == "lars-lokke-rasmussen"


@pytest.mark.parametrize(("words", "key"), [("高市早苗", "sanae-takaichi"), ("Sanae Takaiti", "sanae-takaichi"), ("POTUS", "us/president")])
def test_other_scripts_romanisations_and_short_titles(lookup: Lookup, words: str, key: str) -> None:
    assert lookup.find(words)[0].key == key


@pytest.mark.parametrize("words", ["", " ", "xqzzy vvkw", "!!", "\x00", "a" * 5_000])
def test_what_is_like_no_name_finds_nothing(lookup: Lookup, words: str) -> None:
    assert lookup.find(words) == ()


def test_who_held_what_on_a_day(lookup: Lookup) -> None:
    (term,) = lookup.find("President of the United States", "2010-03")[0].terms
    assert (term.other_id, term.held) == ("barack-obama", "surely")
    handover = {term.other_id for term in lookup.find("President of the United States", "2017-01-20")[0].terms}
    assert handover == {"barack-obama", "donald-trump"}
    terms = lookup.find("Donald Trump")[0].terms
    assert [term.start for term in terms] == ["2017-01-20", "2025-01-20"]
    with pytest.raises(ValueError, match="expected a date"):
        lookup.find("Trump", "yesterday")


def test_a_term_is_known_up_to_the_day_of_its_source(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    (row, *_) = Lookup(open_package(root)).find("Minister", "2999")[:1] or (None,)
    assert row is None or all(term.held != "surely" for term in row.terms)


DAYS = st.one_of(st.just(""), st.dates().map(str), st.dates().map(lambda day: str(day)[:7]), st.dates().map(lambda day: str(day)[:4]))


@given(DAYS, DAYS, st.sampled_from(("open", "closed", "unknown")), DAYS, st.dates())
def test_a_term_holds_on_a_day_as_a_look_at_each_completion_says(start: str, end: str, state: str, known: str, day: object) -> None:
    if state != "closed":
        end = ""
    asked = parse_edtf(str(day)).first
    assert asked is not None
    low, high = (parse_edtf(start).first, parse_edtf(start).last) if start else (None, None)
    told = judge_day(HeldTerm("t", "o", "x", start, end, state, known), (asked, asked))
    if low is not None and asked < low:
        assert told is None
    elif told == "surely":
        assert high is not None
        assert asked >= high
        limit = parse_edtf(end or known).first
        assert limit is not None
        assert asked <= limit


def test_the_command_as_text_and_as_json(tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["find", "Hegseth", "--at", "2025-05-01", "--known", str(ROOT)])
    assert told.exit_code == 0
    assert "on 2025-05-01, surely: Secretary of Defense: since 2025-01-25" in told.stdout
    told = CliRunner().invoke(main, ["find", "Hegset", "--format", "json", "--known", str(ROOT)])
    assert json.loads(told.stdout)["matches"][0]["key"] == "pete-hegseth"
    assert find("Hegset", ROOT)[0].label == "Pete Hegseth"
    told = CliRunner().invoke(main, ["find", "xqzzy", "--known", str(ROOT)])
    assert (told.exit_code, told.stdout) == (1, "Nothing in the reference has the name 'xqzzy', or one like it.\n")
    told = CliRunner().invoke(main, ["find", "x", "--at", "soon", "--known", str(ROOT)])
    assert told.exit_code == 2
    assert "--at is 'soon'" in told.stderr


def test_a_broken_reference_is_searched_as_far_as_it_can_be_read(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    append_row(root, "actors", actor_id="zed", label="Zed Zulu", kind="person", source_id="nowhere")
    file = root / "data/known/names.csv"
    file.write_bytes(file.read_bytes() + b"short,row\n\xff\xfe\n")
    assert find("Zed Zulu", root)[0].key == "zed"
    shutil.rmtree(root)
