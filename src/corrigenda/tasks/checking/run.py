"""What a run of the check gave, and the exit code that follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corrigenda.report.model import Report
from corrigenda.results.change_rules import CHANGE_RULES
from corrigenda.results.finding import Finding, State, Verdict
from corrigenda.values.wording import count

_COUNTED = {"never": (), "certain": (Verdict.CERTAIN,), "possible": (Verdict.CERTAIN, Verdict.POSSIBLE)}


@dataclass(frozen=True)
class Run:
    """Hold the report of a run, what else there is to say, and whether the committed state is stale.

    >>> from corrigenda import published_package, run_check
    >>> run = run_check(published_package().root, select=["office-outside-tenure"])
    >>> len(run.report.open_findings), run.stale
    (1, False)
    """

    report: Report
    sentences: tuple[str, ...]
    stale: bool

    def exit_code(self, fail_on: str = "never") -> int:
        """Return 1 for a stale state, a certain error of the reference, a problem of the change, or what `fail_on` names; else 0.

        Compared with an earlier state, `fail_on` counts what is new or changed (`new-…` nothing without one), and a stopped rule.

        >>> from corrigenda import published_package, run_check
        >>> run = run_check(published_package().root, select=["office-outside-tenure"])
        >>> run.exit_code(), run.exit_code("certain")
        (0, 1)
        """
        return int(bool(self.reasons(fail_on)))

    def reasons(self, fail_on: str = "never") -> tuple[str, ...]:
        """Return why the exit code is 1, as parts of a sentence; nothing where it is 0.

        >>> from corrigenda import published_package, run_check
        >>> run_check(published_package().root, select=["office-outside-tenure"]).reasons("certain")
        ('1 certain finding about an article (--fail-on certain)',)
        """
        return tuple(self._reasons(fail_on))

    def tell_failure(self, fail_on: str = "never") -> tuple[str, ...]:
        """Say why the exit code is 1, in one sentence that comes last; say nothing where it is 0.

        >>> from corrigenda import published_package, run_check
        >>> run_check(published_package().root, select=["office-outside-tenure"]).tell_failure()
        ()
        """
        reasons = self.reasons(fail_on)
        return (f"Exit code 1: {'; '.join(reasons)}.",) if reasons else ()

    def _reasons(self, fail_on: str) -> Iterator[str]:
        report = self.report
        changes = sum(f.rule in CHANGE_RULES for f in report.open_findings)
        if changes:
            yield f"{count(changes, 'finding')} about the change itself, to undo or to accept with 'corrigenda waive'"
        own = sum(f.subject == "reference" and f.level == "error" and f.rule not in CHANGE_RULES for f in report.open_findings)
        if own:
            yield f"the reference contradicts itself in {count(own, 'certain error')}"
        if report.problems:
            yield count(len(report.problems), "problem") + (" of the update" if report.change else "")
        counted = len(self._counted(fail_on))
        if counted:
            verdict = "certain" if fail_on.endswith("certain") else "certain or possible"
            since = "" if report.earlier is None else ", new or changed"
            yield f"{count(counted, f'{verdict} finding')} about an article{since} (--fail-on {fail_on})"
        if fail_on != "never" and (report.result.stopped or report.result.cut):
            yield "a rule was stopped at its limit, so that not everything was judged"
        if self.stale:
            yield "what is committed is not what this run gives"

    def _counted(self, fail_on: str) -> list[Finding]:
        """Return the errors and warnings about articles that `fail_on` names."""
        report, states = self.report, self.report.states()
        if report.earlier is None and fail_on.startswith("new-"):
            return []
        wanted = _COUNTED[fail_on.removeprefix("new-")]
        told = (f for f in report.open_findings if f.subject == "article" and f.severity != "note" and f.verdict in wanted)
        return [f for f in told if states.get(f.fingerprint) is not State.UNCHANGED]

    def _repr_html_(self) -> str | None:
        """Return what a notebook shows."""
        return self.report._repr_html_()
