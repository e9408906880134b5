"""An update compared with the last release, judged by Great Expectations with Data Docs for people.

The suite is derived: counts come from the profile, and how far each may move from bounds.toml. Nothing is
fetched and nothing is reported to anybody.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corrigenda.adapters.validators.bounds import read_bounds
from corrigenda.adapters.validators.data_docs import DocsPage, make_offline, replace_folder, write_index
from corrigenda.adapters.validators.update_suite import KEYS, PLACES, SHARES, Demand, derive_demands, place_of
from corrigenda.errors import Problem, SetupError
from corrigenda.package.package import Package
from corrigenda.package.storage.scrap import scrap_folder
from corrigenda.package.tables.csv_file import write_rows
from corrigenda.release.profile import profile
from corrigenda.release.release_profile import read_profile


@dataclass(frozen=True)
class Update:
    """Hold what a run gave: its problems, how many expectations were evaluated, and the first page."""

    problems: tuple[Problem, ...]
    evaluated: int
    page: Path


def run_update(package: Package, released: Path, bounds: Path, docs: Path) -> Update:
    """Judge whether an update is plausible after the last release, build Data Docs, and say how many expectations were evaluated.

    `released` is the profile of the last release, `bounds` the file of what may change, `docs` the folder that is
    written again. Each expectation that fails is one problem.
    Raises SetupError where one was not, so that nothing done cannot pass for nothing wrong.
    """
    before, now = read_profile(released), profile(package)
    known: dict[str, set[str]] = {}
    for content in (before, now):
        for name, table in content["tables"].items():
            known.setdefault(name, set()).update(table["fields"])
    demands = list(derive_demands(package, before, now, read_bounds(bounds, known)))
    docs = docs.resolve()
    # Next to the place where it will be, so that it can be moved there whole.
    with scrap_folder(docs.parent, docs) as scrap:
        built = scrap / "docs"
        results = _run(package, now, demands, scrap, built)
        failed = [(demand, result) for demand, result in results if not result.success]
        problems = tuple(sorted(Problem(demand.file, 0, demand.field, demand.tell(result.result)) for demand, result in failed))
        make_offline(built, package.root)
        write_index(built, f"{package.name}: update compared with release {before['version']}", _pages(built, results), problems)
        replace_folder(built, docs)
    return Update(problems, len(results), docs / "index.html")


@cache
def _library() -> Any:
    """Import Great Expectations, which takes seconds, with its reports to its makers switched off before."""
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", r"module 'sre_(constants|parse|compile)' is deprecated", DeprecationWarning)
        import great_expectations
        import great_expectations.expectations
    return great_expectations


def _run(package: Package, now: dict[str, Any], demands: list[Demand], work: Path, built: Path) -> list[tuple[Demand, Any]]:
    """Run all suites as one checkpoint and build its pages; return each demand with its result."""
    gx = _library()
    from great_expectations.data_context.types.base import ProgressBarsConfig

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    for site in list(context.get_site_names()):
        context.delete_data_docs_site(site)
    context.add_data_docs_site(
        "update",
        {
            "class_name": "SiteBuilder",
            "show_how_to_buttons": False,
            "store_backend": {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(built)},
            # What was expected is next to what was observed; pages of it alone would double the time.
            "site_section_builders": {"expectations": "None", "profiling": "None"},
        },
    )
    source = context.data_sources.add_pandas("working")
    derived = _write_derived(now, work)
    definitions = []
    paired: list[tuple[Demand, Any]] = []
    for suite in dict.fromkeys(demand.suite for demand in demands):
        if suite in derived:
            file, kinds = derived[suite]
        else:
            table = package.tables[suite]
            file, kinds = table.file.resolve(), dict.fromkeys((field.name for field in table.fields), "str")
        asset = source.add_csv_asset(suite, filepath_or_buffer=str(file), dtype=kinds, keep_default_na=False, na_values="")
        own = [demand for demand in demands if demand.suite == suite]
        expected = [getattr(gx.expectations, demand.expects)(**demand.arguments) for demand in own]
        added = context.suites.add(gx.ExpectationSuite(name=suite, expectations=expected))
        paired += zip(own, added.expectations, strict=True)
        definition = gx.ValidationDefinition(name=suite, data=asset.add_batch_definition("whole"), suite=added)
        definitions.append(context.validation_definitions.add(definition))
    complete = {"result_format": "COMPLETE"}
    checkpoint = gx.Checkpoint(name="update", validation_definitions=definitions, actions=[], result_format=complete)
    ran = context.checkpoints.add(checkpoint).run()
    # As an action of the checkpoint, the whole site would be built once a table.
    context.build_data_docs(site_names=["update"])
    return _pair(paired, [result for run in ran.run_results.values() for result in run.results])


def _write_derived(now: dict[str, Any], work: Path) -> dict[str, tuple[Path, dict[str, str]]]:
    """Write what is judged of the package as a whole as tables: its places, its keys, its coverage; return files and types.

    So a lost field or key is judged like a lost row.
    """
    tables = now["tables"]
    fields = [f"{name}.{field}" for name, table in tables.items() for field in table["fields"]]
    keys = [place_of(name, key) for name, table in tables.items() for key in table.get("cells", ())]
    shares = {f"{article} {name}": share for article, own in now["coverage"].items() for name, share in own.items()}
    derived: dict[str, tuple[list[str], list[list[str | None]], str]] = {
        PLACES: (["place"], [[place] for place in (*tables, *fields)], "str"),
        KEYS: (["key"], [[key] for key in keys], "str"),
        SHARES: (list(shares), [[str(share) for share in shares.values()]], "float"),
    }
    written = {}
    for suite, (columns, rows, kind) in derived.items():
        written[suite] = work / f"{suite}.csv", dict.fromkeys(columns, kind)
        written[suite][0].write_bytes(write_rows(columns, rows))
    return written


def _pair(expected: list[tuple[Demand, Any]], results: list[Any]) -> list[tuple[Demand, Any]]:
    """Give each demand its result; one that was not evaluated is a broken set-up and never a pass."""
    by_id = {result.expectation_config.id: result for result in results}
    paired = [(demand, by_id.get(expectation.id)) for demand, expectation in expected]
    failed = [(demand, result) for demand, result in paired if result is None or _raised(result.exception_info)]
    if failed or not paired:
        told = [f"{demand.file}: {demand.expects}: {'no result' if result is None else result.exception_info}" for demand, result in failed]
        raise SetupError(f"Great Expectations evaluated {len(paired) - len(failed)} of {len(paired)} expectations", *told)
    return paired


def _raised(info: Mapping[str, Any]) -> bool:
    """Tell whether an expectation ended in an exception; the record of one is nested by metric."""
    return bool(info.get("raised_exception")) or any(isinstance(part, dict) and part.get("raised_exception") for part in info.values())


def _pages(built: Path, results: list[tuple[Demand, Any]]) -> list[DocsPage]:
    pages = []
    for suite in dict.fromkeys(demand.suite for demand, _ in results):
        held = [bool(result.success) for demand, result in results if demand.suite == suite]
        file = next((built / "validations" / suite).rglob("*.html"), None)
        if file is None:
            # Great Expectations logs a page that it could not write, and goes on.
            raise SetupError(f"Great Expectations built no page for {suite}")
        pages.append(DocsPage(suite, sum(held), len(held), file.relative_to(built).as_posix()))
    return pages
