"""Results: plain, frozen, and free of the engine that made them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from corrigenda.results.coverage import ArticleCoverage, Coverage, Undecided
from corrigenda.results.draft import Drafting
from corrigenda.results.known_source import KnownSource
from corrigenda.results.response import Response
from corrigenda.results.timeline import EventDays
from corrigenda.values.regions import Region
from corrigenda.values.wording import count


class Verdict(StrEnum):
    """Say how many readings of imprecise and unknown cells clash: every one, some, none, or nobody can tell.

    >>> [verdict.value for verdict in Verdict]
    ['certain', 'possible', 'consistent', 'undecided']
    """

    CERTAIN = "certain"
    POSSIBLE = "possible"
    CONSISTENT = "consistent"
    UNDECIDED = "undecided"


class Severity(StrEnum):
    """Say what kind of matter a rule is about; a possible finding is shown as a warning at most.

    >>> [severity.value for severity in Severity]
    ['error', 'warning', 'note']
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Place:
    """Point at one cell: table, file and physical line of its row, key of the row, field, value, role, and where the cell itself is.

    >>> print(Place("dates", "data/said/dates.csv", 5, "art/opening", "edtf", "2024-05", "basis"))
    data/said/dates.csv:5 edtf
    """

    table: str
    path: str
    line: int
    row: str
    field: str
    value: str | None
    role: str
    region: Region | None = None

    def __str__(self) -> str:
        return f"{self.path}:{self.line} {self.field}"


@dataclass(frozen=True)
class Repair:
    """Propose one cell that could be changed, to what, and what that allows.

    Repairs of a finding with the same `option` belong together: all of them are needed.

    >>> Repair("dates", "art/opening", "edtf", "2025-05", "the title fits").value
    '2025-05'
    """

    table: str
    row: str
    field: str
    value: str | None
    allows: str
    option: int = 1


