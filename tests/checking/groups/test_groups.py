"""Whatever the groups in which articles are judged, the result is that of one run over all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from many_articles import ARTICLES, Archive, judge_apart
from packages import PAGES

from corrigenda import catalogue, check, load, published_package
from corrigenda.checking.case_pages.page import Case, read_page
from corrigenda.checking.case_pages.rows import schemas, write_package
from corrigenda.checking.groups.judging import USES, is_of_whole
from corrigenda.checking.groups.links import divide
from corrigenda.checking.groups.used.reference import UNREAD
from corrigenda.checking.groups.whole import READS
from corrigenda.engine.sql import words_of
from corrigenda.engine.views import read_behind, view_files
from corrigenda.measure.judgement import AS_OF

pytestmark = pytest.mark.long

RULES = catalogue()
# The first four articles are three parts: two of them are linked.
PARTS = ARTICLES - 1


def test_the_archive_has_something_of_everything(archive: Archive) -> None:
    result = archive[1]
    assert {finding.subject for finding in result.findings} == {"article", "reference"}
    assert any(finding.waived for finding in result.findings)
    assert any(finding.is_drafted for finding in result.findings)
    assert result.undecided
    assert result.drafting.open


@settings(max_examples=2, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(PARTS)), size=st.sampled_from([3, 4, 5]))
def test_no_grouping_changes_anything(archive: Archive, order: list[int], size: int) -> None:
    package, whole = archive
    with load(package) as tables:
        assert judge_apart(tables, RULES, [order[start : start + size] for start in range(0, PARTS, size)]) == whole


def test_articles_are_linked_where_a_row_points_at_a_row_of_another(archive: Archive) -> None:
    with load(archive[0]) as tables:
        parts = divide(tables)
    assert [len(part) for part in parts] == [1, 1, 2, 1, 1, 1, 1, 1]
    assert {article.partition("/")[0] for article in parts[2]} == {"w00002", "w00003"}


def _known_rows(case: Case) -> int:
    return sum(len(rows) for name, rows in case.rows.items() if schemas()[name].layer == "known")


def _largest() -> Iterator[Case]:
    """Yield the case of each topic that has most rows of the reference: there is most that could be left out wrongly."""
    for topic in sorted(path for path in PAGES.iterdir() if path.is_dir()):
        cases = [case for page in sorted(topic.glob("*.md")) for case in read_page(page) if not case.is_silent and not case.released]
        yield max(cases, key=_known_rows)


@pytest.mark.parametrize("case", _largest(), ids=lambda case: case.rule)
def test_the_reference_that_an_article_uses_is_enough(case: Case, tmp_path: Path) -> None:
    rules = RULES.select([case.rule])
    package = write_package(tmp_path / "package", case.rows)
    with load(package) as tables:
        whole = check(tables, rules, as_of=AS_OF)
    with load(package) as tables:
        assert judge_apart(tables, rules, None) == whole
    assert whole.findings or whole.undecided


def test_what_no_rule_reads_is_left_out() -> None:
    read = frozenset[str]().union(*map(words_of, [*view_files().values(), *(rule.sql for rule in RULES)]))
    assert read.isdisjoint(UNREAD)


def test_rules_about_the_whole_read_the_reference_and_nothing_of_articles_but_what_the_groups_say() -> None:
    schemas, views = published_package().tables, view_files()
    waiting = [f"{rule.sql}\n{rule.judges}" for rule in RULES if is_of_whole(rule)]
    read: set[str] = set()
    while waiting:
        text = waiting.pop()
        new = words_of(text) - read - USES.keys()
        waiting += [views[name] for name in (new & views.keys()) | read_behind(text)]
        read |= new
    # The others are the words for a verdict and for parts of findings.
    assert {name for name in read & schemas.keys() if schemas[name].layer not in ("known", "found")} == set(READS)


def test_a_rule_about_the_day_judges_no_claim() -> None:
    own = [rule for rule in RULES if is_of_whole(rule) and rule.subject == "article"]
    assert [(rule.name, rule.judges) for rule in own] == [("publication-too-late", "published_articles")]
