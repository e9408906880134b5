"""One group of articles, judged: from a package that has its rows and the reference that they use to what is found of each part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from corrigenda.checking.groups.cut import Files
from corrigenda.checking.rulebook.catalogue import Catalogue, Rule
from corrigenda.checking.rulebook.reliability import texts_behind
from corrigenda.checking.runner import run_rules, sum_up
from corrigenda.engine.sql import words_of
from corrigenda.engine.tables import Tables, load
from corrigenda.errors import LimitError, MissingTableError, SetupError, shorten
from corrigenda.package.package import Package
from corrigenda.package.substitute import amended
from corrigenda.results.coverage import Coverage, Undecided
from corrigenda.results.finding import Finding
from corrigenda.results.part import Part, TitleUse

# The views that say which rows of the reference each article uses, with the columns in the order of the fields of `Part`.
USES = {
    "title_uses": ("article_id", "tenure_id", "used_first", "used_last", "is_unbounded"),
    "row_uses": ("article_id", "table_name", "row_id"),
    "spelt_names": ("article_id", "name_id"),
    "compared_ties": ("article_id", "tie_id"),
}


def is_of_whole(rule: Rule) -> bool:
    """Tell whether a rule is about the whole package: about the reference, or about the day of the run."""
    return rule.subject == "reference" or any("run_day" in words_of(text) for text in texts_behind(rule))


def judge_group(package: Package, files: Files, parts: Sequence[Sequence[str]], rules: Catalogue) -> list[Part]:
    """Judge some parts in one run and return what is found of each: it depends on these files, these rules and nothing else.

    `files` has the rows of these parts and the reference that they use, by table; `parts` has the articles of each, and `rules` none
    that is about the whole. Parts that cannot be kept apart are returned as one.
    """
    with amended(package, files) as group, load(group) as tables:
        if tables.problems:
            raise SetupError("a group of articles is of broken structure", *shorten(tables.problems))
        result = sum_up(tables, rules, run_rules(tables, rules))
        uses: dict[str, Any] = {name: _read_uses(tables, name) for name in USES}
    whole = Part(
        articles=tuple(article for part in parts for article in part),
        findings=tuple(_without_lines(finding) for finding in result.findings),
        coverage=result.coverage,
        reach=result.articles,
        timeline=result.timeline,
        undecided=result.undecided,
        unjudged=result.unjudged,
        not_run=result.not_run,
        stopped=result.stopped,
        cut=result.cut,
        title_uses=tuple(TitleUse(*row) for row in uses["title_uses"]),
        row_uses=tuple(uses["row_uses"]),
        spelt_names=tuple(uses["spelt_names"]),
        compared_ties=tuple(uses["compared_ties"]),
    )
    return _split(whole, parts)


def _read_uses(tables: Tables, name: str) -> list[tuple[Any, ...]]:
    try:
        return tables.run(f"SELECT {', '.join(USES[name])} FROM {name} ORDER BY ALL")
    except (LimitError, MissingTableError):
        return []


def _without_lines(finding: Finding) -> Finding:
    return replace(finding, places=tuple(replace(place, line=0, region=None) for place in finding.places))


def _split(whole: Part, parts: Sequence[Sequence[str]]) -> list[Part]:
    """Divide what is found by part; not where something is of no article, or where what did not run may be the doing of one of them."""
    of_article: tuple[Finding | Coverage | Undecided, ...] = (*whole.findings, *whole.coverage, *whole.undecided)
    if len(parts) == 1 or whole.not_run or whole.cut or any(one.article_id is None for one in of_article):
        return [whole]
    number = {article: place for place, articles in enumerate(parts) for article in articles}

    def divide(rows: Iterable[Any], article: Callable[[Any], str]) -> list[tuple[Any, ...]]:
        divided: list[list[Any]] = [[] for _ in parts]
        for row in rows:
            divided[number[article(row)]].append(row)
        return [tuple(each) for each in divided]

    fields = ("findings", "coverage", "reach", "timeline", "undecided", "title_uses")
    own: dict[str, list[tuple[Any, ...]]] = {name: divide(getattr(whole, name), lambda row: row.article_id) for name in fields}
    own["unjudged"] = divide(whole.unjudged, lambda row: row[1])
    own |= {name: divide(getattr(whole, name), lambda row: row[0]) for name in ("row_uses", "spelt_names", "compared_ties")}
    return [Part(tuple(part), **{name: rows[place] for name, rows in own.items()}) for place, part in enumerate(parts)]
