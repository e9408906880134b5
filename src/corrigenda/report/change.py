"""The change that a run judges, as lines of a text and as a part of a comment: cells, old and new, and findings that went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from corrigenda.release.change import Change, TableChange
from corrigenda.report.diff import count_rows, tell_rows
from corrigenda.report.model import Report
from corrigenda.results.change_rules import CHANGE_RULES
from corrigenda.results.finding import State
from corrigenda.values.wording import name_data, visible

_SHOWN = 20


def render_change_since(report: Report) -> Iterator[str]:
    """Yield the lines of a text: what changed, which findings went and why, and what was judged about it."""
    if report.change:
        change = report.change
        yield visible(f"The change of {name_data(change.package, f'{change.old_version} → {change.new_version}')}:")
        yield from (visible(f"  {schema}") for schema in change.schema)
        for table, lines, more in list_tables(change):
            yield visible(f"  {table.path}: {count_rows(table)}")
            yield from (visible(f"    {line}") for line in lines)
            if more:
                yield f"    and {more:,} more"
    for one in report.gone:
        yield visible(f"  gone: {one.fingerprint}: {one.message}")
        yield from (visible(f"    because {cause}") for cause in report.causes(one.fingerprint))
    yield from map(visible, report.remarks)


def list_tables(change: Change) -> Iterator[tuple[TableChange, list[str], int]]:
    """Yield each table that people write and that changed, its first changes as lines, and how many more there are."""
    for table in change.tables:
        if table.layer != "found" and count_rows(table):
            lines = list(tell_rows(table))
            yield table, lines[:_SHOWN], max(len(lines) - _SHOWN, 0)


def tell_states(report: Report) -> str:
    """Say in one sentence what changed since the earlier state."""
    about_change = {finding.fingerprint for finding in report.result.findings if finding.rule in CHANGE_RULES}
    counts = Counter(state for name, state in report.states().items() if name not in about_change)
    new, changed, same = (counts[state] for state in (State.NEW, State.UPDATED, State.UNCHANGED))
    accept = f"; {len(about_change)} about the change itself" if about_change else ""
    return f"Compared with the earlier state: {new} new, {changed} changed, {same} as before, {len(report.gone)} gone{accept}."
