"""What a desk keeps by hand about findings, waivers, responses and reviews: rows written with the evidence that they are about."""

from __future__ import annotations

from pathlib import Path

from corrigenda.checking.rulebook.catalogue import catalogue
from corrigenda.checking.runner import check
from corrigenda.engine.tables import load
from corrigenda.errors import SetupError
from corrigenda.package.package import Package, open_package
from corrigenda.package.storage.journal import in_turn
from corrigenda.package.tables.csv_file import read_rows, write_rows
from corrigenda.results.change_rules import CHANGE_RULES
from corrigenda.results.finding import Finding
from corrigenda.tasks.editing.amendment import amend
from corrigenda.tasks.publishing.gate import find_change_finding
from corrigenda.values.wording import ask_meant

_LONGEST = 40


@in_turn
def add_waiver(
    path: Path | str,
    finding_id: str,
    reason: str,
    by: str,
    until: str | None = None,
    known: Path | str | None = None,
    base: str | None = None,
) -> str:
    """Accept a finding: write its waiver with the digest of its evidence; return a sentence that says so.

    A waiver that is there already is renewed. A finding about a change needs `base`, the state that it is a change of.
    Raises SetupError where there is no such finding.
    """
    package = open_package(path, known)
    if finding_id.split(":", maxsplit=1)[0] in CHANGE_RULES:
        if base is None:
            raise SetupError(f"{finding_id} is a finding about a change; give --base STATE, the state before it")
        finding = find_change_finding(package, base, finding_id, known)
    else:
        finding = _find(package, finding_id)
    cells = {"finding_id": finding_id, "evidence_digest": finding.evidence_digest, "reason": reason, "by": by, "until": until}
    return _put(package, "waivers", cells, renew=True)


@in_turn
def add_response(path: Path | str, finding_id: str, known: Path | str | None = None, **cells: str | None) -> str:
    """Put a response to a finding: write its row with the digest of the evidence; return a sentence that says so.

    `cells` are those of the table responses. Raises SetupError where there is no such finding, the key is
    taken, or the statement has more than forty words.
    """
    package = open_package(path, known)
    finding = _find(package, finding_id)
    _judge_words("--statement", cells.get("statement"))
    return _put(package, "responses", {"finding_id": finding_id, "evidence_digest": finding.evidence_digest, "outcome": "open", **cells})


@in_turn
def add_review(path: Path | str, finding_id: str, known: Path | str | None = None, **cells: str | None) -> str:
    """Stand for a finding: write its review with the digest of the evidence; return a sentence that says so.

    `cells` are those of the table reviews. A review that is there already is renewed. Raises SetupError where
    there is no such finding, it rests on drafts, or the summary has more than forty words.
    """
    package = open_package(path, known)
    finding = _find(package, finding_id)
    if finding.is_drafted:
        raise SetupError(f"{finding_id} rests on drafts that nobody has accepted; run 'corrigenda accept {finding_id}' first")
    _judge_words("--summary", cells.get("summary"))
    return _put(package, "reviews", {"finding_id": finding_id, "evidence_digest": finding.evidence_digest, **cells}, renew=True)


def _find(package: Package, finding_id: str) -> Finding:
    with load(package) as tables:
        findings = check(tables, catalogue().select([finding_id.split(":", maxsplit=1)[0]])).findings
    for finding in findings:
        if finding.fingerprint == finding_id:
            return finding
    meant = ask_meant(finding_id, [finding.fingerprint for finding in findings], 3)
    raise SetupError(f"there is no finding '{finding_id}'; {meant or 'expected a fingerprint such as those in data/found/findings.csv'}")


def _judge_words(option: str, text: str | None) -> None:
    words = len((text or "").split())
    if words > _LONGEST:
        raise SetupError(f"{option} has {words} words; expected {_LONGEST} at most, in your own words, and the rest behind --url")


def _put(package: Package, name: str, cells: dict[str, str | None], renew: bool = False) -> str:
    """Write one row into a table kept by hand, in the order of its keys."""
    table = package.tables.get(name)
    if table is None:
        raise SetupError(f"the package has no table '{name}'; 'corrigenda new package' makes one that has it")
    key, unreadable = cells[table.key[0]], [field for field, value in cells.items() if value and not value.isprintable()]
    if unreadable:
        raise SetupError(f"{unreadable[0]} has a character that cannot be printed")
    names = [f.name for f in table.fields]
    rows = {row[table.key[0]]: row for row in read_rows(table.file)[1]}
    if key in rows and not renew:
        raise SetupError(f"{table.path}: the key '{key}' is taken")
    word = "renewed" if key in rows else "added"
    rows[str(key)] = {field: value or "" for field, value in cells.items()}
    amend(package, {name: write_rows(names, [[rows[k].get(field) or None for field in names] for k in sorted(rows)])})
    return f"{table.path}: {word} {key}"
