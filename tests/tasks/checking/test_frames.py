"""Frames of pandas or polars are checked as the same rows in a folder are."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest
from packages import ROOT

import corrigenda
from corrigenda import SetupError
from corrigenda.tasks.checking.frames import framed_package


class Polars:
    """Stand in for a frame of polars where it is not installed: columns, and rows as dicts."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.columns = list(frame.columns)
        self.rows: list[dict[str, Any]] = frame.astype(object).where(frame.notna(), None).to_dict("records")

    def to_dicts(self) -> list[dict[str, Any]]:
        return self.rows


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    return corrigenda.frames(package=ROOT)


def outline(result: corrigenda.Result) -> list[tuple[Any, ...]]:
    return [(f.fingerprint, f.verdict, f.message, f.places) for f in result.findings]


def test_all_tables_come_without_a_name(tables: dict[str, pd.DataFrame]) -> None:
    assert list(tables) == list(corrigenda.open_package(ROOT).tables)
    assert tables["tenures"].equals(corrigenda.frames("tenures", ROOT))


def test_frames_give_the_same_findings_as_their_folder(tables: dict[str, pd.DataFrame]) -> None:
    expected = outline(corrigenda.check(ROOT, as_of="2026-11-22"))
    assert len(expected) > 20
    assert outline(corrigenda.check(tables, as_of="2026-11-22")) == expected
    shuffled = {name: frame.sample(frac=1, random_state=3)[list(frame.columns)[::-1]] for name, frame in tables.items()}
    assert outline(corrigenda.check(shuffled, as_of="2026-11-22")) == expected
    assert outline(corrigenda.check({name: Polars(frame) for name, frame in tables.items()}, as_of="2026-11-22")) == expected


def test_real_polars_frames_are_taken_too(tables: dict[str, pd.DataFrame]) -> None:
    polars = pytest.importorskip("polars", reason="polars is not installed")
    frames = {name: polars.DataFrame(Polars(frame).rows, infer_schema_length=None) for name, frame in tables.items() if len(frame)}
    assert outline(corrigenda.check(frames, as_of="2026-11-22")) == outline(corrigenda.check(tables, as_of="2026-11-22"))


def test_values_of_a_frame_become_cells() -> None:
    rows = pd.DataFrame(
        {
            "source_id": ["b", "a"],
            "title": ["B", "A"],
            "published": [pd.Timestamp("2024-05-31"), pd.NaT],
            "known_until": [date(2024, 6, 1), None],
            "publisher": [float("nan"), pd.NA],
            "licence": [2024.0, 1.5],
            "seen": "page",
        }
    )
    with framed_package({"sources": rows}) as package:
        first, second, *others = package.tables["sources"].file.read_text("utf-8").splitlines()[1:]
        assert first == "a,A,,,,,1.5,page,,"
        assert second == "b,B,,2024-05-31,2024-06-01,,2024,page,,"
        assert others, "the program's own sources are still there"
    with framed_package({"tenures": pd.DataFrame({"tenure_id": ["t"], "acting": [True]})}) as package:
        assert ",true," in package.tables["tenures"].file.read_text("utf-8")


def test_the_program_does_not_know_what_is_not_of_its_tables(tables: dict[str, pd.DataFrame]) -> None:
    wrong = {
        "mention": tables["mentions"],
        "dates": tables["dates"].rename(columns={"edtf": "edft"}),
        "claims": [1],
        "events": tables["events"].drop(columns="event_id"),
    }
    with pytest.raises(SetupError) as told:
        corrigenda.check(wrong)
    assert told.value.sentences[0].startswith("There is no table 'mention'; is mentions or ")
    assert told.value.sentences[1:] == (
        "The table 'dates' has no column 'edft'; is edtf meant?",
        "The table 'claims' is a list; expected a frame of pandas or polars.",
        "The table 'events' needs the column 'event_id', which is its key.",
    )


def test_a_bad_cell_is_told_with_its_line_and_how_lines_count(tables: dict[str, pd.DataFrame]) -> None:
    frame = tables["dates"].copy()
    frame.loc[frame.index[0], "edtf"] = "soon"
    with pytest.raises(SetupError) as told:
        corrigenda.check({**tables, "dates": frame})
    assert told.value.sentences[0].startswith("data/said/dates.csv:2: edtf: 'soon' is not EDTF")
    assert told.value.sentences[-1] == "Lines are those of the frame sorted by its key; line 1 is the header."


@pytest.mark.parametrize("value", [["a", "b"], {"a": 1}, b"a", ("a",), pd.Series([1, 2]).to_numpy()])
def test_a_cell_that_holds_several_values_is_a_sentence(tables: dict[str, pd.DataFrame], value: Any) -> None:
    kinds = tables["kinds"].astype(object)
    kinds.at[kinds.index[0], "label"] = value
    with pytest.raises(
        SetupError, match=r"The table 'kinds' has a value of the type \w+ in the column 'label'; expected a text, a number or a day"
    ):
        corrigenda.check({**tables, "kinds": kinds})


@pytest.mark.parametrize("data", [pd.DataFrame({"claim_id": ["c"]}), ["claims"], 7])
def test_what_is_no_package_and_no_frames_by_table_is_a_sentence(data: Any) -> None:
    with pytest.raises(SetupError, match=rf"A {type(data).__name__} cannot be checked; expected the folder of a package, or frames"):
        corrigenda.check(data)
