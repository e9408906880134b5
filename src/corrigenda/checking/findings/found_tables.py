"""What was found, as the tables of `data/found`: written, and compared with what is committed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple, dataclass, replace
from typing import Any

from corrigenda.checking.rulebook.catalogue import catalogue
from corrigenda.engine.sql import quote
from corrigenda.engine.tables import Tables
from corrigenda.engine.views import view_files
from corrigenda.errors import SetupError
from corrigenda.package.package import Package
from corrigenda.package.storage.journal import write_together
from corrigenda.package.tables.csv_file import parse_rows, write_rows
from corrigenda.package.tables.table import Table
from corrigenda.results.finding import Finding, Result
from corrigenda.values.spreadsheet_cells import write_for_people
from corrigenda.values.wording import EMPTY, first_few

Rows = list[list[str | None]]
# So many changed rows, and so many changed findings, are named.
_SHOWN = 20
# Rules whose answer passes: with the day of the run, or with the next release.
_PASSING = {"publication-too-late", "confirmed-unlike-release"}


@dataclass(frozen=True)
class Stale:
    """Say what the committed state differs in from a fresh run; empty where it does not."""

    files: tuple[str, ...]
    rows: tuple[str, ...]
    findings: tuple[str, ...]
    hashes: tuple[str, ...]
    measured: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.files or self.rows or self.findings or self.hashes or self.measured)

    def tell(self) -> list[str]:
        """Say what is stale, first what was changed, then what that changes, then what is to be written again."""
        if not self:
            return ["data/found is up to date"]
        lines = first_few(self.rows, "row", _SHOWN)
        lines += first_few([f"finding {finding}" for finding in self.findings], "finding", _SHOWN)
        lines += [f"stale: {file} differs from this run" for file in self.files]
        lines += [f"stale: {sentence}" for sentence in (*self.hashes, *self.measured)]
        if replace(self, measured=()):
            lines.append("data/found is out of date; run 'corrigenda check --write'")
        if self.measured:
            lines.append("the measured figures are out of date; run 'corrigenda measure --write'")
        return lines


def render_found(tables: Tables, result: Result) -> dict[str, bytes]:
    """Return the bytes of every generated file by path, the descriptor last; nothing depends on the clock."""
    package = tables.package
    rows = _rows(tables, _without_passing(result))
    files: dict[str, bytes] = {}
    for table in package.layer("found"):
        # What was measured stays until it is measured again: that takes minutes, and only rules change it.
        if table.name == "reliability":
            continue
        if table.name not in rows:
            raise SetupError(f"{table.path}: nothing makes the table {table.name}")
        if any(len(row) != len(table.fields) for row in rows[table.name]):
            raise SetupError(f"{table.schema_path}: has {len(table.fields)} fields, which are not those that the program makes")
        files[table.path] = write_rows([f.name for f in table.fields], sorted(_for_people(table, rows[table.name]), key=_sort_key))
    return files


def _for_people(table: Table, rows: Rows) -> Rows:
    """Return rows no cell of which a spreadsheet would run; keys stay, since others point at them."""
    keys = {*table.key, *(name for foreign in table.foreign_keys for name in foreign.fields)}
    kept = [field.name in keys for field in table.fields]
    return [[cell if is_key else write_for_people(cell) for cell, is_key in zip(row, kept, strict=True)] for row in rows]


def _without_passing(result: Result) -> Result:
    """Leave out what the day of the run or the last release decides: the committed state follows from the rows alone."""
    return replace(
        result,
        findings=tuple(finding for finding in result.findings if finding.rule not in _PASSING),
        coverage=tuple(entry for entry in result.coverage if entry.rule not in _PASSING),
        undecided=tuple(entry for entry in result.undecided if entry.rule not in _PASSING),
    )


def write_found(tables: Tables, result: Result) -> list[str]:
    """Write the generated files that changed; return their paths."""
    return write_together(tables.package.root, render_found(tables, result))


def compare_found(tables: Tables, result: Result) -> Stale:
    """Compare the committed state with a fresh run, and name the rows and findings behind a difference."""
    package = tables.package
    for name in ("inputs", "findings"):
        if name not in package.tables:
            raise SetupError(f"datapackage.json: there is no table '{name}', and without it nothing can be compared")
    fresh = render_found(tables, result)
    differing = tuple(path for path, data in fresh.items() if _read(package, path) != data)
    hashes = []
    for table in package.tables.values():
        # The files of a reference from another package are described there.
        if package.reference and table.layer == "known":
            continue
        stated, facts = {"hash": table.hash, "bytes": table.bytes}, file_facts(_read(package, table.path))
        if any(value not in (None, facts[fact]) for fact, value in stated.items()):
            hashes.append(f"datapackage.json names another hash or size for {table.path}; remove both, a release writes them")
    before, after = (
        _keyed(package, "inputs", _read(package, "data/found/inputs.csv")),
        _keyed(package, "inputs", fresh["data/found/inputs.csv"]),
    )
    changed = _locate_rows(tables, _differences(before, after))
    old, new = (
        _keyed(package, "findings", _read(package, "data/found/findings.csv")),
        _keyed(package, "findings", fresh["data/found/findings.csv"]),
    )
    moved = [f"{key[0]}: {word}: {(new.get(key) or old[key])['message']}" for key, word in _differences(old, new)]
    return Stale(differing, tuple(changed), tuple(moved), tuple(hashes))


def _differences(before: dict[Any, Any], after: dict[Any, Any]) -> list[tuple[Any, str]]:
    words = {(False, True): "new", (True, False): "gone", (True, True): "changed"}
    return [(key, words[key in before, key in after]) for key in sorted(before.keys() | after.keys()) if before.get(key) != after.get(key)]


def _locate_rows(tables: Tables, changes: list[tuple[tuple[str, ...], str]]) -> list[str]:
    """Name each changed row of said or known by file, line and key; a row that is gone has no line."""
    lines: dict[str, dict[str, int]] = {}
    named = []
    for (name, row), word in changes:
        table = tables.package.tables.get(name)
        if table is None:
            named.append(f"{word}: {name} {row}")
            continue
        if name not in lines:
            # One query a table: where nothing is committed yet, every row is new.
            keys = tables.run(f"SELECT {quote(table.key[0])}, _row FROM raw.{quote(name)}")
            lines[name] = {key: tables.lines[name].of(number) for key, number in keys}
        line = f", line {lines[name][row]}" if row in lines[name] else ""
        named.append(f"{word}: {table.path}{line}: {row}")
    return named


def _keyed(package: Package, name: str, data: bytes) -> dict[tuple[str, ...], dict[str, str]]:
    """Read a generated table by key; what cannot be read counts as having no rows."""
    import csv

    table = package.tables[name]
    try:
        rows = parse_rows(data.decode("utf-8"))[1]
        return {tuple(row[key] for key in table.key): row for row in rows}
    except (UnicodeDecodeError, csv.Error, KeyError):
        return {}


def _rows(tables: Tables, result: Result) -> dict[str, Rows]:
    """Return the rows of each generated table, in the order of its fields."""
    findings = result.findings
    coverage = tables.package.tables.get("article_coverage")
    # A package of an earlier version counts no drafts, and has none.
    counts_drafts = coverage is not None and coverage.has("drafted")
    return {
        "findings": [
            [f.fingerprint, f.evidence_digest, f.rule, f.verdict, f.severity, f.subject, f.article_id, f.claim_id, f.message, f.doubt]
            for f in findings
        ],
        "evidence": [
            [f.fingerprint, str(position), p.table, p.row, p.field, p.value, p.role]
            for f in findings for position, p in enumerate(f.places, 1)
        ],
        "repairs": [
            [f.fingerprint, str(position), str(r.option), r.table, r.row, r.field, r.value, r.allows]
            for f in findings for position, r in enumerate(f.repairs, 1)
        ],
        "timeline": [list(astuple(event)) for event in result.timeline],
        "coverage": [
            [
                f"{c.rule}:{c.article_id or 'reference'}", c.rule, c.article_id,
                *map(str, (c.judged, c.certain, c.possible, c.consistent, c.undecided)),
                None if c.claims_decided is None else str(c.claims_decided),
                None if c.claims_undecided is None else str(c.claims_undecided),
                "; ".join(f"{count}: {reason}" for reason, count in c.reasons),
            ]
            for c in result.coverage
        ],
        "article_coverage": [
            [
                a.article_id, *map(str, (a.claims, a.facts, a.names, a.sourcing, a.undecided, a.unjudged)),
                *([str(a.drafted)] if counts_drafts else []),
            ]
            for a in result.articles
        ],
        "undecided": [[f"{u.rule}:{u.row}", u.rule, u.table, u.row, u.article_id, u.claim_id, u.reason] for u in result.undecided],
        "unjudged": [[claim, article] for claim, article in result.unjudged],
        "findings_flat": [_flat(result, finding) for finding in findings],
        "inputs": _inputs(tables),
    }  # fmt: skip


def _flat(result: Result, finding: Finding) -> list[str | None]:
    place = finding.places[0]
    against = "; ".join(f"{p.table} {p.row} {p.field} = {p.value or EMPTY}" for p in finding.places[1:] if p.role == "basis")
    return [
        finding.fingerprint, finding.rule, finding.verdict, finding.level, finding.article_id,
        result.statements.get(finding.claim_id or ""), finding.printed, finding.message, finding.doubt,
        finding.repairs[0].allows if finding.repairs else None,
        place.path, str(place.line), place.field, place.value, against, "; ".join(map(str, finding.sources)),
        "; ".join(map(str, finding.responses)),
    ]  # fmt: skip


def _inputs(tables: Tables) -> Rows:
    rows: Rows = []
    for table in tables.package.layer("said", "known"):
        cells = ", ".join(f'"{f.name}"' for f in table.fields)
        position = [f.name for f in table.fields].index(table.key[0])
        for row in tables.run(f'SELECT {cells} FROM raw."{table.name}"'):
            rows.append([table.name, row[position], _short(json.dumps(row, ensure_ascii=False))])
    # What asks is an input as well: a finding can come or go because a rule became another query.
    rows += [["rule", rule.name, _short(rule.sql)] for rule in catalogue()]
    return rows + [["view", name, _short(sql)] for name, sql in view_files().items()]


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def file_facts(data: bytes) -> dict[str, str | int]:
    """Return what a descriptor can state of a file: its hash and its size in bytes."""
    return {"hash": "sha256:" + hashlib.sha256(data).hexdigest(), "bytes": len(data)}


def _read(package: Package, path: str) -> bytes:
    try:
        return (package.root / path).read_bytes()
    except OSError:
        return b""


def _sort_key(row: list[str | None]) -> tuple[Any, ...]:
    """Sort by the first two cells, a number as a number: keys of generated tables have one or two fields."""
    return tuple((int(cell), "") if cell and cell.isdigit() else (0, cell or "") for cell in row[:2])
