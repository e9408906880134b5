"""One run of the check from a folder to a report and an exit code: what the command line calls."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corrigenda.checking.catalogue import Catalogue, catalogue
from corrigenda.checking.earlier_findings import read_earlier
from corrigenda.checking.found_tables import compare_found, write_found
from corrigenda.checking.grading import grade
from corrigenda.checking.groups.plan import ONE_RUN, Plan
from corrigenda.checking.runner import check as check_tables
from corrigenda.checking.text_proof import prove
from corrigenda.checking.used_rows import narrow
from corrigenda.engine.tables import TABLES, Tables, load
from corrigenda.errors import SetupError, shorten, sort_worst_first
from corrigenda.package.columns import add_columns
from corrigenda.package.journal import holding
from corrigenda.package.package import Package, open_package
from corrigenda.report.model import Report
from corrigenda.results.change_rules import CHANGE_RULES
from corrigenda.results.finding import Result, State, Verdict
from corrigenda.tasks.description import describe
from corrigenda.tasks.frames import framed_package
from corrigenda.tasks.tidy import advise_tidy
from corrigenda.values.edtf import ordinal
from corrigenda.values.wording import count

if TYPE_CHECKING:
    from corrigenda.collections.notes import Joined

_COUNTED = {"never": (), "certain": (Verdict.CERTAIN,), "possible": (Verdict.CERTAIN, Verdict.POSSIBLE)}


@dataclass(frozen=True)
class Run:
    """Hold the report of a run, what else there is to say, and whether the committed state is stale."""

    report: Report
    sentences: tuple[str, ...]
    stale: bool

    def exit_code(self, fail_on: str = "never") -> int:
        """Return 1 for a stale state, a certain error of the reference, a problem of the change, or what `fail_on` names; else 0.

        Compared with an earlier state, `fail_on` counts what is new or changed; `new-…` counts nothing where there is none.
        """
        report, states = self.report, self.report.states()
        own = any((f.subject == "reference" and f.level == "error") or f.rule in CHANGE_RULES for f in report.open_findings)
        told = [f for f in report.open_findings if f.subject == "article" and f.severity != "note"]
        if report.earlier is None and fail_on.startswith("new-"):
            told = []
        wanted = _COUNTED[fail_on.removeprefix("new-")]
        counted = any(f.verdict in wanted and states.get(f.fingerprint) is not State.UNCHANGED for f in told)
        return int(self.stale or own or bool(report.problems) or counted)


@dataclass(frozen=True)
class Checked:
    """Hold a checked package while its tables are open: the rules that ran, and the report of what they found."""

    tables: Tables
    rules: Catalogue
    report: Report
    proved: tuple[str, ...]


def check(
    data: Tables | Package | Path | str | Mapping[str, Any] = ".", rules: Catalogue | None = None, *, as_of: str | None = None
) -> Result:
    """Check a package and return everything that was found.

    `data` is its folder, the opened package, its loaded tables, or frames of pandas or polars by table (what has none is empty).
    Without `rules` all rules of the program run; `as_of` is the day (ISO 8601) on which waivers are judged. Raises SetupError
    where the package is broken, or a table or column of a frame is not known.

    >>> import corrigenda, pandas
    >>> corrigenda.check({"articles": pandas.DataFrame({"article_id": []})}).findings
    ()
    """
    judge_day(as_of)
    rules = catalogue() if rules is None else rules
    if isinstance(data, Tables):
        return check_tables(data, rules, as_of=as_of)
    framed: AbstractContextManager[Package | Path | str] = framed_package(data) if isinstance(data, Mapping) else nullcontext(data)
    with framed as package, load(package if isinstance(package, Package) else open_package(package)) as tables:
        return check_tables(tables, rules, as_of=as_of)


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
    """Open, load and check a package, and keep its tables open for what is made of them; `run_check` says what is what.

    The days of events are worked out for a whole run, and where `timeline` asks for them although only a few rules run.
    """
    judge_day(as_of)
    package = open_package(path, known)
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
        tables = stack.enter_context(load(joined.package if joined else package))
        if tables.problems:
            told = add_columns(sort_worst_first(tables.problems), tables.package.tables.values())
            found = tuple(joined.tell_home(problem) if joined else problem for problem in told)
            advice = advise_tidy(package, tables.problems)
            summary = f"{count(len(found), 'problem')} of structure; nothing else was checked"
            raise SetupError(*shorten(found), summary, *([advice] if advice else []), problems=found)
        proved = tuple(_prove(tables, text) for text in texts)
        if own.rules:
            from corrigenda.checking.house_rules import hold_to_contract

            hold_to_contract(own, tables)
        is_whole = not select and not ignore
        # A house rule may compare articles, so that all of them are judged in one run.
        run = _divide(plan) if plan.suits(tables) and not own.rules else check_tables
        result = narrow(run(tables, rules, as_of=as_of, timeline=is_whole or timeline), tables, rules, about)
        report = describe(tables, rules, joined.point_home(result) if joined else result)
        if joined:
            proved = (*proved, *joined.sentences)
            report = replace(report, reference=f"{report.reference or 'the reference'} and the desk's notes ({joined.file})")
        yield Checked(tables, rules, replace(report, is_whole=is_whole, earlier=before), proved)


def _divide(plan: Plan) -> Callable[..., Result]:
    from corrigenda.checking.groups.run import check_in_groups

    return partial(check_in_groups, plan=plan)


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
) -> Run:
    """Open, load, check and report a package; with `write` or `locked`, write or compare what is committed.

    `select` and `ignore` are names of rules or patterns, `severity` other severities by those.
    `known` is another package whose reference is used, `house` a folder of house rules, which run with the program's own, `earlier`
    the state whose findings these are compared with, `targets` files that the caller will write, which must be none of the
    package. `about` is one of ABOUT: what articles say and the rows of the reference that they use (the default), the reference, or
    all; what is committed is always all. `notes` is a story's own list, joined with the reference for this run, and `plan` says how a
    large package is divided. Raises SetupError, a sentence for each problem, where the package or the set-up is broken: then nothing
    is written.
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
            sentences += [f"wrote {name}" for name in write_found(checked.tables, result)] or ["data/found is up to date"]
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


def _prove(tables: Tables, text: str) -> str:
    proved, problems = prove(tables, text)
    if problems:
        raise SetupError(*shorten(problems), f"{len(problems)} of {proved} rows do not fit the text")
    return f"all {proved} rows with a span fit the text"
