"""What a run of the check gave, and the exit code that follows from it."""

from __future__ import annotations

from dataclasses import dataclass

from corrigenda.report.model import Report
from corrigenda.results.change_rules import CHANGE_RULES
from corrigenda.results.finding import State, Verdict

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
        report, states = self.report, self.report.states()
        own = any((f.subject == "reference" and f.level == "error") or f.rule in CHANGE_RULES for f in report.open_findings)
        told = [f for f in report.open_findings if f.subject == "article" and f.severity != "note"]
        if report.earlier is None and fail_on.startswith("new-"):
            told = []
        wanted = _COUNTED[fail_on.removeprefix("new-")]
        counted = any(f.verdict in wanted and states.get(f.fingerprint) is not State.UNCHANGED for f in told)
        counted |= fail_on != "never" and bool(report.result.stopped or report.result.cut)
        return int(self.stale or own or bool(report.problems) or counted)

    def _repr_html_(self) -> str | None:
        """Return what a notebook shows."""
        return self.report._repr_html_()
