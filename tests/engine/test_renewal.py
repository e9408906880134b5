"""Tables that are brought up to date hold what a package loaded from the start holds, whatever was edited."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from packages import change_cell, read_table, small_package, write_table
from random_edits import edit, undo

from corrigenda.checking.rulebook.catalogue import catalogue
from corrigenda.checking.runner import run_rules
from corrigenda.engine.renewal import renew
from corrigenda.engine.sql import quote
from corrigenda.engine.tables import Tables, load
from corrigenda.package.package import Package, open_package


def hold(package: Package) -> Tables:
    """Load a package and have all tables made that rules read."""
    tables = load(package)
    assert tables.problems == ()
    run_rules(tables, catalogue())
    return tables


def read(tables: Tables, name: str) -> list[str]:
    return sorted(map(repr, tables.run(f"SELECT * FROM {quote(name)}")))


def differing(held: Tables, package: Package) -> list[str]:
    """Return the tables that hold other rows than those of the package loaded from the start."""
    with load(package) as fresh:
        fresh.make(held.reads)
        assert {name: lines.rows for name, lines in held.lines.items()} == {name: lines.rows for name, lines in fresh.lines.items()}
        return [name for name in ["edtf", *held.reads] if read(held, name) != read(fresh, name)]


def changed(package: Package, before: dict[Path, bytes]) -> list[str]:
    return [name for name, table in package.tables.items() if table.file in before]


def test_what_no_changed_row_reaches_is_not_made_again(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    package = open_package(root)
    with hold(package) as held:
        change_cell(root, "claims", "art/meets", "statement", "They met again.")
        moved = renew(held, package, ["claims"], {}).moved
        assert "claims" in moved
        assert moved.isdisjoint({"dates", "printed_names", "titles", "event_ranges", "tenure_days"})
        assert held.query("SELECT statement FROM claims WHERE claim_id = 'art/meets'") == [{"statement": "They met again."}]


def test_rows_in_another_place_of_the_file_move_nothing_but_their_lines(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    package = open_package(root)
    with hold(package) as held:
        header, rows = read_table(root, "claims")
        write_table(root, "claims", header, [["zz", *rows[0][1:]], *rows])
        assert renew(held, package, ["claims"], {}).problems, "the rows are not sorted"
        write_table(root, "claims", header, [["a", *rows[0][1:]], *rows])
        assert not renew(held, package, ["claims"], {}).problems
        assert held.line("claims", {"claim_id": rows[0][0]}) == 3


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.long)])
def test_after_random_edits_every_table_is_that_of_the_files(tmp_path: Path, seed: int) -> None:
    random, root = Random(seed), small_package(tmp_path)  # noqa: S311
    package = open_package(root)
    sound = 0
    with hold(package) as held:
        while sound < 2:
            before = edit(root, random)
            names = changed(package, before)
            problems = renew(held, package, names, {}).problems
            with load(package) as fresh:
                assert problems == fresh.problems
            if problems:
                undo(before)
            elif before:
                sound += 1
                assert differing(held, package) == []
