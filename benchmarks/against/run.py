r"""A job done here and by the tools that people would use otherwise, each by a script as its users write it; a part of docs/performance.md.

python benchmarks/against/run.py {mentions,diffs} [SIZE] [--others PYTHON] [--times N] [--only TOOL] [--about TEXT] [--write]

`mentions`: titles of SIZE mentions compared with the terms of a reference of a tenth of that. `diffs`: two states of SIZE rows. What
does not fit and what differs is planted; answers are compared before times are. PYTHON is one that has the other tools:

    python -m venv others
    others/bin/pip install csv-diff==1.2 duckdb==2.0.1 'great-expectations[sqlite]==1.24.1' pandas==3.1.1 'pandera[polars]==0.35.0' \
        polars==2.1.0

csv-diff and daff are the tools for comparing CSV files; daff took 328 seconds for a million rows when it was tried, and is left out.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from against.diff_package import write_states  # noqa: E402
from against.mention_package import write_package  # noqa: E402
from cpu import Figure, take  # noqa: E402
from page import keep_rows  # noqa: E402

TOOLS = {
    "corrigenda": "Corrigenda", "duckdb": "DuckDB by hand", "polars": "polars", "pandas": "pandas", "pandera": "pandera on polars",
    "great_expectations": "Great Expectations on SQLite", "csv_diff": "csv-diff",
}  # fmt: skip
HEADS = ("tool", "CPU seconds", "of DuckDB by hand", "largest process", "found of planted", "not planted")
TITLES = {"mentions": "{size:,} titled mentions against {terms:,} terms", "diffs": "Two states of {size:,} rows compared"}


def draw(job: str, size: int, folder: Path) -> tuple[list[Path], list[str]]:
    """Write what the tools of a job read; return its folders and the right answer."""
    if job == "diffs":
        return [folder / "old", folder / "new"], write_states(folder, size)
    _, planted = write_package(folder / "archive", size, size // 10)
    return [folder / "archive"], planted


def measure(job: str, tools: list[str], folders: list[Path], scrap: Path, others: str, times: int) -> dict[str, tuple[Figure, set[str]]]:
    """Run the tools by turns; return the cheapest run of each, with its answer."""
    best: dict[str, tuple[Figure, set[str]]] = {}
    for _ in range(times):
        for tool in tools:
            python = sys.executable if tool == "corrigenda" else others
            answer = scrap / f"{tool}.txt"
            command = [python, str(HERE / job / f"with_{tool}.py"), *map(str, folders), str(answer)]
            figure = take(TOOLS[tool], command, {**os.environ, "CORRIGENDA_NO_CACHE": "1"})
            if tool not in best or figure.cpu < best[tool][0].cpu:
                best[tool] = figure, set(answer.read_text("utf-8").split("\n")) - {""}
    return best


def main() -> None:
    """Measure and print; with --write, keep the figures on the page as well."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("job", choices=TITLES)
    parser.add_argument("size", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--others", default=sys.executable, help="the Python that has the other tools")
    parser.add_argument("--times", type=int, default=2)
    parser.add_argument("--only", default="", help="measure one tool")
    parser.add_argument("--about", default="", help="what was true of the machine")
    parser.add_argument("--write", action="store_true", help="keep the figures, and write docs/performance.md")
    options = parser.parse_args()
    tools = [tool for tool in TOOLS if (HERE / options.job / f"with_{tool}.py").exists() and options.only in tool]
    with tempfile.TemporaryDirectory(prefix="against-") as name:
        folders, planted = draw(options.job, options.size, Path(name))
        best = measure(options.job, tools, folders, Path(name), options.others, options.times)
    base = best["duckdb"][0].cpu if "duckdb" in best else None
    rows = []
    for tool, (figure, answer) in best.items():
        right, wrong = len(answer & set(planted)), len(answer - set(planted))
        ratio = f"{figure.cpu / base:.1f}" if base else ""
        rows.append([TOOLS[tool], f"{figure.cpu:,.1f}", ratio, f"{figure.memory:,.0f} MB", f"{right:,} of {len(planted):,}", f"{wrong:,}"])
        print(" | ".join(rows[-1]))
    if options.write:
        keep_rows(TITLES[options.job].format(size=options.size, terms=options.size // 10), options.about, HEADS, rows)


if __name__ == "__main__":
    main()
