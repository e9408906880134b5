"""A series of decisions, with other programs in between: the page is each time the one that a review from the start shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from drafted_article import ON, TEXT, lay
from packages import path_of, read_table, write_table

from corrigenda.checking.runner import check
from corrigenda.engine.tables import load
from corrigenda.errors import SetupError
from corrigenda.package.drafts import find_drafts
from corrigenda.package.package import open_package
from corrigenda.report.page.review import ReviewPage, ReviewRow, render_review
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


@pytest.mark.parametrize(("seed", "steps"), [(1, 2), *(pytest.param(seed, 12, marks=pytest.mark.long) for seed in (2, 3))])
def test_after_each_step_the_page_is_that_of_a_review_from_the_start(tmp_path: Path, seed: int, steps: int) -> None:
    series = Series(lay(tmp_path), Random(seed))  # noqa: S311
    taken: list[str] = []
    while len(taken) < steps and find_drafts(open_package(series.root)):
        taken.append(series.step())
        page = series.desk.page()
        fresh = Desk(series.root, TEXT, "Ada", lambda: ON)
        assert replace(page, can_undo=False) == fresh.page(), taken
        fresh.close()
    with load(series.root) as tables:
        found = check(tables, series.desk.rules, timeline=False).findings
    page = series.desk.page()
    assert [shown.finding for shown in page.findings] == [finding for finding in found if finding.drafts], taken
    assert list(page.others) == [finding for finding in found if not finding.drafts], taken
    series.desk.close()


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
