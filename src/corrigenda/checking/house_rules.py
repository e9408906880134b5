"""House rules: the same kind of file as the program's own, in a folder that the user points at.

They never run because a package brings them. A house rule is one SELECT over tables in memory: files
and the network are out of its reach, and the settings of the engine are locked before it runs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from corrigenda.checking.case_pages.page import parse_page
from corrigenda.checking.case_pages.runner import CaseRunner, compare_case
from corrigenda.checking.rulebook.catalogue import Catalogue, catalogue, read_rule
from corrigenda.checking.rulebook.contract import lint_contract
from corrigenda.engine.tables import Tables, load
from corrigenda.errors import SetupError
from corrigenda.package.storage.files import read_text
from corrigenda.package.storage.scrap import temporary_folder

_NAME = re.compile(r"[a-z]+(-[a-z]+)+")
# A query that never ends must not hold up a run.
LONGEST = 15.0


@dataclass(frozen=True)
class Trial:
    """Hold what a trial of house rules gave: how many rules and cases, and a sentence for each thing that does not hold."""

    rules: int
    cases: int
    problems: tuple[str, ...]


def read_house_rules(folder: Path) -> Catalogue:
    """Read the rules of a folder; raises SetupError where there is none, or one has a name that is taken or not well formed."""
    if not folder.is_dir():
        raise SetupError(f"{folder}: is no folder of rules")
    files = sorted(file for file in folder.iterdir() if file.suffix == ".sql")
    if not files:
        raise SetupError(f"{folder}: has no rule; expected files such as claim-unlikely.sql")
    own = {rule.name for rule in catalogue()}
    problems = [f"{file}: is not named as a rule; expected words of lower-case letters joined by '-'" for file in files if not _named(file)]
    problems += [f"{file}: the program has a rule of this name" for file in files if file.stem in own]
    if problems:
        raise SetupError(*problems)
    return Catalogue(tuple(replace(read_rule(file.stem, read_text(file), file.as_posix()), seconds=LONGEST) for file in files))


def hold_to_contract(rules: Catalogue, tables: Tables) -> None:
    """Raise SetupError, a sentence for each promise of a header that the query of a rule does not keep.

    A rule over tables that the package lacks, or that needs more than it may, will not run, and the result says why.
    """
    problems = [
        f"{rule.file}: {problem}"
        for rule in rules
        for problem in lint_contract(rule, partial(tables.columns, seconds=LONGEST), tables.package.tables)
        if not tables.lacks(rule.sql)
    ]
    if problems:
        raise SetupError(*problems)


def try_rules(folder: Path) -> Trial:
    """Hold the rules of a folder to their headers and to the case pages next to them.

    Every rule needs a page NAME.md with a near miss that stays silent, before what is found.
    Raises SetupError where the folder cannot be read as rules.
    """
    rules = read_house_rules(folder)
    with temporary_folder() as scrap, CaseRunner(scrap / "cases") as runner:
        with load(runner.tables.package) as tables:
            hold_to_contract(rules, tables)
        problems, cases = [], 0
        for rule in rules:
            page = folder / f"{rule.name}.md"
            if not page.is_file():
                problems.append(f"{rule.name}: there is no case page {page.name} in the same folder")
                continue
            listed = parse_page(read_text(page), page.name)
            cases += len(listed)
            silent = [case.is_silent for case in listed]
            if not any(silent) or all(silent) or silent != sorted(silent, reverse=True):
                problems.append(f"{page.name}: expected near misses ('## Silent: …') first, and then a case that finds something")
            for case in listed:
                problems += compare_case(case, runner.run(case, rules))
    return Trial(len(rules.rules), cases, tuple(problems))


def _named(file: Path) -> bool:
    return bool(_NAME.fullmatch(file.stem))
