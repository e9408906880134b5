"""Measure how reliable each rule is, keep the figures in a package, and say which of them are out of date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from corrigenda.checking.rulebook.catalogue import Rule, catalogue
from corrigenda.checking.rulebook.reliability import RELIABILITY, digest_rules, read_figures
from corrigenda.errors import SetupError
from corrigenda.measure import bench
from corrigenda.package.package import Package, open_package
from corrigenda.package.storage.journal import write_together
from corrigenda.package.tables.csv_file import write_rows
from corrigenda.results.reliability import Reliability


def measure_rules(
    path: Path | str,
    select: Sequence[str] = (),
    *,
    worlds: int | None = None,
    planted: int | None = None,
    write: bool = False,
    step: Callable[[], object] = lambda: None,
) -> tuple[list[Reliability], list[str]]:
    """Measure the rules of the program, on a package among others; return the figures, and with `write` the files that changed.

    `step` is called as often as `bench.count_steps` says. Raises SetupError where a package has no table for the figures.
    """
    package = open_package(path)
    if write and "reliability" not in package.tables:
        raise SetupError("datapackage.json: there is no table 'reliability' to write to")
    figures = bench.measure(package, catalogue().select(select), worlds=worlds, planted=planted, step=step)
    return figures, write_reliability(package, figures) if write else []


def write_reliability(package: Package, figures: Iterable[Reliability]) -> list[str]:
    """Write what was measured into a package; return the paths of files that changed."""
    table = package.tables["reliability"]
    rows = write_rows([field.name for field in table.fields], [one.cells for one in figures])
    return write_together(package.root, {table.path: rows})


def tell_stale(package: Package, rules: Iterable[Rule]) -> list[str]:
    """Say which measured figures of a package are not those of the rules as they are; nothing is measured again."""
    known = read_figures(package.root / RELIABILITY) if "reliability" in package.tables else {}
    if not known:
        return []
    digests, sentences = digest_rules(rules), []
    for name, digest in digests.items():
        if name not in known:
            sentences.append(f"{RELIABILITY}: {name} was not measured yet")
        elif known[name].digest != digest:
            sentences.append(f"{RELIABILITY}: {name}, or a view that it reads, was changed since it was measured")
    sentences += [f"{RELIABILITY}: there is no rule {name} any more" for name in sorted(set(known) - set(digests))]
    benchmark = bench.digest_benchmark()
    if any(row.benchmark != benchmark for row in known.values()):
        sentences.append(f"{RELIABILITY}: the benchmark was changed since it was run")
    return sentences
