"""A series of decisions, with other programs in between: the page is each time the one that a review from the start shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from drafted_article import ON, TEXT, lay
from packages import append_row, path_of, read_table, write_table

from corrigenda.checking.runner import check
from corrigenda.engine.tables import load
from corrigenda.errors import SetupError
from corrigenda.package.drafts import find_drafts
from corrigenda.package.package import open_package
from corrigenda.report.page.review import ReviewPage, ReviewRow, render_review
from corrigenda.results.finding import Finding
from corrigenda.tasks.drafting import large_reference
from corrigenda.tasks.drafting.large_reference import LARGE
from corrigenda.tasks.review.choice import accept_chosen, reject_chosen
from corrigenda.tasks.review.desk import Desk

TABLES = ("claims", "dates", "drafts", "events", "mentions", "readings", "sums")
CELLS = {
    "claims": ("modality", ("asserted", "hedged")),
    "dates": ("edtf", ("2018", "2019", "2023", "2019-13")),
    "events": ("tense", ("past", "future", "soon")),
    "mentions": ("title_time", ("event", "writing")),
    "sums": ("extent", ("total", "part", "share")),
}


def rows_of(page: ReviewPage) -> list[ReviewRow]:
    return [row for shown in page.findings for row in shown.rows] + list(page.rest)


class Series:
    """Take steps at random; each is one that a person, the command line or another program takes."""

    def __init__(self, root: Path, random: Random) -> None:
        self.root, self.random = root, random
        self.desk = Desk(root, TEXT, "Ada", lambda: ON)
        self.states = [self.read()]
        self.steps: tuple[Callable[[ReviewPage], object], ...] = (
            self.accept, self.change, self.change, self.take_reading, self.reject, self.accept_finding, self.take_back, self.command,
            self.edit, self.undo,
        )  # fmt: skip

    def read(self) -> dict[str, bytes]:
        return {name: path_of(self.root, name).read_bytes() for name in TABLES}

    def step(self) -> str:
        """Take one step; return its name. What is refused is a step as well."""
        step = self.random.choice(self.steps)
        try:
            step(self.desk.page())
        except SetupError:
            return f"{step.__name__} refused"
        self.states.append(self.read())
        return step.__name__

    def accept(self, page: ReviewPage) -> None:
        row = self.random.choice(rows_of(page))
        self.desk.accept((row.table, row.key), row.read)

    def change(self, page: ReviewPage) -> None:
        row = self.random.choice(rows_of(page))
        field, values = CELLS[row.table]
        self.desk.change((row.table, row.key), {field: self.random.choice(values)}, row.read)

    def take_reading(self, page: ReviewPage) -> None:
        for row in rows_of(page):
            for reading in row.readings:
                self.desk.change((row.table, row.key), {reading.field: reading.value}, row.read)
                return

    def take_back(self, _: ReviewPage) -> None:
        self.desk.undo()

    def reject(self, page: ReviewPage) -> None:
        row = self.random.choice(rows_of(page))
        self.desk.reject((row.table, row.key), row.read)

    def accept_finding(self, page: ReviewPage) -> None:
        for shown in page.findings[:1]:
            self.desk.accept_finding(shown.finding.fingerprint, shown.read)

    def command(self, page: ReviewPage) -> None:
        """Accept or reject with the command line."""
        row = self.random.choice(rows_of(page))
        if self.random.random() < 0.7:
            accept_chosen(self.root, [f"{row.table}:{row.key}"], "Eve", ON)
        else:
            reject_chosen(self.root, [f"{row.table}:{row.key}"])

    def edit(self, _: ReviewPage) -> None:
        """Edit a cell with another program."""
        table = self.random.choice(sorted(CELLS))
        header, rows = read_table(self.root, table)
        for row in rows[:1]:
            field, values = CELLS[table]
            row[header.index(field)] = values[0]
            write_table(self.root, table, header, rows)

    def undo(self, _: ReviewPage) -> None:
        """Put the files back as they were at an earlier step."""
        for name, data in self.random.choice(self.states).items():
            path_of(self.root, name).write_bytes(data)


def without_lines(page: ReviewPage) -> ReviewPage:
    """Leave out the lines of places in files, which the page does not show: of a large reference a part is read."""

    def strip(finding: Finding) -> Finding:
        return replace(finding, places=tuple(replace(place, line=0) for place in finding.places))

    findings = tuple(replace(shown, finding=strip(shown.finding)) for shown in page.findings)
    return replace(page, can_undo=False, findings=findings, others=tuple(map(strip, page.others)))


@pytest.mark.parametrize(
    ("seed", "steps", "large"),
    [(1, 2, 0), *(pytest.param(seed, 12, large, marks=pytest.mark.long) for seed, large in ((2, LARGE), (3, LARGE), (4, 0), (5, 0)))],
)
def test_after_each_step_the_page_is_that_of_a_review_from_the_start(
    tmp_path: Path, seed: int, steps: int, large: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    series = Series(lay(tmp_path), Random(seed))  # noqa: S311
    taken: list[str] = []
    while len(taken) < steps and find_drafts(open_package(series.root)):
        monkeypatch.setattr(large_reference, "LARGE", large)
        taken.append(series.step())
        page = without_lines(series.desk.page())
        monkeypatch.setattr(large_reference, "LARGE", LARGE)
        fresh = Desk(series.root, TEXT, "Ada", lambda: ON)
        assert page == without_lines(fresh.page()), taken
        fresh.close()
    with load(series.root) as tables:
        found = check(tables, series.desk.rules, timeline=False).findings
    page = series.desk.page()
    assert [shown.finding for shown in page.findings] == [finding for finding in found if finding.drafts], taken
    assert list(page.others) == [finding for finding in found if not finding.drafts], taken
    series.desk.close()


def test_somebody_whom_the_article_does_not_name_can_be_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large_reference, "LARGE", 0)
    root = lay(tmp_path)
    header, people = read_table(root, "actors")
    like = dict(zip(header, people[0], strict=True))
    append_row(root, "actors", **{**like, "actor_id": "zoe", "label": "Zoe Quist", "kind": "person"})
    desk = Desk(root, TEXT, "Ada", lambda: ON)

    def choose(person: str) -> str:
        row = next(row for row in rows_of(desk.page()) if row.table == "mentions")
        return desk.change(("mentions", row.key), {"actor_id": person}, row.read)

    with pytest.raises(SetupError, match="'nobody' is no key of the table actors"):
        choose("nobody")
    assert [found["key"] for found in desk.find("actors", "Zoe Quist")] == ["zoe"]
    assert "changed actor" in choose("zoe")
    assert desk.undo()
    assert "changed actor" in choose("zoe")
    desk.close()


def test_a_change_that_is_refused_is_not_on_the_page(tmp_path: Path) -> None:
    desk = Desk(lay(tmp_path), TEXT, "Ada", lambda: ON)
    before = render_review(desk.page())
    row = next(row for row in rows_of(desk.page()) if row.table == "dates")
    for cells in ({"edtf": "2019-13"}, {"as_printed": "2018"}):
        with pytest.raises(SetupError):
            desk.change(("dates", "art/day"), cells, row.read)
        assert render_review(desk.page()) == before
    assert re.search("2018", before) is None
    desk.close()
