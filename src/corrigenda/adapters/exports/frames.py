"""The exported views as frames of pandas, for people who load the tables in Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corrigenda.adapters.exports.exported_views import exported_views, make_views, select_rows, tell_left_out
from corrigenda.engine.tables import load_cells
from corrigenda.errors import SetupError
from corrigenda.package.package import Package

if TYPE_CHECKING:
    import pandas as pd

# Days are counted in seconds: in nanoseconds, years before 1677 and after 2262 would be lost.
_TYPES = {"DATE": "datetime64[s]", "BIGINT": "Int64", "BOOLEAN": "boolean"}


def is_exported(name: str) -> bool:
    """Tell whether this is the name of a view that exports have."""
    return any(view.name == name for view in exported_views())


def view_frame(package: Package, name: str) -> pd.DataFrame:
    """Load an exported view as a frame: days as datetime64, counts as Int64, the rest as text; what is missing is NA or NaT.

    Raises SetupError where the package is broken, or lacks the tables of the view.
    """
    import pandas as pd

    with load_cells(package) as tables:
        view = next((view for view in make_views(tables) if view.name == name), None)
        if view is None:
            raise SetupError(*tell_left_out(tables) or (f"The package lacks tables that the view '{name}' is made from.",))
        kinds = tables.columns(select_rows(view))
        rows = tables.run(select_rows(view))
    columns = zip(*rows, strict=True) if rows else [()] * len(kinds)
    typed = {column: pd.array(list(cells), dtype="object") for column, cells in zip(kinds, columns, strict=True)}
    return pd.DataFrame(typed).astype({column: _TYPES.get(kind, "string") for column, kind in kinds.items()})
