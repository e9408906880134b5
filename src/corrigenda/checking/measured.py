"""What the measured figures are pinned to: a digest of each rule with the views it reads, and one of the benchmark."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from corrigenda.checking.catalogue import Rule
from corrigenda.checking.found_tables import describe_files
from corrigenda.engine.sql import words_of
from corrigenda.engine.views import reads_answers, view_files
from corrigenda.package.csv_file import read_rows, write_rows
from corrigenda.package.files import program_folder, write_atomically
from corrigenda.package.package import Package
from corrigenda.results.reliability import Reliability, read_reliability
from corrigenda.timeline.answer_tables import NEEDED

RELIABILITY = "data/found/reliability.csv"


def digest_rules(rules: Iterable[Rule]) -> dict[str, str]:
    """Return a digest (16 hexadecimal digits of SHA-256) of each rule by name.

    It covers the query, what it judges and points at, and all views behind it. Comments, and so the page and the message
    of a rule, are left out: they change nothing in what it finds.
    """
    views = view_files()
    return {
        rule.name: _digest(
            [
                _without_comments(rule.sql),
                f"{rule.severity} {rule.judges} {rule.key} {rule.places}",
                *(_without_comments(views[name]) for name in sorted(_behind(rule, views))),
            ]
        )
        for rule in rules
    }


def _without_comments(sql: str) -> str:
    return re.sub(r"^ *--.*\n", "", sql, flags=re.M)


def digest_benchmark() -> str:
    """Return a digest of the code that draws worlds, plants faults and counts."""
    folder = Path(__file__).parents[1] / "measure"
    return _digest([file.read_text("utf-8") for file in sorted(folder.rglob("*.py"))])


def measured(rules: Iterable[Rule], package: Package | None = None) -> dict[str, Reliability]:
    """Return what was measured of rules as they are: by a package where it has figures of its own, else by this program."""
    own = package.root / RELIABILITY if package and "reliability" in package.tables else None
    for file in (own, program_folder("data") / "found" / "reliability.csv"):
        if file and (known := _read(file)):
            digests = digest_rules(rule for rule in rules if rule.name in known)
            return {name: row for name, row in known.items() if digests.get(name) == row.digest}
    return {}


def tell_stale(package: Package, rules: Iterable[Rule]) -> list[str]:
    """Say which measured figures of a package are not those of the rules as they are; nothing is measured again."""
    known = _read(package.root / RELIABILITY) if "reliability" in package.tables else {}
    if not known:
        return []
    digests, sentences = digest_rules(rules), []
    for name, digest in digests.items():
        if name not in known:
            sentences.append(f"{RELIABILITY}: {name} was not measured yet")
        elif known[name].digest != digest:
            sentences.append(f"{RELIABILITY}: {name}, or a view that it reads, was changed since it was measured")
    sentences += [f"{RELIABILITY}: there is no rule {name} any more" for name in sorted(set(known) - set(digests))]
    if any(row.benchmark != digest_benchmark() for row in known.values()):
        sentences.append(f"{RELIABILITY}: the benchmark was changed since it was run")
    return sentences


def write_reliability(package: Package, figures: Iterable[Reliability]) -> list[str]:
    """Write what was measured, and its hash, into a package; return the paths of files that changed."""
    table = package.tables["reliability"]
    rows = write_rows([field.name for field in table.fields], [one.cells for one in figures])
    files = {table.path: rows, "datapackage.json": describe_files(package, {table.path: rows})}
    return [path for path, data in files.items() if write_atomically(package.root / path, data)]


def _behind(rule: Rule, views: dict[str, str]) -> set[str]:
    """Return the names of all views that a rule reads, directly or through others or the timeline."""
    found: set[str] = set()
    waiting = [f"{rule.sql}\n{rule.judges}"]
    while waiting:
        text = waiting.pop()
        named = (words_of(text) & views.keys()) | (set(NEEDED) if reads_answers(text) else set())
        waiting += [views[name] for name in sorted(named - found)]
        found |= named
    return found


def _read(file: Path) -> dict[str, Reliability]:
    try:
        names, rows = read_rows(file)
    except (OSError, ValueError, csv.Error):
        return {}
    return read_reliability({row[names[0]]: row for row in rows}) if names else {}


def _digest(texts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]
