"""Worlds written as one package and judged by the rules."""

from __future__ import annotations

from collections.abc import Sequence

from corrigenda.checking.case_pages.rows import default
from corrigenda.checking.rulebook.catalogue import Catalogue
from corrigenda.checking.runner import check
from corrigenda.engine.tables import load
from corrigenda.errors import SetupError, shorten
from corrigenda.measure.vocabulary import SOURCE
from corrigenda.measure.world import World
from corrigenda.package.package import Package
from corrigenda.package.tables.csv_file import write_rows
from corrigenda.package.tables.table import Table
from corrigenda.results.finding import Result

# The day of the check: after all that worlds tell.
AS_OF = "2026-06-30"


def judge(package: Package, worlds: Sequence[World], rules: Catalogue) -> Result:
    """Write worlds into a package made by this program, whose rows go, and run the rules over all of them at once."""
    write_worlds(package, worlds)
    with load(package) as tables:
        if tables.problems:
            raise SetupError("the benchmark drew rows of broken structure", *shorten(tables.problems))
        return check(tables, rules, as_of=AS_OF, timeline=False, is_folded=False)


def write_worlds(package: Package, worlds: Sequence[World]) -> None:
    """Write worlds into a package made by this program, whose rows go."""
    for table in package.layer("said", "known"):
        plain = _plain(table)
        rows = [
            [key, *(row.get(name) or value for name, value in plain)]
            for world in worlds
            for key, row in world.rows.get(table.name, {}).items()
        ]  # fmt: skip
        names = [field.name for field in table.fields]
        table.file.write_bytes(write_rows(names, sorted(rows, key=lambda row: row[: len(table.key)])))


def _plain(table: Table) -> list[tuple[str, str | None]]:
    """Return the other fields of a table, each with the value that stands where a row names none and one is required."""
    fields = (f for f in table.fields if f.name not in table.key)
    return [(f.name, SOURCE if f.name == "source_id" else default(f, table) if f.required else None) for f in fields]
