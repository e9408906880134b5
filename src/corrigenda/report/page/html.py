"""A page as one HTML file that needs nothing else: no network, no script to be read; every value escaped."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from typing import Any

from corrigenda.report.bounds import ENTRIES_SHOWN
from corrigenda.report.markup import web_address
from corrigenda.report.page.card import MEANING, Card, make_cards, tell_unshown
from corrigenda.report.page.chart import Chart, tell
from corrigenda.report.page.evidence import DaysPicture, draw_days, picture_days
from corrigenda.report.page.groups import find_worst, group_cards, tell_worst
from corrigenda.report.page.map import lay_out, strip
from corrigenda.report.page.model import Article, Page
from corrigenda.report.page.svg import NARROW, WIDE, draw
from corrigenda.report.summary import cover, tell_cover, tell_findings, tell_left_out
from corrigenda.report.template import fill_template, read_template


def render_html(page: Page) -> str:
    """Render the page; the same page gives the same bytes."""
    cards = make_cards(page)
    return fill_page("page.html.j2", page, cards, cards)


def fill_page(
    name: str, page: Page, cards: Sequence[Card], shown: Sequence[Card], scripts: Sequence[str] = ("script.js",), **more: Any
) -> str:
    """Fill the template of a page with all that pages show; `cards` are the findings that it is about, `shown` those with a card on it."""
    from markupsafe import Markup

    style, script = read_template("style.css"), "\n".join(read_template(one) for one in ("theme.js", *scripts))
    safe = Markup(style), Markup(script)  # noqa: S704  (files of the program)
    worst = find_worst(cards)
    report, claims = page.report, {a.article_id: [c.claim_id for c in a.claims] for a in page.articles}
    whole = cover(report.result, [claim for ones in claims.values() for claim in ones])
    values = {
        "page": page, "report": report, "result": report.result, "title": page.title, "cards": shown, "whole": whole,
        "maps": {article.article_id: lay_out(article, cards) for article in page.articles},
        "covers": {article: cover(report.result, ones, article) for article, ones in claims.items()},
        "coverage_sentence": tell_cover(whole, is_whole=report.is_whole),
        "headline": tell_findings(len(report.open_findings), whole), "tally": report.tally(),
        "left_out": [*tell_left_out(report.result), *tell_unshown(report, cards)], "most": ENTRIES_SHOWN, "meaning": MEANING,
        "style": safe[0], "script": safe[1], "style_hash": _hash(style), "script_hash": _hash(script),
        "chart": _draw_chart, "picture": lambda finding: picture_days(finding, page), "draw_days": _draw_days,
        "tell": tell, "link": web_address, "chain_ends": chain_ends, "strip": strip,
        "worst": worst, "sentence": tell_worst(report, worst), "groups": group_cards(shown),
        "leaf": None, "front": None, "rules": "",
    }  # fmt: skip
    return fill_template(name, **values | more)


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


def _draw_days(picture: DaysPicture, label: str) -> Any:
    from markupsafe import Markup

    return Markup(draw_days(picture, label))  # noqa: S704  (drawn from escaped texts)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
