"""The pages of what is judged about a change: two rules that compare two states, so that no query of one state can be them."""

from __future__ import annotations

from corrigenda.results.finding import Severity
from corrigenda.results.rule_page import RulePage

LOST, CHANGED = "finding-lost-by-reference", "confirmed-cell-changed"
HOW_TO_ACCEPT = (
    "To accept one of these, somebody who has seen the source runs `corrigenda waive FINGERPRINT --base REVISION --reason … --by …` "
    "and commits the row in `data/waivers.csv`. It lapses when one of the cells changes again."
)
_SETTLE = "Look the cell up in its source. Undo the change, or name the source that says so, or accept the finding with a waiver."
CHANGE_RULES = {
    page.name: page
    for page in (
        RulePage(
            LOST,
            Severity.WARNING,
            "reference",
            "",
            "0.3.0",
            "A finding about an article went, or is no longer certain, because the reference changed.",
            (
                (
                    "Why it happens",
                    "One wrong cell of the reference is enough to make an error of an article vanish, and nothing else shows it.",
                ),
                (
                    "What is judged",
                    "Each finding about an article, notes left out, that an earlier state has and the new one has not, or has only as "
                    "possible. A finding is silent where only cells of the article changed among those it rests on.",
                ),
                ("To settle", _SETTLE),
            ),
            "the findings of an earlier state",
            (),
            "Not measured: it compares two states.",
        ),
        RulePage(
            CHANGED,
            Severity.WARNING,
            "reference",
            "",
            "0.3.0",
            "A confirmed cell of the reference has another value, and the same source.",
            (
                (
                    "Why it happens",
                    "A cell is confirmed when somebody saw its value in the source; another value of the same source is a slip.",
                ),
                (
                    "What is judged",
                    "Cells with a flag of their own (start and start_confirmed) that is true before and after. A row with another source, "
                    "and a source whose own row changed, is silent: it can say something new.",
                ),
                ("To settle", _SETTLE),
            ),
            "the cells of the reference",
            (),
            "Not measured: it compares two states.",
        ),
    )
}
