"""Views that every export has: the same rows in each form, days that no date type loses, and verdicts as day by day."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from packages import (
    FILLED,
    ROOT,
    append_row,
    change_cell,
    edit_json,
    empty_package,
    keep_tables,
    read_table,
    resource_of,
    small_package,
    write_table,
)
from slow_procedures import naive_office, terms, texts

from corrigenda.adapters.exports import parquet
from corrigenda.adapters.exports.exported_views import SCHEMA, exported_views, make_views
from corrigenda.engine.tables import load, load_cells
from corrigenda.errors import SetupError
from corrigenda.package.package import open_package
from corrigenda.tasks.publishing.export import export
from corrigenda.values.edtf import iso, parse_edtf

NAMES = [view.name for view in exported_views()]
# The first and the last day that a package can have, and days outside what a nanosecond count of 64 bits reaches (1677 to 2262).
FORMS = ("sqlite", "duckdb", "parquet")
FAR = {"ages": "0001-01-01/9999-12-31", "conquest": "1066-10-14", "next": "2900", "early": "0001"}


def add_events(root: Path, days: dict[str, str]) -> None:
    """Add events by name, each with a printed date."""
    place = {"passage_id": "art/01.01", "start": "0", "end": "20"}
    for name, text in days.items():
        told = {**FILLED["events"], "tense": "unstated"}
        append_row(root, "events", event_id=f"art/{name}", claim_id="art/meets", label=name, **told, **place)
        append_row(root, "dates", date_id=f"art/{name}", event_id=f"art/{name}", kind="date", as_printed=name, edtf=text, **place)
    for table in ("events", "dates", "tenures"):
        header, rows = read_table(root, table)
        write_table(root, table, header, sorted(rows))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    root = small_package(tmp_path)
    add_events(root, FAR)
    return root


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Export the published package once in each form; no test changes what is there."""
    folder = tmp_path_factory.mktemp("published")
    for form in FORMS:
        export(ROOT, form, folder / form)
    return folder


def rows_in(form: str, target: Path, name: str) -> list[tuple[Any, ...]]:
    """Read a view out of an export, days as text."""
    if form == "sqlite":
        with closing(sqlite3.connect(target)) as database:
            return database.execute(f'SELECT * FROM "{name}"').fetchall()
    with duckdb.connect(str(target) if form == "duckdb" else ":memory:", read_only=form == "duckdb") as engine:
        found = engine.execute(f'FROM "{name}"' if form == "duckdb" else f"FROM '{target}/{name}.parquet'").fetchall()
    return [tuple(cell.isoformat() if isinstance(cell, date) else cell for cell in row) for row in found]


