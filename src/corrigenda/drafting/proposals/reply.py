"""The reply of a model read strictly: JSON, known tables and fields, values that fit the schemas; all else is left out and counted."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from corrigenda.drafting.proposals.request import ADDED, NUMBER, READ, WORDS, proposed_fields
from corrigenda.package.storage.files import program_folder, read_json
from corrigenda.package.tables.table import Field, Table
from corrigenda.values.edtf import parse_edtf

_MOST_ROWS = 400
_DURATION = re.compile(r"P[1-9]\d{0,3}[YMWD]")


@dataclass(frozen=True)
class Proposal:
    """Hold one proposed row: its table, the number of its sentence from 0, and its cells by field, each of which fits the schema."""

    table: str
    number: int
    cells: dict[str, str]


@dataclass
class Reply:
    """Hold what could be read of a reply, and why the rest could not."""

    proposals: list[Proposal] = field(default_factory=list)
    left_out: int = 0
    problem: str = ""


def read_reply(text: str, tables: Mapping[str, Table], kinds: Collection[str], numbers: range) -> Reply:
    """Read the reply to a request about the sentences `numbers`; nothing in it can raise an error.

    Text before and after one JSON object is passed over. An object that is not whole is not used at all.
    """
    try:
        content = _read_object(text)
    except (ValueError, RecursionError):
        return Reply(problem="the reply is no whole JSON object")
    reply = Reply()
    for name in (*ADDED, *READ):
        listed = content.get(name)
        if listed is None:
            continue
        if not isinstance(listed, list):
            reply.left_out += 1
            continue
        fields = proposed_fields(tables[name])
        for entry in listed[:_MOST_ROWS]:
            proposal = _read_row(entry, name, fields, kinds, numbers)
            if proposal is None:
                reply.left_out += 1
            elif proposal not in reply.proposals:
                reply.proposals.append(proposal)
        reply.left_out += len(listed[_MOST_ROWS:])
    return reply


def _read_object(text: str) -> dict[str, Any]:
    start = text.find("{")
    if start < 0:
        raise ValueError
    content, _ = json.JSONDecoder(parse_constant=lambda _: None).raw_decode(text, start)
    return dict(content)


def _read_row(entry: object, name: str, fields: Sequence[Field], kinds: Collection[str], numbers: range) -> Proposal | None:
    """Return a row whose sentence is one that was asked about, and whose required cells fit; None for any other."""
    if not isinstance(entry, dict):
        return None
    number = entry.get(NUMBER)
    if not isinstance(number, int) or isinstance(number, bool) or number - 1 not in numbers:
        return None
    cells = {field.name: value for field in fields if (value := _read_cell(field, entry.get(field.name)))}
    if name in READ:
        words, kind = entry.get(WORDS), entry.get("kind_id")
        if not isinstance(words, str) or not words.strip() or not isinstance(kind, str) or kind not in kinds:
            return None
        return Proposal(name, number - 1, {**cells, WORDS: words.strip(), "kind_id": kind})
    lacking = any(field.required and field.name not in cells for field in fields)
    return None if lacking else Proposal(name, number - 1, cells)


def _read_cell(field: Field, value: object) -> str:
    """Return a value as the cell has it, or an empty text where it does not fit the field."""
    text = _plain(value, field.type)
    constraints = field.constraints
    if not text or not text.isprintable() or len(text) > constraints.get("maxLength", 200):
        return ""
    if "enum" in constraints:
        return text if text in constraints["enum"] else ""
    if field.type == "edtf":
        return text if _is_edtf(text) else ""
    if field.type == "duration":
        return text if _DURATION.fullmatch(text) else ""
    pattern = constraints.get("pattern", ".*")
    # A pattern of a package could take for ever here, where no engine bounds it; its cell is left to a person.
    return text if (pattern == ".*" or pattern in _own_patterns()) and re.fullmatch(pattern, text) else ""


@cache
def _own_patterns() -> frozenset[str]:
    """Return the patterns of the program's own schemas."""
    schemas = (read_json(file, file.name) for file in sorted((program_folder("schemas") / "said").glob("*.json")))
    return frozenset(
        one["constraints"]["pattern"] for schema in schemas for one in schema["fields"] if "pattern" in one.get("constraints", {})
    )


def _plain(value: object, kind: str) -> str:
    if kind in ("number", "integer"):
        # Neither endless values nor whole numbers of 400 digits are compared as floats.
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 10**18:
            return ""
        if value == int(value):
            return str(int(value))
        return f"{value:.6f}".rstrip("0").rstrip(".") if kind == "number" else ""
    return value.strip() if isinstance(value, str) else ""


def _is_edtf(text: str) -> bool:
    try:
        parse_edtf(text)
    except ValueError:
        return False
    return True
