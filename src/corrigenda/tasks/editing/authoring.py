"""Authoring: new articles, and spans found from printed words. Nobody types offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corrigenda.errors import SetupError, shorten
from corrigenda.package.package import Package
from corrigenda.package.storage.journal import in_turn, write_together
from corrigenda.package.tables.csv_file import read_rows, scan, write_rows
from corrigenda.package.tables.table import Field, Table
from corrigenda.tasks.editing.amendment import amend
from corrigenda.values.passages import digest, find_words, segment

_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_NO_WORDS = "has no words to look for; write them into a column 'find', a long stretch as 'first words … last words'"


@dataclass(frozen=True)
class Located:
    """Report what `locate` did: rows filled, and a sentence for each row whose words were not settled."""

    filled: int
    already: int
    unsettled: tuple[str, ...]


@in_turn
def new_article(package: Package, article_id: str, text: str, **known: str | None) -> int:
    """Add an article: its digest, its passages, and the event of its writing; return the number of passages.

    `known` holds what is known of it by the fields of the table articles (title, published …).
    Raises SetupError, and writes nothing, where the key is taken or not well formed, the text is in the package already, or
    a cell is not what its schema says.
    """
    if not _ID.fullmatch(article_id):
        raise SetupError(f"the key '{article_id}' is not well formed; expected lower-case letters, digits and '-'")
    _sound(package, "articles", "passages", "events")
    articles, passages, events = (_table(package, name) for name in ("articles", "passages", "events"))
    for field, value in known.items():
        if value and not value.isprintable():
            raise SetupError(f"{field} has a character that cannot be printed")
    rows = read_rows(articles.file)[1]
    for row in rows:
        if row["article_id"] == article_id or row["sha256"] == digest(text):
            raise SetupError(
                f"{articles.path}: the article '{row['article_id']}' is there already"
                + ("" if row["article_id"] == article_id else ", with this text")
            )
    found = segment(text, (known.get("language") or "en").split("-")[0])
    if not found:
        raise SetupError("the text has no sentence")
    article = {"article_id": article_id, "sha256": digest(text), "length": str(len(text)), **{k: v for k, v in known.items() if v}}
    sentences = [
        {
            "passage_id": f"{article_id}/{p.paragraph:02}.{p.sentence:02}",
            "article_id": article_id,
            "paragraph": str(p.paragraph),
            "sentence": str(p.sentence),
            "start": str(p.start),
            "end": str(p.end),
            "sha256": p.sha256,
        }
        for p in found
    ]
    writing = {
        "event_id": f"{article_id}/writing",
        "article_id": article_id,
        "label": "the article is written",
        "kind_id": "writing",
        "tense": "present",
    }
    amend(
        package,
        {
            "articles": _with_rows(articles, [article]),
            "passages": _with_rows(passages, sentences),
            "events": _with_rows(events, [writing]),
        },
    )
    return len(found)


@in_turn
def locate(package: Package, name: str, text: str) -> Located:
    """Fill passage_id, start and end of the rows of a table from printed words.

    The words stand in a working column `find` (see `passages.find_words`), which goes when every
    row is settled, or in the printed cells of the row. Rows that have a span keep it. A row without
    words is not settled, unless nothing of it need be printed (a relation that is taken for granted).
    """
    table = _table(package, name)
    if not {"passage_id", "start", "end"} <= {f.name for f in table.fields} or name == "passages":
        raise SetupError(f"the table {name} has no passage_id, start and end to fill")
    _sound(package, "articles", "passages")
    _sound(package, name, extra="find")
    names, rows = read_rows(table.file)
    passages = _passages_of(package, text)
    printed = [f.name for f in table.fields if f.printed]
    is_printed = any(field.name == "passage_id" and field.required for field in table.fields)
    filled, already, unsettled = 0, 0, []
    for row in rows:
        words = row.get("find") or " … ".join(row[field] for field in _printed_order(printed) if row[field])
        if row["start"] and row["end"]:
            already += 1
            continue
        if not words:
            if is_printed:
                unsettled.append(f"{table.path}: {row[table.key[0]]}: {_NO_WORDS}")
            continue
        spans = _find_spans(text, words, passages, row["passage_id"])
        if len(spans) == 1:
            row["passage_id"], row["start"], row["end"] = spans[0][0], str(spans[0][1]), str(spans[0][2])
            filled += 1
        else:
            unsettled.append(f"{table.path}: {row[table.key[0]]}: {_tell_spans(words, spans)}")
    kept = [f.name for f in table.fields] + (["find"] if unsettled and "find" in names else [])
    write_together(package.root, {table.path: _in_order(table, kept, rows)})
    return Located(filled, already, tuple(unsettled))


def _find_spans(text: str, words: str, passages: dict[str, tuple[int, int]], only: str) -> list[tuple[str, int, int]]:
    """Return where words are in the passages, or in only one of them: the key of the passage, start and end."""
    candidates = {key: span for key, span in passages.items() if only in ("", key)}
    return [(key, *hit) for key, (start, end) in candidates.items() for hit in find_words(text, words, start, end)]


def _tell_spans(words: str, spans: list[tuple[str, int, int]]) -> str:
    where = ", ".join(f"{key} at {start}" for key, start, _ in spans)
    return f"'{words}' occurs " + (f"{len(spans)} times: {where}" if spans else "nowhere in the passages looked at")


def _printed_order(printed: list[str]) -> list[str]:
    """Put the title before the name, as it is printed."""
    return sorted(printed, key=lambda name: (name != "title_printed", name != "as_printed", printed.index(name)))[:2]


def _sound(package: Package, *names: str, extra: str | None = None) -> None:
    """Raise SetupError unless the files of some tables are sound in shape; one working column may come with the others."""
    problems = []
    for name in names:
        table = _table(package, name)
        known = (*table.fields, Field(extra, "string", "", {})) if extra else table.fields
        found = scan(table).problems
        if extra and found:
            found = scan(replace(table, fields=known)).problems
        problems += found
    if problems:
        raise SetupError(*shorten(problems))


def _table(package: Package, name: str) -> Table:
    if name not in package.tables:
        raise SetupError(f"the package has no table '{name}'; it has {', '.join(package.tables)}")
    return package.tables[name]


def _passages_of(package: Package, text: str) -> dict[str, tuple[int, int]]:
    wanted = {row["article_id"] for row in read_rows(_table(package, "articles").file)[1] if row["sha256"] == digest(text)}
    if not wanted:
        raise SetupError(f"no article of the package has this text (SHA-256 {digest(text)}); add it by 'corrigenda new article'")
    rows = read_rows(_table(package, "passages").file)[1]
    try:
        return {row["passage_id"]: (int(row["start"]), int(row["end"])) for row in rows if row["article_id"] in wanted}
    except ValueError as error:
        raise SetupError(f"{_table(package, 'passages').path}: a start or end is no number: {error}") from None


def _with_rows(table: Table, new: list[dict[str, str]]) -> bytes:
    """Return the file of a table with some more rows."""
    return _in_order(table, [f.name for f in table.fields], [*read_rows(table.file)[1], *new])


def _in_order(table: Table, names: list[str], rows: list[dict[str, str]]) -> bytes:
    rows = sorted(rows, key=lambda row: tuple(row[name] for name in table.key))
    return write_rows(names, [[row.get(name) or None for name in names] for row in rows])
