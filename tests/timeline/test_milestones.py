from __future__ import annotations

from pathlib import Path

from packages import ROOT, change_cell

from corrigenda.engine.tables import load
from corrigenda.package.package import open_package
from corrigenda.timeline.solution import Timeline, read_timelines
from corrigenda.timeline.statements.article import read_networks
from corrigenda.timeline.statements.reference import Reference
from corrigenda.values.edtf import ordinal

ANNOUNCEMENT, EVENT = "2025-05-20-golden-dome-announcement", "tokyo-dome/programme-announced"
TERM = "us/secretary-of-defense/pete-hegseth"


def ask(root: Path = ROOT, **asked: object) -> Timeline:
    with load(open_package(root)) as tables:
        return read_timelines(tables.query, **asked)["tokyo-dome"]  # type: ignore[arg-type]


def milestones(root: Path) -> set[str]:
    with load(open_package(root)) as tables:
        reference = Reference(tables.query)
        return {s.statement_id for s in reference.milestones(read_networks(tables.query)["tokyo-dome"])}


def test_a_milestone_that_the_printed_date_excludes_is_no_evidence() -> None:
    assert not {name for name in milestones(ROOT) if name.startswith(EVENT)}


def test_the_only_settled_milestone_that_fits_is_taken_for_granted(package: Path) -> None:
    change_cell(package, "dates", "tokyo-dome/announced-may-2024", "edtf", "2025-05")
    change_cell(package, "articles", "tokyo-dome", "published", "2026-03-18")
    assert f"{EVENT}.milestone.{ANNOUNCEMENT}" in milestones(package)
    timeline = ask(package)
    (statement,) = [s for s in timeline.statements if s.row == ANNOUNCEMENT]
    assert statement.basis == "assumed"
    # What is only taken for granted narrows nothing that a certain finding may rest on.
    assert timeline.kept[EVENT] != (ordinal("2025-05-20"),) * 2


def test_a_milestone_that_is_not_confirmed_is_no_evidence(package: Path) -> None:
    change_cell(package, "dates", "tokyo-dome/announced-may-2024", "edtf", "2025-05")
    change_cell(package, "articles", "tokyo-dome", "published", "2026-03-18")
    change_cell(package, "milestones", ANNOUNCEMENT, "day_confirmed", "false")
    assert f"{EVENT}.milestone.{ANNOUNCEMENT}" not in milestones(package)


def test_a_milestone_can_be_assumed_by_its_key() -> None:
    timeline = ask(assume=[ANNOUNCEMENT])
    assert timeline.preferred is not None
    assert timeline.preferred.left[EVENT] == (ordinal("2025-05-20"),) * 2
    assert timeline.preferred.instead["tokyo-dome/announced-may-2024.edtf.year"] == "2025"


def test_a_term_of_the_reference_can_be_assumed() -> None:
    timeline = ask(assume=[TERM])
    assert timeline.corrections
    assert all(TERM not in {row for s in c.given_up for _, row, _ in s.cells} for c in timeline.corrections)
