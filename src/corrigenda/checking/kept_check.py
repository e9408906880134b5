"""A package checked again after each change: what a change does not reach is neither read, worked out nor judged a second time."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from corrigenda.checking.rulebook.catalogue import Catalogue
from corrigenda.checking.runner import RuleAnswer, conclude, run_rules
from corrigenda.engine.renewal import Rows, renew
from corrigenda.engine.tables import Tables, load
from corrigenda.engine.unchanged import demand_unchanged, mark_files
from corrigenda.errors import Problem, SetupError, shorten
from corrigenda.package.package import Package
from corrigenda.package.tables.table import Table
from corrigenda.results.finding import Result

# A package that has grown so much may need other limits.
_GROWN = 2


class KeptCheck:
    """Hold a package as it was last loaded, and what rules answered over it.

    Each result is what `check` returns for the files as they are then, without the days of events.
    """

    def __init__(self) -> None:
        self.tables: Tables | None = None
        self._answers: dict[str, RuleAnswer] = {}
        self._digests: dict[str, str] = {}
        self._seen: dict[str, Rows] = {}
        self._rows = 0
        self._rest: KeptCheck | None = None

    def state(self, *layers: str) -> str:
        """Return a digest over the files that are held, of all layers or of some."""
        wanted = {table.name for table in self.tables.package.layer(*layers)} if self.tables and layers else self._digests.keys()
        return hashlib.sha256(repr(sorted((name, self._digests.get(name)) for name in wanted)).encode()).hexdigest()

    def renew(self, package: Package) -> tuple[Problem, ...]:
        """Bring what is held to the state of the files of a package; where that is not sound, say what is wrong and change nothing.

        Raises SetupError where a file is changed meanwhile.
        """
        listed = package.layer("said", "known", "kept")
        marks = mark_files(listed)
        try:
            digests = {table.name: hashlib.sha256(table.file.read_bytes()).hexdigest() for table in listed}
            held = self.tables
            problems = self._load(package) if held is None or not self._suits(held, package) else self._renew(held, package, digests)
            demand_unchanged(listed, marks)
        except BaseException:
            self.close()
            raise
        if not problems:
            self._digests = digests
        return problems

    def check(self, package: Package, rules: Catalogue, *, is_folded: bool = True) -> Result:
        """Check a package; raises SetupError where its structure is broken or a rule breaks its contract."""
        if problems := self.renew(package):
            raise SetupError(*shorten(problems))
        return self.judge(rules, is_folded=is_folded)

    def loaded(self) -> Tables:
        """Return the tables that are held; raises SetupError where there are none."""
        if self.tables is None:
            raise SetupError("the package could not be read; run the command again")
        return self.tables

    def judge(self, rules: Catalogue, *, is_folded: bool = True) -> Result:
        """Check the package that is held; raises SetupError where there is none or a rule breaks its contract."""
        tables = self.loaded()
        try:
            answers = run_rules(tables, rules, kept=self._answers)
        except BaseException:
            self.close()
            raise
        if self._rest is None:
            self._rest = KeptCheck()
        result = conclude(tables, rules, answers, timeline=False, is_folded=is_folded, check_rest=self._rest.check_apart)
        if result.stopped:
            # What took too long once need not do so again: the next check begins from the start.
            self._rows = -1
        return result

    def check_apart(self, package: Package, rules: Catalogue) -> Result:
        """Check a package as `check_package` does."""
        return self.check(package, rules, is_folded=False)

    def close(self) -> None:
        """Let go of all that is held; the next check begins from the start."""
        if self.tables is not None:
            self.tables.close()
        if self._rest is not None:
            self._rest.close()
        self.tables, self._answers, self._digests, self._seen = None, {}, {}, {}

    def _suits(self, held: Tables, package: Package) -> bool:
        """Tell whether a package is the one that is held, perhaps with other rows."""
        return (
            not held.beyond
            and sum(lines.rows for lines in held.lines.values()) <= _GROWN * self._rows
            and held.package.root == package.root
            and _describe(held.package) == _describe(package)
        )

    def _renew(self, held: Tables, package: Package, digests: dict[str, str]) -> tuple[Problem, ...]:
        renewal = renew(held, package, {name for name, digest in digests.items() if digest != self._digests.get(name)}, self._seen)
        self._answers = {name: answer for name, answer in self._answers.items() if answer.reads.isdisjoint(renewal.moved)}
        return renewal.problems

    def _load(self, package: Package) -> tuple[Problem, ...]:
        tables = load(package)
        if tables.problems:
            tables.close()
            return tables.problems
        self.close()
        self.tables, self._rows = tables, sum(lines.rows for lines in tables.lines.values())
        return ()


def _describe(package: Package) -> dict[str, Table]:
    """Return the tables of a package without where their files are."""
    return {name: replace(table, file=Path(table.path)) for name, table in package.tables.items()}
