"""docs/questions.md: each question has one answer, whether SQL or pandas gives it, on the published package or on an export."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from packages import ROOT, keep_tables, small_package

import corrigenda
from corrigenda.adapters.exports.exported_views import exported_views
from corrigenda.tasks.publishing.export import export

if TYPE_CHECKING:
    import duckdb

PAGE = (ROOT / "docs" / "questions.md").read_text("utf-8")
_SECTION = re.compile(r"^## (\d+)\. (.+?)\n(.*?)(?=^## |\Z)", re.M | re.S)
_CODE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
QUESTIONS = {int(number): (title, dict(_CODE.findall(text))) for number, title, text in _SECTION.findall(PAGE)}
_PREPARE = next(code for language, code in _CODE.findall(PAGE.split("## 1.")[0]) if language == "python")


@dataclass(frozen=True)
class Asked:
    """Hold what is asked: two databases, and the tables as frames from the package itself and from an export."""

    sqlite: sqlite3.Connection
    duckdb: duckdb.DuckDBPyConnection
    package: dict[str, pd.DataFrame]
    export: dict[str, pd.DataFrame]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    folder = tmp_path_factory.mktemp("asked")
    for form in ("sqlite", "duckdb"):
        export(ROOT, form, folder / f"facts.{form}")
    used = {name for _, code in QUESTIONS.values() for name in re.findall(r'tables\["(\w+)"\]', code["python"])}
    package = {name: corrigenda.frames(name, ROOT) for name in sorted(used)}
    with closing(sqlite3.connect(folder / "facts.sqlite")) as database:
        names: dict[str, Any] = {}
        exec(_PREPARE.replace("facts.duckdb", str(folder / "facts.duckdb")), names)  # noqa: S102
        yield Asked(database, names["facts"], package, names["tables"])
        names["facts"].close()


def plain(rows: Any) -> list[tuple[Any, ...]]:
    """Return rows so that they can be compared: nothing for what is missing, days as text, one kind of number, in one order."""
    return sorted((tuple(map(_plain, row)) for row in rows), key=repr)


def _plain(cell: Any) -> Any:
    if cell is None or cell is pd.NA or cell is pd.NaT or cell != cell:  # noqa: PLR0124
        return None
    if isinstance(cell, date):
        return f"{cell:%Y-%m-%d}".rjust(10, "0")
    return float(cell) if isinstance(cell, int | float) or hasattr(cell, "item") else str(cell)


def answer(code: str, tables: dict[str, pd.DataFrame]) -> list[tuple[Any, ...]]:
    names: dict[str, Any] = {"tables": tables}
    exec(code, names)  # noqa: S102
    return plain(names["answer"].itertuples(index=False, name=None))


def test_there_are_twelve_of_them() -> None:
    assert list(QUESTIONS) == list(range(1, 13))
    assert all(set(code) == {"sql", "python"} and title.endswith("?") for title, code in QUESTIONS.values())


@pytest.mark.parametrize("number", QUESTIONS)
def test_a_question_has_one_answer(number: int, asked: Asked) -> None:
    _, code = QUESTIONS[number]
    told = plain(asked.sqlite.execute(code["sql"]).fetchall())
    assert told
    assert plain(asked.duckdb.execute(code["sql"]).fetchall()) == told
    assert answer(code["python"], asked.package) == told
    assert answer(code["python"], asked.export) == told


def test_the_page_names_each_view_with_its_key() -> None:
    listed = {row[0]: row[1] for row in re.findall(r"^\| `(\w+)` \| .+ \| (.+) \|$", PAGE, re.M)}
    assert listed == {view.name: ", ".join(f"`{key}`" for key in view.key) for view in exported_views()}


def test_the_types_of_frames_are_those_of_the_view(asked: Asked) -> None:
    kinds = asked.package["tenure_days"].dtypes.astype(str).to_dict()
    assert (kinds["first"], kinds["is_reversed"], kinds["tenure_id"]) == ("datetime64[s]", "boolean", "string")
    assert str(asked.package["chain_ends"]["links"].dtype) == "Int64"


def test_a_frame_of_a_view_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    keep_tables(root, "actors", "offices", "sources", "tenures")
    with pytest.raises(corrigenda.SetupError, match="lacks tables that the view 'event_days' is made from"):
        corrigenda.frames("event_days", root)
    assert len(corrigenda.frames("tenure_days", root)) == 2
