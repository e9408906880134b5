"""How many rows a rule may judge, and how many of its findings are kept; all of them are counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from corrigenda.checking.rulebook.catalogue import Rule
from corrigenda.engine.tables import Tables
from corrigenda.errors import SetupError
from corrigenda.results.finding import Result, Severity, Verdict

_KEPT_OF_A_RULE, _KEPT = 50_000, 200_000
# A view can pair each row with each other one: a rule judges as many rows as the size of a package explains.
_JUDGED, _TIMES_ITS_ROWS = 200_000, 20
_WORST_FIRST = tuple(Severity)

Row = dict[str, Any]


def most_judged(tables: Tables) -> int:
    """Return how many rows a rule may judge."""
    return _JUDGED + _TIMES_ITS_ROWS * sum(lines.rows for lines in tables.lines.values())


def keep_worst(runs: Iterable[tuple[Rule, object, Mapping[str, Row]]]) -> tuple[list[tuple[Rule, Row]], tuple[tuple[str, int], ...]]:
    """Return the rows that findings are made of, and how many of each rule are not kept: the worst rules keep theirs first."""
    kept: dict[str, list[Row]] = {}
    left, cut, listed = _KEPT, [], list(runs)
    for rule, _, rows in sorted(listed, key=lambda run: _WORST_FIRST.index(run[0].severity)):
        clashing = [row for row in rows.values() if row["verdict"] != Verdict.UNDECIDED]
        most = min(_KEPT_OF_A_RULE, left)
        if len(clashing) > most:
            cut.append((rule.name, len(clashing) - most))
            clashing = sorted(clashing, key=lambda row: (row["verdict"] != Verdict.CERTAIN, row[rule.key]))[:most]
        kept[rule.name] = clashing
        left -= len(clashing)
    return [(rule, row) for rule, _, _ in listed for row in kept[rule.name]], tuple(sorted(cut))


def demand_whole(result: Result) -> None:
    """Raise SetupError where a limit stopped a rule or cut its findings: what is committed has to be the same on every machine."""
    cut_off = [f"{rule} did not run: {reason}" for rule, reason in result.not_run if rule in result.stopped]
    cut_off += [f"{rule} found {number:,} more than can be kept" for rule, number in result.cut]
    if cut_off:
        raise SetupError(*cut_off, "data/found was not written")
