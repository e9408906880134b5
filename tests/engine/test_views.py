"""Views and rules prepared on empty tables, carried to Spark, and compared with slow procedures that share no code with them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import duckdb
import pytest
import sqlglot
from empty_engine import Engine, columns
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from rule_runs import edtf_rows, verdicts
from slow_procedures import meaning, naive_office, naive_overlap, terms, texts
from sqlglot import ErrorLevel, exp

from corrigenda import catalogue
from corrigenda.checking.case_pages.rows import schemas
from corrigenda.engine.views import view_files

SQL = {**view_files(), **{rule.name: rule.sql for rule in catalogue()}}
# Functions that mean the same in both engines. A new one is looked up in both before it is added.
SHARED = {
    "Replace",
    "And",
    "Or",
    "If",
    "Case",
    "Coalesce",
    "Min",
    "Max",
    "Count",
    "Greatest",
    "Least",
    "Lower",
    "Sum",
    "Abs",
    "Round",
    "Floor",
    "RowNumber",
    "Exists",
    "Nullif",
    "Cast",
    "Upper",
    "Length",
    "Substring",
    "SplitPart",
    "Levenshtein",
    "ConcatWs",
    "LogicalOr",
    "LogicalAnd",
    "ArgMin",
    "ArgMax",
    "Struct",
}
# What has to stay different, and why that changes nothing here.
DIFFERENT = {
    "Concat": "DuckDB takes NULL as empty text, Spark gives NULL; sqlglot writes COALESCE around every part",
    "ArrayAgg": "DuckDB keeps NULL in the list, COLLECT_LIST leaves it out; only keys are collected, and a NULL among them is no place",
    "GroupConcat": "string_agg becomes LISTAGG … WITHIN GROUP, which Spark has from version 4.0 on",
}


def test_views_and_rules_are_prepared_on_empty_tables() -> None:
    engine = Engine()
    for sql in SQL.values():
        assert engine.query(sql) == [] or sql in (SQL["weekdays"], SQL["calendar"])


@pytest.mark.parametrize(
    ("table", "field"),
    [("tenures", "end"), ("mentions", "title_time"), ("figures", "known_from"), ("categories", "foreign"), ("edtf", "has_year")],
)
def test_renamed_column_fails_at_once(table: str, field: str) -> None:
    assert field in columns()[table]
    with pytest.raises(duckdb.Error):
        Engine({(table, field): "renamed"}).make(view_files())


def names(sql: str, dialect: str) -> list[str]:
    query = sqlglot.parse_one(sql, read=dialect)
    assert isinstance(query, exp.Query)
    return query.named_selects


@pytest.mark.parametrize("name", sorted(SQL))
def test_sql_is_carried_to_spark(name: str) -> None:
    [spark] = sqlglot.transpile(SQL[name], read="duckdb", write="spark", unsupported_level=ErrorLevel.RAISE)
    assert names(spark, "spark") == names(SQL[name], "duckdb")
    used = {type(function).__name__ for function in sqlglot.parse_one(SQL[name], read="duckdb").find_all(exp.Func)}
    assert used <= SHARED | set(DIFFERENT)


def test_every_difference_is_still_one() -> None:
    used = {type(function).__name__ for sql in SQL.values() for function in sqlglot.parse_one(sql, read="duckdb").find_all(exp.Func)}
    assert set(DIFFERENT) <= used
    assert used >= SHARED


def test_concat_is_carried_with_its_null() -> None:
    [spark] = sqlglot.transpile("SELECT concat('a', b) FROM t", read="duckdb", write="spark")
    assert "COALESCE" in spark


SLOW = settings(max_examples=25, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), derandomize=True)


@SLOW
@given(st.lists(st.tuples(texts, st.lists(terms(), min_size=1, max_size=3)), min_size=12, max_size=12))
def test_office_outside_tenure_agrees_with_looking_at_every_day(drawn: list[tuple[str, list[dict[str, Any]]]]) -> None:
    held = [(f"p{i}", f"t{i}-{j}", term) for i, (_, listed) in enumerate(drawn) for j, term in enumerate(listed)]
    found = verdicts(
        "office-outside-tenure",
        edtf=edtf_rows(*(text for text, _ in drawn), *(term[name] for _, _, term in held for name in ("start", "end", "as_of"))),
        tenures=[{"tenure_id": key, "actor_id": actor, "office_id": "o"} | term for actor, key, term in held],
        actors=[{"actor_id": f"p{i}", "label": "A"} for i in range(len(drawn))],
        offices=[{"office_id": "o", "label": "O", "holders": "several"}],
        articles=[{"article_id": "a"}],
        passages=[{"passage_id": "p", "article_id": "a"}],
        claims=[{"claim_id": "c", "passage_id": "p", "polarity": "affirmed"}],
        kinds=[{"kind_id": "k", "needs_office": True}],
        events=[{"event_id": f"e{i}", "article_id": "a", "claim_id": "c", "kind_id": "k", "tense": "unstated"} for i in range(len(drawn))],
        dates=[{"date_id": f"d{i}", "event_id": f"e{i}", "kind": "date", "edtf": text} for i, (text, _) in enumerate(drawn)],
        mentions=[
            {"mention_id": f"m{i}", "claim_id": "c", "event_id": f"e{i}", "actor_id": f"p{i}", "office_id": "o", "form": "name"}
            for i in range(len(drawn))
        ],
    )
    told = [(found.get(f"m{i}", "consistent"), text, listed) for i, (text, listed) in enumerate(drawn)]
    assert told == [(naive_office(text, listed), text, listed) for text, listed in drawn]


@SLOW
@given(st.lists(st.tuples(terms(), terms()), min_size=12, max_size=12))
def test_tenures_overlap_agrees_with_every_completion(drawn: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    pairs = [pair for pair in drawn if all(term["end"] for term in pair)]
    held = [(f"o{i}", f"t{i}-{j}", term) for i, pair in enumerate(pairs) for j, term in enumerate(pair)]
    found = verdicts(
        "tenures-overlap",
        edtf=edtf_rows(*(term[name] for _, _, term in held for name in ("start", "end"))),
        tenures=[{"tenure_id": key, "actor_id": key, "office_id": office, "acting": False} | term for office, key, term in held],
        actors=[{"actor_id": key, "label": "A"} for _, key, _ in held],
        offices=[{"office_id": f"o{i}", "label": "O", "holders": "one"} for i in range(len(pairs))],
    )
    told = [(found.get(f"t{i}-0") or found.get(f"t{i}-1") or "consistent", pair) for i, pair in enumerate(pairs)]
    # Terms that can meet on one day are left alone: only what surely overlaps is reported.
    assert told == [(naive_overlap(*pair).replace("possible", "consistent"), pair) for pair in pairs]


@SLOW
@given(st.lists(st.tuples(st.dates(date(1, 1, 1), date(9999, 12, 20)), st.integers(0, 9), st.integers(0, 6)), min_size=5, max_size=30))
def test_weekday_mismatch_agrees_with_the_calendar(drawn: list[tuple[date, int, int]]) -> None:
    week = schemas()["dates"].field("weekday").constraints["enum"]  # type: ignore[union-attr]
    printed = [f"{first}/{first + timedelta(days=more)}" if more else f"{first}" for first, more, _ in drawn]
    found = verdicts(
        "weekday-mismatch",
        edtf=edtf_rows(*printed),
        articles=[{"article_id": "a"}],
        events=[{"event_id": "e", "article_id": "a", "claim_id": "c"}],
        dates=[
            {"date_id": f"d{i}", "event_id": "e", "kind": "date", "edtf": text, "weekday": week[weekday]}
            for i, (text, (_, _, weekday)) in enumerate(zip(printed, drawn, strict=True))
        ],
    )
    fits = {
        f"d{i}": any((first + timedelta(days=step)).weekday() == weekday for step in range(more + 1))
        for i, (first, more, weekday) in enumerate(drawn)
    }
    assert set(found) == {key for key, good in fits.items() if not good}
    assert set(found.values()) <= {"certain"}


def test_slow_procedures_are_slow_and_right() -> None:
    assert naive_office("2024-01", [{"start": "2023-12", "end": "2024-02", "end_state": "closed", "as_of": None}]) == "consistent"
    assert naive_office("2024-01", [{"start": "2024-01-02", "end": "2024-02", "end_state": "closed", "as_of": None}]) == "possible"
    assert naive_office("2024-01", [{"start": "2024-02", "end": "2024-02", "end_state": "closed", "as_of": None}]) == "certain"
    assert naive_office("2024-01", [{"start": "2023-12", "end": None, "end_state": "open", "as_of": "2024-01-10"}]) == "undecided"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", str(meaning("2024-02")[-1]))
