"""A diagnosis of networks like an article's, and of the published one, beside z3 on the same networks.

z3 (where it is installed) answers less: whether all can hold, and the cheapest correction only. Seconds are CPU
seconds of this process after import, the median of several networks; the growth is the exponent between two sizes.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from math import log
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))

from judges import Smt  # noqa: E402
from networks import Case, article_like, calendar  # noqa: E402

from corrigenda.engine.tables import load  # noqa: E402
from corrigenda.package.package import open_package  # noqa: E402
from corrigenda.timeline.network.diagnosis import diagnose  # noqa: E402
from corrigenda.timeline.network.solver import holds  # noqa: E402
from corrigenda.timeline.statements.article import read_networks  # noqa: E402

SIZES, SEEDS, CAP = (10, 50, 100, 200, 400), range(3), 20
SLOWEST = 100


def seconds(question: Callable[[], object]) -> float:
    """Return the CPU seconds that a question takes."""
    before = time.process_time()
    question()
    return time.process_time() - before


def measure(cases: list[Case]) -> list[float]:
    """Return the median seconds of each question: holds, diagnosis, and both of z3 (not a number where it is not asked)."""
    rows = []
    for case in cases:
        with calendar(case.window):
            row = [seconds(lambda c=case: holds(c.constraints)), seconds(lambda c=case: diagnose(c.statements, cap=CAP))]  # type: ignore[misc]
            if find_spec("z3") and len(case.statements) <= SLOWEST:
                import z3

                z3.set_param("timeout", 5_000)
                row += [seconds(lambda c=case: Smt(c, z3).holds()), seconds(lambda c=case: Smt(c, z3).optimum())]  # type: ignore[misc]
            rows.append([*row, *[float("nan")] * (4 - len(row))])
    return [median(column) for column in zip(*rows, strict=True)]


def show(name: str, row: list[float], growth: str) -> None:
    """Print one line of figures."""
    figures = "".join(f"{figure * 1000:12.1f}" for figure in row)
    sys.stdout.write(f"{name:<24}{figures}   {growth}\n")
    sys.stdout.flush()


sys.stdout.write(f"{'ms CPU':<24}{'holds':>12}{f'diagnosis {CAP}':>12}{'z3 holds':>12}{'z3 cheapest':>12}   growth of the diagnosis\n")
before: tuple[int, float] | None = None
for size in SIZES:
    figures = measure([article_like(size, seed) for seed in SEEDS])
    growth = f"{log(figures[1] / before[1]) / log(size / before[0]):.2f}" if before else ""
    before = size, figures[1]
    show(f"{size} generated", figures, growth)
published = read_networks(load(open_package(ROOT)).query)
for key, statements in published.items():
    show(f"{len(statements)} of {key}", measure([Case((712_000, 748_000), statements)]), "")
