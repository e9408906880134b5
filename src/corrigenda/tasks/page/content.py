"""What the page of a report shows beyond the result, gathered from the tables of a package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from corrigenda.checking.text_proof import prove
from corrigenda.engine.sql import quote
from corrigenda.engine.tables import Tables
from corrigenda.errors import LimitError, MissingTableError, SetupError, shorten
from corrigenda.package.tables.table import Table
from corrigenda.report.model import Report
from corrigenda.report.page.model import Article, CitedRow, Claim, Page, PagePassage, PrintedWords, Source
from corrigenda.tasks.page.chart import portray
from corrigenda.tasks.page.labels import label_rows
from corrigenda.values.passages import digest

# A chain longer than this is cut; one that runs in a circle has no beginning and is not reached.
_DEEPEST = 12
Cells = dict[str, Any]


def gather(tables: Tables, report: Report, texts: Sequence[str] = ()) -> Page:
    """Put with a report what its page shows of the articles; lay in the given texts where all rows fit them.

    Raises SetupError where a text is that of no article, or a row does not fit it.
    """
    for text in texts:
        proved, problems = prove(tables, text)
        if problems:
            raise SetupError(*shorten(problems), f"{len(problems)} of {proved} rows do not fit the text; it is not laid in")
    by_digest = {digest(text): text for text in texts}
    charts = portray(tables, report.result.timeline)
    passages = _passages(tables, by_digest)
    claims = _group(tables, "SELECT article_id, claim_id, statement FROM claims JOIN passages USING (passage_id) ORDER BY claim_id")
    sources = _sources(tables)
    people, offices = _named(tables, "actors", "actor_id", "kind = 'person'"), _named(tables, "offices", "office_id", "TRUE")
    articles = tuple(
        Article(
            **{name: row[name] for name in ("article_id", "title", "publisher", "published", "language", "url", "sha256", "length")},
            passages=passages.get(row["article_id"], ()),
            claims=tuple(Claim(c["claim_id"], c["statement"]) for c in claims.get(row["article_id"], ())),
            sources=sources.get(row["article_id"], ()),
            chart=charts.get(row["article_id"]),
            people=people.get(row["article_id"], ()),
            offices=offices.get(row["article_id"], ()),
        )
        for row in _query(tables, "SELECT * FROM articles ORDER BY article_id")
    )
    events = {row["event_id"]: row["label"] for row in _query(tables, "SELECT event_id, label FROM events ORDER BY event_id")}
    return Page(report, articles, tuple(_rows(tables, report)), events)


def _query(tables: Tables, sql: str) -> list[Cells]:
    """Return the rows of a query; none where the package lacks a table for it."""
    try:
        return tables.query(sql)
    except (LimitError, MissingTableError):
        return []


def _group(tables: Tables, sql: str) -> dict[str, list[Cells]]:
    """Return the rows of a query by article."""
    grouped: dict[str, list[Cells]] = {}
    for row in _query(tables, sql):
        grouped.setdefault(row["article_id"], []).append(row)
    return grouped


def _named(tables: Tables, table: str, key: str, those: str) -> dict[str, tuple[str, ...]]:
    """Return the labels of the actors or offices of which an article has a mention."""
    sql = f"""
        SELECT DISTINCT article_id, label FROM mentions JOIN passages USING (passage_id) JOIN {table} USING ({key})
        WHERE {those} ORDER BY article_id, label"""
    return {article: tuple(row["label"] for row in rows) for article, rows in _group(tables, sql).items()}


def _rows(tables: Tables, report: Report) -> Iterator[CitedRow]:
    """Yield every row that a finding points at, in the order of tables and lines."""
    wanted: dict[str, set[str]] = {}
    for place in (place for finding in report.result.findings for place in finding.places):
        wanted.setdefault(place.table, set()).add(place.row)
    for name, keys in sorted(wanted.items()):
        table = tables.package.tables[name]
        found = sorted(tables.rows(name, keys).items(), key=lambda item: item[1]["_row"])
        labels = label_rows(tables, name, keys)
        for key, cells in found:
            shown = tuple((field.name, str(cells[field.name])) for field in table.fields if cells[field.name] is not None)
            yield CitedRow(name, key, table.path, tables.lines[name].of(cells["_row"]), shown, labels.get(key, ""))


def _passages(tables: Tables, texts: dict[str, str]) -> dict[str, tuple[PagePassage, ...]]:
    """Return the passages of every article in order, each with the rows whose words stand in it."""
    digests = {row["article_id"]: row["sha256"] for row in _query(tables, "SELECT article_id, sha256 FROM articles")}
    said: dict[str, list[PrintedWords]] = {}
    article_of = {row["passage_id"]: row["article_id"] for row in _query(tables, "SELECT passage_id, article_id FROM passages")}
    for table in tables.package.layer("said"):
        if table.name != "passages" and table.name in tables.lines and {"passage_id", "start", "end"} <= {f.name for f in table.fields}:
            placed = f'SELECT * FROM {quote(table.name)} WHERE passage_id IS NOT NULL AND "start" + "end" IS NOT NULL'
            for row in tables.query(f"{placed} ORDER BY {quote(table.key[0])}"):
                text = texts.get(digests.get(article_of.get(row["passage_id"], ""), ""))
                said.setdefault(row["passage_id"], []).extend(_words(table, row, text))
    passages: dict[str, list[PagePassage]] = {}
    for row in _query(tables, 'SELECT * FROM passages ORDER BY article_id, paragraph, sentence, "start"'):
        text = texts.get(digests.get(row["article_id"], ""))
        words = tuple(said.get(row["passage_id"], ()))
        passages.setdefault(row["article_id"], []).append(
            PagePassage(
                **{name: row[name] for name in ("passage_id", "paragraph", "sentence", "start", "end")}, words=words,
                text=None if text is None else text[row["start"] : row["end"]],
            )
        )  # fmt: skip
    return {article: tuple(found) for article, found in passages.items()}


def _words(table: Table, row: Cells, text: str | None) -> Iterator[PrintedWords]:
    """Yield a row with its printed words: where they are if that can be found, else somewhere in its span."""
    key, start, end = row[table.key[0]], row["start"], row["end"]
    printed = [row[f.name] for f in table.fields if f.printed and row[f.name]]
    if table.name == "mentions":
        # A title comes before its name where both fill the span.
        printed = [row[name] for name in ("title_printed", "name_printed") if row[name]]
    if not printed:
        yield PrintedWords(table.name, key, start, end)
    elif text is not None:
        for words in printed:
            at = text.index(words, start, end)
            yield PrintedWords(table.name, key, at, at + len(words), words)
    elif len(printed) == 1 and len(printed[0]) == end - start:
        yield PrintedWords(table.name, key, start, end, printed[0])
    elif len(" ".join(printed)) == end - start:
        yield PrintedWords(table.name, key, start, end, " ".join(printed))
    else:
        yield PrintedWords(table.name, key, start, end, " … ".join(printed), is_exact=False)


def _sources(tables: Tables) -> dict[str, tuple[Source, ...]]:
    """Return who is said to say the claims of every article, and on whom they rest in turn."""
    sql = """
        SELECT p.article_id, t.*, a.label AS actor, f.label AS affiliated FROM attributions AS t
        JOIN passages AS p ON p.passage_id = t.passage_id
        LEFT JOIN actors AS a ON a.actor_id = t.actor_id
        LEFT JOIN actors AS f ON f.actor_id = t.affiliation
        ORDER BY t.attribution_id"""
    found: dict[str, tuple[Source, ...]] = {}
    for article, rows in _group(tables, sql).items():
        below: dict[str | None, list[Cells]] = {}
        for row in rows:
            below.setdefault(row["via"], []).append(row)
        found[article] = _join(below.get(None, []), below, _DEEPEST)
    return found


def _join(rows: Iterable[Cells], below: dict[str | None, list[Cells]], depth: int) -> tuple[Source, ...]:
    """Put attributions to the same source together, those with most claims first."""
    same: dict[tuple[str, ...], list[Cells]] = {}
    for row in rows:
        label = row["actor"] or row["described"] or "nobody named"
        same.setdefault((label, row["naming"], row["affiliated"] or ""), []).append(row)
    sources = []
    for (label, naming, affiliation), ones in same.items():
        verbs = {row["verb"] or row["hedge"] for row in ones} - {None}
        further = [lower for row in ones for lower in below.get(row["attribution_id"], [])] if depth else []
        claims = tuple(sorted({row["claim_id"] for row in ones}))
        rests_on = _join(further, below, depth - 1) if further else ()
        sources.append(Source(label, naming, affiliation or None, tuple(sorted(verbs)), claims, rests_on))
    return tuple(sorted(sources, key=lambda s: (-len(s.claims), s.label, s.naming)))
