"""A page in its three forms: HTML for people, Markdown for other tools, JSON to render again."""

from __future__ import annotations

from collections.abc import Iterator

from corrigenda.report.page.model import Page, write_page


def render_page(page: Page, as_: str) -> str:
    """Render a page as `html`, `markdown` or `json`."""
    if as_ == "json":
        return write_page(page)
    if as_ == "markdown":
        from corrigenda.report.page.markdown import render_outline

        return render_outline(page)
    from corrigenda.report.page.html import render_html

    return render_html(page)


def render_folder(page: Page) -> Iterator[tuple[str, str]]:
    """Yield the name and text of every file of a report: one page in its three forms, or for many articles a front page and a page each.

    The stored page of many articles would be by far the largest file, and only a program reads it: `render_page` makes it.
    """
    if len(page.articles) > 1:
        from corrigenda.report.page.many.render import render_many

        yield from render_many(page)
    else:
        yield "index.html", render_page(page, "html")
        yield "report.md", render_page(page, "markdown")
        yield "page.json", write_page(page)
