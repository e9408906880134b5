"""Runs the cases of a page and compares what a rule says with what the page expects."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from corrigenda.checking.case_pages.page import Case, Expected
from corrigenda.checking.case_pages.rows import cells_of, complete, write_package, write_table
from corrigenda.checking.rulebook.catalogue import Catalogue
from corrigenda.checking.runner import check
from corrigenda.engine.released_cells import BASELINE
from corrigenda.engine.renewal import replace_rows
from corrigenda.engine.tables import Tables, load
from corrigenda.errors import SetupError, shorten
from corrigenda.results.finding import Finding
from corrigenda.values.traces import trace_cell

# The day on which cases are run.
DAY = "2030-06-30"


class CaseRunner:
    """Run cases one after the other in one engine, which holds a package without rows between them.

    A package and an engine cost many times what a case costs, so that a case puts in its own rows alone. They are judged as the
    structure of any package is.
    """

    def __init__(self, root: Path) -> None:
        """Write the empty package to a folder that is not there yet."""
        self.tables = load(write_package(root, {}))
        self._make_all()

    def _make_all(self) -> None:
        """Make all tables and views without rows, so that a case makes only those that it may fill."""
        makers = dict(self.tables.makers)
        self.tables.make(makers)
        self.tables.makers, self.tables.standing = makers, frozenset(self.tables.void)

    def run(self, case: Case, rules: Catalogue, inspect: Callable[[Tables], object] | None = None) -> list[Expected]:
        """Run the rule of a case over its rows and return what it says in the form of a page.

        `inspect` is given the tables and views afterwards.
        """
        cells = {name: cells_of(name, listed) for name, listed in complete(case.rows).items() if listed}
        for name, listed in cells.items():
            write_table(self.tables.package.root, name, listed)
        self._write_released(case)
        with replace_rows(self.tables, cells) as problems:
            if problems:
                raise SetupError(*(f"{case.rule}.md, '{case.title}': {sentence}" for sentence in shorten(problems)))
            said = run_rule(case.rule, rules, self.tables)
            if inspect:
                inspect(self.tables)
            return said

    def _write_released(self, case: Case) -> None:
        """Write the profile of the last release, as far as a rule reads it, or take away that of another case."""
        package = self.tables.package
        told = {}
        for name, rows in case.released.items():
            table = package.tables[name]
            cells = {(row[0] or ""): " ".join(map(trace_cell, row)) for row in cells_of(name, complete({name: rows})[name])}
            told[name] = {"key": list(table.key), "fields": {field.name: {} for field in table.fields}, "cells": cells}
        file = package.root / BASELINE
        if told:
            file.write_text(json.dumps({"version": package.version, "tables": told}), "utf-8")
        else:
            file.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the engine."""
        self.tables.close()

    def __enter__(self) -> CaseRunner:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def run_rule(name: str, rules: Catalogue, tables: Tables) -> list[Expected]:
    """Run one rule over tables and return what it says in the form of a page."""
    chosen = rules.select([name])
    result = check(tables, chosen, as_of=DAY, timeline=False)
    if result.not_run:
        raise SetupError(f"{name}.md: the rule did not run: {result.not_run[0][1]}")
    undecided = [Expected("undecided", entry.row, entry.reason) for entry in result.undecided]
    return [*map(_expected_of, result.findings), *undecided]


def compare_case(case: Case, said: list[Expected]) -> list[str]:
    """Say where what a rule said differs from what the page expects; details are compared where the page gives them.

    A finding that is doubted must have its doubt on the page.
    """
    problems = []
    wanted, found = ({(row.verdict, row.key): row for row in rows} for rows in (case.expected, said))
    for verdict, key in sorted(wanted.keys() | found.keys()):
        expected, returned = wanted.get((verdict, key)), found.get((verdict, key))
        if returned is None:
            problems.append(f"does not say {verdict} {key}: {wanted[verdict, key].text}")
            continue
        if expected is None:
            problems.append(f"says {verdict} {key}: {returned.text}")
            continue
        if expected.text != returned.text:
            problems.append(f"says {verdict} {key}: {returned.text}; expected {expected.text}")
        problems += [
            f"says {name} of {key}: {returned.details.get(name)}; expected {texts}"
            for name, texts in expected.details.items()
            if returned.details.get(name) != texts
        ]
        if returned.details.get("doubt") and "doubt" not in expected.details:
            problems.append(f"doubts {key}: {returned.details['doubt'][0]}; expected the page to say so (doubt: …)")
    return [f"{case.rule}, '{case.title}': {problem}" for problem in problems]


def _expected_of(finding: Finding) -> Expected:
    details = {
        "doubt": [finding.doubt] if finding.doubt else [],
        "places": [", ".join(f"{place.table}.{place.field} of {place.row}" for place in finding.places)],
        "repair": [f"{r.table}.{r.field} of {r.row}{'' if r.value is None else ' = ' + r.value}: {r.allows}" for r in finding.repairs],
    }
    return Expected(finding.verdict, finding.key, finding.message, details)
