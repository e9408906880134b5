"""What every report shows: the result of a run, and of what and by what it was made."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from corrigenda.errors import Problem
from corrigenda.release.change import Change
from corrigenda.results.earlier import EarlierFinding
from corrigenda.results.finding import Finding, Place, Result, Severity, State, Verdict
from corrigenda.results.reliability import Reliability
from corrigenda.values.wording import name_data


@dataclass(frozen=True)
class RuleNote:
    """Hold what a report shows of a rule: its severity and topic, and the parts of its page."""

    name: str
    severity: str
    topic: str
    summary: str
    why: str
    covers: str
    settle: str

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """Return the parts of the page after its summary: heading and text; a part without text is left out."""
        parts = (("Why it happens", self.why), ("What is judged", self.covers), ("To settle", self.settle))
        return tuple((name, text) for name, text in parts if text)


@dataclass(frozen=True)
class Report:
    """Hold a result with the name, version and digest of the package, of the rules and of the program.

    `is_whole` is false where only some rules were asked for; `reference` names the other package that
    what is known was taken from, where one was given. `earlier` holds the findings of the state that
    the run is compared with, None where it is compared with none; `reliability` holds what
    was measured of each rule. `problems` are those of the package: of its structure where it `is_broken`, so that nothing was
    judged, else of the change that the run judges. `change` is that change, `remarks` is what else was judged about it, and
    `files_at` the address below which a reader finds the files, empty where none is known. `chains` holds by fingerprint the
    chains of sources that a finding rests on, each from the article to its end.

    >>> Report(Result(), "news", "1.0.0", "sha256:0", "sha256:1", "0.3.0").open_findings
    ()
    """

    result: Result
    package: str
    package_version: str
    package_digest: str
    rules_digest: str
    program_version: str
    rules: tuple[RuleNote, ...] = ()

    is_whole: bool = True
    reference: str | None = None
    earlier: tuple[EarlierFinding, ...] | None = None
    reliability: dict[str, Reliability] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    is_broken: bool = False
    change: Change | None = None
    remarks: tuple[str, ...] = ()
    files_at: str = ""
    chains: dict[str, tuple[tuple[Place, ...], ...]] = field(default_factory=dict)

    @property
    def data(self) -> str:
        """Return the name of the package with the version of its data."""
        return name_data(self.package, self.package_version)

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """Return the findings that no waiver covers."""
        return tuple(finding for finding in self.result.findings if not finding.waived)

    @property
    def waived(self) -> int:
        """Return the number of findings that a waiver covers."""
        return len(self.result.findings) - len(self.open_findings)

    def count(self) -> dict[tuple[Severity, Verdict], int]:
        """Count the open findings by the severity shown and the verdict.

        >>> Report(Result(), "news", "1.0.0", "sha256:0", "sha256:1", "0.3.0").count()
        {}
        """
        return dict(Counter((finding.level, finding.verdict) for finding in self.open_findings))

    def tally(self) -> list[tuple[Severity, int, int]]:
        """Return for each severity shown how many open findings are certain and how many possible.

        >>> Report(Result(), "news", "1.0.0", "sha256:0", "sha256:1", "0.3.0").tally()[0]
        (<Severity.ERROR: 'error'>, 0, 0)
        """
        counts = self.count()
        return [(s, counts.get((s, Verdict.CERTAIN), 0), counts.get((s, Verdict.POSSIBLE), 0)) for s in Severity]

    def states(self) -> dict[str, State]:
        """Say by fingerprint how each finding compares with the earlier state; empty where the run is compared with none.

        >>> one = Finding("year-missing", "a", Verdict.CERTAIN, Severity.NOTE, "article", "a", None, "The date has no year.", ())
        >>> report = Report(Result((one,)), "news", "1.0.0", "sha256:0", "sha256:1", "0.3.0", earlier=())
        >>> report.states()["year-missing:a"].value
        'new'
        """
        if self.earlier is None:
            return {}
        digests = {one.fingerprint: one.evidence_digest for one in self.earlier}
        return {
            finding.fingerprint: State.NEW
            if finding.fingerprint not in digests
            else State.UNCHANGED
            if digests[finding.fingerprint] == finding.evidence_digest
            else State.UPDATED
            for finding in self.result.findings
        }

    def causes(self, fingerprint: str) -> tuple[str, ...]:
        """Return why a finding came, changed or went since the earlier state; empty where that is not known.

        >>> Report(Result(), "news", "1.0.0", "sha256:0", "sha256:1", "0.3.0").causes("year-missing:a")
        ()
        """
        changes = self.change.findings if self.change else ()
        return next((one.why for one in changes if one.finding_id == fingerprint), ())

    @property
    def matter(self) -> str:
        """Return what the problems are about: the structure of the package, or its update."""
        return "structure" if self.is_broken else "update"

    @property
    def gone(self) -> tuple[EarlierFinding, ...]:
        """Return the findings of the earlier state that are no more, of the rules that ran."""
        shown = (*self.result.findings, *self.result.left_out)
        here = {name for finding in shown for name in (finding.fingerprint, *finding.folded)}
        ran = {rule.name for rule in self.rules} - {name for name, _ in self.result.not_run}
        kept = self.earlier or ()
        return tuple(one for one in kept if one.fingerprint not in here and (self.is_whole or one.rule in ran))

    def _repr_html_(self) -> str | None:
        """Return what a notebook shows."""
        from corrigenda.report.notebook import show_findings

        return show_findings(self.data, self.open_findings, self.result, is_whole=self.is_whole)
