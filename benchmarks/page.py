"""The page of measured figures: each benchmark keeps its table in results/performance.json, and docs/performance.md is made of them all.

python benchmarks/page.py
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cpu import Figure

PAGE = Path(__file__).parent.parent / "docs" / "performance.md"
KEPT = Path(__file__).parent / "results" / "performance.json"
_ABOUT = (
    "This page is made by the scripts in `benchmarks/`, each with `--write`; `benchmarks/page.py` puts it together again. CPU is user and",
    "system time of a command and all its processes, memory that of the largest process. Articles are worlds of the reliability benchmark,",
    "each with its own people, offices and events; every other one has a fault.",
)
HEADS = ("what", "CPU seconds", "of the first", "wall seconds", "largest process")


def keep(title: str, about: str, figures: Sequence[Figure]) -> None:
    """Keep a table of figures under its title, with what was true of the machine, and write the page."""
    base = figures[0].cpu
    rows = [
        [one.name, f"{one.cpu:,.2f}", f"{one.cpu / base:.2f}", f"{one.wall:,.1f}", f"{one.memory:,.0f} MB"] for one in figures
    ]  # fmt: skip
    keep_rows(title, about, HEADS, rows)


def keep_rows(title: str, about: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Keep a table of other columns under its title, and write the page."""
    kept = _read()
    kept[title] = {"about": about, "heads": list(heads), "rows": [list(row) for row in rows]}
    KEPT.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n", "utf-8")
    write()


def write() -> None:
    """Write docs/performance.md."""
    lines = ["# Performance", "", *_ABOUT, ""]
    for title, part in _read().items():
        lines += [f"## {title}", "", part["about"], "", f"| {' | '.join(part['heads'])} |", f"|---|{'---:|' * (len(part['heads']) - 1)}"]
        lines += [f"| {' | '.join(row)} |" for row in part["rows"]] + [""]
    PAGE.write_text("\n".join(lines), "utf-8")


def _read() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(KEPT.read_text("utf-8")) if KEPT.is_file() else {}
    return content


if __name__ == "__main__":
    write()
