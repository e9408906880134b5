"""One run of the check from a folder to a report and an exit code: what the command line calls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corrigenda.checking.findings.earlier_findings import read_earlier
from corrigenda.checking.findings.found_tables import compare_found, write_found
from corrigenda.checking.findings.grading import grade
from corrigenda.checking.groups.plan import ONE_RUN, Plan
from corrigenda.checking.limits import demand_whole
from corrigenda.checking.rulebook.catalogue import Catalogue, catalogue
from corrigenda.checking.runner import check as check_tables
from corrigenda.checking.text_proof import prove
from corrigenda.checking.used_rows import narrow
from corrigenda.engine.tables import TABLES, Tables, load
from corrigenda.errors import SetupError, shorten, sort_worst_first
from corrigenda.package.package import Package, open_package
from corrigenda.package.storage.journal import holding
from corrigenda.package.tables.columns import add_columns
from corrigenda.report.model import Report
from corrigenda.results.finding import Result
from corrigenda.tasks.checking.description import describe
from corrigenda.tasks.checking.frames import framed_package
from corrigenda.tasks.checking.run import Run
from corrigenda.tasks.checking.tidy import advise_tidy
from corrigenda.values.edtf import ordinal
from corrigenda.values.wording import count

if TYPE_CHECKING:
    from corrigenda.collections.notes import Joined


@dataclass(frozen=True)
class Checked:
    """Hold a checked package while its tables are open: the rules that ran, and the report of what they found."""

    tables: Tables
    rules: Catalogue
    report: Report
    proved: tuple[str, ...]


def check(
    data: Tables | Package | Path | str | Mapping[str, Any] = ".",
    rules: Catalogue | Sequence[str] | None = None,
    *,
    as_of: str | None = None,
) -> Result:
    """Check a package and return everything that was found.

    `data` is its folder, the opened package, its loaded tables, or frames of pandas or polars by table (what has none is empty).
    `rules` are those to run, by name or pattern; without them all rules of the program run. `as_of` is the day (ISO 8601) on which
    waivers are judged. Raises SetupError where the package is broken, or a rule or a table or column of a frame is not known, or
    `data` is none of these.

    >>> import corrigenda, pandas
    >>> corrigenda.check({"articles": pandas.DataFrame({"article_id": []})}).findings
    ()
    >>> for finding in corrigenda.check(corrigenda.published_package(), ["office-outside-tenure"]):
    ...     print(finding)  # doctest: +ELLIPSIS
    error (certain): Pete Hegseth does not fit as Secretary of Defense ... [data/said/mentions.csv:13 title_printed]
    """
    judge_day(as_of)
    if not isinstance(rules, Catalogue):
        rules = catalogue().select([rules] if isinstance(rules, str) else rules or ())
    if isinstance(data, Tables):
        return check_tables(data, rules, as_of=as_of)
    _judge_kind(data)
    framed: AbstractContextManager[Package | Path | str] = framed_package(data) if isinstance(data, Mapping) else nullcontext(data)
    with framed as package, load(package if isinstance(package, Package) else open_package(package, with_parts=True)) as tables:
        return check_tables(tables, rules, as_of=as_of)


def _judge_kind(data: object) -> None:
    if not isinstance(data, Package | Path | str | Mapping):
        kind = type(data).__name__
        raise SetupError(f"A {kind} cannot be checked; expected the folder of a package, or frames by table, such as {{'claims': frame}}.")


@contextmanager
def checking(
    path: Path | str,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severity: Mapping[str, str] | None = None,
    as_of: str | None = None,
    texts: Sequence[str] = (),
    known: Path | str | None = None,
    house: Path | None = None,
    earlier: Path | None = None,
    targets: Sequence[Path] = (),
    timeline: bool = False,
    about: str = "all",
    notes: Path | None = None,
    plan: Plan = ONE_RUN,
) -> Iterator[Checked]:
    """Open, load and check a package, and keep its tables open; `timeline` asks for the days of events where only a few rules run."""
    judge_day(as_of)
    package = open_package(path, known, with_parts=True)
    package.refuse_targets(targets)
    own = _read_house(house)
    if not own.rules and not TABLES.intersection(package.tables):
        raise SetupError(
            f"{path}: has none of the tables that the rules read: Corrigenda checks what news articles say (data/said) against what is "
            f"known (data/known). Run 'corrigenda structure {path}' to judge any other data package."
        )
    before = read_earlier(earlier) if earlier is not None else None
    rules = grade(catalogue().join(own), severity or {}).select(select, ignore)
    with ExitStack() as stack:
        joined = None if notes is None else stack.enter_context(_join(package, notes, as_of))
        tables = stack.enter_context(load(joined.package if joined else package, plan.cache))
        if tables.problems:
            told = add_columns(sort_worst_first(tables.problems), tables.package.tables.values())
            found = tuple(joined.tell_home(problem) if joined else problem for problem in told)
            advice = advise_tidy(package, tables.problems)
            summary = f"{count(len(found), 'problem')} of structure; nothing else was checked"
            raise SetupError(*shorten(found), summary, *([advice] if advice else []), problems=found)
        proved = prove_texts(tables, texts)
        if own.rules:
            from corrigenda.checking.house_rules import hold_to_contract

            hold_to_contract(own, tables)
        is_whole = not select and not ignore
        # A house rule may compare articles: then all of them are judged in one run.
        if plan.suits(tables) and not own.rules:
            from corrigenda.checking.groups.run import check_in_groups

            result = check_in_groups(tables, rules, plan, as_of=as_of, timeline=is_whole or timeline)
        else:
            result = check_tables(tables, rules, as_of=as_of, timeline=is_whole or timeline)
        result = narrow(result, tables, rules, about)
        report = describe(tables, rules, joined.point_home(result) if joined else result)
        if joined:
            proved = (*proved, *joined.sentences)
            report = replace(report, reference=f"{report.reference or 'the reference'} and the desk's notes ({joined.file})")
        yield Checked(tables, rules, replace(report, is_whole=is_whole, earlier=before), proved)


def _join(package: Package, notes: Path, day: str | None) -> AbstractContextManager[Joined]:
    from corrigenda.collections.notes import join_notes

    if day is None:
        raise SetupError("Notes are known up to the day of the run; give it as as_of.")
    return join_notes(package, notes, day)


def run_check(
    path: Path | str = ".",
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severity: Mapping[str, str] | None = None,
    as_of: str | None = None,
    locked: bool = False,
    write: bool = False,
    texts: Sequence[str] = (),
    known: Path | str | None = None,
    house: Path | None = None,
    earlier: Path | None = None,
    targets: Sequence[Path] = (),
    about: str | None = None,
    notes: Path | None = None,
    plan: Plan = ONE_RUN,
    results: str | None = None,
) -> Run:
    """Open, load, check and report a package; with `write` or `locked`, write or compare what is committed.

    `select` and `ignore` are names of rules or patterns, `severity` other severities by those.
    `known` is another package whose reference is used, `house` a folder of house rules, which run with the program's own, `earlier`
    the state whose findings these are compared with, `targets` files that the caller will write, which must be none of the
    package. `about` is one of ABOUT: what articles say and the rows of the reference that they use (the default), the reference, or
    all; what is committed is always all. `notes` is a story's own list, joined with the reference for this run, and `plan` says how a
    large package is divided; `results` is a folder, or an address in object storage, for what was found as Parquet. Raises SetupError,
    a sentence for each problem, where the package or the set-up is broken: then nothing is written.

    >>> from corrigenda import published_package
    >>> [finding.rule for finding in run_check(published_package().root, select=["year-*"]).report.open_findings]
    ['year-missing']
    """
    if about not in (None, "all") and (write or locked):
        raise SetupError("--write and --locked are about all; leave out --about")
    if notes is not None and (write or locked):
        raise SetupError("--write and --locked are about what the package has; leave out --notes")
    about = about or ("all" if write or locked else "article")
    chosen = {
        "select": select, "ignore": ignore, "severity": severity, "texts": texts, "known": known, "house": house, "earlier": earlier,
        "targets": targets, "plan": plan,
    }  # fmt: skip
    held = holding(path) if write else nullcontext()
    with held, checking(path, as_of=as_of, about=about, notes=notes, **chosen) as checked:  # type: ignore[arg-type]
        result, sentences, is_stale = checked.report.result, [*checked.proved], False
        if write:
            demand_whole(result)
            sentences += [f"wrote {name}" for name in write_found(checked.tables, result)] or ["data/found is up to date"]
        if results:
            from corrigenda.adapters.spark.parquet import save_found

            save_found(checked.tables, result, results)
        if locked:
            told, is_stale = judge_committed(checked)
            sentences += told
        return Run(checked.report, tuple(sentences), is_stale)


def judge_committed(checked: Checked) -> tuple[list[str], bool]:
    """Say in what the committed state differs from a fresh run, and whether it does."""
    from corrigenda.tasks.measure import tell_stale

    result = checked.report.result
    figures = tuple(tell_stale(checked.tables.package, checked.rules))
    stale = replace(compare_found(checked.tables, result), measured=figures)
    notes = [f"{note}; remove the row or renew it" for note in result.waiver_notes]
    return stale.tell() + notes, bool(stale) or bool(notes)


def judge_day(as_of: str | None) -> None:
    """Raise SetupError where a day is none."""
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


def prove_texts(tables: Tables, texts: Sequence[str]) -> tuple[str, ...]:
    """Say for each text that all rows of its article fit it; raises SetupError where some do not."""
    return tuple(_prove(tables, text) for text in texts)


def _prove(tables: Tables, text: str) -> str:
    proved, problems = prove(tables, text)
    if problems:
        raise SetupError(*shorten(problems), f"{len(problems)} of {proved} rows do not fit the text")
    return f"all {proved} rows with a span fit the text"
