"""The days that the timeline leaves and the days that the views tell do not differ."""

from __future__ import annotations

from pathlib import Path

import pytest
from packages import change_cell

from corrigenda.checking.rulebook.catalogue import Catalogue
from corrigenda.engine.tables import load
from corrigenda.measure.judgement import judge
from corrigenda.measure.vocabulary import common_rows
from corrigenda.measure.worlds import draw_world
from corrigenda.package.package import open_package
from corrigenda.package.scaffold import new_package
from corrigenda.timeline.network.diagnosis import ranges
from corrigenda.timeline.solution import read_timelines
from corrigenda.timeline.statements.article import read_networks
from corrigenda.values.edtf import EARLIEST, LATEST


def differences(root: Path) -> tuple[int, list[str]]:
    """Return how many events were compared, and those whose days in the views are narrower than those that the timeline leaves."""
    with load(open_package(root)) as tables:
        timelines = read_timelines(tables.query)
        days = {row["event_id"]: row for row in tables.query("SELECT event_id, article_id, first_day, last_day FROM event_days")}
    found, compared = [], 0
    for event, row in days.items():
        timeline = timelines.get(row["article_id"])
        # What is in a clash is loose in the timeline, and each view tells it as printed.
        if timeline is None or not timeline.diagnosis.consistent:
            continue
        compared += 1
        first, last = timeline.kept.get(event, (EARLIEST, LATEST))
        if (row["first_day"] or EARLIEST) > first or (row["last_day"] or LATEST) < last:
            found.append(f"{event}: {row['first_day']} to {row['last_day']} beside {first} to {last}")
    return compared, found


def test_the_days_of_the_timeline_are_within_those_of_the_views(tmp_path: Path) -> None:
    package = new_package(tmp_path / "worlds")
    judge(package, [common_rows(), *(draw_world(5, number) for number in range(60))], Catalogue(()))
    compared, found = differences(package.root)
    assert compared > 300
    assert found == []


@pytest.mark.parametrize("published", ["2026-04-01", "2026-04"])
def test_the_day_of_publication_bounds_the_writing_from_both_sides(package: Path, published: str) -> None:
    change_cell(package, "articles", "tokyo-dome", "published", published)
    with load(open_package(package)) as tables:
        (row,) = tables.query("SELECT first_day, last_day FROM published_days")
        said = [s for s in read_networks(tables.query)["tokyo-dome"] if s.part == "published"]
    assert ranges(said) == {"tokyo-dome/writing": (row["first_day"], row["last_day"])}
    assert {s.row for s in said} == {"tokyo-dome"}
