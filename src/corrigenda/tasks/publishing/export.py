"""A package, or what was found in it, in the form that another tool reads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corrigenda.adapters import FORMS
from corrigenda.adapters.exports.exported_views import tell_left_out
from corrigenda.checking.rulebook.catalogue import catalogue
from corrigenda.checking.runner import check
from corrigenda.engine.tables import Tables, load, load_cells
from corrigenda.errors import SetupError
from corrigenda.package.package import open_package
from corrigenda.package.storage.files import write_output
from corrigenda.results.finding import Result

# Said where somebody may compare files: 24 bytes of the header, of which 8 are a checksum of the header itself.
_DRAWN = "{}: DuckDB gives each file an identifier of its own, so two exports of the same cells differ in 24 bytes; all tables are the same"

_LONG = "{}: is left out, because it would have more than {:,} rows; ask the view in an export to SQLite or DuckDB"


@dataclass(frozen=True)
class Exported:
    """Hold what there is to say about what was written, and whether a limit left nothing out of it."""

    notes: tuple[str, ...] = ()
    is_whole: bool = True


def export(path: Path | str, form: str, target: Path, *, as_of: str | None = None, known: Path | str | None = None) -> Exported:
    """Write a package in one of FORMS to a file or folder; return what there is to say about it.

    Tables are written as they are committed, `data/found` among them; `claimreview` and `annotations` come from a
    fresh run. `known` is another package whose reference goes with it. Raises SetupError where the structure is broken
    or the target cannot be written: then nothing is.
    """
    package = open_package(path, known)
    if form not in FORMS:
        raise SetupError(f"there is no form '{form}'; expected one of {', '.join(FORMS)}")
    if FORMS[form] == "a file":
        package.refuse_targets([target])
    elif target.exists() and not target.is_dir():
        raise SetupError(f"{target}: is a file; expected the name of a folder")
    if form in ("claimreview", "annotations"):
        if "reviews" not in package.tables and form == "claimreview":
            raise SetupError(
                "the package has no table 'reviews'; only findings that a person publishes under their name are exported as claimreview"
            )
        with load(package) as tables:
            return Exported(_write_findings(tables, check(tables, catalogue(), as_of=as_of), form, target))
    with load_cells(package) as tables:
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            notes = _write_tables(tables, form, target)
        except OSError as error:
            raise SetupError(f"{target}: cannot be written: {error.strerror}") from None
        left_out = tell_left_out(tables)
    return Exported((*left_out, *notes), not left_out)


def _write_tables(tables: Tables, form: str, target: Path) -> tuple[str, ...]:
    """Write the tables and return what there is to say about the files."""
    from importlib import import_module

    module = import_module(f"corrigenda.adapters.exports.{form}")
    getattr(module, f"write_{form}")(tables, target)
    if form == "parquet":
        long = [view.name for view in module.make_views(tables) if not (target / f"{view.name}.parquet").exists()]
        return tuple(_LONG.format(target / f"{name}.parquet", module.MOST_ROWS) for name in long)
    return (_DRAWN.format(target),) if form == "duckdb" else ()


def _write_findings(tables: Tables, result: Result, form: str, target: Path) -> tuple[str, ...]:
    if form == "annotations":
        from corrigenda.adapters.exports.annotations import write_annotations

        write_output(target, write_annotations(tables, result))
        return ()
    from corrigenda.adapters.exports.claimreview import write_claimreviews

    text, notes = write_claimreviews(tables, result)
    write_output(target, text)
    return notes
