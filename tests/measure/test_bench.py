"""The benchmark itself: worlds fit without asking a rule, faults change what they say, and the counting can fail."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from packages import ROOT

from corrigenda.checking.rulebook.catalogue import Catalogue, Rule, catalogue, read_rule
from corrigenda.measure import bench
from corrigenda.measure.faults import Fault, Planted, all_faults
from corrigenda.measure.judgement import judge
from corrigenda.measure.vocabulary import common_rows
from corrigenda.measure.world import World, write_day
from corrigenda.measure.worlds import SCENES, draw_world
from corrigenda.package.package import open_package
from corrigenda.package.scaffold import new_package
from corrigenda.results.reliability import Reliability

WORLDS = [draw_world(7, number) for number in range(80)]
HEADER = """-- A date is printed.
--
-- Why it happens: it was written down.
--
-- To settle: nothing.
--
-- severity: error
-- subject: article
-- judges: printed_dates by date_id
-- places: dates.edtf basis
-- message: {edtf}
"""


def days(text: str) -> tuple[date, date]:
    """Read a date as slowly as it can be read: by trying every day of its year."""
    year = date(int(text[:4]), 1, 1).toordinal()
    found = [day for day in range(year, year + 366) if write_day(day).startswith(text)]
    return date.fromordinal(found[0]), date.fromordinal(found[-1])


def printed(world: World, event: str) -> list[tuple[date, date]]:
    """Return the days of the dates of an event that are printed in full; the others are counted from the day of writing."""
    rows = [row for _, row in world.listed("dates") if row["event_id"] == event and row["kind"] == "date"]
    return [days(row["edtf"]) for row in rows if row.get("edtf", "XXXX")[:4] != "XXXX"]


def told(world: World) -> dict[str, list[str]]:
    """Return the roles that are filled: asking for one that is not leaves an empty list."""
    return {role: keys for role, keys in world.roles.items() if keys}


@pytest.mark.parametrize("number", range(0, 80, 5))
def test_a_world_is_drawn_the_same_twice_and_another_one_differs(number: int) -> None:
    again, once = draw_world(7, number), WORLDS[number]
    assert (again.rows, told(again)) == (once.rows, told(once))
    assert draw_world(8, number).rows != WORLDS[number].rows


def test_every_scene_is_told_in_some_world() -> None:
    roles = {role for world in WORLDS for role in told(world)}
    assert {"act-title", "meeting-title", "former-title", "then-title", "gap", "order", "plan", "yearless", "full-name"} <= roles
    assert {"old-named", "new-named", "term", "share", "cost", "end", "direct", "root", "factive", "speech", "cited-end"} <= roles
    assert {"first", "joining", "class-joining", "never", "home", "may-word"} <= roles
    assert {"born-date", "taken-date", "treaty-date", "charter-signer", "law-event"} <= roles
    assert {"party-printed", "place-printed"} <= roles
    assert {"margin", "multiple", "age", "third-time", "polled", "counted-title", "renamed-title", "nominee-date"} <= roles
    assert {"dateline", "bare-weekday", "phrase-date", "nearest-date"} <= roles
    assert len(SCENES) == 41


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.key)
def test_titles_fit_terms_by_counting_days(world: World) -> None:
    for _, row in world.listed("mentions"):
        if not {"office_id", "actor_id"} <= set(row) or row.get("title_marker") == "former" or not printed(world, row["event_id"]):
            continue
        first, last = printed(world, row["event_id"])[0]
        terms = [
            term for _, term in world.listed("tenures")
            if term["actor_id"] == row["actor_id"] and term["office_id"] == row["office_id"]
        ]  # fmt: skip
        starts = [days(term["start"])[0] if "start" in term else date.min for term in terms]
        ends = [days(term["end"])[1] if "end" in term else date.max for term in terms]
        assert any(start <= first and last <= end for start, end in zip(starts, ends, strict=True)), row


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.key)
def test_terms_of_an_office_for_one_follow_one_another(world: World) -> None:
    for office, row in world.listed("offices"):
        if row["holders"] == "one":
            terms = sorted((t for t in world.terms if t.office_id == office), key=lambda t: (t.end, t.start))
            assert all(a.held[1] <= max(b.start[1], b.held[0]) for a, b in pairwise(terms))
            assert all(t.start[0] <= t.end[1] for t in terms)


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.key)
def test_what_is_told_of_times_and_sums_fits(world: World) -> None:
    written = world.written[1]
    for event, row in world.listed("events"):
        for first, last in printed(world, event):
            if row["kind_id"] == "writing":
                assert first.toordinal() <= written <= last.toordinal()
            else:
                assert first.toordinal() <= written if row["tense"] == "past" else last.toordinal() > written
    for _, row in world.listed("relations"):
        if row["relation"] == "same":
            continue
        (first, last), (other_first, other_last) = printed(world, row["event_id"])[0], printed(world, row["other"])[0]
        assert last < other_first if row["relation"] == "before" else other_last < first
    for _, row in world.listed("dates"):
        if "weekday" in row and row.get("edtf", "XXXX")[:4] != "XXXX":
            assert date.fromisoformat(row["edtf"]).strftime("%A").lower() == row["weekday"]
        if row["kind"] == "gap":
            apart = (printed(world, row["event_id"])[0][0] - printed(world, row["anchor"])[0][0]).days
            length = int(row["duration"][1:-1]) * {"D": 1, "M": 30.4, "Y": 365}[row["duration"][-1]]
            assert abs(apart - length) <= max(20, length / 12)
    for key, row in world.listed("sums"):
        parts = [int(part["amount"]) for _, part in world.listed("sums") if part.get("part_of") == key]
        assert not parts or sum(parts) == int(row["amount"])
        if "ratio_of" in row:
            whole = 1 if row["unit"] == "times" else 100
            share = whole * int(world.cell("sums", row["ratio_of"], "amount")) / int(world.cell("sums", row["ratio_to"], "amount"))
            assert abs(share - float(row["amount"])) <= whole / 200 + 0.05 * (whole == 1)
        if "difference_of" in row:
            apart = int(world.cell("sums", row["difference_of"], "amount")) - int(world.cell("sums", row["difference_to"], "amount"))
            assert apart == int(row["amount"])


def test_no_name_is_one_slip_from_another() -> None:
    words = [word for world in WORLDS for _, row in world.listed("names") for word in row["name"].split() if len(word) == 8]
    assert len(set(words)) > 1000
    swaps = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for word in words for at in range(1, 7) if word[at] != word[at + 1]}
    assert not swaps & set(words)


def planted() -> Iterator[tuple[Fault, World, Planted]]:
    for fault in all_faults():
        for world in WORLDS:
            plant = fault.plant(world, Random(f"{fault.name}:{world.key}"))
            if plant is not None:
                yield fault, world, plant


def test_every_kind_of_fault_is_planted_and_leaves_the_world_it_came_from_alone() -> None:
    before = [draw_world(7, number).rows for number in range(80)]
    kinds = {fault.name for fault, _, _ in planted()}
    assert [world.rows for world in WORLDS] == before
    # Two slips that hide one another, and a total whose parts are printed in its scale, need much to come together.
    assert {fault.name for fault in all_faults()} - kinds <= {"one-slip-hides-another", "total-rounded-down"}


def test_every_fault_changes_the_planted_cells_and_nothing_else() -> None:
    for fault, world, plant in planted():
        after, touched = plant.world, {(table, key) for table, key, _ in plant.cells}
        changed: set[tuple[str, str, str | None]] = set()
        for table in after.rows:
            rows, others = world.rows.get(table, {}), after.rows[table]
            for key in rows.keys() | others.keys():
                if key not in rows or key not in others:
                    changed.add((table, key, None))
                else:
                    changed |= {(table, key, field) for field in rows[key] | others[key] if rows[key].get(field) != others[key].get(field)}
        assert changed, (fault.name, world.key)
        cells = {cell for cell in changed if cell[2] is not None}
        assert cells <= plant.cells, (fault.name, world.key, cells - plant.cells)
        # Where rows come or go, the changed cell is the one that then stands alone, or one of theirs.
        assert cells or {(t, k) for t, k, _ in changed} & touched or all(cell[0] in after.rows for cell in plant.cells)


@pytest.mark.long
def test_worlds_and_faults_have_a_sound_structure(tmp_path: Path) -> None:
    package = new_package(tmp_path / "p")
    judge(package, [common_rows(), *WORLDS], Catalogue())
    for number, fault in enumerate(all_faults()):
        worlds = [plant.world for world in WORLDS[:20] if (plant := fault.plant(world, Random(number)))]
        judge(package, [common_rows(), *worlds], Catalogue())


def figures(rule: Rule, worlds: int = 30) -> Reliability:
    """Measure one rule on few worlds."""
    (one,) = bench.measure(open_package(ROOT), Catalogue((rule,)), worlds=worlds, planted=15)
    return one


def test_two_measurements_are_the_same() -> None:
    rule = catalogue()["weekday-mismatch"]
    assert figures(rule) == figures(rule)
    assert figures(rule).found == figures(rule).planted > 0


def test_a_rule_that_says_nothing_finds_nothing() -> None:
    silent = read_rule("weekday-mismatch", f"{HEADER}SELECT *, 'certain' AS verdict, NULL AS reason FROM printed_dates WHERE FALSE")
    one = figures(silent)
    assert one.planted > 0
    assert (one.found, one.found_certain, one.first_place, one.clean_certain) == (0, 0, 0, 0)


def test_a_rule_that_always_speaks_is_told_its_false_alarms_and_finds_nothing_new() -> None:
    loud = read_rule("weekday-mismatch", f"{HEADER}SELECT *, 'certain' AS verdict, NULL AS reason FROM printed_dates")
    one = figures(loud)
    assert one.clean_certain == one.clean_rows > 0
    # Only what rests on another cell than without the fault counts as found.
    assert one.found < one.planted


def test_a_rule_that_points_elsewhere_is_not_said_to_point_there() -> None:
    rule = catalogue()["weekday-mismatch"]
    astray = read_rule("weekday-mismatch", rule.sql.replace("dates.weekday basis, dates.edtf basis", "dates.event_id basis"))
    one = figures(astray)
    assert one.found == one.planted > 0
    assert (one.first_place, one.among_places) == (0, 0)


def test_a_fault_for_a_rule_that_is_not_there_is_skipped() -> None:
    assert (
        figures(read_rule("no-such-rule", f"{HEADER}SELECT *, 'certain' AS verdict, NULL AS reason FROM printed_dates WHERE FALSE")).planted
        == 0
    )


def test_what_plants_faults_loads_nothing_of_the_rules() -> None:
    code = """
import sys
from corrigenda.measure.faults import all_faults
from corrigenda.measure.worlds import draw_world
assert all_faults() and draw_world(1, 1)
print(sorted(name for name in sys.modules if name.startswith(("corrigenda", "duckdb")) and not name.startswith("corrigenda.measure")))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "['corrigenda']"
