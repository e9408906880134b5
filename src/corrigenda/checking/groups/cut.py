"""The rows of some parts, with the reference that they use, cut out of a package as files of a package of their own."""

from __future__ import annotations

from collections.abc import Sequence

from corrigenda.checking.groups.links import HOMES
from corrigenda.checking.groups.used.reference import OF_WORDS, SETS, UNREAD, USED, WORDS
from corrigenda.engine.sql import literal, quote
from corrigenda.engine.tables import Tables
from corrigenda.package.drafts import TABLE as DRAFTS
from corrigenda.package.tables.csv_file import write_rows
from corrigenda.package.tables.table import Table

Files = dict[str, bytes]
_OF_WORDS = ", ".join(map(literal, WORDS))


def cut_files(tables: Tables, parts: Sequence[int]) -> Files:
    """Return the files of some parts by the name of their table: their articles, the reference that they use, and what of it is a draft.

    Every other file of the package is empty in them: what people decided is about the whole.
    """
    package = tables.package
    tables.run("CREATE OR REPLACE TEMP TABLE chosen AS SELECT unnest(?::INTEGER[]) AS part", [[*parts, OF_WORDS]])
    tables.run(f"INSERT INTO chosen SELECT DISTINCT number FROM {SETS} WHERE part IN (SELECT part FROM chosen)")
    tables.run("CREATE OR REPLACE TEMP TABLE chosen_rows (table_name VARCHAR, row_id VARCHAR)")
    files: Files = {}
    for table in package.layer("said", "known", "kept"):
        rows = rows_of(tables, table)
        if rows:
            tables.run(f"INSERT INTO chosen_rows SELECT ?, row_id FROM {rows} WHERE part IN (SELECT part FROM chosen)", [table.name])
            where = f"{quote(table.key[0])} IN (SELECT row_id FROM chosen_rows WHERE table_name = {literal(table.name)})"
            files[table.name] = render(tables, table, where)
        elif table.name in WORDS and table.name in tables.lines:
            files[table.name] = render(tables, table, "TRUE")
        else:
            files[table.name] = write_rows([field.name for field in table.fields], [])
    if has_drafts(tables):
        is_theirs = '("table", "row") IN (SELECT table_name, row_id FROM chosen_rows)'
        files[DRAFTS] = render(tables, package.tables[DRAFTS], f'{is_theirs} OR "table" IN ({_OF_WORDS})')
    return files


def has_drafts(tables: Tables) -> bool:
    """Tell whether some row of the package was drafted."""
    return DRAFTS in tables.lines and bool(tables.lines[DRAFTS].rows)


def rows_of(tables: Tables, table: Table) -> str | None:
    """Return the table of the rows of each part, or None where a table is not divided."""
    if table.name not in tables.lines or table.layer == "kept" or table.name in (*WORDS, *UNREAD):
        return None
    return f"{HOMES if table.layer == 'said' else USED}.{quote(table.name)}"


def count_shared(tables: Tables) -> int:
    """Return how many rows of the reference are those of sets, which many parts use together."""
    names = filter(None, (rows_of(tables, table) for table in tables.package.layer("known")))
    return sum(int(tables.run(f"SELECT count(*) FROM {name} WHERE part < {OF_WORDS}")[0][0]) for name in names)


def render(tables: Tables, table: Table, where: str) -> bytes:
    """Return some rows of a table as the file that they would be."""
    cells = ", ".join(quote(field.name) for field in table.fields)
    rows = tables.run(f"SELECT {cells} FROM raw.{quote(table.name)} WHERE {where} ORDER BY _row")
    return write_rows([field.name for field in table.fields], [list(row) for row in rows])
