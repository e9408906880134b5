"""A draft is never certain: findings that rest on rows which nobody has accepted are lowered, and name these rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Any

from corrigenda.checking.rulebook.catalogue import Catalogue
from corrigenda.engine.sql import quote
from corrigenda.engine.tables import Tables
from corrigenda.package.drafts import Key, find_dependents, find_targets, remove_rows
from corrigenda.package.package import Package
from corrigenda.package.substitute import amended
from corrigenda.package.tables.table import Table
from corrigenda.results.finding import Finding, Result, Verdict
from corrigenda.values.wording import count, show

Check = Callable[[Package, Catalogue], Result]
_SHOWN = 2
# Of a table with so few rows all are read together.
_SMALL = 2_000
_ELSEWHERE = "without the rows that are still drafts it is not certain"


def lower_drafts(pointers: Pointers, drafts: Collection[Key], findings: Sequence[Finding], rules: Catalogue, check: Check) -> list[Finding]:
    """Return the findings, each with the drafts that it rests on, and none of these certain.

    A finding rests on a draft if one of its basis cells is in one, or in a row that points at one. What else can carry it (the days of
    an event, worked out from all times of an article; a row that a view joins) is not listed anywhere, so it is tried: only what is
    certain in the package without any draft is left certain. `check` runs those of the `rules` over that package that are asked.
    """
    tables = pointers.tables
    reached = pointers.reached_from({(place.table, place.row) for finding in findings for place in finding.places})
    keys = {(name, field) for name, table in tables.package.tables.items() for field in _list_keys(table)}
    lowered = [_rest(finding, drafts, reached, keys) for finding in findings]
    asked = {finding.rule for finding in lowered if finding.verdict is Verdict.CERTAIN}
    if not asked:
        return lowered
    sure = _find_certain(tables, drafts, Catalogue(tuple(rule for rule in rules if rule.name in asked)), check)
    near = _find_near(tables, drafts)
    return [
        finding
        if finding.verdict is not Verdict.CERTAIN or finding.fingerprint in sure
        else _lower(finding, _ELSEWHERE, _list_around(finding, reached, near))
        for finding in lowered
    ]


class Pointers:
    """Hold at which rows others point, each read once."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.rows: dict[Key, tuple[Key, ...]] = {}

    def reached_from(self, starts: Collection[Key]) -> dict[Key, set[Key]]:
        """Return for each row all rows that it points at, directly or through others, and itself."""
        known = self.tables.package.tables
        wanted = set(starts)
        seen: set[Key] = set()
        while wanted:
            new = wanted - self.rows.keys()
            for name in sorted({name for name, _ in new}):
                found = self._read(name, [row for table, row in new if table == name])
                self.rows |= {(name, key): tuple(find_targets(known[name], cells)) for key, cells in found.items()}
            seen |= wanted
            wanted = {target for key in wanted for target in self.rows.get(key, ()) if target[0] in self.tables.lines} - seen
        return {start: _reach(start, self.rows) for start in starts}

    def _read(self, name: str, keys: Collection[str]) -> dict[str, dict[str, Any]]:
        """Return rows of a table by key: those that are asked for, or all of a small one, which is asked again and again."""
        if self.tables.lines[name].rows > _SMALL:
            return self.tables.rows(name, keys)
        key = self.tables.package.tables[name].key[0]
        return {row[key]: row for row in self.tables.query(f"SELECT * FROM raw.{quote(name)}")}


def _reach(start: Key, rows: dict[Key, tuple[Key, ...]]) -> set[Key]:
    seen, todo = {start}, [start]
    while todo:
        new = set(rows.get(todo.pop(), ())) - seen
        seen |= new
        todo += new
    return seen


def _list_keys(table: Table) -> set[str]:
    """Return the fields of a table that hold keys, which say nothing to a reader."""
    return {*table.key, *(field for foreign in table.foreign_keys for field in foreign.fields)}


def _rest(finding: Finding, drafts: Collection[Key], reached: dict[Key, set[Key]], keys: Collection[tuple[str, str]]) -> Finding:
    """Return a finding with the drafts under its basis; lowered where there are some."""
    basis = [place for place in finding.places if place.role == "basis"]
    own = dict.fromkeys((place.table, place.row) for place in basis)
    above = sorted({key for row in own for key in reached[row]} - own.keys())
    rests = [key for key in (*own, *above) if key in drafts]
    if not rests:
        return finding
    read = (place for place in basis if (place.table, place.row) in rests and (place.table, place.field) not in keys)
    cells = list(dict.fromkeys(show(place.value) for place in read if place.value))
    more = f" and {count(len(cells) - _SHOWN, 'more cell')}" if len(cells) > _SHOWN else ""
    named = f" ({', '.join(cells[:_SHOWN])}{more})" if cells else ""
    doubt = f"it rests on {count(len(rests), 'drafted row')} that nobody has accepted{named}"
    return _lower(finding, doubt, tuple(rests))


def _lower(finding: Finding, doubt: str, rests: tuple[Key, ...]) -> Finding:
    is_sure = finding.verdict is Verdict.CERTAIN
    if is_sure or finding.doubt:
        doubt = f"{finding.doubt}; {doubt}" if finding.doubt else doubt
        return replace(finding, verdict=Verdict.POSSIBLE, doubt=doubt, drafts=rests, is_drafted=True, is_sure_once_accepted=is_sure)
    return replace(finding, drafts=rests, is_drafted=True)


def _find_certain(tables: Tables, drafts: Collection[Key], rules: Catalogue, check: Check) -> set[str]:
    """Return the fingerprints that are certain in the package without its drafts and without what hangs on them."""
    package = tables.package
    gone = {*drafts, *find_dependents(package, drafts)}
    with amended(package, remove_rows(package, gone)) as rest:
        return {finding.fingerprint for finding in check(rest, rules).findings if finding.verdict is Verdict.CERTAIN}


def _find_near(tables: Tables, drafts: Collection[Key]) -> dict[Key, list[Key]]:
    """Return by row the drafts that point at it; that an article names a row of the reference says nothing of that row."""
    near: dict[Key, list[Key]] = {}
    known = tables.package.tables
    for name in sorted({name for name, _ in drafts if name in tables.lines}):
        for key, cells in tables.rows(name, [row for table, row in drafts if table == name]).items():
            for target in find_targets(known[name], cells):
                if known[name].layer != "said" or known[target[0]].layer == "said":
                    near.setdefault(target, []).append((name, key))
    return near


def _list_around(finding: Finding, reached: dict[Key, set[Key]], near: dict[Key, list[Key]]) -> tuple[Key, ...]:
    """Return the drafts that say something of the places, events and claims of a finding: another date of its event, say."""
    own = {(place.table, place.row) for place in finding.places}
    about = own | {key for row in own for key in reached[row] if key[0] in ("events", "claims")}
    return tuple(sorted({key for row in about for key in near.get(row, ())}))


def list_drafted_claims(pointers: Pointers, drafts: Collection[Key], claims: Collection[str]) -> set[str]:
    """Return the claims that are drafts or point at one, and those of which a draft says something, directly or by an event of theirs."""
    reached = pointers.reached_from({*drafts, *(("claims", claim) for claim in claims)})
    of_drafts = {row for key in drafts if key in reached for table, row in reached[key] if table == "claims"}
    return of_drafts | {claim for claim in claims if not reached["claims", claim].isdisjoint(drafts)}
