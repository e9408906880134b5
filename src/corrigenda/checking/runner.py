"""Run rules over sound tables: findings, coverage, and what did not run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from corrigenda.checking.event_days import list_days
from corrigenda.checking.findings.coverage import Runs, count_claims, count_rows, list_undecided
from corrigenda.checking.findings.decisions import apply_waivers, attach_responses
from corrigenda.checking.findings.draft_marks import Check, Pointers, list_drafted_claims, lower_drafts
from corrigenda.checking.findings.evidence import Evidence
from corrigenda.checking.findings.folding import fold
from corrigenda.checking.judged_rows import Judged, Returned, find_judged, find_returned
from corrigenda.checking.limits import keep_worst, most_judged
from corrigenda.checking.rulebook.catalogue import Catalogue, Rule
from corrigenda.engine.tables import Tables, load, set_run_day
from corrigenda.errors import LimitError, MissingTableError, SetupError, shorten
from corrigenda.package.drafts import count_drafts, find_drafts
from corrigenda.package.package import Package
from corrigenda.results.finding import Finding, Result, Severity, Verdict
from corrigenda.values.edtf import ordinal

_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def check(
    tables: Tables, rules: Catalogue, *, as_of: str | None = None, timeline: bool = True, coverage: bool = True, is_folded: bool = True
) -> Result:
    """Run the rules over sound tables and return everything they found.

    `as_of` is the day (ISO 8601) of the run: waivers are judged on it, and an article of a later day is found; nothing else depends on it.
    Without `timeline` the result has no days of events, and the timeline is solved only for rules that read its answers. Without
    `coverage` it has findings alone. With `is_folded`, findings that rest on the same rows are one. Raises SetupError where the
    structure of the tables is broken or a rule breaks its contract.
    """
    answers = run_rules(tables, rules, as_of)
    return conclude(tables, rules, answers, as_of=as_of, timeline=timeline, coverage=coverage, is_folded=is_folded)


@dataclass(frozen=True)
class RuleAnswer:
    """Hold what one rule judged and returned, the articles of these claims, and all words of its queries, the names of what it read."""

    judged: Judged
    returned: Returned
    claims: dict[str, str | None]
    reads: frozenset[str]


@dataclass(frozen=True)
class Answers:
    """Hold what rules answered over the cells of a package: for each rule what it judged and returned, and the findings made of it.

    Nothing in it depends on who accepted a drafted row, so that it lasts as long as the cells.
    """

    runs: Runs
    not_run: tuple[tuple[str, str], ...]
    articles: dict[str, str]
    findings: tuple[Finding, ...]
    stopped: tuple[str, ...] = ()
    cut: tuple[tuple[str, int], ...] = ()


def run_rules(tables: Tables, rules: Catalogue, as_of: str | None = None, kept: dict[str, RuleAnswer] | None = None) -> Answers:
    """Run rules over sound tables, on a day if one is given; raises SetupError as `check` does.

    `kept` holds what rules answered on the same day over tables that had the same rows in all that they read: these are not run again,
    and what the others answer is put to them.
    """
    if tables.problems:
        raise SetupError(*shorten(tables.problems))
    set_run_day(tables, ordinal(as_of) if as_of else None)
    runs: list[tuple[Rule, Judged, Returned]] = []
    not_run: list[tuple[str, str]] = []
    stopped: list[str] = []
    lacking = next((name for name in ("claims", "passages") if name not in tables.lines), None)
    articles = {} if lacking else dict(tables.run("SELECT claim_id, article_id FROM claims JOIN passages USING (passage_id)"))
    most = most_judged(tables)
    for rule in rules:
        try:
            if lacking and rule.subject == "article":
                raise MissingTableError(lacking)
            judged, rows = _answer(tables, rule, articles, most, {} if kept is None else kept)
        except (LimitError, MissingTableError) as error:
            not_run.append((rule.name, str(error)))
            stopped += [rule.name] if isinstance(error, LimitError) else []
            continue
        except SetupError as error:
            raise SetupError(*(f"{rule.file}: {sentence}" for sentence in error.sentences)) from None
        runs.append((rule, judged, rows))
    clashing, cut = keep_worst(runs)
    evidence = Evidence(tables, clashing)
    judged_by = {rule.name: judged.of for rule, judged, _ in runs}
    findings = tuple(evidence.build(rule, row, *judged_by[rule.name][row[rule.key]]) for rule, row in clashing)
    return Answers(tuple(runs), tuple(not_run), articles, findings, tuple(stopped), cut)


def check_package(package: Package, rules: Catalogue) -> Result:
    """Load a package and run rules over it; return its findings as they are before any is folded, without the days of events."""
    with load(package) as tables:
        return check(tables, rules, timeline=False, is_folded=False)


def conclude(
    tables: Tables,
    rules: Catalogue,
    answers: Answers,
    *,
    as_of: str | None = None,
    timeline: bool = True,
    coverage: bool = True,
    is_folded: bool = True,
    check_rest: Check = check_package,
) -> Result:
    """Return the result of a run: findings lowered where they rest on drafts, folded, waived and in order, with the coverage.

    `check_rest` checks the package without its drafts, as `check_package` does.
    """
    result = sum_up(tables, rules, answers, timeline=timeline, coverage=coverage, check_rest=check_rest)
    return decide(tables, rules, result, as_of=as_of, is_folded=is_folded)


def sum_up(
    tables: Tables, rules: Catalogue, answers: Answers, *, timeline: bool = True, coverage: bool = True, check_rest: Check = check_package
) -> Result:
    """Return what rules answered: findings lowered where they rest on drafts, in no order, with the coverage; nobody's decisions yet."""
    runs, articles, findings = answers.runs, answers.articles, list(answers.findings)
    drafts, pointers = find_drafts(tables.package), Pointers(tables)
    if drafts:
        findings = lower_drafts(pointers, drafts, findings, rules, check_rest)
        runs = _lower(runs, findings)
    if not coverage:
        return Result(findings=tuple(findings), not_run=answers.not_run, stopped=answers.stopped, cut=answers.cut)
    touched = {claim for _, judged, _ in runs for _, claim in judged.of.values()}
    return Result(
        findings=tuple(findings),
        coverage=tuple(entry for rule, judged, rows in runs for entry in count_rows(rule, judged, rows)),
        articles=tuple(count_claims(runs, articles, list_drafted_claims(pointers, drafts, articles) if drafts else frozenset())),
        timeline=list_days(tables) if timeline else (),
        undecided=tuple(entry for rule, judged, rows in runs for entry in list_undecided(rule, judged, rows, tables)),
        unjudged=tuple(sorted((claim, article) for claim, article in articles.items() if claim not in touched)),
        not_run=answers.not_run,
        stopped=answers.stopped,
        cut=answers.cut,
        rows={table: lines.rows for table, lines in tables.lines.items()},
        statements=dict(tables.run("SELECT claim_id, statement FROM claims ORDER BY claim_id")) if _is_said(tables) else {},
        drafting=count_drafts(tables.package, drafts),
    )


