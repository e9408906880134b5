"""Which drafted rows a person means: a row, those under a finding, or all that rest under none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corrigenda.checking.rulebook.catalogue import catalogue
from corrigenda.checking.runner import check
from corrigenda.engine.tables import load
from corrigenda.errors import SetupError
from corrigenda.package.drafts import Key, find_drafts
from corrigenda.package.package import Package, open_package
from corrigenda.package.storage.journal import in_turn
from corrigenda.results.finding import Finding
from corrigenda.tasks.review.acceptance import accept, change, reject
from corrigenda.values.wording import ask_meant


@in_turn
def accept_chosen(
    path: Path | str,
    chosen: Sequence[str],
    by: str,
    on: str,
    *,
    new: Sequence[str] = (),
    rest: bool = False,
    known: Path | str | None = None,
    texts: Sequence[str] = (),
) -> str:
    """Accept rows ("mentions:KEY"), the rows under findings (their fingerprints), or with `rest` all drafts under no finding.

    `new` holds cells ("FIELD=VALUE") that are changed on the way, for one row. Returns a sentence; raises SetupError as `accept` does.
    """
    package = open_package(path, known)
    rows = choose_rows(package, chosen, rest=rest)
    if new:
        if len(rows) != 1 or rest:
            raise SetupError("--set changes the cells of one row; name that row, such as mentions:KEY")
        cells = dict(one.split("=", 1) for one in new if "=" in one)
        if len(cells) < len(new):
            raise SetupError("--set expects FIELD=VALUE, each field once")
        return change(package, rows[0], cells, by, on, texts=texts)
    return accept(package, dict.fromkeys(rows), by, on)


@in_turn
def reject_chosen(path: Path | str, chosen: Sequence[str], known: Path | str | None = None) -> str:
    """Remove rows ("mentions:KEY") that were drafted; returns a sentence, raises SetupError as `reject` does."""
    package = open_package(path, known)
    found = [_row(package, one) for one in chosen]
    if None in found:
        raise SetupError(f"'{chosen[found.index(None)]}' is no row of a table; expected TABLE:KEY, such as mentions:KEY")
    return reject(package, {key: None for key in found if key})


def choose_rows(package: Package, chosen: Sequence[str], *, rest: bool = False) -> tuple[Key, ...]:
    """Return the drafts that are meant; raises SetupError where there are none, or no such finding."""
    rows = [_row(package, one) for one in chosen]
    named = [one for one, row in zip(chosen, rows, strict=True) if row is None]
    if named or rest:
        with load(package) as tables:
            findings = check(tables, catalogue(), timeline=False, is_folded=False).findings
        rows += [key for name in named for key in _find(name, findings).drafts]
        rows += rest_of(package, findings) if rest else []
    found = tuple(dict.fromkeys(row for row in rows if row))
    if not found:
        raise SetupError("there is no draft to decide about" + (f" under {named[0]}" if named else ""))
    return found


def rest_of(package: Package, findings: Sequence[Finding]) -> list[Key]:
    """Return the drafts on which no finding rests, in order."""
    return sorted(find_drafts(package) - {key for finding in findings for key in finding.drafts})


def _row(package: Package, name: str) -> Key | None:
    table, colon, row = name.partition(":")
    return (table, row) if colon and table in package.tables else None


def _find(name: str, findings: Sequence[Finding]) -> Finding:
    for finding in findings:
        if finding.fingerprint == name:
            return finding
    meant = ask_meant(name, [finding.fingerprint for finding in findings], 3)
    raise SetupError(f"there is no finding '{name}'" + (f"; {meant}" if meant else "; 'corrigenda check' prints those there are"))
