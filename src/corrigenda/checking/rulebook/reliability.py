"""How reliable a rule was measured to be: figures that count only for the rule and the views that they were measured on."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from corrigenda.checking.rulebook.catalogue import Rule
from corrigenda.engine.sql import words_of
from corrigenda.engine.views import read_behind, view_files
from corrigenda.package.package import Package
from corrigenda.package.storage.files import own_file, program_folder
from corrigenda.package.tables.csv_file import read_rows
from corrigenda.results.reliability import Reliability, read_reliability

RELIABILITY = "data/found/reliability.csv"


def digest_rules(rules: Iterable[Rule]) -> dict[str, str]:
    """Return a digest (16 hexadecimal digits of SHA-256) of each rule by name.

    It covers the query, what it judges and points at, and all views behind it. Comments, and so the page and the message
    of a rule, are left out: they change nothing in what it finds.
    """
    views = view_files()
    bare = {name: _without_comments(sql) for name, sql in views.items()}
    return {
        rule.name: _digest(
            [
                _without_comments(rule.sql),
                f"{rule.severity} {rule.judges} {rule.key} {rule.places}",
                *(bare[name] for name in sorted(_behind(rule, views))),
            ]
        )
        for rule in rules
    }


def _without_comments(sql: str) -> str:
    return re.sub(r"^ *--.*\n", "", sql, flags=re.M)


def known_reliability(rules: Iterable[Rule], package: Package | None = None) -> dict[str, Reliability]:
    """Return what was measured of rules as they are: by a package where it has figures of its own, else by this program."""
    own = own_file(package.root, RELIABILITY) if package and "reliability" in package.tables else None
    for file in (own, program_folder("data") / "found" / "reliability.csv"):
        if file and (known := read_figures(file)):
            digests = digest_rules(rule for rule in rules if rule.name in known)
            return {name: row for name, row in known.items() if digests.get(name) == row.digest}
    return {}


def texts_behind(rule: Rule) -> list[str]:
    """Return the texts of all queries that a rule rests on: its own, and those of the views that it reads, directly or through others."""
    views = view_files()
    return [rule.sql, rule.judges, *(views[name] for name in sorted(_behind(rule, views)))]


def _behind(rule: Rule, views: dict[str, str]) -> set[str]:
    """Return the names of all views that a rule reads, directly or through others or the timeline."""
    found: set[str] = set()
    waiting = [f"{rule.sql}\n{rule.judges}"]
    while waiting:
        text = waiting.pop()
        named = (words_of(text) & views.keys()) | read_behind(text)
        waiting += [views[name] for name in sorted(named - found)]
        found |= named
    return found


def read_figures(file: Path) -> dict[str, Reliability]:
    """Read a table of figures by rule; what cannot be read counts as nothing measured."""
    try:
        names, rows = read_rows(file)
    except (OSError, ValueError, csv.Error):
        return {}
    return read_reliability({row[names[0]]: row for row in rows}) if names else {}


def _digest(texts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]
