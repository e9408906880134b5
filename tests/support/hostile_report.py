"""A report whose every text tries to break the format that it is printed in."""

from __future__ import annotations

from dataclasses import replace

from corrigenda.report.model import Report, RuleNote
from corrigenda.results.coverage import ArticleCoverage, Coverage
from corrigenda.results.earlier import EarlierFinding
from corrigenda.results.finding import Finding, Place, Repair, Result, Severity, Verdict

HOSTILE = "<script>alert(1)</script> | `x` ::error::%0A\n=cmd()\x1b[31m\u202e"

PLACE = Place("mentions", "data/said/mentions.csv", 7, "a/m", "title_printed", HOSTILE, "basis")

CONTEXT = Place("tenures", "data/known/tenures.csv", 9, "t", "actor_id", None, "context")

FINDING = Finding(
    "office-outside-tenure", "a/m", Verdict.CERTAIN, Severity.ERROR, "article", "a", "a/c", f"does not fit {HOSTILE}",
    (PLACE, CONTEXT), (Repair("dates", "a/d", "edtf", "2025", HOSTILE),), None, HOSTILE,
)  # fmt: skip

RESULT = Result(
    (FINDING, replace(FINDING, key="a/n", verdict=Verdict.POSSIBLE, doubt=HOSTILE), replace(FINDING, key="a/o", waived="accepted")),
    (Coverage("office-outside-tenure", "a", 1, 1, 0, 2, 1, 1, (("no day is known", 2),)),),
    articles=(ArticleCoverage("a", undecided=1, unjudged=1),),
    unjudged=(("a/x", "a"),),
    not_run=(("year-missing", "the package has no table dates"),),
    waiver_notes=("the waiver of x is not used",),
    rows={"mentions": 4},
    statements={"a/c": HOSTILE, "a/x": "y"},
)

RULE = RuleNote(
    "office-outside-tenure", "error", "titles", "A title that does not fit.", f"A year {HOSTILE}.", "Titles are.", "Look it up."
)

REPORT = Report(RESULT, "p", "1", "sha256:0", "sha256:1", "0", (RULE,))

EARLIER = (
    EarlierFinding("office-outside-tenure:a/m", FINDING.evidence_digest, "office-outside-tenure", "certain", "as before"),
    EarlierFinding("office-outside-tenure:a/n", "0" * 16, "office-outside-tenure", "certain", "other evidence"),
    EarlierFinding("office-outside-tenure:a/z", "0" * 16, "office-outside-tenure", "certain", f"was there {HOSTILE}"),
)

COMPARED = replace(REPORT, earlier=EARLIER)
