"""What an update must fulfil compared with the last release: derived from its profile and bounds.toml, before any library judges it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from corrigenda.adapters.validators.bounds import COVERAGE, Bounds
from corrigenda.package.package import Package
from corrigenda.release.retired_keys import RETIRED, is_lasting, retired_keys
from corrigenda.values.wording import show

PLACES = "package"
KEYS = "all-keys"
SHARES = "coverage-of-articles"
_OF = {"judged": "its claims are judged by some rule", "decided": "the judgements of its claims are decided"}


@dataclass(frozen=True)
class Demand:
    """Hold one expectation by its name and arguments, the place of its problem, and how its result reads."""

    suite: str
    expects: str
    arguments: Mapping[str, Any]
    file: str
    field: str
    tell: Callable[[Mapping[str, Any]], str]


@dataclass(frozen=True)
class _FieldCount:
    """Hold one field as the last release had it, how many cells it has now, and its bounds."""

    table: str
    path: str
    field: str
    before: Mapping[str, Any]
    rows_before: int
    filled_now: int
    rows_now: int
    bounds: Mapping[str, float]
    release: str
    file: str


def derive_demands(package: Package, before: dict[str, Any], now: dict[str, Any], bounds: Bounds) -> Iterator[Demand]:
    """Yield what the update must hold: no table, field or key lost, rows, filled cells, values and coverage within their bounds."""
    release = f"the release {before['version']}"
    for name, then in before["tables"].items():
        yield from _derive_places(package, name, then, now, bounds, release)
        if name not in now["tables"]:
            continue
        path, here = package.tables[name].path, now["tables"][name]
        yield _derive_rows(name, path, then["rows"], bounds, release)
        for field, counts in then["fields"].items():
            if field in here["fields"]:
                filled = here["fields"][field]["filled"]
                limits = bounds.of(name, field)
                cells = _FieldCount(name, path, field, counts, then["rows"], filled, here["rows"], limits, release, bounds.file)
                yield from _derive_fill(cells)
                yield from _derive_values(cells)
    retired = retired_keys(package)
    yield from _derive_keys(package, before, retired, bounds, release)
    yield _derive_retired(before, retired)
    yield from _derive_shares(before, now, bounds, release)


def _derive_places(
    package: Package, name: str, then: dict[str, Any], now: dict[str, Any], bounds: Bounds, release: str
) -> Iterator[Demand]:
    """Yield that a table and its fields are still there; one expectation a table, since hundreds on one column take long."""
    if bounds.of(name)["may_go"]:
        return
    here = now["tables"].get(name, {"fields": {}})["fields"]
    stay = [field for field in then["fields"] if not bounds.of(name, field)["may_go"]]
    if name in package.tables:
        path, lost = package.tables[name].path, ", ".join(field for field in stay if field not in here)
        what = f"is lost with all its cells; {release} had it"
    else:
        path, lost = "datapackage.json", ""
        what = f"lacks the table '{name}', which {release} had"
    arguments = {"column": "place", "value_set": [name, *(f"{name}.{field}" for field in stay)]}
    contain = "ExpectColumnDistinctValuesToContainSet"
    yield Demand(PLACES, contain, arguments, path, lost, lambda _: f"{what}; expected it, or may_go in {bounds.file}")


def _derive_rows(name: str, path: str, rows: int, bounds: Bounds, release: str) -> Demand:
    own = bounds.of(name)
    low = max(0, rows - max(int(rows * own["rows_lost"]), int(own["rows_always"])))
    high = rows + max(int(rows * own["rows_gained"]), int(own["rows_always"]))
    allowed = f"{_shown(own, 'rows_lost', 'rows_gained', 'rows_always')} of {bounds.file} allow {low} to {high}"

    def tell(result: Mapping[str, Any]) -> str:
        return f"has {result['observed_value']} rows; {release} had {rows}, and {allowed}"

    arguments = {"min_value": low, "max_value": high, "notes": allowed}
    return Demand(name, "ExpectTableRowCountToBeBetween", arguments, path, "", tell)


def _derive_fill(cells: _FieldCount) -> Iterator[Demand]:
    if not cells.before["filled"] or not cells.rows_now:
        return
    share = cells.before["filled"] / cells.rows_before
    least = share - max(cells.bounds["fill_lost"], cells.bounds["cells_always"] / cells.rows_now)
    if least <= 0:
        return
    allowed = f"{_shown(cells.bounds, 'fill_lost', 'cells_always')} of {cells.file} allow no less than {least:.1%}"

    def tell(result: Mapping[str, Any]) -> str:
        filled = float(result["observed_value"])
        return f"is filled in {filled:.1%} of the rows; in {cells.release} it was in {share:.1%}, and {allowed}"

    arguments = {"column": cells.field, "min_value": _floor(least), "notes": allowed}
    yield Demand(cells.table, "ExpectColumnProportionOfNonNullValuesToBeBetween", arguments, cells.path, cells.field, tell)


def _derive_values(cells: _FieldCount) -> Iterator[Demand]:
    """Yield that a closed list is used as before: few cells with a value not used before, no common value gone."""
    used: dict[str, int] = cells.before.get("values", {})
    if not used or not cells.filled_now:
        return
    always = int(cells.bounds["values_always"])
    most = max(int(cells.filled_now * cells.bounds["values_new"]), always)
    allowed = f"{_shown(cells.bounds, 'values_new', 'values_always')} of {cells.file} allow {most} such cells"

    def tell_new(result: Mapping[str, Any]) -> str:
        new = ", ".join(show(str(value)) for value in sorted(set(result["unexpected_list"])))
        count = f"{result['unexpected_count']} of {cells.filled_now} cells"
        return f"has {new} in {count}; {cells.release} did not use it, and {allowed}"

    mostly = max(0.0, _floor((cells.filled_now - most) / cells.filled_now))
    arguments = {"column": cells.field, "value_set": list(used), "mostly": mostly, "notes": allowed}
    yield Demand(cells.table, "ExpectColumnValuesToBeInSet", arguments, cells.path, cells.field, tell_new)
    stays = [value for value, count in used.items() if count > always]
    kept = f"values_always = {always} of {cells.file} lets none vanish that stood in more cells"

    def tell_gone(result: Mapping[str, Any]) -> str:
        gone = sorted(map(str, result["partial_missing_list"]))
        shown = ", ".join(f"{show(value)} ({used[value]} cells in {cells.release})" for value in gone)
        more = result["missing_count"] - len(gone)
        return f"no longer has {shown}{f' and {more} more' if more else ''}; {kept}"

    if stays:
        arguments = {"column": cells.field, "value_set": stays, "notes": kept}
        yield Demand(cells.table, "ExpectColumnDistinctValuesToContainSet", arguments, cells.path, cells.field, tell_gone)


def _derive_keys(
    package: Package, before: dict[str, Any], retired: Mapping[str, set[str]], bounds: Bounds, release: str
) -> Iterator[Demand]:
    """Yield that a key that was released is still there, or is listed in `retired`."""
    for name, then in before["tables"].items():
        table = package.tables.get(name)
        stay = [place_of(name, key) for key in then.get("cells", ()) if key not in retired.get(name, ())]
        if table is None or not is_lasting(table) or tuple(then["key"]) != table.key or bounds.of(name)["may_go"] or not stay:
            continue

        def tell(result: Mapping[str, Any]) -> str:
            gone = sorted(map(str, result["partial_missing_list"]))
            more = result["missing_count"] - len(gone)
            shown = ", ".join(map(show, gone))
            return f"no longer has {shown}{f' and {more} more' if more else ''}, which {release} had; expected it, or its key in {RETIRED}"

        arguments = {"column": "key", "value_set": stay}
        yield Demand(KEYS, "ExpectColumnDistinctValuesToContainSet", arguments, table.path, table.key[0], tell)


def _derive_retired(before: dict[str, Any], retired: Mapping[str, set[str]]) -> Demand:
    """Return that no retired key is in use, neither one that is listed now nor one that the last release listed."""
    then = before["tables"].get(RETIRED, {}).get("cells", ())
    listed = {place_of(name, key) for name, keys in retired.items() for key in keys} | {place_of(*key.split(", ", 1)) for key in then}

    def tell(result: Mapping[str, Any]) -> str:
        return f"has {', '.join(map(show, sorted(set(result['unexpected_list']))))}, which is used again; expected a new key"

    # Of an empty list nothing is expected, and Great Expectations takes none.
    arguments = {"column": "key", "value_set": sorted(listed) or [place_of(RETIRED, "")]}
    return Demand(KEYS, "ExpectColumnValuesToNotBeInSet", arguments, "data/retired.csv", "row", tell)


def place_of(table: str, key: str) -> str:
    """Name a key together with its table.

    >>> place_of("actors", "ada")
    'actors: ada'
    """
    return f"{table}: {key}"


def _derive_shares(before: dict[str, Any], now: dict[str, Any], bounds: Bounds, release: str) -> Iterator[Demand]:
    """Yield for each article that no smaller share of its claims is judged, and of the judgements decided, than before."""
    lost = bounds.of(COVERAGE)["coverage_lost"]
    for article, shares in before["coverage"].items():
        for name in shares if article in now["coverage"] else ():
            least = max(0.0, _floor(shares[name] - lost))
            allowed = f"coverage_lost = {lost} of {bounds.file} allows no less than {least:.1%}"

            def tell(
                result: Mapping[str, Any], article: str = article, name: str = name, was: float = shares[name], allowed: str = allowed
            ) -> str:
                return f"{article}: {result['observed_value']:.1%} of {_OF[name]}; in {release} it was {was:.1%}, and {allowed}"

            arguments = {"column": f"{article} {name}", "min_value": least, "notes": allowed}
            yield Demand(SHARES, "ExpectColumnMinToBeBetween", arguments, "data/found/coverage.csv", "", tell)


def _floor(share: float) -> float:
    """Cut a share to what reads well; downwards, so that a value on its bound is within it."""
    return math.floor(share * 10_000) / 10_000


def _shown(bounds: Mapping[str, float], *names: str) -> str:
    return ", ".join(f"{name} = {bounds[name]}" for name in names)
