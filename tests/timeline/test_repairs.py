"""Each repair that is offered for the published article, made in a copy: what is said of the copy is what an independent solver finds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from judges import Smt
from networks import Case
from packages import ROOT, change_cell, read_table, write_table

from corrigenda.engine.tables import load
from corrigenda.package.package import open_package
from corrigenda.timeline.days import PARTS_OF_DAYS
from corrigenda.timeline.network.solver import Statement
from corrigenda.timeline.solution import Timeline, read_timelines
from corrigenda.values.edtf import ordinal
from corrigenda.values.spoken_dates import MONTHS

pytestmark = pytest.mark.long

# Years enough for every day that the article speaks of; a solution within them is one of the whole calendar.
WINDOW = ordinal("2015-01-01"), ordinal("2027-12-31")
Told = tuple[str, str, str | None]


def ask(root: Path = ROOT) -> Timeline:
    with load(open_package(root)) as tables:
        assert not tables.problems
        return read_timelines(tables.query)["tokyo-dome"]


def offered() -> Iterator[tuple[str, list[tuple[Statement, str | None]]]]:
    """Yield every repair that is offered, of one change and of several together, with what would fit."""
    timeline = ask()
    with load(open_package(ROOT)) as tables:
        rows = tables.query("SELECT table_name, row_id, field, value FROM corrections")
    values = {(row["table_name"], row["row_id"], (row["value"] or "").split(" ")[0]): row["value"] for row in rows}
    for number, fault in enumerate(timeline.faults, 1):
        for option in fault.options:
            table, row, _ = option.given_up.cells[0]
            part = option.given_up.part
            value = next((v for (t, r, first), v in values.items() if (t, r) == (table, row) and part in (first, "title")), None)
            yield f"clash {number}: {option.given_up.statement_id}", [(option.given_up, value)]
    for number, correction in enumerate(timeline.corrections, 1):
        yield f"repair {number}", [(s, correction.instead.get(s.statement_id)) for s in correction.given_up]


OFFERED = dict(offered())


def make(root: Path, statement: Statement, value: str | None) -> None:
    """Make one change in the data as a desk would."""
    table, row, _ = statement.cells[0]
    if statement.part in PARTS_OF_DAYS:
        header, rows = read_table(root, table)
        parts = next(r for r in rows if r[0] == row)[header.index("edtf")].split("-")
        numbered = re.sub("|".join(MONTHS), lambda month: str(MONTHS.index(month[0]) + 1), value or "")
        number = re.findall(r"\d+", numbered)
        place = PARTS_OF_DAYS.index(statement.part)
        parts[place] = number[0].zfill(4 if place == 0 else 2) if number else "03"
        change_cell(root, table, row, "edtf", "-".join(parts))
    elif statement.part in ("relation", "gap"):
        header, rows = read_table(root, table)
        write_table(root, table, header, [r for r in rows if r[0] != row])
    elif statement.part == "tense":
        change_cell(root, table, row, "tense", "unstated")
    elif statement.part == "title" and value:
        # The holder of that day is named: "Mark Carney (from 2025-03-14)".
        label = value.split(" (")[0]
        change_cell(root, table, row, "actor_id", next(r[0] for r in read_table(root, "actors")[1] if label in r))
        change_cell(root, table, row, "name_printed", label)
    elif statement.part == "title":
        change_cell(root, table, row, "office_id", "")
    else:
        change_cell(root, table, row, "name_printed", "Golden Dome")


class Judge:
    """Ask an SMT solver whether some statements of a timeline hold together, among the days of the window."""

    def __init__(self, timeline: Timeline) -> None:
        self.places = {s.statement_id: place for place, s in enumerate(timeline.statements)}
        self.smt = Smt(Case(WINDOW, timeline.statements), pytest.importorskip("z3"))

    def holds(self, statements: Iterable[Statement]) -> bool:
        return self.smt.holds(sum(1 << self.places[s.statement_id] for s in statements))


def check_told(timeline: Timeline) -> None:
    """Compare the clashes that are shown with what the solver finds: each clashes, none can be spared, and no other is left."""
    judge = Judge(timeline)
    assert judge.holds(timeline.statements) == (not timeline.faults)
    for fault in timeline.faults:
        assert not judge.holds(fault.clash)
        for one in fault.clash:
            assert judge.holds(s for s in fault.clash if s is not one)
    mended = {s.statement_id for fault in timeline.faults for s in fault.given_up}
    assert judge.holds(s for s in timeline.statements if s.statement_id not in mended)
    told = {id(one.fault) for one in timeline.misdated} | {id(fault) for fault in timeline.open_faults}
    assert told == {id(fault) for fault in timeline.faults}


def test_what_is_told_of_the_article_is_what_the_solver_finds() -> None:
    timeline = ask()
    check_told(timeline)
    assert len(timeline.faults) >= 3


@pytest.mark.parametrize("name", OFFERED)
def test_what_still_clashes_after_a_repair_is_told(package: Path, name: str) -> None:
    for statement, value in OFFERED[name]:
        make(package, statement, value)
    check_told(ask(package))


def test_the_person_that_a_repair_names_fits_once_it_is_made(package: Path) -> None:
    named = [(name, made) for name, made in OFFERED.items() if any(s.part == "title" and value for s, value in made)]
    assert named
    name, made = next((n, m) for n, m in named if n.startswith("repair"))
    for statement, value in made:
        make(package, statement, value)
    timeline = ask(package)
    rows = {s.row for s, value in made if s.part == "title" and value}
    # The title is judged by the terms of the other person now, and is in no clash any more.
    assert rows <= {s.row for s in timeline.statements if s.part == "title"}
    assert not rows & {s.row for fault in timeline.faults for s in fault.clash}, name


def test_what_an_option_leaves_is_what_the_solver_finds() -> None:
    timeline = ask()
    judge = Judge(timeline)
    for fault in timeline.faults:
        for option in fault.options:
            left = [s for s in timeline.statements if s is not option.given_up]
            assert option.still is not None
            assert judge.holds(left) == (not option.still)
            for clash in option.still:
                assert option.given_up not in clash
                assert not judge.holds(clash)


def test_each_told_clash_is_a_finding(package: Path) -> None:
    change_cell(package, "dates", "tokyo-dome/announced-may-2024", "edtf", "2025-05")
    timeline = ask(package)
    with load(open_package(package)) as tables:
        rows = tables.query("SELECT clash_id, verdict FROM clashes UNION ALL SELECT mention_id, 'possible' FROM misdated")
    assert len(timeline.faults) == 2
    assert len([row for row in rows if row["verdict"] in ("certain", "possible")]) >= len(timeline.faults)


def test_a_repair_names_who_held_the_office() -> None:
    named = [c.instead for c in ask().corrections]
    assert any(found.get("tokyo-dome/trudeau-0303.title_printed", "").startswith("Mark Carney") for found in named)
    assert any(found.get("tokyo-dome/hegseth-0301.title_printed", "").startswith("Lloyd Austin") for found in named)
    pairs = [set(found) for found in named]
    assert any({"tokyo-dome/announced-may-2024.edtf.year", "tokyo-dome/trudeau-0303.title_printed"} <= pair for pair in pairs)
