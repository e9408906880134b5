"""How much an update may change: bounds.toml, read strictly."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corrigenda.errors import SetupError
from corrigenda.values.wording import ask_meant

SHARES = ("rows_lost", "rows_gained", "fill_lost", "values_new", "coverage_lost")
COUNTS = ("rows_always", "cells_always", "values_always")
OF_FIELDS = ("fill_lost", "cells_always", "values_new", "values_always", "may_go")
# Coverage is in one table, and only there can its bound be moved.
COVERAGE = "coverage"
# A share of rows to come may be more than all that there are; no other share can.
_OPEN = "rows_gained"


@dataclass(frozen=True)
class Bounds:
    """Hold the bounds of a file: the default ones and what single tables and fields have instead."""

    file: str
    default: Mapping[str, float]
    tables: Mapping[str, Mapping[str, Any]]

    def of(self, table: str, field: str = "") -> dict[str, float]:
        """Return the bounds of a table or a field: its own before its table's before the default.

        >>> Bounds("bounds.toml", {"fill_lost": 0.05, "may_go": 0}, {"sums": {"reason": "…", "fill_lost": 0.5}}).of("sums", "unit")
        {'fill_lost': 0.5, 'may_go': 0}
        """
        own = self.tables.get(table, {})
        layers = [self.default, own, own.get("fields", {}).get(field, {})]
        bounds = {name: value for layer in layers for name, value in layer.items() if name not in ("reason", "fields")}
        if field and "may_go" in own:
            # That a table may go does not say that it may stay without its fields.
            bounds["may_go"] = own.get("fields", {}).get(field, {}).get("may_go", self.default["may_go"])
        return bounds


def read_bounds(file: Path, known: Mapping[str, set[str]]) -> Bounds:
    """Read the bounds of an update; `known` names the tables and their fields.

    Raises SetupError with one sentence for each thing that is wrong: an unknown table, field or
    bound, a value out of range, an override without a reason.
    """
    try:
        content = tomllib.loads(file.read_bytes().decode("utf-8"))
    except FileNotFoundError:
        raise SetupError(f"there is no {file}; expected the bounds of an update") from None
    except OSError as error:
        raise SetupError(f"{file} cannot be read: {error.strerror}") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SetupError(f"{file} is not TOML: {error}") from None
    problems = list(_lint(content, known))
    if problems:
        raise SetupError(*(f"{file.name}: {problem}" for problem in problems))
    return Bounds(file.name, {**content["default"], "may_go": False}, content.get("tables", {}))


def _lint(content: dict[str, Any], known: Mapping[str, set[str]]) -> Iterator[str]:
    yield from (f"'{name}' is not known here; expected default and tables" for name in content if name not in ("default", "tables"))
    default, tables = content.get("default"), content.get("tables", {})
    if not isinstance(default, dict) or not isinstance(tables, dict):
        yield "there is no [default], or tables is no table; expected the bounds that hold everywhere"
        return
    yield from (f"[default] has no {name}; expected a number" for name in (*SHARES, *COUNTS) if name not in default)
    yield from _lint_bounds("[default]", default, (*SHARES, *COUNTS))
    for table, own in tables.items():
        where = f"[tables.{table}]"
        if table not in known:
            yield f"{where} is no table of the package or of the last release" + _near(table, known)
        elif isinstance(own, dict) and isinstance(own.get("fields", {}), dict):
            bounds = {name: value for name, value in own.items() if name != "fields"}
            allowed = [name for name in (*SHARES, *COUNTS, "may_go") if table == COVERAGE or name != "coverage_lost"]
            yield from _lint_override(where, bounds, tuple(allowed), "fields" in own)
            for field, limits in own.get("fields", {}).items():
                if field not in known[table]:
                    yield f"[tables.{table}.fields.{field}] is no field of the table" + _near(field, known[table])
                elif isinstance(limits, dict):
                    yield from _lint_override(f"[tables.{table}.fields.{field}]", limits, OF_FIELDS)
                else:
                    yield f"[tables.{table}.fields] has {field} = {limits!r}; expected a table of bounds"
        else:
            yield f"{where} is {own!r}; expected a table of bounds"


def _lint_override(where: str, own: dict[str, Any], allowed: tuple[str, ...], has_fields: bool = False) -> Iterator[str]:
    bounds = {name: value for name, value in own.items() if name != "reason"}
    if not bounds and not has_fields:
        yield f"{where} moves nothing; expected one of {', '.join(allowed)}"
    if bounds and not (isinstance(own.get("reason"), str) and own["reason"].strip()):
        yield f"{where} has no reason; expected a sentence that says why the bound is moved"
    yield from _lint_bounds(where, bounds, allowed)


def _lint_bounds(where: str, bounds: dict[str, Any], allowed: tuple[str, ...]) -> Iterator[str]:
    for name, value in bounds.items():
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if name not in allowed:
            yield f"{where} has '{name}', which is no bound of it" + _near(name, allowed)
        elif name == "may_go" and not isinstance(value, bool):
            yield f"{where} has may_go = {value!r}; expected true or false"
        elif name in SHARES and not (number and value >= 0 and (name == _OPEN or value <= 1) and value < float("inf")):
            yield f"{where} has {name} = {value!r}; expected a share" + (" of 0 or more" if name == _OPEN else " between 0 and 1")
        elif name in COUNTS and not (isinstance(value, int) and number and value >= 0):
            yield f"{where} has {name} = {value!r}; expected a whole number of 0 or more"


def _near(name: str, known: Any) -> str:
    meant = ask_meant(name, known)
    return f"; {meant}" if meant else ""
