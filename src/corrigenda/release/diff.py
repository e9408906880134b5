"""The difference of two states of a package, row by row and cell by cell, and why findings came or went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from corrigenda.engine.sql import quote
from corrigenda.engine.tables import Tables
from corrigenda.errors import SetupError, shorten
from corrigenda.package.package import Package, open_package
from corrigenda.package.storage.scrap import temporary_folder
from corrigenda.package.tables.csv_file import read_sound
from corrigenda.package.tables.table import Table
from corrigenda.release.causes import explain_findings
from corrigenda.release.change import CellChange, Change, Contents, RowChange, Sheet, TableChange, patch
from corrigenda.release.profile import digest_words, other_words, pointed_at, shape_of
from corrigenda.release.retired_keys import judge_keys
from corrigenda.release.schema import Level, SchemaChange, compare_shapes
from corrigenda.release.sieve import sieve
from corrigenda.release.two_states import open_pair, read_side
from corrigenda.release.version import MADE_ANEW, OTHER_WORDS, Ground, corrected_cell, gone_row, new_row, show_cell, weigh

# What a sentence calls the two states.
_SIDES = {"before": "the old state", "after": "the new state"}


def diff(before: Package | Path | str, after: Package | Path | str) -> Change:
    r"""Compare two states of a package: tables, rows by key, cells, and what was found.

    Raises SetupError where they are not the same package, or where a file of one has no sound shape or key.

    >>> import corrigenda, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     old, new = corrigenda.new_package(f"{folder}/old/news"), corrigenda.new_package(f"{folder}/new/news")
    ...     file = new.tables["signs"].file
    ...     _ = file.write_text(file.read_text("utf-8") + "eur/€,€,EUR,,corrigenda\n", "utf-8")
    ...     [(table.name, len(table.added)) for table in corrigenda.diff(old, new).tables]
    [('signs', 1)]
    """
    old, new = _opened(before), _opened(after)
    _demand_same(old, new)
    changes: list[TableChange] = []
    broken: list[object] = []
    with open_pair(old, new) as tables:
        for name in dict.fromkeys((*new.tables, *old.tables)):
            try:
                changes.append(_compare(tables, old.tables.get(name), new.tables.get(name)))
            except SetupError as error:
                broken += error.sentences
    if broken:
        raise SetupError(*broken)
    told = tuple(filter(None, changes))
    schema = tuple(_compare_schemas(old, new))
    return Change(
        package=new.name,
        old_version=old.version,
        new_version=new.version,
        tables=told,
        schema=schema,
        findings=tuple(explain_findings(old, new, told)),
        problems=judge_keys(old, new, told),
        need=weigh(_grounds(old, told, schema), old.version),
    )


def contents(package: Package | Path | str) -> Contents:
    """Read every table of a package as text by key; raises SetupError where a file has no sound shape.

    >>> from corrigenda import published_package
    >>> ("pete-hegseth",) in contents(published_package())["actors"].rows
    True
    """
    sheets = {}
    for table in _opened(package).tables.values():
        rows = {
            tuple(row[name] for name in table.key): tuple(row[field.name] or None for field in table.fields) for row in read_sound(table)
        }
        sheets[table.name] = Sheet(shape_of(table), rows)
    return sheets


def apply(change: Change, package: Package | Path | str | Contents) -> Contents:
    """Return what a package holds after a change: `apply(diff(a, b), a) == contents(b)`.

    >>> from corrigenda import published_package
    >>> package = published_package()
    >>> apply(diff(package, package), package) == contents(package)
    True
    """
    return patch(change, package if isinstance(package, dict) else contents(package))


def _opened(package: Package | Path | str) -> Package:
    return package if isinstance(package, Package) else open_package(package)


def _demand_same(old: Package, new: Package) -> None:
    for prop in ("name", "id"):
        before, after = old.descriptor.get(prop), new.descriptor.get(prop)
        if before != after and (prop == "name" or (before and after)):
            raise SetupError(
                f"these are not two states of one package: the {prop} is '{before}' in the old one and '{after}' in the new one"
            )


def _compare(tables: Tables, old: Table | None, new: Table | None) -> TableChange:
    """Compare two tables; raises SetupError where one has no sound shape or key. Equal files are not read by the engine."""
    before, after = (shape_of(table) if table else None for table in (old, new))
    sides = {side: table for side, table in (("before", old), ("after", new)) if table}
    table = next(reversed(sides.values()))
    change = TableChange(table.name, table.path, table.layer, before, after)
    if old and new and before == after and _is_same_file(old, new):
        return change
    if old and new and (compared := _compare_sieved(tables, change, old, new)):
        return compared
    told = [f"{_SIDES[side]}: {problem}" for side, table in sides.items() for problem in shorten(read_side(tables, side, table))]
    if told:
        raise SetupError(*told)
    if old and new and old.key == new.key:
        return _compare_rows(tables, change, old, new)
    # Rows with different keys cannot be the same row.
    rows = {side: _whole(tables, side, table) for side, table in sides.items()}
    return replace(change, added=rows.get("after", ()), removed=rows.get("before", ()))


def _compare_sieved(tables: Tables, change: TableChange, old: Table, new: Table) -> TableChange | None:
    """Compare only the rows that are not the same to the byte; None where the lines alone do not show that."""
    sieved = sieve(old, new)
    if sieved is None:
        return None
    with temporary_folder() as folder:
        rest = {side: replace(table, file=folder / side) for side, table in (("before", old), ("after", new))}
        for table, data in zip(rest.values(), sieved, strict=True):
            table.file.write_bytes(data)
        if any(read_side(tables, side, table) for side, table in rest.items()):
            return None
        return _compare_rows(tables, change, *rest.values())


def _is_same_file(old: Table, new: Table) -> bool:
    try:
        return old.file.stat().st_size == new.file.stat().st_size and old.file.read_bytes() == new.file.read_bytes()
    except OSError:
        return False


def _whole(tables: Tables, side: str, table: Table) -> tuple[RowChange, ...]:
    names = [field.name for field in table.fields]
    rows = tables.run(f"SELECT {', '.join(map(quote, names))} FROM {side}.{quote(table.name)} ORDER BY _row")
    return tuple(_row(dict(zip(names, row, strict=True)), table.key) for row in rows)


def _row(cells: dict[str, str | None], key: tuple[str, ...]) -> RowChange:
    return RowChange(tuple(cells[name] or "" for name in key), cells)


def _compare_rows(tables: Tables, change: TableChange, old: Table, new: Table) -> TableChange:
    """Join two tables by key and keep the rows that differ; columns that are gone are reported by the shapes alone."""
    before, after = ([field.name for field in table.fields] for table in (old, new))
    both = [name for name in after if name in before]
    same = " AND ".join(f"a.{quote(name)} IS NOT DISTINCT FROM b.{quote(name)}" for name in both)
    differ = f"NOT ({same})" + "".join(f" OR b.{quote(name)} IS NOT NULL" for name in after if name not in before)
    on = " AND ".join(f"a.{quote(name)} = b.{quote(name)}" for name in new.key)
    name = quote(new.name)
    found = tables.run(
        f"SELECT {_cells('a', before)}, {_cells('b', after)} FROM before.{name} AS a FULL JOIN after.{name} AS b ON {on} "
        f"WHERE {differ} ORDER BY coalesce(b._row, a._row), b._row IS NULL"
    )
    added, removed, changed = [], [], []
    for row in found:
        was, now = dict(zip(before, row[: len(before)], strict=True)), dict(zip(after, row[len(before) :], strict=True))
        if was[old.key[0]] is None:
            added.append(_row(now, new.key))
        elif now[new.key[0]] is None:
            removed.append(_row(was, old.key))
        else:
            key = tuple(now[name] for name in new.key)
            changed += [CellChange(key, name, was.get(name), now[name]) for name in after if was.get(name) != now[name]]
    return replace(change, added=tuple(added), removed=tuple(removed), changed=tuple(changed))


def _cells(side: str, names: Sequence[str]) -> str:
    return ", ".join(f"{side}.{quote(name)}" for name in names)


def _compare_schemas(old: Package, new: Package) -> Iterator[SchemaChange]:
    for name in dict.fromkeys((*new.tables, *old.tables)):
        before, after = old.tables.get(name), new.tables.get(name)
        yield from compare_shapes(name, shape_of(before) if before else None, shape_of(after) if after else None)
    for place in other_words(digest_words(old), digest_words(new)):
        yield SchemaChange(place, "", OTHER_WORDS, Level.PATCH)


def _grounds(old: Package, tables: Sequence[TableChange], schema: Sequence[SchemaChange]) -> Iterator[Ground]:
    """Yield all that moves the version: schemas first, then rows and cells, table by table."""
    yield from (Ground(change.level, change.place, change.what) for change in schema)
    pointed = pointed_at(old)
    for table in tables:
        if table.layer == "found":
            yield Ground(Level.PATCH, table.path, MADE_ANEW)
            continue
        yield from (new_row(table.path, row.key) for row in table.added)
        for row in table.removed:
            yield gone_row(table.path, row.key, table.name in pointed)
        for cell in table.changed:
            yield corrected_cell(table.path, cell.key, cell.field, f"{show_cell(cell.before)} → {show_cell(cell.after)}")
