"""Write everything that a package can be turned into, in one process: for tests that compare the bytes of two of them.

python tests/support/every_output.py PACKAGE TARGET THREADS
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

FORMATS = ("text", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown", "badge", "badge-svg")


def write_all(package: Path, target: Path) -> None:
    """Check a package, write what was found, and then export, report and release it."""
    from corrigenda.adapters import FORMS
    from corrigenda.report import render
    from corrigenda.tasks.checking.check import run_check
    from corrigenda.tasks.page import make_page, write_report
    from corrigenda.tasks.publishing.export import export
    from corrigenda.tasks.publishing.release import make_release

    day = "2026-11-28"
    run = run_check(package, as_of=day, write=True)
    for name in FORMATS:
        (target / f"check.{name}").write_text(render(run.report, name), "utf-8")
    for form in FORMS:
        export(package, form, target / f"export.{form}", as_of=day)
    write_report(make_page(package, as_of=day), target / "report")
    made = make_release(package, target / "release", day)
    if made.problems:
        raise SystemExit("\n".join(made.problems))


def use_threads(number: int) -> None:
    """Let the engine use so many threads, whatever the program asks for."""
    import duckdb

    connect: Any = duckdb.connect

    def connect_with(*arguments: Any, config: dict[str, Any] | None = None, **named: Any) -> Any:
        return connect(*arguments, config={**(config or {}), "threads": number}, **named)

    duckdb.connect = connect_with


if __name__ == "__main__":
    place = Path(sys.argv[2])
    place.mkdir(parents=True, exist_ok=True)
    use_threads(int(sys.argv[3]))
    write_all(Path(sys.argv[1]), place)
