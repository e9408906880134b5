"""The report of a run: what was found, of which package and by which program; and of a package of which nothing can be judged."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from corrigenda.checking.chains import trace_chains
from corrigenda.checking.rulebook.catalogue import Catalogue
from corrigenda.checking.rulebook.reliability import known_reliability
from corrigenda.engine.tables import Tables
from corrigenda.engine.views import view_files
from corrigenda.errors import Problem, SetupError
from corrigenda.package.storage.files import read_json
from corrigenda.report.model import Report, RuleNote
from corrigenda.results.finding import Result
from corrigenda.values.wording import name_data


def describe(tables: Tables, rules: Catalogue, result: Result) -> Report:
    """Return a result together with what it was made of and by."""
    from corrigenda import __version__

    package = tables.package
    return Report(
        result,
        package.name,
        package.version,
        _digest([text for table in package.layer("said", "known") for text in (table.path, table.file.read_text("utf-8"))]),
        _digest([rule.sql for rule in rules] + list(view_files().values())),
        __version__,
        tuple(RuleNote(r.name, r.severity, r.topic, r.summary, r.why, r.covers, r.settle) for r in rules),
        reliability=known_reliability(rules, package),
        reference=name_data(package.reference.name, package.reference.version) if package.reference else None,
        chains=trace_chains(tables, result.findings),
    )


def _digest(texts: Sequence[str]) -> str:
    return "sha256:" + hashlib.sha256("\0".join(texts).encode()).hexdigest()


def describe_broken(path: Path | str, error: SetupError) -> Report:
    """Return a report of a package that nothing can be judged of: its problems of structure, or what else prevents it."""
    from corrigenda import __version__

    problems = error.problems or tuple(Problem("", 0, "", sentence) for sentence in error.sentences)
    file = Path(path) / "datapackage.json" if Path(path).is_dir() else Path(path)
    try:
        name = str(read_json(file, file.name)["name"])
    except (SetupError, ValueError, TypeError, KeyError):
        name = file.resolve().parent.name
    return Report(Result(), name, "", "", "", __version__, problems=problems, is_broken=True)
