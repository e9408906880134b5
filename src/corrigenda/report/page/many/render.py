"""A report of many articles as files: front pages with a search, a page for each article, and one for the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from corrigenda.report.bounds import tell_more
from corrigenda.report.markup import escape
from corrigenda.report.page.card import Card, make_cards
from corrigenda.report.page.html import fill_page
from corrigenda.report.page.many.division import FOLDER, Leaf, divide_articles, divide_cards
from corrigenda.report.page.many.front import Entry, Front, divide_entries, make_entry, sum_coverage, tell_front
from corrigenda.report.page.markdown import render_outline
from corrigenda.report.page.model import Page
from corrigenda.report.summary import cover, tell_cover, tell_findings, tell_left_out
from corrigenda.report.template import shape

RULES = "rules.html"


def render_many(page: Page) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every file, one article after another, so that no two need to be held at once."""
    entries = []
    for file, own in divide_articles(page):
        cards = make_cards(own)
        entries.append(make_entry(file, own, cards))
        up = "../" if file.startswith(f"{FOLDER}/") else ""
        yield from _render_leaves(file, own, cards, up)
        yield f"{file}.md", f"[All articles]({up}report.md)\n\n{render_outline(own)}"
    yield from render_fronts(page, entries)


def render_fronts(page: Page, entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """Yield the front pages over these entries, as HTML and as Markdown, and the page of the rules."""
    result = page.report.result
    whole = cover(result, result.statements)
    told: dict[str, Any] = {
        "whole": whole, "coverage_sentence": tell_cover(whole, is_whole=page.report.is_whole), "rules": RULES, "title": page.title,
        "headline": tell_findings(len(page.report.open_findings), whole), "sentence": tell_front(entries), "articles": len(page.articles),
        "left_out": [*tell_left_out(result), *tell_more(page.report, len(page.report.open_findings))],
    }  # fmt: skip
    of_all = sum_coverage(result.coverage, "all articles")
    plain = replace(page, report=replace(page.report, result=replace(result, coverage=of_all, unjudged=())), articles=(), rows=())
    for front in divide_entries(entries):
        files = [f"index{f'-{number}' if number > 1 else ''}.html" for number in range(1, front.pages + 1)]
        leaf = Leaf(front.number, tuple(files), files[0])
        yield files[front.number - 1], fill_page("front.html.j2", plain, (), (), ("front.js",), front=front, turn=leaf, **told)
        yield f"report{f'-{front.number}' if front.number > 1 else ''}.md", _outline(page, front, told)
    yield RULES, fill_page("rules.html.j2", plain, (), (), (), front=True, **told)


def _render_leaves(file: str, page: Page, cards: Sequence[Card], up: str) -> Iterator[tuple[str, str]]:
    """Yield the pages of one article: one, or several where its findings are too many for one."""
    name = file.rpartition("/")[2]
    parts = divide_cards(cards)
    files = tuple(f"{name}{f'__{number}' if number > 1 else ''}.html" for number in range(1, len(parts) + 1))
    where = {card.number: number for number, part in enumerate(parts) for card in part}
    title = page.title if page.articles else "The reference"
    for number in range(len(parts)):
        placed = [replace(card, file="" if where[card.number] == number else files[where[card.number]]) for card in cards]
        shown = [card for card in placed if not card.file]
        leaf = Leaf(number + 1, files, f"{up}index.html")
        template = "page.html.j2" if number == 0 else "further.html.j2"
        text = fill_page(template, page, placed, shown, leaf=leaf, turn=leaf, rules=f"{up}{RULES}", title=title)
        yield f"{file}{files[number].removeprefix(name).removesuffix('.html')}.html", text


def _outline(page: Page, front: Front, told: dict[str, Any]) -> str:
    lines = [
        f"# {escape(page.report.package)}",
        "",
        f"**{escape(told['sentence'])}**",
        "",
        f"{told['headline']}. {told['coverage_sentence']}",
    ]
    if front.pages > 1:
        lines += ["", f"Articles {front.first:,} to {front.last:,} of {front.total:,}, the worst first."]
    lines += ["", "| Article | Findings | The worst |", "|---|---|---|", *(_line(entry) for entry in front.entries)]
    if front.number < front.pages:
        lines += ["", f"[The next articles](report-{front.number + 1}.md)"]
    return "\n".join(lines) + "\n"


def _line(entry: Entry) -> str:
    about = f" ({escape(entry.about)})" if entry.about else ""
    mark = f"{shape(entry.level, entry.verdict)} " if entry.level and entry.verdict else ""
    return f"| [{escape(entry.name)}]({entry.file}.md){about} | {entry.counts} | {mark}{escape(entry.sentence)} |"
