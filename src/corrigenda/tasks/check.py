"""One run of the check from a folder to a report and an exit code: what the command line calls."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from corrigenda.checking.catalogue import Catalogue, catalogue
from corrigenda.checking.earlier_findings import read_earlier
from corrigenda.checking.found_tables import Stale, compare_found, write_found
from corrigenda.checking.measured import measured, tell_stale
from corrigenda.checking.runner import check
from corrigenda.checking.text_proof import prove
from corrigenda.engine.tables import Tables, load
from corrigenda.engine.views import view_files
from corrigenda.errors import SetupError, shorten
from corrigenda.package.package import open_package
from corrigenda.report.model import Report, RuleNote
from corrigenda.results.finding import Result, Verdict
from corrigenda.tasks.tidy import advise_tidy
from corrigenda.values.edtf import ordinal

if TYPE_CHECKING:
    from corrigenda.report.page.model import Page
    from corrigenda.timeline.solution import Timeline


@dataclass(frozen=True)
class Run:
    """Hold the report of a run, what else there is to say, and whether the committed state is stale."""

    report: Report
    sentences: tuple[str, ...]
    stale: bool

    def exit_code(self, fail_on: str = "never") -> int:
        """Return 1 for a stale state, a certain error of the reference, or what `fail_on` names; else 0."""
        findings = self.report.open_findings
        own = any(f.subject == "reference" and f.level == "error" for f in findings)
        told = [f.verdict for f in findings if f.subject == "article" and f.severity != "note"]
        wanted = {"never": (), "certain": (Verdict.CERTAIN,), "possible": (Verdict.CERTAIN, Verdict.POSSIBLE)}[fail_on]
        return int(self.stale or own or any(verdict in wanted for verdict in told))


def run_check(
    path: Path | str = ".",
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    as_of: str | None = None,
    locked: bool = False,
    write: bool = False,
    texts: Sequence[str] = (),
    known: Path | str | None = None,
    house: Path | None = None,
    earlier: Path | None = None,
    targets: Sequence[Path] = (),
) -> Run:
    """Open, load, check and report a package; with `write` or `locked`, write or compare what is committed.

    `known` is another package whose reference is used, `house` a folder of house rules, which run beside
    the program's own, `earlier` the state whose findings these are compared with, `targets` files that the caller
    will write, which must be none of the package. Raises SetupError, a sentence for each problem, where the package or the
    set-up is broken: then nothing is written.
    """
    _judge_day(as_of)
    package = open_package(path, known)
    package.refuse_targets(targets)
    own = _read_house(house)
    before = read_earlier(earlier) if earlier is not None else None
    rules = catalogue().join(own).select(select, ignore)
    with load(package) as tables:
        if tables.problems:
            advice = advise_tidy(package, tables.problems)
            raise SetupError(
                *shorten(tables.problems),
                f"{len(tables.problems)} problem{'s' * (len(tables.problems) != 1)} of structure; nothing else was checked",
                *([advice] if advice else []),
            )
        sentences = [_prove(tables, text) for text in texts]
        if own.rules:
            from corrigenda.checking.house_rules import hold_to_contract

            hold_to_contract(own, tables)
        result = check(tables, rules, as_of=as_of)
        report = replace(describe(tables, rules, result), is_whole=not select and not ignore, earlier=before)
        stale = Stale((), (), (), ())
        if locked:
            stale = replace(compare_found(tables, result), measured=tuple(tell_stale(package, rules)))
        if write:
            sentences += [f"wrote {name}" for name in write_found(tables, result)] or ["data/found and all hashes are up to date"]
        if locked:
            sentences += _tell(stale)
            sentences += [f"{note}; take the row out or renew it" for note in result.waiver_notes]
    return Run(report, tuple(sentences), bool(stale) or (locked and bool(result.waiver_notes)))


def make_page(
    path: Path | str = ".",
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    as_of: str | None = None,
    texts: Sequence[str] = (),
    known: Path | str | None = None,
    house: Path | None = None,
    targets: Sequence[Path] = (),
) -> Page:
    """Check a package and gather what the page of a report shows; each text is laid in once all rows fit it.

    Raises SetupError as `run_check` does.
    """
    from corrigenda.tasks.page import gather

    _judge_day(as_of)
    own = _read_house(house)
    rules = catalogue().join(own).select(select, ignore)
    package = open_package(path, known)
    package.refuse_targets(targets)
    with load(package) as tables:
        if tables.problems:
            raise SetupError(*shorten(tables.problems), "nothing else was checked")
        if own.rules:
            from corrigenda.checking.house_rules import hold_to_contract

            hold_to_contract(own, tables)
        report = replace(describe(tables, rules, check(tables, rules, as_of=as_of)), is_whole=not select and not ignore)
        return gather(tables, report, texts)


def ask_timelines(
    path: Path | str, article: str | None, drop: Sequence[str], assume: Sequence[str], cap: int, known: Path | str | None = None
) -> list[Timeline]:
    """Answer for the articles of a package, with rows left out or taken as settled.

    Raises SetupError where the package is broken, the article is not there, or nothing is meant by a row.
    """
    from corrigenda.timeline.solution import is_meant, read_timelines
    from corrigenda.timeline.statements import read_networks

    with load(open_package(path, known)) as tables:
        if tables.problems:
            raise SetupError(*shorten(tables.problems))
        networks = read_networks(tables.query)
        if article is not None and article not in networks:
            raise SetupError(f"there is no article '{article}'; the package has {', '.join(networks) or 'none'}")
        asked = [s for name, statements in networks.items() if article in (None, name) for s in statements]
        for option, wanted in (("--drop", drop), ("--assume", assume)):
            for one in wanted:
                if not any(is_meant(s, [one]) for s in asked):
                    raise SetupError(
                        f"{option} '{one}' means no statement; expected a row such as {asked[0].cells[0][1] if asked else 'ROW'}"
                    )
        timelines = read_timelines(tables.query, cap=cap, steps=4_000_000, drop=drop, assume=assume)
    return [timeline for name, timeline in timelines.items() if article in (None, name)]


def _judge_day(as_of: str | None) -> None:
    try:
        if as_of is not None:
            ordinal(as_of)
    except ValueError:
        raise SetupError(f"--as-of is '{as_of}'; expected a day such as 2026-03-19") from None


def _read_house(folder: Path | None) -> Catalogue:
    if folder is None:
        return Catalogue()
    from corrigenda.checking.house_rules import read_house_rules

    return read_house_rules(folder)


def describe(tables: Tables, rules: Catalogue, result: Result) -> Report:
    """Put a result beside what it was made of and by."""
    from corrigenda import __version__

    package = tables.package
    return Report(
        result,
        package.name,
        package.version,
        _digest([text for table in package.layer("said", "known") for text in (table.path, table.file.read_text("utf-8"))]),
        _digest([rule.sql for rule in rules] + list(view_files().values())),
        __version__,
        tuple(RuleNote(r.name, r.severity, r.topic, r.summary, r.why, r.covers, r.settle) for r in rules),
        reliability=measured(rules, package),
        reference=f"{package.reference.name} {package.reference.version}".strip() if package.reference else None,
    )


def _digest(texts: Sequence[str]) -> str:
    return "sha256:" + hashlib.sha256("\0".join(texts).encode()).hexdigest()


def _prove(tables: Tables, text: str) -> str:
    proved, problems = prove(tables, text)
    if problems:
        raise SetupError(*shorten(problems), f"{len(problems)} of {proved} rows do not fit the text")
    return f"all {proved} rows with a span fit the text"


def _tell(stale: Stale) -> list[str]:
    """Say what is stale, first what was changed, then what that changes, then what is to be written anew."""
    if not stale:
        return ["data/found and all hashes are what this run gives"]
    lines = list(stale.rows)
    lines += [f"finding {finding}" for finding in stale.findings]
    lines += [f"stale: {file} is not what this run gives" for file in stale.files]
    lines += [f"stale: {sentence}" for sentence in stale.hashes]
    lines += [f"stale: {sentence}" for sentence in stale.measured]
    if replace(stale, measured=()):
        lines.append("the committed state is stale; 'corrigenda check --write' makes it anew")
    if stale.measured:
        lines.append("what was measured is stale; 'corrigenda measure --write' measures it anew")
    return lines
