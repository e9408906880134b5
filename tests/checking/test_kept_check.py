"""A check that is kept between two states of a package finds what a check from the start finds, whatever was edited."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from packages import change_cell, small_package
from random_edits import Before, edit, undo

from corrigenda.checking.kept_check import KeptCheck
from corrigenda.checking.rulebook.catalogue import Catalogue, catalogue
from corrigenda.checking.runner import check
from corrigenda.engine.tables import Tables, load
from corrigenda.errors import SetupError
from corrigenda.package.drafts import find_drafts, mark_rows, read_marks, write_marks
from corrigenda.package.package import Package, open_package
from corrigenda.package.tables.csv_file import read_rows

RULES = catalogue()


def draft(root: Path) -> Package:
    """Mark rows of a package as drafts."""
    package = open_package(root)
    rows = {name: read_rows(package.tables[name].file)[1] for name in ("claims", "dates", "events", "mentions")}
    package.tables["drafts"].file.write_bytes(mark_rows(package, rows, "a test")["drafts"])
    return package


def accept_one(package: Package, random: Random) -> None:
    """Accept a drafted row, as a person does."""
    marks, drafts = read_marks(package), sorted(find_drafts(package))
    if drafts:
        key = random.choice(drafts)
        marks[key] = replace(marks[key], accepted_by="Ada", accepted_on="2026-03-20")
        package.tables["drafts"].file.write_bytes(write_marks(package, marks.values())["drafts"])


def agree(kept: KeptCheck, package: Package) -> bool:
    """Hold what is found to a check from the start; tell whether the package is sound."""
    with load(package) as tables:
        if tables.problems:
            assert kept.renew(package) == tables.problems
            return False
        assert kept.check(package, RULES) == check(tables, RULES, timeline=False)
        return True


@pytest.mark.parametrize(("seed", "edits"), [(1, 2), *(pytest.param(seed, 8, marks=pytest.mark.long) for seed in (2, 3))])
def test_after_random_edits_the_same_is_found_as_from_the_start(tmp_path: Path, seed: int, edits: int) -> None:
    random = Random(seed)  # noqa: S311
    package = draft(small_package(tmp_path))
    kept, sound = KeptCheck(), 0
    before: Before = {}
    assert agree(kept, package)
    while sound < edits:
        what = random.random()
        if what < 0.3:
            accept_one(package, random)
        elif what < 0.4:
            undo(before)
        else:
            before = edit(package.root, random)
        if agree(kept, package):
            sound += bool(before)
        else:
            undo(before)
    kept.close()


def test_what_a_change_does_not_reach_is_not_judged_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = draft(small_package(tmp_path))
    kept = KeptCheck()
    kept.check(package, RULES)
    asked: list[str] = []
    query = Tables.query

    def note(self: Tables, sql: str, most: int | None = None, seconds: float | None = None) -> list[dict[str, object]]:
        asked.append(sql)
        return query(self, sql, most, seconds)

    monkeypatch.setattr(Tables, "query", note)
    rules = {rule.sql: rule.name for rule in RULES}
    accept_one(package, Random(1))  # noqa: S311
    kept.check(package, RULES)
    assert [rules[sql] for sql in asked if sql in rules] == []
    change_cell(package.root, "sources", "almanac", "title", "Another title")
    kept.check(package, RULES)
    again = [rules[sql] for sql in asked if sql in rules]
    assert len(again) < len(RULES.rules) / 2


def test_a_package_of_broken_structure_leaves_what_is_held_as_it_was(tmp_path: Path) -> None:
    package = draft(small_package(tmp_path))
    kept = KeptCheck()
    found = kept.check(package, RULES)
    file = package.tables["events"].file
    before = file.read_bytes()
    file.write_bytes(before + b"one cell\n")
    with pytest.raises(SetupError, match="has 1 cells"):
        kept.check(package, RULES)
    file.write_bytes(before)
    assert kept.check(package, RULES) == found


def test_rules_of_another_selection_are_those_of_the_files_too(tmp_path: Path) -> None:
    package = draft(small_package(tmp_path))
    kept = KeptCheck()
    some = Catalogue(RULES.rules[::3])
    kept.check(package, some)
    change_cell(package.root, "events", "art/later", "tense", "future")
    kept.check(package, Catalogue(RULES.rules[1::3]))
    with load(package) as tables:
        assert kept.check(package, some) == check(tables, some, timeline=False)
