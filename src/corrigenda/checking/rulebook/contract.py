"""What a rule promises by its header, held against the columns that its query really gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from corrigenda.checking.rulebook.catalogue import Rule
from corrigenda.checking.rulebook.specs import PlaceSpec, RepairSpec
from corrigenda.engine.sql import quote
from corrigenda.errors import SetupError
from corrigenda.package.tables.table import Table
from corrigenda.values.templates import slots

# Names and types of the columns that a query gives, without running it; raises SetupError where it cannot be prepared.
Columns = Callable[[str], Mapping[str, str]]
_KEYS = ("VARCHAR", "VARCHAR[]", '"NULL"', "INTEGER")
_REASONS = ("VARCHAR", '"NULL"', "INTEGER")
# A length of time has no words of its own (a month is no number of days), and bytes have none at all.
_UNSPEAKABLE = ("BIT", "BLOB", "INTERVAL", "MAP", "STRUCT", "UNION")
_CORRECTION = ("table_name", "row_id", "field", "value", "allows", "position")


def lint_contract(rule: Rule, columns: Columns, tables: Mapping[str, Table]) -> Iterator[str]:
    """Say where the header of a rule and its query do not fit each other, a sentence for each thing."""
    try:
        returned = columns(rule.sql)
    except SetupError as error:
        yield f"the query cannot be prepared: {str(error).removeprefix('a query cannot be run: ')}"
        return
    try:
        judged = list(columns(f"SELECT * FROM {quote(rule.judges)}"))
    except SetupError:
        yield f"there is no view or table {rule.judges} to judge"
        judged = [rule.key]
    if rule.key not in judged:
        yield f"{rule.judges} has no column {rule.key}"
    if rule.subject == "article" and judged != [rule.key] and not {"claim_id", "article_id"} & set(judged):
        yield f"{rule.judges} has neither claim_id nor article_id, so that no finding belongs to an article"
    for column in sorted({"verdict", "reason", rule.key} - set(returned)):
        yield f"the query does not return {column}"
    for column in ("verdict", rule.key):
        if returned.get(column, "VARCHAR") != "VARCHAR":
            yield f"the query returns {column} as {returned[column]}; expected text"
    if returned.get("reason", "VARCHAR") not in _REASONS:
        yield f"the query returns reason as {returned['reason']}; expected text"
    if rule.corrections:
        yield from _lint_corrections(rule.key, rule.corrections, columns)
    yield from _lint_cells(rule, returned, tables)
    if rule.places[0].role != "basis":
        yield "the first place is not a basis"
    yield from _lint_sentences(rule, returned)


def _lint_sentences(rule: Rule, returned: Mapping[str, str]) -> Iterator[str]:
    templates = [rule.message, *(part for repair in rule.repairs for part in (repair.value or "", repair.allows))]
    for slot in sorted({slot for template in templates for slot in slots(template)} - set(returned)):
        yield f"the query does not return {slot}, which message or repair names"
    for slot in sorted({slot for template in templates for slot in slots(template)} & set(returned)):
        if returned[slot].removesuffix("[]").startswith(_UNSPEAKABLE):
            yield f"the query returns {slot} as {returned[slot]}; expected text, a number or a list of them for a sentence"


def _lint_corrections(key: str, table: str, columns: Columns) -> Iterator[str]:
    try:
        given = columns(f"SELECT * FROM {quote(table)}")
    except SetupError:
        yield f"there is no table {table} of repairs"
        return
    lacking = [name for name in (key, *_CORRECTION) if name not in given]
    if lacking:
        yield f"the table {table} has no column {', '.join(lacking)}, and so holds no repairs"


def _lint_cells(rule: Rule, returned: Mapping[str, str], tables: Mapping[str, Table]) -> Iterator[str]:
    for spec in rule.places:
        for column in spec.columns[1:]:
            if column not in returned:
                yield f"the query does not return {column}, which places name"
    fixed = [spec for spec in rule.places if len(spec.columns) == 1]
    pointed: list[PlaceSpec | RepairSpec] = [*fixed, *rule.repairs]
    for place in pointed:
        table = tables.get(place.table)
        if table is None or table.field(place.field) is None:
            yield f"there is no cell {place.table}.{place.field} to point at"
        elif len(table.key) != 1:
            yield f"the table {place.table} has no single key"
    keyed: list[PlaceSpec | RepairSpec] = [*rule.places, *rule.repairs]
    for place in keyed:
        if place.column not in returned:
            yield f"the query does not return {place.column}, the key of {place.table}"
        elif returned[place.column] not in _KEYS:
            yield f"the query returns {place.column} as {returned[place.column]}; expected the key of {place.table} or a list of keys"
