"""A page of many articles divided: one page for each article, and one for what is about the reference alone."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from corrigenda.report.page.card import Card
from corrigenda.report.page.model import Page
from corrigenda.results.finding import Result

# Names in small letters, as the keys of articles are; every file system takes them.
_PLAIN = re.compile(r"[a-z0-9][a-z0-9.-]*(/[a-z0-9][a-z0-9.-]*)*")
_LONGEST = 100
FOLDER, REFERENCE = "articles", "reference"
# Bytes that the cards of one page may take, so that with the rest of it no page comes near a megabyte.
_CARDS = 450_000


@dataclass(frozen=True)
class Leaf:
    """Say where a page is among those of one article: its number, counted from 1, the file of each, and how to come to the front."""

    number: int
    files: tuple[str, ...]
    front: str

    @property
    def before(self) -> str | None:
        """Return the page before this one."""
        return self.files[self.number - 2] if self.number > 1 else None

    @property
    def after(self) -> str | None:
        """Return the page after this one."""
        return self.files[self.number] if self.number < len(self.files) else None


def divide_articles(page: Page) -> Iterator[tuple[str, Page]]:
    """Yield a page for each article, and one for the reference where it has findings, each with the path of its file less the ending."""
    result = page.report.result
    groups = [_by_article(ones) for ones in (result.findings, result.coverage, result.articles, result.timeline)]
    unjudged: dict[str, list[tuple[str, str]]] = {}
    for claim, article_id in result.unjudged:
        unjudged.setdefault(article_id, []).append((claim, article_id))
    for article in page.articles:
        findings, coverage, reach, days = (group.get(article.article_id, ()) for group in groups)
        own = Result(
            tuple(findings), tuple(coverage), tuple(reach), tuple(days), unjudged=tuple(unjudged.get(article.article_id, ())),
            not_run=result.not_run, statements={claim.claim_id: claim.statement for claim in article.claims},
        )  # fmt: skip
        yield f"{FOLDER}/{name_file(article.article_id)}", _with(page, own, (article,))
    listed = {article.article_id for article in page.articles}
    others = tuple(finding for finding in result.findings if finding.article_id not in listed)
    if others:
        about = tuple(one for one in result.coverage if one.article_id not in listed)
        yield REFERENCE, _with(page, Result(others, about, not_run=result.not_run, statements=result.statements), ())


def name_file(article_id: str) -> str:
    """Return the name of the file of an article without its ending: its key, or a digest of a key that is no plain name.

    >>> name_file("desk/tokyo-dome"), name_file("../A")
    ('desk_tokyo-dome', 'article-80dd850293b1')
    """
    if _PLAIN.fullmatch(article_id) and len(article_id) <= _LONGEST:
        return article_id.replace("/", "_")
    return f"article-{hashlib.sha256(article_id.encode()).hexdigest()[:12]}"


def divide_cards(cards: Sequence[Card]) -> list[Sequence[Card]]:
    """Divide cards into those of one page each, by about how long they will be; no cards are one page."""
    pages = [int(end // _CARDS) for end in accumulate(_measure(card) for card in cards)]
    return [[card for card, at in zip(cards, pages, strict=True) if at == number] for number in sorted(set(pages))] or [()]


def _measure(card: Card) -> int:
    """Return about how many bytes a card takes."""
    rows = sum(len(name) + 2 * len(value) + 10 for row in card.rows for name, value in row.cells)
    return 2_500 + 6 * len(card.finding.message) + 250 * len(card.finding.places) + 200 * len(card.finding.repairs) + rows


def _by_article(ones: Iterable[Any]) -> dict[str, list[Any]]:
    grouped: dict[str, list[Any]] = {}
    for one in ones:
        grouped.setdefault(one.article_id or "", []).append(one)
    return grouped


def _with(page: Page, result: Result, articles: tuple[Any, ...]) -> Page:
    """Return the page of a part of the result, with the rows that this part points at."""
    keys = dict.fromkeys((place.table, place.row) for finding in result.findings for place in finding.places)
    rows = tuple(page.row_of[key] for key in keys if key in page.row_of)
    return replace(page, report=replace(page.report, result=result), articles=articles, rows=rows)
