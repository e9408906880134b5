"""Drafted rows that a person accepts, changes or rejects: judged first, written file by file, and noted in `data/drafts.csv`."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from functools import partial

from corrigenda.engine.tables import Tables, judge, load
from corrigenda.errors import Problem, SetupError, shorten
from corrigenda.package.drafts import (
    READINGS,
    Cells,
    DraftMark,
    Key,
    digest_cells,
    find_dependents,
    find_drafts,
    read_marks,
    read_readings,
    remove_rows,
    render_rows,
    write_marks,
    write_readings,
)
from corrigenda.package.package import Package
from corrigenda.package.storage.journal import in_turn
from corrigenda.package.tables.csv_file import read_sound
from corrigenda.tasks.editing.amendment import amend
from corrigenda.values.wording import count

_NAMED = 3
Examine = Callable[[Package], Iterable[Problem]]


class OvertakenError(SetupError):
    """Say that a row is not what the person who decides about it has read."""


@in_turn
def accept(package: Package, rows: Mapping[Key, str | None], by: str, on: str, examine: Examine | None = None) -> str:
    """Accept drafted rows in the name of a person on a day; return a sentence that says so.

    Each row comes with the digest of the cells that the person read, or with None. `examine` says what is wrong with the package as it
    would be; without it the program looks for itself. Raises OvertakenError where a row has other cells by now, and SetupError where it
    is no draft.
    """
    marks, cells = read_marks(package), _read_rows(package, rows)
    _judge_read(rows, cells)
    drafts = find_drafts(package)
    for key in rows:
        if key not in drafts or key not in marks:
            raise SetupError(_no_draft(key, marks.get(key)))
        marks[key] = _accepted(marks[key], cells[key], by, on)
    files = {**write_marks(package, marks.values()), **_drop_readings(package, rows)}
    # Nothing points at marks and they point at nothing, so that they are judged alone, and at once.
    alone = replace(package, tables={name: package.tables[name] for name in files})
    amend(package if examine else alone, files, examine or judge)
    return f"{by.strip()} accepted {_tell(rows)}"


@in_turn
def change(
    package: Package,
    key: Key,
    new: Mapping[str, str],
    by: str,
    on: str,
    read: str | None = None,
    *,
    texts: Collection[str] = (),
    examine: Examine | None = None,
    name: Callable[[str], str] = str,
) -> str:
    """Change cells of a row that was drafted and accept it so; return a sentence that says so.

    `read` is the digest of the cells that the person read, `texts` those of the articles: where one is given, the row must fit it.
    `examine` is as with `accept`, and then looks at the texts itself; `name` names a field in the sentence.
    Raises OvertakenError where the row has other cells by now, and SetupError, writing nothing, where the new ones are not sound.
    """
    table = package.tables.get(key[0])
    cells = _read_rows(package, [key])
    marks = read_marks(package)
    _judge_read({key: read}, cells)
    if table is None or key not in marks:
        raise SetupError(_no_draft(key, None))
    new = {field: value for field, value in new.items() if value != (cells[key].get(field) or "")}
    for field, value in new.items():
        if table.field(field) is None or field in table.key:
            raise SetupError(f"{key[0]} {key[1]}: {field} is no cell that can be changed")
        if any(unicodedata.category(character) in ("Cc", "Cs") for character in value):
            raise SetupError(f"{key[0]} {key[1]}: {field} has a character that cannot be printed")
    row = {**cells[key], **new}
    rows = [row if other[table.key[0]] == key[1] else other for other in read_sound(table)]
    marks[key] = _accepted(marks[key], row, by, on)
    files = {table.name: render_rows(table, rows), **write_marks(package, marks.values()), **_drop_readings(package, [key])}
    amend(package, files, examine or partial(_examine, texts=texts))
    return f"{by.strip()} changed {', '.join(map(name, new))} of {_tell([key])}" if new else f"{by.strip()} accepted {_tell([key])}"


@in_turn
def reject(package: Package, rows: Mapping[Key, str | None], examine: Examine | None = None) -> str:
    """Remove drafted rows and the drafts that point at them; return a sentence that says so.

    Each row comes with the digest of the cells that the person read, or with None; `examine` is as with `accept`. Raises OvertakenError
    where a row has other cells by now, and SetupError where it is no draft, or a row that is none points at it.
    """
    marks, cells, drafts = read_marks(package), _read_rows(package, rows), find_drafts(package)
    _judge_read(rows, cells)
    for key in rows:
        if key not in drafts or key not in marks:
            raise SetupError(_no_draft(key, marks.get(key)))
    hanging = find_dependents(package, rows)
    kept = sorted(hanging - drafts)
    if kept:
        named = ", ".join(f"{table} {row}" for table, row in kept[:_NAMED])
        more = f" and {len(kept) - _NAMED} more" if len(kept) > _NAMED else ""
        raise SetupError(f"{_tell(rows)} cannot be rejected: {named}{more} rest on it and are no drafts; change these first")
    gone = {*rows, *hanging}
    files = remove_rows(package, gone)
    files |= write_marks(package, (mark for key, mark in marks.items() if key not in gone))
    amend(package, {**files, **_drop_readings(package, gone)}, examine or judge)
    return f"rejected {_tell(rows)}" + (f", and {_tell(hanging)} with it" if hanging else "")


def _read_rows(package: Package, rows: Collection[Key]) -> dict[Key, Cells]:
    """Return the cells of rows; raises SetupError where one is not there."""
    found: dict[Key, Cells] = {}
    for name in {name for name, _ in rows}:
        table = package.tables.get(name)
        if table is None:
            raise SetupError(f"the package has no table '{name}'")
        found |= {(name, row[table.key[0]]): row for row in read_sound(table)}
    for table_name, row in rows:
        if (table_name, row) not in found:
            raise OvertakenError(f"there is no row '{row}' in {table_name}; was it rejected?")
    return {key: found[key] for key in rows}


def _judge_read(rows: Mapping[Key, str | None], cells: Mapping[Key, Cells]) -> None:
    for key, read in rows.items():
        if read is not None and read != digest_cells(cells[key]):
            raise OvertakenError(f"{key[0]} {key[1]} was changed since you read it; nothing was written. Read it again, then decide")


def _no_draft(key: Key, mark: DraftMark | None) -> str:
    if mark is None:
        return f"{key[0]} {key[1]} was not drafted, or in another package; there is nothing to decide here"
    by = f"{mark.accepted_by} accepted it on {mark.accepted_on}" if mark.accepted_by else "it was edited since it was drafted"
    return f"{key[0]} {key[1]} is no draft any more: {by}"


def _accepted(mark: DraftMark, cells: Cells, by: str, on: str) -> DraftMark:
    if not by.strip() or not by.isprintable():
        raise SetupError("the name of the person who decides is empty or has a character that cannot be printed")
    return replace(mark, digest=digest_cells(cells), accepted_by=by.strip(), accepted_on=on)


def _drop_readings(package: Package, rows: Collection[Key]) -> dict[str, bytes]:
    """Return the file of other readings without those of some rows; nothing where there are none."""
    readings = read_readings(package)
    if READINGS not in package.tables or readings.keys().isdisjoint(rows):
        return {}
    return write_readings(package, (one for key, ones in readings.items() if key not in rows for one in ones))


def _examine(package: Package, texts: Collection[str]) -> tuple[Problem, ...]:
    """Say what is wrong with the structure of a package; where nothing is, raise SetupError if a row does not fit its text."""
    with load(package) as tables:
        if not tables.problems:
            demand_fit(tables, texts)
        return tables.problems


def demand_fit(tables: Tables, texts: Collection[str]) -> None:
    """Raise SetupError where a row does not fit the text of its article."""
    from corrigenda.checking.text_proof import prove

    if problems := [problem for text in texts for problem in prove(tables, text)[1]]:
        raise SetupError(*shorten(problems), "the row does not fit the text; nothing was written")


def _tell(rows: Collection[Key]) -> str:
    """Name one row, or count several by table."""
    if len(rows) == 1:
        (key,) = rows
        return f"{key[0]} {key[1]}"
    tables = ", ".join(f"{table} {number:,}" for table, number in sorted(Counter(table for table, _ in rows).items()))
    return f"{count(len(rows), 'row')} ({tables})"
