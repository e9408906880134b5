"""A rule finds alone what it finds among all, and only what it reads is made for it."""

from __future__ import annotations

import pytest
from packages import ROOT

from corrigenda import catalogue, open_package
from corrigenda.checking.runner import check
from corrigenda.engine.renewal import replace_rows
from corrigenda.engine.tables import Tables, load
from corrigenda.results.finding import Result
from corrigenda.timeline.answer_tables import COLUMNS

pytestmark = pytest.mark.long

RULES = catalogue()


@pytest.fixture(scope="module")
def tables() -> Tables:
    """Give the published package, of which nothing is made between tests."""
    return load(open_package(ROOT))


@pytest.fixture(scope="module")
def whole(tables: Tables) -> Result:
    with replace_rows(tables, {}):
        return check(tables, RULES, is_folded=False)


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_a_rule_alone_gives_what_it_gives_among_all(rule: str, tables: Tables, whole: Result) -> None:
    with replace_rows(tables, {}):
        alone = check(tables, RULES.select([rule]), timeline=False, is_folded=False)
    assert alone.findings == tuple(finding for finding in whole.findings if finding.rule == rule)
    assert alone.undecided == tuple(entry for entry in whole.undecided if entry.rule == rule)
    assert alone.coverage == tuple(entry for entry in whole.coverage if entry.rule == rule)


def test_only_what_a_rule_reads_is_made(tables: Tables) -> None:
    with replace_rows(tables, {}):
        everything = set(tables.makers)
        check(tables, RULES.select(["year-missing"]), timeline=False)
        made = everything - set(tables.makers)
    assert "dates" in made
    assert not made & {"tenures", "office_terms", "event_days", *COLUMNS}


def test_a_whole_run_makes_every_view_that_is_read(tables: Tables, whole: Result) -> None:
    with replace_rows(tables, {}):
        assert check(tables, RULES, timeline=False).timeline == ()
        assert check(tables, RULES).timeline == whole.timeline != ()


@pytest.mark.parametrize("named", ['"Claims"', "main.CLAIMS", "(SELECT '--' AS dashes) JOIN claims ON true"])
def test_a_table_is_made_however_its_name_is_written(named: str, tables: Tables) -> None:
    with replace_rows(tables, {}):
        assert len(tables.query(f"SELECT claim_id FROM {named}")) == len(tables.lines["claims"].starts)
