"""Hostile files of collections, always the same one for a seed."""

from __future__ import annotations

import io
import json
import random
import re
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.sax.saxutils import escape

from fuzz.hostile_packages import sound_package
from fuzz.hostile_values import NASTY
from fuzz.judge import Files, laid_out, run

Chance = random.Random

_PROPERTIES = ("name", "holder", "post", "startDate", "endDate", "birthDate", "country", "status", "position", "organization", "alias")
_CELLS = ("Ada", "Minister", "2020-01", "2024-05-31", "Land", "Q42", "")
_BOMB = "\n".join(
    ["a: &a [x, x, x, x, x, x, x, x, x]", *(f"{b}: &{b} [{', '.join(['*' + a] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True))]
)
_ENTITIES = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SHEET = f'<?xml version="1.0"?><worksheet xmlns="{_MAIN}"><sheetData>{{}}</sheetData></worksheet>'


def _cell(chance: Chance) -> str:
    return chance.choice(NASTY[:-1]) if chance.random() < 0.4 else chance.choice(_CELLS)


def _value(chance: Chance, depth: int = 0) -> Any:
    what = chance.randrange(8 if depth < 3 else 5)
    if what < 4:
        return _cell(chance)
    if what == 4:
        return chance.choice((None, True, 0, -1, 1.5, *((10**400, 1e308) if chance.random() < 0.1 else ())))
    if what == 5:
        return [_value(chance, depth + 1) for _ in range(chance.randrange(4))]
    return {chance.choice((*_CELLS, "id", "name", "start")): _value(chance, depth + 1) for _ in range(chance.randrange(4))}


def _some(chance: Chance, *names: str) -> dict[str, Any]:
    return {name: _value(chance) for name in names if chance.random() < 0.8}


def _bytes(chance: Chance, text: str) -> bytes:
    """Return a text, now and then broken off or in another encoding."""
    data = text.encode("utf-8", "surrogatepass")
    what = chance.random() * 2
    if what < 0.08:
        return data[: chance.randrange(len(data) + 1)]
    if what < 0.12:
        return text.encode("utf-16", "surrogatepass")
    if what < 0.16:
        at = chance.randrange(len(data) + 1)
        return data[:at] + chance.choice((b"\x00", b"\xff", b"\xed\xa0\x80", b'"')) + data[at:]
    return data


def _table(chance: Chance) -> bytes:
    header = chance.choice((
        ["person", "office", "start", "end"], ["person", "office", "start", "end"], ["person", "born", "died", "variants"],
        ["person", "relation", "other"], ["event", "kind", "day"], ["event", "measure", "about", "amount", "day"],
        ["person", "personLabel", "position", "positionLabel", "start", "end"], ["x"], [], ["person", "person", "office", "start"],
        ["person", "office", "start", "end", "party", "state"],
    ))  # fmt: skip
    quoted = ('"' + _cell(chance).replace('"', '""') + '"' for _ in iter(int, 1))
    rows = [
        ",".join(next(quoted) for _ in range(max(0, len(header) + chance.choice((0, 0, 0, 0, 1, -1)))))
        for _ in range(chance.choice((0, 1, 12)))
    ]
    return _bytes(chance, "\n".join([",".join(header), *rows, ""]))


def _followthemoney(chance: Chance) -> bytes:
    schemas = ("Person", "Position", "Occupancy", "Organization", "Family", "x", "")
    is_wild = chance.random() < 0.3
    entities = []
    for number in range(chance.choice((1, 5, 20))):
        values = (["e0"], ["e1"], ["e2"], [_cell(chance), _cell(chance)], *([_value(chance)] if is_wild else []))
        entity: dict[str, Any] = {
            "id": chance.choice((f"e{number}", "e1", *(("", None, 5) if is_wild else ()))),
            "schema": chance.choice(schemas if is_wild else schemas[:5]),
            "properties": {name: chance.choice(values) for name in chance.sample(_PROPERTIES, 4)},
        }
        entities.append(json.dumps(entity))
    if is_wild:
        entities.append(chance.choice(("[]", "{", "null", "[" * 50_000)))
    return _bytes(chance, "\n".join([*entities, ""]))


def _popolo(chance: Chance) -> bytes:
    document: dict[str, Any] = {
        "persons": [{"id": f"p{n}", **_some(chance, "name", "birth_date", "other_names", "links")} for n in range(3)],
        "organizations": [{"id": f"o{n}", **_some(chance, "name", "classification")} for n in range(2)],
        "posts": [{"id": f"t{n}", "organization_id": "o1", **_some(chance, "label", "role")} for n in range(2)],
        "memberships": [
            {
                "person_id": chance.choice(("p1", "p9", "", 3)),
                "post_id": "t1",
                "organization_id": "o1",
                **_some(chance, "start_date", "end_date", "role"),
            }
            for _ in range(4)
        ],
    }
    for name in list(document):
        if chance.random() < 0.15:
            document[name] = _value(chance)
    return _bytes(chance, "[" * 100_000 if chance.random() < 0.05 else json.dumps(document))


def _term(chance: Chance) -> dict[str, Any]:
    return {"type": chance.choice(("rep", "sen", "prez", "x")), **_some(chance, "start", "end", "state", "party")}


def _congress(chance: Chance) -> bytes:
    if chance.random() < 0.1:
        return (_BOMB if chance.random() < 0.5 else "- " * 5000 + "x").encode()
    if chance.random() < 0.1:
        return b"- !!python/object/apply:os.system ['touch outside']\n- &a [*a]\n"
    people = [
        {"id": _some(chance, "bioguide", "wikidata"), "name": _some(chance, "first", "last", "official_full"),
         "bio": _some(chance, "birthday"), "terms": chance.choice(([_term(chance)], [_term(chance)], _value(chance)))}
        for _ in range(3)
    ]  # fmt: skip
    return _bytes(chance, json.dumps(people) if chance.random() < 0.8 else "- " + json.dumps(people)[1:-1].replace("}, {", "}\n- {"))


def _workbook(chance: Chance) -> bytes:
    """Return a ZIP that may be a workbook: sheets of nonsense, of entities, of a million repeated cells."""
    stream = io.BytesIO()
    if chance.random() < 0.6:
        return _edited(chance)
    sheet = chance.choice((
        _SHEET.format("<row r='1'><c r='A1' t='inlineStr'><is><t>x</t></is></c></row>"),
        f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{_ENTITIES}]><x>&i;</x>',
        "<worksheet>" * 5000, "", _SHEET.format("<row r='1048577'><c r='ZZZZ1'><v>1e999</v></c></row>"), _SHEET.format("<row/>" * 200_000),
    ))  # fmt: skip
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"):
            if chance.random() < 0.9:
                archive.writestr(name, sheet if "sheet1" in name else _PARTS.get(name, "<x/>"))
    data = stream.getvalue()
    return data[: chance.randrange(len(data))] if chance.random() < 0.2 else data


@cache
def _sound_workbook() -> bytes:
    """Return what `export xlsx` writes of the sound package."""
    with TemporaryDirectory() as folder, laid_out(Path(folder) / "place", sound_package()) as work:
        assert run(work.parent, ["export", "xlsx", ".", "-o", "c.xlsx"], may_write=("c.xlsx",)).faults == ()
        return (work / "c.xlsx").read_bytes()


def _edited(chance: Chance) -> bytes:
    """Return the exported workbook with texts, cells or names of sheets changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_sound_workbook())) as sound, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sound.namelist():
            text = sound.read(name).decode()
            if name.startswith("xl/") and chance.random() < 0.4:
                for _ in range(3):
                    found = [match.span(1) for match in re.finditer(r">([^<>]+)<|(?:name|r|t|s)=\"([^\"]+)\"", text) if match[1]]
                    if found:
                        start, end = chance.choice(found)
                        text = text[:start] + escape(re.sub("[\x00-\x08\x0b-\x1f\ud800-\udfff]", "", _cell(chance))) + text[end:]
            archive.writestr(name, text)
    return stream.getvalue()


_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = {
    "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="'
    'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    "_rels/.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    f'xmlns:r="{_RELATED}"><sheets><sheet name="actors" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATED}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}

_FORMS = {"table": _table, "followthemoney": _followthemoney, "popolo": _popolo, "congress": _congress, "xlsx": _workbook}


def make_import(seed: int) -> tuple[Files, list[str], str]:
    """Return the file of a collection, the arguments of the command that reads it, and its form."""
    chance = Chance(seed)
    form = chance.choice(sorted(_FORMS))
    made = _FORMS[form](chance)
    name = {"table": "c.csv", "congress": "c.yaml", "xlsx": "c.xlsx"}.get(form, "c.json")
    arguments = ["import", form, name, "-o", "made"]
    if form == "xlsx":
        return {**sound_package(), name: made}, ["import", form, name, "-o", "."], form
    arguments += ["--as-of", chance.choice((*("2024-01-01",) * 6, "x", "9999-12-31", "0001-01-01"))]
    arguments += ["--licence", "CC0-1.0"] if chance.random() < 0.5 else []
    arguments += ["--open"] if form == "table" and chance.random() < 0.3 else []
    return {name: made}, arguments, form
