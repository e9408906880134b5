"""A page in its three forms, and where they are written: HTML for people, Markdown for other tools, JSON to render again."""

from __future__ import annotations

from pathlib import Path

from corrigenda.errors import SetupError
from corrigenda.package.files import write_atomically
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


def write_report(page: Page, folder: Path | None = None, file: Path | None = None) -> list[Path]:
    """Write all forms into a folder that is made where it is missing, or the HTML alone into a file; return what was written.

    Raises SetupError where it cannot be written.
    """
    forms = (("index.html", "html"), ("report.md", "markdown"), ("page.json", "json"))
    wanted = {folder / name: as_ for name, as_ in forms} if folder else {}
    if file:
        wanted[file] = "html"
    rendered = {path: render_page(page, as_).encode() for path, as_ in wanted.items()}
    for path, data in rendered.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SetupError(f"{path.parent}: cannot be made: {error.strerror}") from None
        write_atomically(path, data)
    return list(rendered)
