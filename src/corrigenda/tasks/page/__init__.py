"""Make the page of a report: check a package, gather what the page shows, write it in its three forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corrigenda.errors import SetupError
from corrigenda.package.storage.files import write_atomically
from corrigenda.tasks.checking.check import checking

if TYPE_CHECKING:
    from corrigenda.report.page.model import Page


def make_page(
    path: Path | str = ".",
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severity: Mapping[str, str] | None = None,
    as_of: str | None = None,
    texts: Sequence[str] = (),
    known: Path | str | None = None,
    house: Path | None = None,
    targets: Sequence[Path] = (),
    notes: Path | None = None,
) -> Page:
    """Check a package and gather what the page of a report shows; each text is laid in once all rows fit it.

    Raises SetupError as `run_check` does.

    >>> from corrigenda import published_package
    >>> page = make_page(published_package().root, select=["office-outside-tenure"])
    >>> page.title, page.articles[0].people[:2]
    ('tokyo-dome', ('Dmitry Medvedev', 'Dmitry Peskov'))
    """
    from corrigenda.tasks.page.content import gather

    chosen = {
        "select": select,
        "ignore": ignore,
        "severity": severity,
        "as_of": as_of,
        "known": known,
        "house": house,
        "targets": targets,
        "notes": notes,
    }
    with checking(path, timeline=True, about="article", **chosen) as checked:  # type: ignore[arg-type]
        return gather(checked.tables, checked.report, texts)


def write_report(page: Page, folder: Path | None = None, file: Path | None = None) -> list[Path]:
    """Write all forms into a folder that is made where it is missing, or the HTML alone into a file; return what was written.

    In a folder, many articles have a front page (index.html) and a page each below `articles/`; the first path is that of the page
    to begin with. Raises SetupError where a file cannot be written.

    >>> import tempfile
    >>> from corrigenda import published_package
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     page = make_page(published_package().root, select=["year-missing"])
    ...     [path.name for path in write_report(page, Path(folder))]
    ['index.html', 'report.md', 'page.json']
    """
    from corrigenda.report.page.render import render_folder, render_page

    written = []
    if folder:
        folders: set[Path] = set()
        for name, text in render_folder(page):
            path = folder / name
            written.append(_write(path, text, tidy=path.parent not in folders))
            folders.add(path.parent)
        written.sort(key=lambda path: path != folder / "index.html")
    if file:
        written.append(_write(file, render_page(page, "html")))
    return written


def _write(path: Path, text: str, *, tidy: bool = True) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SetupError(f"{path.parent}: cannot be made: {error.strerror}") from None
    write_atomically(path, text.encode(), tidy=tidy)
    return path
