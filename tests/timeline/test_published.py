"""The timeline of the published article: every number is derived, none is written in by hand but here, where it is asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from packages import ROOT, change_cell

from corrigenda.cli.main import main
from corrigenda.engine.tables import load
from corrigenda.package.package import open_package
from corrigenda.timeline.solution import Timeline, read_timelines, show_days

ANNOUNCED, ANNOUNCEMENT = "tokyo-dome/announced-may-2024", "tokyo-dome/programme-announced"
YEAR = f"{ANNOUNCED}.edtf.year"


def ask(root: Path = ROOT, **asked: object) -> Timeline:
    with load(open_package(root)) as tables:
        return read_timelines(tables.query, **asked)["tokyo-dome"]  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return ask()


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["timeline", str(ROOT), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_what_is_printed_alone_can_hold_and_beside_the_terms_cannot(timeline: Timeline) -> None:
    assert timeline.printed_holds is True
    assert not timeline.diagnosis.consistent
    assert {YEAR, "tokyo-dome/hegseth-0301.title_printed"} in [set(conflict) for conflict in timeline.diagnosis.conflicts]


def test_the_year_of_the_announcement_takes_part_in_every_preferred_repair(timeline: Timeline) -> None:
    least = timeline.corrections[0].cost
    preferred = [c for c in timeline.corrections if c.cost == least]
    assert preferred
    assert all(YEAR in {s.statement_id for s in c.given_up} for c in preferred)
    assert preferred[0].instead[YEAR] == "2025 or later"


def test_no_preferred_repair_gives_up_a_fact_of_the_reference_that_rests_on_an_office(timeline: Timeline) -> None:
    for correction in timeline.corrections[:1]:
        assert not [s for s in correction.given_up if s.statement_id.endswith(".title_printed")]


def test_the_title_of_the_canadian_prime_minister_clashes_only_once_the_year_is_mended(timeline: Timeline) -> None:
    told = [m for m in timeline.misdated if m.statement.statement_id == "tokyo-dome/trudeau-0303.title_printed"]
    assert len(told) == 1
    assert [s.statement_id for s in told[0].mended] == [YEAR]
    assert any(s.basis == "assumed" for s in told[0].depends), "it needs an order that is only taken for granted"


def test_with_the_printed_date_dropped_the_announcement_starts_with_the_term() -> None:
    asked = ask(drop=[ANNOUNCED])
    bounds = asked.left or (asked.preferred.left if asked.preferred else {})
    assert show_days(bounds[ANNOUNCEMENT])[0] == "2025-01-25"


def test_the_days_in_the_readme_are_those_that_the_timeline_gives(timeline: Timeline) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert timeline.preferred is not None
    for event in (ANNOUNCEMENT, "tokyo-dome/writing"):
        first, _ = show_days(timeline.preferred.left[event])
        assert first is not None
        assert f"not before {first}" in readme.replace("\n", " ")


def test_a_repair_that_no_milestone_fits_says_so(timeline: Timeline) -> None:
    without_month = [c for c in timeline.corrections if {s.statement_id for s in c.given_up} >= {YEAR, f"{ANNOUNCED}.edtf.month"}]
    assert without_month
    assert all("20 May 2025" in doubt for c in without_month for doubt in c.doubts)
    assert all(c.doubts for c in without_month)
    assert timeline.corrections[0].doubts == ()


def test_with_the_year_mended_the_office_fits_and_the_second_clash_is_left(package: Path) -> None:
    change_cell(package, "dates", ANNOUNCED, "edtf", "2025-05")
    mended = ask(package)
    assert {YEAR, "tokyo-dome/hegseth-0301.title_printed"} not in [set(conflict) for conflict in mended.diagnosis.conflicts]
    assert any("tokyo-dome/trudeau-0303.title_printed" in conflict for conflict in mended.diagnosis.conflicts)


def test_every_statement_names_its_cells_and_its_basis(timeline: Timeline) -> None:
    tables = open_package(ROOT).tables
    for statement in timeline.statements:
        assert statement.basis in ("printed", "reference", "assumed")
        assert statement.text
        assert statement.cells
        for table, _, field in statement.cells:
            assert tables[table].field(field), (table, field)


def test_what_is_in_a_clash_narrows_nothing(timeline: Timeline) -> None:
    loose = set().union(*timeline.diagnosis.conflicts, *timeline.diagnosis.corrections)
    assert not {s.statement_id for s in timeline.sober} & loose
    assert all(s.basis == "printed" for s in timeline.sober)


def test_a_network_that_is_too_hard_is_undecided() -> None:
    asked = ask(steps=10)
    assert asked.diagnosis.undecided
    assert asked.corrections == ()


def test_the_command_asks_what_if_and_says_when_nothing_is_meant() -> None:
    told = run("--cap", "2").stdout
    assert all(f"Clash {number} of 3, independent of the others. These cannot all be true:" in told for number in (1, 2, 3))
    assert "Smallest set 1. These cannot all be true:" in told
    dropped = run("--cap", "2", "--drop", f"{ANNOUNCED}.edtf").stdout
    assert f"{ANNOUNCEMENT}: from 25 January" in dropped
    assumed = run("--cap", "1", "--assume", ANNOUNCED).stdout
    assert "But no known event of that kind" in assumed
    assert run("--drop", "nothing-such").exit_code == 2
    assert "means no statement" in run("--assume", "nothing-such").stderr
    assert "There is no article 'x'" in run("--article", "x").stderr


def test_the_command_gives_json() -> None:
    document = json.loads(run("--format", "json", "--article", "tokyo-dome", "--cap", "2").stdout)
    answer = document["timelines"][0]
    assert answer["verdict"] == "inconsistent"
    assert answer["printed_statements_alone_hold"] is True
    assert answer["corrections"][0]["left"][ANNOUNCEMENT][0] == "2025-05-01"
    assert {"conflicts", "fits_only_misdated", "left", "kept", "complete"} <= answer.keys()


def test_an_answer_is_the_same_twice() -> None:
    assert run("--format", "json", "--cap", "3").stdout == run("--format", "json", "--cap", "3").stdout


def test_only_the_article_that_is_asked_for_is_solved() -> None:
    with load(open_package(ROOT)) as tables:
        assert read_timelines(tables.query, only="elsewhere") == {}
        assert set(read_timelines(tables.query, only="tokyo-dome")) == {"tokyo-dome"}
