"""Digests (SHA-256) of what the answer for a part depends on: its own rows, and the reference, whole or as far as it uses it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from corrigenda.checking.groups.cut import has_drafts, render, rows_of
from corrigenda.checking.groups.used.reference import OF_WORDS, SETS, WORDS
from corrigenda.engine.sql import literal, quote
from corrigenda.engine.tables import Tables
from corrigenda.package.drafts import TABLE as DRAFTS
from corrigenda.package.tables.table import Table


def digest_said(tables: Tables, count: int) -> list[str]:
    """Return a digest of the rows of each of so many parts, and of which of them are drafts."""
    digests = [hashlib.sha256() for _ in range(count)]
    for table in tables.package.layer("said"):
        rows = rows_of(tables, table)
        for part, digest in tables.run(_digest(tables, table, rows)) if rows else ():
            digests[part].update(f"{table.name} {digest}\n".encode())
    return [digest.hexdigest() for digest in digests]


def digest_used(tables: Tables, parts: Sequence[int]) -> list[str]:
    """Return a digest of the rows of the reference that each of some parts uses, and of which of them are drafts."""
    digests = {number: hashlib.sha256() for number in parts}
    for table in tables.package.layer("known"):
        rows = rows_of(tables, table)
        for part, digest in tables.run(_digest(tables, table, rows)) if rows else ():
            digests.setdefault(part, hashlib.sha256()).update(f"{table.name} {digest}\n".encode())
    for part, number in tables.run(f"SELECT part, number FROM {SETS} ORDER BY part, number"):
        digests[part].update(f"set {digests[number].hexdigest()}\n".encode())
    return [digests[number].hexdigest() for number in parts]


def digest_words(tables: Tables) -> str:
    """Return a digest of what all parts share: the schemas, and the words that each has whole."""
    digest = hashlib.sha256()
    for table in tables.package.tables.values():
        digest.update(repr((table.name, table.path, table.fields, table.key, table.foreign_keys, table.unique_keys)).encode())
        if table.name in WORDS and table.name in tables.lines:
            digest.update(render(tables, table, "TRUE"))
    if has_drafts(tables):
        digest.update(render(tables, tables.package.tables[DRAFTS], f'"table" IN ({", ".join(map(literal, WORDS))})'))
    return digest.hexdigest()


def digest_reference(tables: Tables) -> str:
    """Return a digest of the whole reference, and of which rows of it are drafts: of its files as they are."""
    digest = hashlib.sha256()
    known = tables.package.layer("known")
    for table in known:
        digest.update(f"{table.name}\n".encode() + hashlib.sha256(table.file.read_bytes()).digest())
    if has_drafts(tables):
        names = ", ".join(literal(table.name) for table in known)
        digest.update(render(tables, tables.package.tables[DRAFTS], f'"table" IN ({names})'))
    return digest.hexdigest()


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
        f"FROM raw.{quote(table.name)} AS own WHERE own.{key} IN (SELECT row_id FROM {rows})) "
        f"SELECT used.part, sha256(string_agg(digests.digest, '' ORDER BY digests.row_id)) FROM {rows} AS used "
        f"JOIN digests ON digests.row_id = used.row_id WHERE used.part <> {OF_WORDS} GROUP BY used.part ORDER BY used.part"
    )
