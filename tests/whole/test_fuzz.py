"""The published package with cells changed at random, always the same ones: findings or sentences, never a broken program."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from packages import ROOT, path_of, read_table, write_table

from corrigenda.cli.main import main

pytestmark = pytest.mark.long

SEEDS = range(8)
NASTY = (
    "", " ", "0", "-1", "1e18", "-1e300", "NaN", "inf", "9" * 18, "true", "writing", "=1+1", "<script>alert(1)</script>", "'; DROP TABLE x",
    "$(id)", "{actor}", "[{stated}]", "%s", "\\", "a\nb", "a\u202eb", "\x1b[31m", "x" * 5000, "日本", "🦊", "javascript:alert(1)", "2024",
    "2024-05", "2024?", "2024~", "202X", "XXXX-02-29", "0001-01-01", "9999-12-31", "../2024", "2024/..", "2025/2024", "P0D", "P9999Y",
)  # fmt: skip
_SENTENCE = re.compile(r"\S+/data/\S+\.csv:\d+(:\d+)?: .+|(\d+ problems? of structure; )?nothing else was checked")


def fields_of(root: Path) -> list[tuple[str, dict[str, object]]]:
    """Return every field that people write, with the name of its table."""
    resources = json.loads((root / "datapackage.json").read_text("utf-8"))["resources"]
    written = [resource for resource in resources if not resource["path"].startswith("data/found/")]
    return [(r["name"], field) for r in written for field in json.loads((root / r["schema"]).read_text("utf-8"))["fields"]]


def change_cells(root: Path, chance: random.Random, cells: int, nasty: float) -> None:
    """Change so many cells: to something nasty by chance, else to what stands elsewhere in their column or may stand there."""
    filled = [(table, field) for table, field in fields_of(root) if read_table(root, table)[1]]
    if not nasty:
        # A key from elsewhere stands twice, which hides all that comes after.
        filled = [(table, field) for table, field in filled if read_table(root, table)[0].index(str(field["name"]))]
    for table, field in chance.sample(filled, cells):
        header, rows = read_table(root, table)
        position = header.index(str(field["name"]))
        limits = field.get("constraints", {})
        assert isinstance(limits, dict)
        pool = sorted({row[position] for row in rows} | set(limits.get("enum", [])))
        chance.choice(rows)[position] = chance.choice(NASTY if chance.random() < nasty else pool)
        write_table(root, table, header, sorted(rows, key=lambda row: row[0]) if position == 0 else rows)


def test_cells_changed_at_random_end_in_findings_or_in_sentences(package: Path) -> None:
    codes = []
    for seed in SEEDS:
        chance = random.Random(seed)  # noqa: S311
        # An even seed takes a cell at a time to a nasty value, an odd one many to values of their own columns.
        change_cells(package, chance, cells=2 if seed % 2 == 0 else 24, nasty=0.9 if seed % 2 == 0 else 0)
        command = ["report", str(package), "--format", "markdown"] if seed % 4 == 3 else ["check", str(package)]
        told = CliRunner().invoke(main, command)
        assert told.exception is None or isinstance(told.exception, SystemExit), (seed, told.exception)
        strange = [line for line in told.stderr.splitlines() if not _SENTENCE.fullmatch(line)] if told.exit_code == 2 else []
        assert strange == [], seed
        assert told.exit_code == 2 or "finding" in told.stdout, seed
        codes.append(told.exit_code)
        for table in {table for table, _ in fields_of(package)}:
            path_of(package, table).write_bytes(path_of(ROOT, table).read_bytes())
    assert {0, 2} <= set(codes)
