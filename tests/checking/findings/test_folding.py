"""One fault, one finding: what is folded into what, and what stays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrigenda.checking.findings import folding
from corrigenda.checking.findings.folding import fold
from corrigenda.checking.rulebook.specs import Yields
from corrigenda.results.finding import Finding, Place, Repair, Severity, Verdict

YIELDS = {"timeline": Yields.SAME_ROWS, "lifetime": Yields.SHARED_DATE, "title": Yields.WRONG_DATE}
DAY, NAME, OTHER = ("dates", "d1", "edtf"), ("mentions", "m1", "name_printed"), ("mentions", "m2", "title_printed")


def finding(
    rule: str,
    *cells: tuple[str, str, str],
    verdict: str = "certain",
    severity: str = "error",
    article: str = "a",
    repairs: tuple[Repair, ...] = (),
) -> Finding:
    places = tuple(Place(table, f"data/said/{table}.csv", 2, row, field, None, "basis") for table, row, field in cells)
    return Finding(rule, cells[0][1], Verdict(verdict), Severity(severity), "article", article, None, "It does not fit.", places, repairs)


def left(*findings: Finding, datelines: tuple[str, ...] = ()) -> list[tuple[str, tuple[str, ...]]]:
    return [(f.rule, f.folded) for f in fold(findings, YIELDS, datelines)]


@pytest.mark.parametrize(
    "other",
    [
        finding("day", DAY, verdict="possible"),
        finding("day", DAY, severity="warning"),
        finding("day", ("dates", "d2", "edtf")),
        finding("day", DAY, article="b"),
        finding("weekday", ("dates", "d1", "weekday"), DAY),
        finding("gap", ("dates", "d2", "as_printed"), DAY),
    ],
    ids=["possible", "warning", "another date", "another article", "a weekday", "a gap"],
)
def test_a_life_outside_its_date_stays_where_that_date_is_not_certainly_wrong(other: Finding) -> None:
    assert left(finding("lifetime", NAME, DAY), other) == [("lifetime", ()), (other.rule, ())]


def test_what_shares_only_the_day_of_writing_stays() -> None:
    both = finding("lifetime", NAME, DAY), finding("title", OTHER, DAY)
    assert left(*both, datelines=("d1",)) == [("lifetime", ()), ("title", ())]


def test_a_title_stays_where_an_act_of_that_date_is_wrong_by_more_than_its_date() -> None:
    assert left(finding("title", OTHER, DAY), finding("act", ("events", "e", "kind_id"), DAY)) == [("title", ()), ("act", ())]


def test_a_date_that_is_certainly_wrong_takes_what_does_not_fit_it() -> None:
    said = left(finding("day", DAY), finding("lifetime", NAME, DAY), finding("title", OTHER, DAY, verdict="possible"))
    assert said == [("day", ("lifetime:m1", "title:m2"))]


def test_somebody_dead_at_the_date_of_a_title_is_one_fault_with_it() -> None:
    assert left(finding("lifetime", NAME, DAY), finding("title", OTHER, DAY)) == [("title", ("lifetime:m1",))]


def test_what_is_folded_into_something_folded_goes_where_that_goes() -> None:
    clash = finding("timeline", OTHER, ("dates", "d1", "as_printed"), repairs=(Repair("dates", "d1", "edtf", "2021", "It fits.", 1),))
    title = finding("title", OTHER, DAY)
    (whole,) = fold([title, clash, finding("day", DAY)], YIELDS)
    assert (whole.rule, set(whole.folded)) == ("day", {"title:m2", "timeline:m2"})
    assert [repair.value for repair in whole.repairs] == ["2021"]


def draft(one: Finding, *, is_sure: bool = True) -> Finding:
    return replace(one, verdict=Verdict.POSSIBLE, drafts=(("dates", "d1"),), is_drafted=True, is_sure_once_accepted=is_sure)


def test_what_rests_on_no_draft_is_not_hidden_in_what_does() -> None:
    for verdict in ("certain", "possible"):
        accepted = finding("lifetime", NAME, DAY, verdict=verdict)
        assert left(accepted, draft(finding("day", DAY))) == [("lifetime", ()), ("day", ())]
        assert left(finding("timeline", DAY, verdict=verdict), draft(finding("day", DAY))) == [("timeline", ()), ("day", ())]


def test_a_drafted_date_that_is_doubtful_for_another_reason_takes_nothing() -> None:
    both = draft(finding("lifetime", NAME, DAY)), draft(finding("day", DAY), is_sure=False)
    assert left(*both) == [("lifetime", ()), ("day", ())]
    assert left(draft(finding("timeline", DAY)), both[1]) == [("timeline", ()), ("day", ())]


def test_drafted_findings_are_folded_as_they_will_be_once_accepted_and_stay_possible() -> None:
    said = fold(
        [draft(finding("day", DAY)), draft(finding("lifetime", NAME, DAY)), draft(finding("title", OTHER, DAY), is_sure=False)], YIELDS
    )
    assert [(one.rule, one.folded, one.verdict) for one in said] == [("day", ("lifetime:m1", "title:m2"), Verdict.POSSIBLE)]


_PLACES = st.builds(
    lambda cell, role: Place(cell[0], f"data/said/{cell[0]}.csv", 2, cell[1], cell[2], None, role),
    st.sampled_from([DAY, ("dates", "d2", "edtf"), ("dates", "d1", "weekday"), NAME, OTHER, ("articles", "a", "published")]),
    st.sampled_from(["basis", "context"]),
)
_FINDINGS = st.builds(
    lambda rule, verdict, places: replace(finding(rule, NAME, verdict=verdict), places=tuple(places)),
    st.sampled_from([*YIELDS, "day"]),
    st.sampled_from(["certain", "possible"]),
    st.lists(_PLACES, min_size=1, max_size=4),
)


@given(st.lists(_FINDINGS, max_size=8), st.sampled_from([(), ("d1",)]))
def test_what_is_looked_up_is_what_a_look_at_every_finding_gives(findings: list[Finding], datelines: tuple[str, ...]) -> None:
    class Every(folding._FindingsByRow):
        def near(self, place: int, dates: object) -> list[int]:
            rows = sorted(self._basis[place])
            return list(dict.fromkeys(n for row in rows for n, theirs in enumerate(self._basis) if row in theirs))

    found = fold(findings, YIELDS, datelines)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folding, "_FindingsByRow", Every)
        assert fold(findings, YIELDS, datelines) == found


@pytest.mark.parametrize("rule", list(YIELDS))
def test_a_crowd_about_one_article_is_not_compared_each_with_each(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    crowd = [
        finding(of, ("articles", "a", "published"), ("mentions", f"m{n}", "name_printed"), ("dates", f"d{n}", "edtf"))
        for n in range(100)
        for of in (rule, "day")
    ]
    looked_at: list[int] = []
    choose = folding._choose

    def watched(how, one, near, *rest):  # type: ignore[no-untyped-def]
        looked_at.append(len(near))
        return choose(how, one, near, *rest)

    monkeypatch.setattr(folding, "_choose", watched)
    fold(crowd, YIELDS)
    assert len(looked_at) == 100
    assert sum(looked_at) <= 400
