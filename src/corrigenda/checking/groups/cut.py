"""The rows of some parts, with the reference that they use, cut out of a package: as files of a package of their own, and as digests."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from corrigenda.checking.groups.links import HOMES
from corrigenda.checking.groups.used_reference import OF_WORDS, SETS, UNREAD, USED, WORDS
from corrigenda.engine.sql import literal, quote
from corrigenda.engine.tables import Tables
from corrigenda.package.csv_file import write_rows
from corrigenda.package.drafts import TABLE as DRAFTS
from corrigenda.package.table import Table

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
        rows = _rows_of(tables, table)
        if rows:
            tables.run(f"INSERT INTO chosen_rows SELECT ?, row_id FROM {rows} WHERE part IN (SELECT part FROM chosen)", [table.name])
            where = f"{quote(table.key[0])} IN (SELECT row_id FROM chosen_rows WHERE table_name = {literal(table.name)})"
            files[table.name] = _render(tables, table, where)
        elif table.name in WORDS and table.name in tables.lines:
            files[table.name] = _render(tables, table, "TRUE")
        else:
            files[table.name] = write_rows([field.name for field in table.fields], [])
    if has_drafts(tables):
        is_theirs = '("table", "row") IN (SELECT table_name, row_id FROM chosen_rows)'
        files[DRAFTS] = _render(tables, package.tables[DRAFTS], f'{is_theirs} OR "table" IN ({_OF_WORDS})')
    return files


def has_drafts(tables: Tables) -> bool:
    """Tell whether some row of the package was drafted."""
    return DRAFTS in tables.lines and bool(tables.lines[DRAFTS].rows)


def _rows_of(tables: Tables, table: Table) -> str | None:
    """Return the table of the rows of each part, or None where a table is not divided."""
    if table.name not in tables.lines or table.layer == "kept" or table.name in (*WORDS, *UNREAD):
        return None
    return f"{HOMES if table.layer == 'said' else USED}.{quote(table.name)}"


def _render(tables: Tables, table: Table, where: str) -> bytes:
    cells = ", ".join(quote(field.name) for field in table.fields)
    rows = tables.run(f"SELECT {cells} FROM raw.{quote(table.name)} WHERE {where} ORDER BY _row")
    return write_rows([field.name for field in table.fields], [list(row) for row in rows])


def digest_parts(tables: Tables, count: int) -> list[str]:
    """Return a digest (SHA-256) of each part: of its rows, of the rows of the reference that it uses, and of which of them are drafts.

    It covers the schemas and the words that all parts share as well.
    """
    package = tables.package
    shared = hashlib.sha256()
    for table in package.tables.values():
        shared.update(repr((table.name, table.path, table.fields, table.key, table.foreign_keys, table.unique_keys)).encode())
        if table.name in WORDS and table.name in tables.lines:
            shared.update(_render(tables, table, "TRUE"))
    if has_drafts(tables):
        shared.update(_render(tables, package.tables[DRAFTS], f'"table" IN ({_OF_WORDS})'))
    digests = {number: shared.copy() for number in range(count)}
    for table in package.layer("said", "known"):
        rows = _rows_of(tables, table)
        if rows:
            for part, digest in tables.run(_digest(tables, table, rows)):
                digests.setdefault(part, hashlib.sha256()).update(f"{table.name} {digest}\n".encode())
    for part, number in tables.run(f"SELECT part, number FROM {SETS} ORDER BY part, number"):
        digests[part].update(f"set {digests[number].hexdigest()}\n".encode())
    return [digests[number].hexdigest() for number in range(count)]


def _digest(tables: Tables, table: Table, rows: str) -> str:
    """Return the query for the digest of each part's rows of a table; an empty cell is not one that holds its sign."""
    key = quote(table.key[0])
    cells = ", chr(31), ".join(f"coalesce(concat('=', own.{quote(field.name)}), '')" for field in table.fields)
    draft = "''"
    if has_drafts(tables):
        draft = (
            f"(SELECT concat_ws(' ', draft.digest, draft.accepted_by) FROM raw.{DRAFTS} AS draft "
            f'WHERE draft."table" = {literal(table.name)} AND draft."row" = own.{key})'
        )
    return (
        f"WITH digests AS (SELECT own.{key} AS row_id, sha256(concat({cells}, chr(30), {draft})) AS digest "
        f"FROM raw.{quote(table.name)} AS own) "
        f"SELECT used.part, sha256(string_agg(digests.digest, '' ORDER BY digests.row_id)) FROM {rows} AS used "
        f"JOIN digests ON digests.row_id = used.row_id WHERE used.part <> {OF_WORDS} GROUP BY used.part ORDER BY used.part"
    )
