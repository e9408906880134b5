"""Prove the rows of a draft: against the schemas, against one another, and against the text."""

from __future__ import annotations

import re

from corrigenda.drafting import Draft
from corrigenda.package.package import Package
from corrigenda.values.edtf import parse_edtf
from corrigenda.values.passages import digest


def prove(text: str, draft: Draft, package: Package) -> None:
    """Check every row against the schemas, the other rows and the text."""
    keys = {name: [row[package.tables[name].key[0]] for row in rows] for name, rows in draft.tables.items()}
    spans = {row["passage_id"]: (int(row["start"]), int(row["end"])) for row in draft.tables.get("passages", [])}
    for row in draft.tables.get("passages", []):
        assert digest(text[int(row["start"]) : int(row["end"])]) == row["sha256"]
    for name, rows in draft.tables.items():
        table = package.tables[name]
        assert len(set(keys[name])) == len(keys[name])
        fields = {field.name: field for field in table.fields}
        for row in rows:
            assert set(row) <= set(fields)
            for field in table.fields:
                value = row.get(field.name, "")
                if not value:
                    assert not field.required, (name, field.name, row)
                    continue
                assert value in field.constraints.get("enum", [value])
                assert re.fullmatch(field.constraints.get("pattern", ".*"), value)
                assert field.type != "duration" or re.fullmatch(r"P\d+[YMWD]", value)
                assert field.type != "integer" or value.isdigit()
                if field.type == "edtf":
                    parse_edtf(value)
                assert len(value) <= field.constraints.get("maxLength", len(value))
                if field.printed and "start" in row:
                    assert value in text[int(row["start"]) : int(row["end"])]
                    assert value.isprintable()
                    assert len(value.split()) <= 8
            if "start" in row and name != "passages":
                first, last = spans[row["passage_id"]]
                assert first <= int(row["start"]) < int(row["end"]) <= last, (name, row)
            for foreign in table.foreign_keys:
                value = row.get(foreign.fields[0], "")
                assert not value or foreign.table not in keys or value in keys[foreign.table], (name, foreign, row)
