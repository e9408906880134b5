"""A change as text, JSON and Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from corrigenda.release.change import Change, FindingChange, TableChange
from corrigenda.report.markup import escape
from corrigenda.values.unseen import show_pair, tell_unseen
from corrigenda.values.wording import EMPTY, name_data, visible, write_json

FORMATS = ("text", "json", "markdown")
FORMAT_VERSION = 1
_SHOWN = 20


def render_change(change: Change, as_: str = "text", *, most: int | None = _SHOWN) -> str:
    """Render a change in one of FORMATS; text and Markdown show at most so many rows and cells of a table, and count the others."""
    if as_ == "json":
        return _json(change)
    return "\n".join(_markdown(change, most) if as_ == "markdown" else _text(change, most))


def _json(change: Change) -> str:
    content = {
        "format_version": FORMAT_VERSION,
        "package": change.package,
        "old_version": change.old_version,
        "new_version": change.new_version,
        "differs": bool(change),
        "needs": {"level": change.need.level.name.lower(), "version": change.need.version, "reason": change.need.reason},
        "problems": [asdict(problem) for problem in change.problems],
        "schema": [{**asdict(one), "level": one.level.name.lower()} for one in change.schema],
        "tables": [
            {
                "table": table.name,
                "path": table.path,
                "added": [{"key": row.key, "cells": row.cells} for row in table.added],
                "removed": [{"key": row.key, "cells": row.cells} for row in table.removed],
                "changed": [{"key": cell.key, "field": cell.field, "before": cell.before, "after": cell.after} for cell in table.changed],
            }
            for table in change.tables
        ],
        "findings": [asdict(finding) for finding in change.findings],
    }
    return write_json(content, indent=None)


def _text(change: Change, most: int | None) -> Iterator[str]:
    for problem in change.problems:
        yield visible(f"error: {problem}")
    for schema in change.schema:
        yield visible(f"schema: {schema}")
    for table in change.tables:
        if count := count_rows(table):
            yield visible(f"{table.path}: {count}")
        lines = list(tell_rows(table)) if table.layer != "found" else []
        yield from (visible(f"  {line}") for line in lines[:most])
        if most is not None and len(lines) > most:
            yield f"  and {len(lines) - most:,} more; --all shows them"
    for finding in change.findings:
        yield visible(f"finding {finding.state}: {finding.finding_id} ({_verdicts(finding)}): {finding.message}")
        yield from (visible(f"  because {reason}") for reason in finding.why)
    yield visible(_sum_up(change))


def _markdown(change: Change, most: int | None) -> Iterator[str]:
    versions = f"{change.old_version} → {change.new_version}"
    yield f"## Change of {escape(name_data(change.package, versions))}"
    yield ""
    yield escape(_sum_up(change))
    for title, entries in (
        ("Errors", [str(problem) for problem in change.problems]),
        ("Schemas", [str(schema) for schema in change.schema]),
    ):
        yield from _list(f"### {title}", entries)
    if change.findings:
        yield from ("", "### Findings", "", "| | finding | verdict | because |", "|---|---|---|---|")
        for finding in change.findings:
            cells = (finding.state, finding.finding_id, _verdicts(finding), "; ".join(finding.why))
            yield f"| {' | '.join(map(escape, cells))} |"
    for table in change.tables:
        if table.layer != "found":
            lines = list(tell_rows(table))
            more = [f"and {len(lines) - most:,} more"] if most is not None and len(lines) > most else []
            yield from _list(f"### {escape(table.path)}: {count_rows(table)}", [*lines[:most], *more])


def _list(title: str, entries: Sequence[str]) -> Iterator[str]:
    if entries:
        yield from ("", title, "", *(f"- {escape(entry)}" for entry in entries))


def tell_rows(table: TableChange) -> Iterator[str]:
    """Tell the rows and cells of a table: + for a row that came, - for one that went, ~ for a cell."""
    for sign, rows in (("+", table.added), ("-", table.removed)):
        for row in rows:
            yield f"{sign} {', '.join(row.key)}"
    for cell in table.changed:
        before, after = (EMPTY if value is None else value for value in (cell.before, cell.after))
        unseen = tell_unseen(before, after)
        old, new = show_pair(before, after)
        yield f"~ {', '.join(cell.key)} {cell.field}: {old} → {new}{f' ({unseen})' if unseen else ''}"


def count_rows(table: TableChange) -> str:
    """Say how many rows of a table came, went or changed; empty where none did."""
    rows = len({cell.key for cell in table.changed})
    parts = [(len(table.added), "added"), (len(table.removed), "removed"), (rows, "changed")]
    told = ", ".join(f"{count:,} {what}" for count, what in parts if count)
    return f"rows {told}" if told else ""


def _verdicts(finding: FindingChange) -> str:
    return " → ".join(dict.fromkeys(verdict for verdict in (finding.before, finding.after) if verdict))


def _sum_up(change: Change) -> str:
    if not change:
        return f"{change.package}: no difference"
    need, versions = change.need, f"{change.old_version} → {change.new_version}"
    return f"{name_data(change.package, versions)}: needs {need.version} or later ({need.level.name.lower()}: {need.reason})"
