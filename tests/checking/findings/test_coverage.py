"""How far the rules reach in an article: every claim once, by the weightiest thing that could be decided."""

from __future__ import annotations

from pathlib import Path

from corrigenda.checking.case_pages.rows import write_package
from corrigenda.checking.rulebook.catalogue import Catalogue, catalogue
from corrigenda.checking.runner import check
from corrigenda.engine.tables import load
from corrigenda.results.coverage import ArticleCoverage, Coverage, Undecided, group_reasons

ROWS = {
    "articles": [{"article_id": "a"}],
    "passages": [{"passage_id": "a/1", "article_id": "a"}],
    "claims": [{"claim_id": f"a/{name}", "passage_id": "a/1"} for name in ("dated", "named", "sourced", "open", "bare")],
    "events": [{"event_id": "a/e", "article_id": "a", "claim_id": "a/dated"}, {"event_id": "a/o", "article_id": "a", "claim_id": "a/open"}],
    "dates": [
        {"date_id": "a/d", "passage_id": "a/1", "event_id": "a/e", "kind": "date", "edtf": "2024-05-06", "weekday": "monday"},
        {"date_id": "a/o", "passage_id": "a/1", "event_id": "a/o", "kind": "date", "edtf": "XXXX-05-06", "weekday": "monday"},
    ],
    "actors": [{"actor_id": "ada", "label": "Ada"}],
    "names": [{"name_id": "ada", "actor_id": "ada", "name": "Ada"}],
    "mentions": [
        {
            "mention_id": f"a/{claim}",
            "passage_id": "a/1",
            "claim_id": f"a/{claim}",
            "actor_id": "ada",
            "form": "name",
            "name_printed": "Ada",
        }
        for claim in ("dated", "named")
    ],
    "attributions": [
        {"attribution_id": f"a/{claim}", "passage_id": "a/1", "claim_id": f"a/{claim}", "actor_id": "ada", "naming": "named"}
        for claim in ("named", "sourced")
    ],
}


def reach(root: Path, *names: str) -> tuple[ArticleCoverage, ...]:
    rules = catalogue()
    with load(write_package(root, ROWS)) as tables:
        return check(tables, rules.select(names) if names else Catalogue()).articles


def test_every_claim_counts_once_where_most_is_known_of_it(tmp_path: Path) -> None:
    (one,) = reach(tmp_path, "weekday-mismatch", "name-unlike-reference", "anonymous-chain")
    assert one == ArticleCoverage("a", facts=1, names=1, sourcing=1, undecided=1, unjudged=1)
    assert one.claims == 5


def test_a_note_alone_is_no_comparison_of_facts(tmp_path: Path) -> None:
    (one,) = reach(tmp_path, "anonymous-chain")
    assert (one.facts, one.names, one.sourcing, one.unjudged) == (0, 0, 2, 3)


def test_without_rules_nothing_is_judged(tmp_path: Path) -> None:
    assert reach(tmp_path) == (ArticleCoverage("a", unjudged=5),)


def test_a_claim_with_an_open_fact_is_not_judged_on_facts(tmp_path: Path) -> None:
    (one,) = reach(tmp_path, "weekday-mismatch", "tense-mismatch")
    assert (one.facts, one.undecided) == (0, 2), "the weekday of one date fits, and nothing says when the article was written"


def test_every_row_that_could_not_be_decided_is_named(tmp_path: Path) -> None:
    with load(write_package(tmp_path, ROWS)) as tables:
        result = check(tables, catalogue())
    named = [entry for entry in result.undecided if entry.rule == "weekday-mismatch"]
    assert named == [Undecided("weekday-mismatch", "dates", "a/o", "a", "a/open", "the date has no year")]
    counted = sum(entry.undecided for entry in result.coverage)
    assert len(result.undecided) == len({(entry.rule, entry.row) for entry in result.undecided}) == counted > 0


def test_one_reason_stands_once_however_many_articles_have_it() -> None:
    def entry(article: str, number: int) -> Coverage:
        return Coverage("year-missing", article, 0, 0, 0, number, 0, 1, (("no day is known", number),))

    assert group_reasons([entry("a", 1), entry("b", 2)]) == [("no day is known", 3, [("year-missing", 3)])]
