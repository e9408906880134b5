"""One update of a package, judged by what it changes: cells, findings with their causes, the version, and whether it is plausible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from corrigenda.checking.findings.decisions import apply_waivers
from corrigenda.checking.findings.earlier_findings import read_earlier
from corrigenda.checking.findings.found_tables import render_found
from corrigenda.checking.rulebook.catalogue import Catalogue
from corrigenda.checking.runner import check
from corrigenda.engine.tables import Tables, load
from corrigenda.errors import NoRoomError, Problem, SetupError
from corrigenda.package.package import Package
from corrigenda.package.source import demand_base, open_base
from corrigenda.package.substitute import amended
from corrigenda.release.diff import diff
from corrigenda.release.regressions import find_regressions
from corrigenda.release.release_profile import judge_version, read_profile
from corrigenda.report.model import Report, RuleNote
from corrigenda.results.change_rules import CHANGE_RULES
from corrigenda.results.finding import Finding, Result
from corrigenda.tasks.checking.check import Checked, checking, judge_committed
from corrigenda.tasks.checking.run import Run


def judge_update(
    path: Path | str = ".",
    base: str | None = None,
    *,
    as_of: str | None = None,
    locked: bool = False,
    known: Path | str | None = None,
    house: Path | None = None,
    targets: Sequence[Path] = (),
    docs: Path | None = None,
) -> Run:
    """Judge a package and what it changes since the state `base`: a git revision of its folder, another folder or an archive.

    Without it, only the package is judged. Findings that went because the reference changed come first; they are findings
    too, and a waiver accepts them. Lost keys and a
    version that is too low are problems of the report. With `docs`, the folder for its pages, Great Expectations judges the update
    where it is installed. The other options are those of `run_check`. Raises SetupError where the package or the set-up is broken.
    """
    with checking(path, as_of=as_of, known=known, house=house, targets=targets) as checked:
        report = checked.report
        sentences, is_stale = judge_committed(checked) if locked else ([], False)
        # Without an earlier state there is no update to judge.
        if base is not None:
            report = _compare(checked, base, as_of, known)
            problems, remarks = _judge_release(checked.tables.package, docs)
            report = replace(report, problems=(*report.problems, *problems), remarks=(*report.remarks, *filter(None, remarks)))
        return Run(report, tuple(sentences), is_stale)


def find_change_finding(package: Package, base: str, finding_id: str, known: Path | str | None = None) -> Finding:
    """Return a finding about the change of a package since a state; raises SetupError, naming all of them, where there is none."""
    with checking(package.root, known=known) as checked:
        found = [f for f in _compare(checked, base, None, known).result.findings if f.rule in CHANGE_RULES]
    for finding in found:
        if finding.fingerprint == finding_id:
            return finding
    there = ", ".join(finding.fingerprint for finding in found) or "none"
    raise SetupError(f"there is no finding '{finding_id}' about the change since {base}; there is {there}")


def _compare(checked: Checked, base: str, as_of: str | None, known: Path | str | None) -> Report:
    """Return the report with what was found about the change: the findings about it first, each with its causes."""
    report, package = checked.report, checked.tables.package
    demand_base(base, package.root)
    fresh = _found_bytes(checked.tables, report.result)
    with ExitStack() as stack:
        try:
            old = stack.enter_context(open_base(base, package.root, known))
            if old is None:
                return replace(report, earlier=(), remarks=(f"{base} has no such package, so that all of it is new.",))
            before = stack.enter_context(_with_findings(old, checked.rules))
            after = stack.enter_context(amended(package, fresh))
            change = diff(before, after)
            earlier = read_earlier(before.tables["findings"].file) if "findings" in before.tables else ()
            folded = {name for finding in report.result.findings for name in finding.folded}
            found = find_regressions(change, after, folded)
        except NoRoomError:
            # An update is not let in because this machine has no room to look at it.
            raise
        except SetupError as error:
            # What is broken in the base may be what this update mends: it can be compared with nothing.
            return replace(report, remarks=(f"The state {base} cannot be compared with: {error.sentences[0]}",))
    regressions, _ = apply_waivers(list(found), checked.tables, as_of, set())
    notes = tuple(RuleNote(page.name, page.severity, "", page.summary, *(text for _, text in page.parts)) for page in CHANGE_RULES.values())
    return replace(
        report,
        result=replace(report.result, findings=(*regressions, *report.result.findings)),
        rules=(*report.rules, *notes),
        earlier=earlier,
        change=change,
        problems=change.problems,
    )


def _found_bytes(tables: Tables, result: Result) -> Mapping[str, bytes]:
    """Return the bytes of the generated tables as a fresh run makes them, by name: what is committed may be out of date."""
    files = render_found(tables, result)
    return {table.name: files[table.path] for table in tables.package.layer("found") if table.path in files}


@contextmanager
def _with_findings(old: Package, rules: Catalogue) -> Iterator[Package]:
    """Give an earlier state with its findings: those that were committed, or where there are none those of a fresh run.

    House rules are never committed, so that with them everything is run again.
    """
    table = old.tables.get("findings")
    is_committed = table is not None and table.file.read_bytes().count(b"\n") > 1
    if is_committed and all(rule.topic for rule in rules):
        yield old
        return
    with load(old) as tables:
        fresh = _found_bytes(tables, check(tables, rules))
    with amended(old, fresh) as before:
        yield before


def _judge_release(package: Package, docs: Path | None) -> tuple[tuple[Problem, ...], tuple[str, ...]]:
    """Compare a package with its last release: say whether its version is high enough, and the update plausible."""
    file = package.root / "data" / "baseline.json"
    if not file.exists():
        return (), ("The version is not judged: there was no release yet (data/baseline.json).",)
    released = read_profile(file)
    problems = judge_version(package, released)
    told = f"Data version: released {released['version']}, declared {package.version}, {'too low' if problems else 'high enough'}."
    found, plausible = _judge_plausible(package, released, file, docs)
    return (*problems, *found), (told, plausible)


def _judge_plausible(package: Package, released: Mapping[str, Any], file: Path, docs: Path | None) -> tuple[tuple[Problem, ...], str]:
    bounds = package.root / "bounds.toml"
    if docs is None:
        return (), ""
    if find_spec("great_expectations") is None:
        return (), "Whether the update is plausible is not judged: Great Expectations is not installed (corrigenda[update])."
    if not bounds.exists():
        return (), "Whether the update is plausible is not judged: the package has no bounds.toml."
    from corrigenda.adapters.validators.great_expectations import run_update
    from corrigenda.tasks.publishing.release import judge_changelog

    judged = run_update(package, file, bounds, docs)
    told = f"Compared with release {released['version']}, {judged.evaluated} expectations about the update were judged."
    return (*judge_changelog(package, released), *judged.problems), told
