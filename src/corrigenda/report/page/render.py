"""A page in its three forms: HTML for people, Markdown for other tools, JSON to render again."""

from __future__ import annotations

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