def decide(tables: Tables, rules: Catalogue, result: Result, *, as_of: str | None = None, is_folded: bool = True) -> Result:
    """Return a result with its findings folded and in order, and what people decided about them attached."""
    findings = sorted(result.findings, key=_order)
    if is_folded:
        datelines = {key for (key,) in tables.run("SELECT unnest(dateline_ids) FROM published_days")} if _is_said(tables) else ()
        findings = fold(findings, {rule.name: rule.yields for rule in rules if rule.yields}, datelines)
    ran = {rule.name for rule in rules} - {name for name, _ in result.not_run}
    findings, response_notes = attach_responses(findings, tables, ran)
    waived, notes = apply_waivers(findings, tables, as_of, ran)
    return replace(result, findings=tuple(waived), waiver_notes=notes, response_notes=response_notes)


def _is_said(tables: Tables) -> bool:
    return tables.lines.keys() >= {"claims", "passages"}


def _lower(runs: Runs, findings: Iterable[Finding]) -> Runs:
    """Return the runs with the verdicts of the findings, so that coverage counts what is shown."""
    verdicts = {(finding.rule, finding.key): finding.verdict for finding in findings}
    return tuple(
        (rule, judged, {key: {**row, "verdict": verdicts.get((rule.name, row[rule.key]), row["verdict"])} for key, row in rows.items()})
        for rule, judged, rows in runs
    )


def _answer(tables: Tables, rule: Rule, articles: dict[str, str], most: int, kept: dict[str, RuleAnswer]) -> tuple[Judged, Returned]:
    """Return what a rule judges and returns: as it is kept, or run and kept."""
    answer = kept.get(rule.name)
    if answer is None or any(articles.get(claim) != article for claim, article in answer.claims.items()):
        with tables.noting() as words:
            judged = Judged(0, {}) if tables.is_void(rule.judges) else find_judged(tables, rule, articles, most)
            # Where there is nothing to judge a rule has nothing to return, and need not be planned.
            is_none = not judged or (rule.seconds is None and tables.has_none(rule.sql))
            rows = {} if is_none else find_returned(tables, rule, judged)
        claims = {claim: articles.get(claim) for _, claim in judged.of.values() if claim}
        kept[rule.name] = answer = RuleAnswer(judged, rows, claims, frozenset(words))
    # A verdict is lowered where its evidence is in doubt, which may be gone the next time.
    return answer.judged, {key: dict(row) for key, row in answer.returned.items()}


def _order(finding: Finding) -> tuple[Any, ...]:
    """Sort worst first: what is shown as an error, then certain before possible, then by claim; what is about no single claim last."""
    return (
        _RANK[finding.level],
        finding.verdict != Verdict.CERTAIN,
        finding.subject,
        finding.article_id or "",
        finding.claim_id is None,
        finding.claim_id or "",
        finding.rule,
        finding.key,
    )
