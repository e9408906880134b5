"""The findings of an earlier state, so that a run can say which ones are new."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from corrigenda.errors import SetupError
from corrigenda.files import read_text
from corrigenda.finding import Earlier

_NEEDED = ("finding_id", "evidence_digest", "rule", "verdict", "message")


def read_earlier(path: Path) -> tuple[Earlier, ...]:
    """Read the findings of an earlier state: its findings.csv, or the folder of the package that has it.

    Raises SetupError where there is none, or it is not such a table.
    """
    file = path / "data" / "found" / "findings.csv" if path.is_dir() else path
    reader = csv.DictReader(io.StringIO(read_text(file), newline=""), strict=True)
    try:
        lacking = [name for name in _NEEDED if name not in (reader.fieldnames or [])]
        if lacking:
            raise SetupError(f"{file}: has no column {', '.join(lacking)}; expected a table such as data/found/findings.csv")
        rows = list(reader)
    except csv.Error as error:
        raise SetupError(f"{file}: is not CSV: {error}") from None
    found = []
    for number, row in enumerate(rows, 1):
        cells = [row[name] for name in _NEEDED]
        if not all(cells):
            raise SetupError(f"{file}: row {number} lacks a cell of {', '.join(_NEEDED)}")
        found.append(Earlier(*cells))
    return tuple(sorted(found, key=lambda one: one.fingerprint))
