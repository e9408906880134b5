"""The rules that are about the whole: over the reference, over what articles use of it, and over the day of the run."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from corrigenda.checking.groups.judging import USES
from corrigenda.checking.rulebook.catalogue import Catalogue
from corrigenda.checking.runner import Answers, run_rules, sum_up
from corrigenda.engine.released_cells import BASELINE
from corrigenda.engine.sql import create_table
from corrigenda.engine.tables import Tables
from corrigenda.results.finding import Result
from corrigenda.results.part import Part

Uses = Mapping[str, Sequence[tuple[Any, ...]]]
Keep = Callable[[str, Callable[[], Part]], Part]
_TYPES = {"used_first": "INTEGER", "used_last": "INTEGER", "is_unbounded": "BOOLEAN"}
# What of articles these rules read themselves; all else that they read is the reference, and what the articles use of it.
READS = ("articles",)


def judge_whole(tables: Tables, rules: Catalogue, uses: Uses, as_of: str | None, keep: Keep | None) -> Result:
    """Return what the rules about the whole find, with nobody's decisions yet; `keep` takes an answer from the cache or puts it there."""
    for name in USES:
        # A view that says of all articles what their parts say of each.
        tables.makers[name] = partial(
            create_table, tables.run, name, {column: _TYPES.get(column, "VARCHAR") for column in USES[name]}, uses[name]
        )
    if keep is None:
        return sum_up(tables, rules, run_rules(tables, rules, as_of), timeline=False)

    def judge() -> Part:
        result = sum_up(tables, rules, run_rules(tables, rules, as_of), timeline=False)
        found = {name: getattr(result, name) for name in ("findings", "coverage", "undecided", "not_run", "stopped", "cut")}
        return Part((), **found)

    part = keep(_digest(tables, rules, uses, as_of), judge)
    return replace(
        sum_up(tables, Catalogue(()), Answers((), (), {}, ()), timeline=False),
        findings=part.findings,
        coverage=part.coverage,
        undecided=part.undecided,
        not_run=part.not_run,
        stopped=part.stopped,
        cut=part.cut,
    )


def _digest(tables: Tables, rules: Catalogue, uses: Uses, as_of: str | None) -> str:
    """Return a digest of all that the answer depends on but the reference itself."""
    import msgspec

    owner = tables.package.reference or tables.package
    files = [owner.root / BASELINE, *(tables.package.tables[name].file for name in READS if name in tables.lines)]
    digest = hashlib.sha256(f"whole {rules.rules!r} {as_of}\n".encode())
    for file in files:
        data = file.read_bytes() if file.is_file() else b""
        digest.update(f"{file.is_file()} {len(data)}\n".encode() + data)
    for name in USES:
        digest.update(b"\n".join([name.encode(), *sorted(map(msgspec.json.encode, uses[name])), b""]))
    return digest.hexdigest()
