"""Data Docs that read well without a network: pages of Great Expectations, with nothing that is loaded from elsewhere."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corrigenda.errors import Problem, SetupError

MARK = ".corrigenda-data-docs"
_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1b1b1b; background: #fff; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem; }
th, td { border-bottom: 1px solid #ccc; padding: .35rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
h1, h4, h5 { margin: 1.5rem 0 .5rem; } h4 { font-size: 1.4rem; } h5 { font-size: 1.15rem; }
.badge { background: #e8e8e8; border-radius: .3rem; padding: 0 .3rem; }
.fa-check-circle::before { content: "\\2713 holds"; color: #176317; } .fa-times::before { content: "\\2717 fails"; color: #a11; }
.fa-exclamation-triangle::before { content: "! not judged"; color: #a11; }
i { font-style: normal; white-space: nowrap; } nav ol, nav ul { padding-left: 1.2rem; }
.btn-group, .btn, .cooltip .top, .card-text, .navbar-brand { display: none; }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #161616; } a { color: #8ab4ff; } .badge { background: #333; }
  .fa-check-circle::before { color: #7c7; } .fa-times::before, .fa-exclamation-triangle::before { color: #f88; } }
"""
_ELSEWHERE = r"(?:https?:)?//"
_LOADED = (
    # Every script of these pages needs a library that is loaded from elsewhere.
    re.compile(r"<script\b.*?</script\s*>", re.S | re.I),
    re.compile(r"<style\b.*?</style\s*>", re.S | re.I),
    re.compile(r"<footer\b.*?</footer\s*>", re.S | re.I),
    re.compile(r"<link\b[^>]*>", re.S | re.I),
    re.compile(rf"<img\b[^>]*\bsrc\s*=\s*[\"']{_ELSEWHERE}[^>]*>", re.S | re.I),
    re.compile(r"\son[a-z]+\s*=\s*(?:\"[^\"]*\"|'[^']*')", re.I),
)
# Pages of expectations alone are not built.
_LINK_AWAY = re.compile(rf"<a\b[^>]*\bhref\s*=\s*[\"'](?:{_ELSEWHERE}|[./]*expectations/)[^>]*>(.*?)</a\s*>", re.S | re.I)


@dataclass(frozen=True)
class DocsPage:
    """Hold what the index says of one suite: its name, what held and where its page is."""

    name: str
    held: int
    evaluated: int
    path: str


def make_offline(folder: Path, root: Path) -> None:
    """Take out of every page what is loaded from elsewhere, and put a small style of its own in.

    The place of the package on this machine is taken out too: pages name files inside the package.
    """
    for page in sorted(folder.rglob("*.html")):
        text = page.read_text("utf-8")
        for loaded in _LOADED:
            text = loaded.sub("", text)
        text = _LINK_AWAY.sub(r"\1", text).replace(f"{root.resolve()}/", "")
        page.write_text(text.replace("</head>", f"<style>{_STYLE}</style></head>", 1), "utf-8")
    # Pictures, fonts and styles that no page refers to any more.
    shutil.rmtree(folder / "static", ignore_errors=True)


def write_index(folder: Path, title: str, pages: Sequence[DocsPage], problems: Sequence[Problem]) -> None:
    """Write the first page; the one that is built draws its table with a script from elsewhere."""
    rows = "".join(
        f'<tr><td><a href="{html.escape(page.path)}">{html.escape(page.name)}</a></td>'
        f"<td>{page.held} of {page.evaluated}</td><td>{'holds' if page.held == page.evaluated else 'fails'}</td></tr>\n"
        for page in pages
    )
    found = "".join(f"<li>{html.escape(str(problem))}</li>\n" for problem in problems)
    told = f"<ul>\n{found}</ul>" if found else "<p>Everything is within its bounds.</p>"
    total = sum(page.evaluated for page in pages)
    head = f'<meta charset="utf-8"><title>{html.escape(title)}</title><style>{_STYLE}</style>'
    (folder / "index.html").write_text(
        f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head>\n'
        f"<body><h1>{html.escape(title)}</h1>\n<p>{total} expectations were evaluated, {len(problems)} problems found.</p>\n{told}\n"
        "<table><thead><tr><th>Table</th><th>Expectations that hold</th><th></th></tr></thead><tbody>\n"
        f"{rows}</tbody></table></body></html>\n",
        "utf-8",
    )


def replace_folder(built: Path, docs: Path) -> None:
    """Put a built folder in the place of an earlier one; a folder that we did not make is never removed."""
    if docs.exists():
        if not docs.is_dir() or (any(docs.iterdir()) and not (docs / MARK).is_file()):
            raise SetupError(f"{docs} is there and was not made as Data Docs; expected an empty folder, an earlier one or none")
        shutil.rmtree(docs)
    docs.parent.mkdir(parents=True, exist_ok=True)
    (built / MARK).write_text("Generated. The folder is replaced as a whole.\n", "utf-8")
    shutil.move(built, docs)