def plain(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted((tuple(int(c) if isinstance(c, bool) else c for c in row) for row in rows), key=repr)


@pytest.mark.parametrize("which", ["published", "small"])
def test_each_form_has_the_same_rows(which: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    source: Path = request.getfixturevalue(which)
    folder = source if which == "published" else tmp_path
    for form in FORMS if which == "small" else ():
        export(source, form, folder / form)
    # A view of a database goes with it wherever it is moved.
    shutil.copy(folder / "duckdb", tmp_path / "moved")
    for name in NAMES:
        rows = plain(rows_in("sqlite", folder / "sqlite", name))
        assert rows or (which, name) == ("small", "chain_ends"), name
        assert plain(rows_in("duckdb", tmp_path / "moved", name)) == rows, name
        assert plain(rows_in("parquet", folder / "parquet", name)) == rows, name


def test_no_date_type_loses_a_day(small: Path, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    for form in ("sqlite", "duckdb"):
        export(small, form, tmp_path / form)
    expected = {text: (iso(span.first), iso(span.last)) for text in FAR.values() if (span := parse_edtf(text)).first and span.last}
    assert set(expected) == set(FAR.values())
    with closing(sqlite3.connect(tmp_path / "sqlite")) as database:
        assert {text: days for text, *days in database.execute("SELECT text, first, last FROM edtf_days")}.items() >= {
            text: list(days) for text, days in expected.items()
        }.items()
        # SQLite reads them as days: its own functions give them back.
        assert all(shown == day for day, shown in database.execute("SELECT first, date(first) FROM edtf_days WHERE first IS NOT NULL"))
        days = dict.fromkeys(("first", "last"), "%Y-%m-%d")
        frame = pandas.read_sql("SELECT * FROM edtf_days", database, parse_dates=days).set_index("text")
    with duckdb.connect(str(tmp_path / "duckdb"), read_only=True) as engine:
        typed = engine.execute("DESCRIBE edtf_days").fetchall()
        other = engine.execute("FROM edtf_days").df().set_index("text")
    assert [row[1] for row in typed] == ["VARCHAR", "DATE", "DATE", "VARCHAR"]
    for text, (first, last) in expected.items():
        for table in (frame, other):
            assert (table.loc[text, "first"].date().isoformat(), table.loc[text, "last"].date().isoformat()) == (first, last)


def test_a_day_outside_of_every_date_type_is_refused_before(small: Path, tmp_path: Path) -> None:
    for text in ("-0043-03-15", "12000"):
        change_cell(small, "dates", "art/ages", "edtf", text)
        with pytest.raises(SetupError, match="years before 0001 and after 9999 are not supported"):
            export(small, "sqlite", tmp_path / "all.sqlite")


def test_a_holder_is_one_by_looking_at_every_day(tmp_path_factory: pytest.TempPathFactory) -> None:
    seen: set[str] = set()

    @settings(max_examples=3, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), derandomize=True)
    @given(drawn=st.lists(st.tuples(texts, terms()), min_size=30, max_size=30))
    def judge(drawn: list[tuple[str, dict[str, Any]]]) -> None:
        root = small_package(tmp_path_factory.mktemp("drawn"))
        for number, (_, term) in enumerate(drawn):
            cells = {name: value or "" for name, value in term.items()}
            append_row(root, "tenures", tenure_id=f"t{number}", actor_id="ada", **{**FILLED["tenures"], **cells})
        add_events(root, {f"e{number}": text for number, (text, _) in enumerate(drawn)})
        with load_cells(open_package(root)) as tables:
            make_views(tables)
            found = {(row["event_id"], row["tenure_id"]): row["verdict"] for row in tables.query(f"FROM {SCHEMA}.offices_on_event_day")}
        # The slow procedure judges a title: what is consistent there is certain here, and what is certain there is no row.
        words = {"consistent": "certain", "possible": "possible", "undecided": "undecided", "certain": None}
        for n, (text, _) in enumerate(drawn):
            for m, (_, term) in enumerate(drawn):
                assert found.get((f"art/e{n}", f"t{m}")) == words[naive_office(text, [term])], (text, term)
        seen.update(found.values())

    judge()
    assert seen == {"certain", "possible", "undecided"}


def test_a_term_that_ends_before_it_starts_shows_nothing(small: Path) -> None:
    append_row(small, "tenures", tenure_id="x", actor_id="ada", start="2025", end="2020", end_state="closed", **FILLED["tenures"])
    add_events(small, {})
    with load_cells(open_package(small)) as tables:
        make_views(tables)
        [row] = tables.query(f"FROM {SCHEMA}.tenure_days WHERE tenure_id = 'x'")
        assert (row["is_reversed"], row["first"], row["last"], row["sure_first"], row["sure_last"]) == (True, None, None, None, None)
        assert tables.query(f"FROM {SCHEMA}.offices_on_event_day WHERE tenure_id = 'x'") == []


def test_chains_are_those_of_the_program(published: Path) -> None:
    with load(open_package(ROOT)) as tables, closing(sqlite3.connect(published / "sqlite")) as database:
        told = {row["claim_id"]: row["told"] for row in tables.query("FROM claim_sources")}
        assert dict(database.execute("SELECT claim_id, sources FROM claim_sources")) == told
        ends = {row["attribution_id"]: row["links"] for row in tables.query("FROM chain_ends")}
        assert dict(database.execute("SELECT attribution_id, links FROM chain_ends")) == ends


def test_each_view_and_each_column_says_what_it_is(published: Path) -> None:
    with closing(sqlite3.connect(published / "sqlite")) as database, duckdb.connect(str(published / "duckdb"), read_only=True) as engine:
        for view in exported_views():
            assert [row[1] for row in database.execute(f"PRAGMA table_info({view.name})")] == list(view.columns), view.name
            (stored,) = database.execute("SELECT sql FROM sqlite_master WHERE type = 'view' AND name = ?", [view.name]).fetchone()
            assert all(f"-- {meaning}" in stored for meaning in view.columns.values())
            assert engine.execute("SELECT comment FROM duckdb_views() WHERE view_name = ?", [view.name]).fetchone() == (view.description,)
            told = dict(engine.execute("SELECT column_name, comment FROM duckdb_columns() WHERE table_name = ?", [view.name]).fetchall())
            assert told == view.columns
            for text in (view.description, *view.columns.values()):
                assert re.fullmatch(r"[A-Z].*\.|(certain|year).*\.", text), text


def test_a_package_without_the_tables_has_fewer_views(small: Path, tmp_path: Path) -> None:
    keep_tables(small, "actors", "offices", "sources", "tenures")
    for form in ("sqlite", "duckdb", "parquet", "datasette"):
        export(small, form, tmp_path / form)
    with closing(sqlite3.connect(tmp_path / "sqlite")) as database:
        views = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    assert views == ["edtf_days", "tenure_days"]
    assert not (tmp_path / "parquet" / "event_days.parquet").exists()
    assert plain(rows_in("duckdb", tmp_path / "duckdb", "tenure_days")) == plain(rows_in("sqlite", tmp_path / "sqlite", "tenure_days"))


def test_an_empty_package_has_empty_views(tmp_path: Path) -> None:
    root = empty_package(tmp_path)
    for form in FORMS:
        export(root, form, tmp_path / form)
        assert [rows_in(form, tmp_path / form, name) for name in NAMES] == [[]] * len(NAMES)
    with duckdb.connect() as engine:
        kinds = dict(row[:2] for row in engine.execute(f"DESCRIBE FROM '{tmp_path}/parquet/event_days.parquet'").fetchall())
    assert kinds["first"] == "DATE"


def test_pairs_without_number_are_left_out_of_parquet_and_said(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "MOST_ROWS", 2)
    for number in range(3):
        append_row(
            small, "tenures", tenure_id=f"x{number}", actor_id="ada", start="0001", end="9999", end_state="closed", **FILLED["tenures"]
        )
    add_events(small, {})
    notes = export(small, "parquet", tmp_path / "parquet").notes
    assert any("offices_on_event_day.parquet: is left out, because it would have more than 2 rows" in note for note in notes)
    assert not (tmp_path / "parquet" / "offices_on_event_day.parquet").exists()
    assert (tmp_path / "parquet" / "tenures.parquet").exists()
    assert export(small, "sqlite", tmp_path / "all.sqlite").notes == ()
    assert len(rows_in("sqlite", tmp_path / "all.sqlite", "offices_on_event_day")) > 2


@pytest.mark.parametrize(
    "events", [{}, {"all": "0001-01-01/9999-12-31", "late": "2030", "may": "2013-05"}, {"turned": "2013-01-20/..", "more": "1066"}]
)
def test_pairs_are_counted_without_making_them(events: dict[str, str], small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_events(small, events)
    if "turned" in events:
        place = {"passage_id": "art/01.01", "start": "0", "end": "20"}
        append_row(small, "dates", date_id="art/zz", event_id="art/turned", kind="date", as_printed="x", edtf="../2005-01-01", **place)
    held = {"actor_id": "ada", "end_state": "closed", **FILLED["tenures"]}
    append_row(small, "tenures", tenure_id="x", start="2006-01-01", end="2010-01-01", **held)
    with load_cells(open_package(small)) as tables:
        view = next(view for view in make_views(tables) if view.name == "offices_on_event_day")
        rows = len(tables.run(f"SELECT event_id FROM {SCHEMA}.{view.name}"))
        for most, is_long in ((rows - 1, True), (rows, False)):
            monkeypatch.setattr(parquet, "MOST_ROWS", most)
            assert parquet.is_too_long(tables, view) is is_long


@pytest.mark.parametrize("name", ["offices_on_event_day", "event_days_cells"])
def test_a_table_with_the_name_of_a_view_is_refused(name: str, tmp_path: Path) -> None:
    root = small_package(tmp_path)
    edit_json(root / "datapackage.json", lambda document: resource_of(document, "retired").update(name=name))
    with pytest.raises(SetupError, match=f"the table '{name}' has the name of a view"):
        export(root, "sqlite", tmp_path / "all.sqlite")
    assert not (tmp_path / "all.sqlite").exists()
