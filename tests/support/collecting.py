"""Imports of small files of collections into packages, for tests."""

from __future__ import annotations

import csv
from pathlib import Path

from corrigenda.tasks.reference.collect import import_collection

TERMS = "person,person_id,office,office_id,start,end\n"


def read(root: Path, table: str) -> dict[str, dict[str, str]]:
    with (root / "data" / "known" / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {next(iter(row.values())): row for row in rows}


def bring(tmp_path: Path, form: str, text: str, name: str = "file.csv", **options: str | bool | None) -> tuple[Path, list[str]]:
    file = tmp_path / name
    file.write_text(text, "utf-8")
    collected = import_collection(form, file, tmp_path / "made", today="2026-06-01", **options)  # type: ignore[arg-type]
    return tmp_path / "made", [*collected.reading.lost, *collected.notes]
