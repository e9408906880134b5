"""Why findings came, went or changed: the article, the reference or the rule behind them changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from corrigenda.package.package import Package
from corrigenda.package.tables.csv_file import read_sound
from corrigenda.release.change import FindingChange, TableChange
from corrigenda.release.version import show_cell, show_key
from corrigenda.values.wording import first_few

_SIDES = {"said": "article", "known": "reference"}
_SHOWN = 3
_PLACE = ("table", "row", "field")


def explain_findings(old: Package, new: Package, changes: Sequence[TableChange]) -> Iterator[FindingChange]:
    """Yield each finding that is new, gone or changed, as the committed tables of both states have it, with the reasons."""
    findings = next((change for change in changes if change.name == "findings"), None)
    if findings is None:
        return
    ids = {row.key[0] for row in (*findings.added, *findings.removed)} | {cell.key[0] for cell in findings.changed}
    before, after = ({row["finding_id"]: row for row in _rows(package, "findings", ids, "verdict")} for package in (old, new))
    places: dict[str, dict[tuple[str, str, str], None]] = {finding: {} for finding in ids}
    for row in (*_rows(old, "evidence", ids, *_PLACE), *_rows(new, "evidence", ids, *_PLACE)):
        places[row["finding_id"]][row["table"], row["row"], row["field"]] = None
    causes = _Causes(changes)
    for finding in sorted(ids):
        was, now = before.get(finding), after.get(finding)
        told = now or was or {}
        yield FindingChange(
            finding,
            "changed" if was and now else "new" if now else "gone",
            was["verdict"] if was else None,
            now["verdict"] if now else None,
            told.get("message", ""),
            causes.of(places[finding], told.get("rule", "")),
            told.get("subject", ""),
            told.get("severity", ""),
            causes.cells_of(places[finding]),
        )


def _rows(package: Package, name: str, findings: set[str], *fields: str) -> list[dict[str, str]]:
    """Return the rows of a table of data/found that belong to some findings; none where it is not the table of this program."""
    table = package.tables.get(name)
    if table is None or not table.has("finding_id", *fields):
        return []
    return [row for row in read_sound(table) if row["finding_id"] in findings]


class _Causes:
    """Hold what changed below the findings: cells and rows of article and reference, rules and views."""

    def __init__(self, changes: Sequence[TableChange]) -> None:
        self.cells: dict[tuple[str, str, str], str] = {}
        self.rows: dict[tuple[str, str], str] = {}
        self.programs: list[tuple[str, str]] = []
        self.known = {change.name for change in changes if change.layer == "known"}
        for change in changes:
            if change.name == "inputs":
                keys = [*(row.key for row in (*change.added, *change.removed)), *(cell.key for cell in change.changed)]
                self.programs = [(key[0], key[1]) for key in keys if key[0] in ("rule", "view")]
            elif change.layer in _SIDES:
                self._take(change, _SIDES[change.layer])

    def _take(self, change: TableChange, side: str) -> None:
        for rows, what in ((change.added, "is new"), (change.removed, "is gone")):
            self.rows.update({(change.name, row.key[0]): f"{side}: {change.name} {show_key(row.key)} {what}" for row in rows})
        for cell in change.changed:
            told = f"{side}: {change.name} {show_key(cell.key)} {cell.field} {show_cell(cell.before)} → {show_cell(cell.after)}"
            self.cells[change.name, cell.key[0], cell.field] = told

    def of(self, places: Iterable[tuple[str, str, str]], rule: str) -> tuple[str, ...]:
        """Return why a finding of a rule that points at some places differs, nearest first."""
        own = (self.rows.get(place[:2]) or self.cells.get(place) for place in places)
        near = list(dict.fromkeys(reason for reason in own if reason))
        if ("rule", rule) in self.programs:
            near.append(f"rule: {rule} is another query")
        return tuple(near or self.far)

    def cells_of(self, places: Iterable[tuple[str, str, str]]) -> tuple[tuple[str, str, str], ...]:
        """Return the rows and cells of the reference by which a finding that points at some places differs.

        Where none of its places changed, that is all of the reference that did.
        """
        near = [place for place in places if place[:2] in self.rows or place in self.cells]
        changed = near or [*((*row, "") for row in self.rows), *self.cells]
        own = dict.fromkeys((*place[:2], "") if place[:2] in self.rows else place for place in changed)
        return tuple(place for place in own if place[0] in self.known)

    @cached_property
    def far(self) -> list[str]:
        """Return what else changed: a finding can rest on a row that it does not point at."""
        views = (f"rule: the view {name} is another query" for kind, name in self.programs if kind == "view")
        far = [*self.rows.values(), *self.cells.values(), *views]
        if not far:
            return ["rule: the program changed, and neither article nor reference did"]
        return first_few(far, "change", _SHOWN)
