"""A page as one HTML file that needs nothing else: no network, no script to be read; every value escaped."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from corrigenda.report.markup import web_address
from corrigenda.report.page.card import MEANING, make_cards
from corrigenda.report.page.chart import Chart, tell
from corrigenda.report.page.groups import find_worst, group_cards, tell_worst
from corrigenda.report.page.map import lay_out, strip
from corrigenda.report.page.model import Article, Page
from corrigenda.report.page.svg import NARROW, WIDE, draw
from corrigenda.report.summary import cover, tell_cover, tell_findings, tell_left_out
from corrigenda.report.template import fill_template, read_template


def render_html(page: Page) -> str:
    """Render the page; the same page gives the same bytes."""
    from markupsafe import Markup

    style, script = read_template("style.css"), read_template("script.js")
    safe = Markup(style), Markup(script)  # noqa: S704  (files of the program)
    cards = make_cards(page)
    worst = find_worst(cards)
    maps = {article.article_id: lay_out(article, cards) for article in page.articles}
    report, claims = page.report, {a.article_id: [c.claim_id for c in a.claims] for a in page.articles}
    covers = {article: cover(report.result, ones, article) for article, ones in claims.items()}
    whole = cover(report.result, [claim for ones in claims.values() for claim in ones])
    return fill_template(
        "page.html.j2",
        page=page, report=report, result=report.result, cards=cards, maps=maps, covers=covers, whole=whole,
        coverage_sentence=tell_cover(whole, is_whole=report.is_whole),
        headline=tell_findings(len(report.open_findings), whole), tally=report.tally(),
        left_out=list(tell_left_out(report.result)),
        style=safe[0], script=safe[1], style_hash=_hash(style), script_hash=_hash(script), meaning=MEANING,
        chart=_draw_chart, tell=tell, link=web_address, chain_ends=chain_ends, strip=strip,
        worst=worst, sentence=tell_worst(report, worst), groups=group_cards(cards),
    )  # fmt: skip


def chain_ends(article: Article) -> list[tuple[str, int]]:
    """Count the claims of an article by the kind of source in which a chain of theirs ends."""
    ends: dict[str, set[str]] = {}
    waiting = list(article.sources)
    while waiting:
        source = waiting.pop()
        waiting.extend(source.rests_on)
        if not source.rests_on:
            ends.setdefault(source.naming, set()).update(source.claims)
    return [(naming, len(ends[naming])) for naming in ("named", "document", "group", "anonymous", "none") if naming in ends]


def _draw_chart(chart: Chart, label: str, step: int) -> Any:
    """Draw both variants of one step; step 0 is the timeline as it is printed."""
    from markupsafe import Markup

    mend = chart.mends[step - 1] if step else None
    return Markup("\n".join(draw(chart, size, label, mend) for size in (WIDE, NARROW)))  # noqa: S704  (drawn from escaped texts)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
