"""The texts that are drafted: files, folders, standard input; and the text of an article taken out of a page."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corrigenda.collections.keys import slug
from corrigenda.errors import SetupError
from corrigenda.package.storage.files import decode_text, read_text, write_atomically

_PAGES = (".html", ".htm", ".xhtml")
_READ = (".txt", ".text", ".md", *_PAGES)
# A draft of so much of anything takes some seconds; a page has several times as much markup as text.
_LONGEST, _LONGEST_PAGE = 250_000, 2_000_000
_MARKUP = re.compile(r"\s*(?:<!doctype html|<html\b|<\?xml[^>]*>\s*<(?:!doctype )?html)", re.I)


@dataclass(frozen=True)
class ArticleText:
    """Hold one text with the key of its article, what its page says of it, and the file that the text of a page is saved in."""

    article_id: str
    text: str
    known: dict[str, str] = field(default_factory=dict)
    saved: Path | None = None


def read_texts(paths: Iterable[Path], article_id: str | None = None) -> tuple[ArticleText, ...]:
    """Read the texts of files and folders; "-" is standard input.

    The key of an article is the name of its file. The text of a page has a file next to it, where `save_texts` puts it.
    Raises SetupError where nothing can be read, or a key is given and there are several texts.
    """
    files = [file for path in paths for file in _files(path)]
    if not files:
        raise SetupError("There is no text to draft; expected a file of text or HTML, or a folder with some.")
    if article_id and len(files) > 1:
        raise SetupError(f"--id names one article, and there are {len(files):,} texts; leave it out, and each is named after its file.")
    found = tuple(_read(file, article_id or slug(file.stem if str(file) != "-" else "draft")) for file in files)
    keys = [one.article_id for one in found]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        raise SetupError(f"Two texts would have the key '{twice[0]}'; expected file names that differ.")
    return found


def save_texts(texts: Iterable[ArticleText]) -> None:
    """Save the text of each page next to it, so that its rows can be proved."""
    for one in texts:
        if one.saved is not None:
            write_atomically(one.saved, one.text.encode())


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from (file for file in sorted(path.iterdir()) if file.suffix.lower() in _READ and not _is_of_page(file))
    else:
        yield path


def _is_of_page(file: Path) -> bool:
    """Tell whether a text was taken out of a page that is in the folder too."""
    return file.suffix == ".txt" and any(file.with_suffix(suffix).is_file() for suffix in _PAGES)


def _read(file: Path, key: str) -> ArticleText:
    is_input = str(file) == "-"
    text = (decode_text(sys.stdin.buffer, "standard input") if is_input else read_text(file)).removeprefix("\ufeff")
    if file.suffix.lower() not in _PAGES and not _MARKUP.match(text):
        return ArticleText(key, _demand_short(text, file, _LONGEST))
    body, known = _read_page(_demand_short(text, file, _LONGEST_PAGE), str(file))
    _demand_short(body, file, _LONGEST)
    saved = None if is_input else file.with_suffix(".txt")
    if saved is not None and saved.exists() and not (saved.is_file() and read_text(saved) == body):
        raise SetupError(f"{saved}: is there already with another text; the text of {file} would be saved there.")
    return ArticleText(key, body, known, saved)


def _demand_short(text: str, file: Path, most: int) -> str:
    if len(text) > most:
        raise SetupError(f"{file}: has {len(text):,} characters, and at most {most:,} are drafted; an article has some thousand.")
    return text


def _read_page(markup: str, shown: str) -> tuple[str, dict[str, str]]:
    """Return the text of the article in a page, and what the page says of it."""
    try:
        import trafilatura
    except ImportError:
        raise SetupError(f"{shown}: is HTML, which needs corrigenda[html]; run: pip install 'corrigenda[html]'") from None
    found = trafilatura.bare_extraction(markup, favor_precision=True, include_comments=False, include_tables=False, with_metadata=True)
    document = found if isinstance(found, dict) or found is None else found.as_dict()
    if not document or not (document.get("text") or "").strip():
        raise SetupError(f"{shown}: no article was found in the page; save its text and draft that.")
    cells = {"title": "title", "published": "date", "publisher": "sitename", "url": "url"}
    known = {cell: str(document[name]) for cell, name in cells.items() if document.get(name)}
    return document["text"], {cell: value for cell, value in known.items() if value.isprintable()}