@dataclass(frozen=True)
class Finding:
    """Name the cells that do not fit, under which verdict, with the doubt and the nearest repair.

    The first place is the primary one. `doubt` names the unconfirmed or assumed cell that keeps a
    clash from being certain; `printed` holds the words printed at the primary place, `sources` the
    sources of the reference rows; `waived` the reason of a waiver in force; `responses` what is objected;
    `folded` the fingerprints of findings that rest on the same rows and are shown as part of this one; `drafts` the rows (table and
    key) under it that a program drafted and nobody has accepted. `is_drafted` is true also where it rests on drafts that are not near it.
    `is_sure_once_accepted` is true where nothing but its drafts keeps it from being certain.
    `more_places` counts the cells that it rests on beyond the places that are kept.

    >>> place = Place("mentions", "data/said/mentions.csv", 13, "art/ada", "title_printed", "Minister", "basis")
    >>> one = Finding(
    ...     "office-outside-tenure", "art/ada", Verdict.CERTAIN, Severity.ERROR, "article", "art", None, "Ada was not in office.", (place,)
    ... )
    >>> print(one, one.fingerprint)
    error (certain): Ada was not in office. [data/said/mentions.csv:13 title_printed] office-outside-tenure:art/ada
    """

    rule: str
    key: str
    verdict: Verdict
    severity: Severity
    subject: str
    article_id: str | None
    claim_id: str | None
    message: str
    places: tuple[Place, ...]
    repairs: tuple[Repair, ...] = ()
    doubt: str | None = None
    printed: str | None = None
    sources: tuple[KnownSource, ...] = ()
    waived: str | None = None
    responses: tuple[Response, ...] = ()
    folded: tuple[str, ...] = ()
    drafts: tuple[tuple[str, str], ...] = ()
    is_drafted: bool = False
    is_sure_once_accepted: bool = False
    more_places: int = 0

    def __str__(self) -> str:
        where = f" [{self.places[0]}]" if self.places else ""
        return f"{self.level} ({self.shown_verdict}): {self.message}{where}"

    @property
    def shown_verdict(self) -> str:
        """Return the verdict as it is shown: what rests on a draft says so.

        >>> from dataclasses import replace
        >>> one = Finding("weekday-mismatch", "a", Verdict.POSSIBLE, Severity.ERROR, "article", "a", None, "It does not fit.", ())
        >>> one.shown_verdict, replace(one, is_drafted=True).shown_verdict
        ('possible', 'possible (draft)')
        """
        return f"{self.verdict} (draft)" if self.is_drafted else str(self.verdict)

    @property
    def fingerprint(self) -> str:
        """Identify the finding by rule and row, never by line or wording."""
        return f"{self.rule}:{self.key}"

    @property
    def level(self) -> Severity:
        """Return the severity to show: that of the rule, at most a warning unless certain."""
        if self.verdict is not Verdict.CERTAIN and self.severity is Severity.ERROR:
            return Severity.WARNING
        return self.severity

    @property
    def evidence_digest(self) -> str:
        """Return 16 hexadecimal digits of SHA-256 over the verdict and the cells of every place."""
        cells = [[p.table, p.row, p.field, p.value, p.role] for p in self.places]
        more = [self.more_places] if self.more_places else []
        text = json.dumps([self.verdict, cells, *more], ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def _repr_html_(self) -> str:
        """Return what a notebook shows."""
        from corrigenda.results.frame import show_html

        return show_html((self,))

    def waive(self, reason: str) -> Finding:
        """Return the same finding with the reason of the waiver that covers it.

        >>> one = Finding("year-missing", "a", Verdict.CERTAIN, Severity.NOTE, "article", "a", None, "The date has no year.", ())
        >>> one.waive("The desk knows the year.").waived
        'The desk knows the year.'
        """
        return replace(self, waived=reason)


class State(StrEnum):
    """Say how a finding compares with an earlier state, in the words of SARIF.

    >>> State("new") is State.NEW
    True
    """

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    ABSENT = "absent"


@dataclass(frozen=True)
class Result:
    """Hold everything one run found, in the order in which it is shown.

    `left_out` and `left_undecided` are what was found, and could not be decided, about what the run was not asked about: rows of the
    reference that no article uses, or articles. `not_run` gives the reason of each rule that did not run, `stopped` names those of
    them that a limit stopped, `cut` says how many findings of a rule were counted and not kept, because there were too many of them.

    >>> one = Finding("year-missing", "a", Verdict.CERTAIN, Severity.NOTE, "article", "a", None, "The date has no year.", ())
    >>> len(Result((one,))), [finding.rule for finding in Result((one,))]
    (1, ['year-missing'])
    """

    findings: tuple[Finding, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    articles: tuple[ArticleCoverage, ...] = ()
    timeline: tuple[EventDays, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    unjudged: tuple[tuple[str, str], ...] = ()
    not_run: tuple[tuple[str, str], ...] = ()
    stopped: tuple[str, ...] = ()
    cut: tuple[tuple[str, int], ...] = ()
    waiver_notes: tuple[str, ...] = ()
    response_notes: tuple[str, ...] = ()
    rows: dict[str, int] = field(default_factory=dict)
    statements: dict[str, str] = field(default_factory=dict)
    drafting: Drafting = field(default_factory=Drafting)
    left_out: tuple[Finding, ...] = ()
    left_undecided: tuple[Undecided, ...] = ()

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __repr__(self) -> str:
        return f"<Result: {count(len(self.findings), 'finding')}; see .findings, .coverage and .to_frame()>"

    def __bool__(self) -> bool:
        # A result without findings is a result.
        return True

    def to_frame(self) -> Any:
        """Return the findings as a frame of pandas, one row each, worst first; the columns are those of `results.frame.COLUMNS`.

        Raises ModuleNotFoundError where pandas is not installed.

        >>> Result().to_frame().empty
        True
        """
        from corrigenda.results.frame import make_frame

        return make_frame(self.findings, self.statements)

    def _repr_html_(self) -> str:
        """Return what a notebook shows."""
        from corrigenda.results.frame import show_html

        return show_html(self.findings)
