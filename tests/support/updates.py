"""Packages with an earlier release, for tests of updates."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from packages import ROOT, keep_tables, read_table, small_package, write_table

from corrigenda.package.package import open_package
from corrigenda.release.profile import profile, write_profile

DEFAULT = (ROOT / "bounds.toml").read_text("utf-8").split("\n[tables.", 1)[0]


def lay(tmp_path: Path, persons: int = 40) -> Path:
    """Lay two tables of which a release can be made: sources and many actors."""
    root = small_package(tmp_path)
    keep_tables(root, "sources", "actors")
    header, _ = read_table(root, "actors")
    kinds = ["person"] * persons + ["body"] * 10 + ["state"] * 5
    rows = [
        {"actor_id": f"a{number:03}", "label": f"A {number}", "kind": kind, "topic": "law" if number % 2 else "", "source_id": "almanac"}
        for number, kind in enumerate(kinds)
    ]
    write_table(root, "actors", header, [[row.get(name, "") for name in header] for row in rows])
    return root


def release(root: Path, **changes: Any) -> Path:
    """Write the profile of the package as it is as that of the last release, with some parts added."""
    content = profile(open_package(root))
    content["tables"].update(changes)
    file = root.parent / "baseline.json"
    write_profile(content, file)
    return file


def write_bounds(root: Path, text: str = "") -> Path:
    file = root.parent / "bounds.toml"
    file.write_text(DEFAULT + text, "utf-8")
    return file
