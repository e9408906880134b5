"""Packages of few rows that are broken on purpose, always the same one for a seed."""

from __future__ import annotations

import csv
import gzip
import io
import json
import random
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fuzz.hostile_values import NASTY, SOUND_DATES, SOUND_DURATIONS, TIMES, VALUES
from fuzz.judge import Files  # noqa: TC002  (of the tests)
from packages import small_package

Chance = random.Random

# Few tables make a run cheap; every twentieth package has all of them.
_FEW = frozenset({
    "actors", "articles", "claims", "dates", "events", "kinds", "mentions", "names", "offices", "passages", "phrases", "relations",
    "sources", "sums", "tenures", "waivers",
})  # fmt: skip


# What the time of events is worked out from.
_FEWEST = frozenset({"actors", "articles", "claims", "dates", "events", "kinds", "passages", "phrases", "relations", "sources"})


@cache
def sound_package(*, is_whole: bool = False, names: frozenset[str] = _FEW) -> Files:
    """Return the files of a sound package of few rows, with all tables or with some: at first the few that most rules read."""
    with TemporaryDirectory() as folder:
        root = small_package(Path(folder))
        files = {str(file.relative_to(root)): file.read_bytes() for file in sorted(root.rglob("*")) if file.is_file()}
    if is_whole:
        return files
    descriptor = json.loads(files["datapackage.json"])
    gone = [resource for resource in descriptor["resources"] if resource["name"] not in names]
    descriptor["resources"] = [resource for resource in descriptor["resources"] if resource["name"] in names]
    files["datapackage.json"] = _written(descriptor)
    for resource in gone:
        del files[resource["path"]]
    for resource in descriptor["resources"]:
        schema = json.loads(files[resource["schema"]])
        keys = [key for key in schema.get("foreignKeys", []) if key["reference"]["resource"] in {"", *names}]
        schema |= {"foreignKeys": keys} if keys else {}
        if not keys:
            schema.pop("foreignKeys", None)
        files[resource["schema"]] = _written(schema)
    return files


def break_package(seed: int) -> tuple[Files, str]:
    """Return the files of a package that is broken in one to three ways, and the names of these."""
    chance = Chance(seed)
    files = dict(sound_package(is_whole=seed % 20 == 0, names=_FEW if seed % 2 == 0 else _FEWEST))
    ways = [chance.choice(WAYS) for _ in range(chance.choice((1, 1, 2, 3)))]
    for way in ways:
        way(files, chance)
    return files, "+".join(way.__name__ for way in ways)


def _written(document: object) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")


def _table(files: Files, chance: Chance) -> tuple[str, list[list[str]]]:
    """Choose a table with rows that can still be read."""
    for name in chance.sample(sorted(files), len(files)):
        if name.endswith(".csv"):
            try:
                rows = list(csv.reader(io.StringIO(files[name].decode("utf-8"), newline="")))
            except (UnicodeDecodeError, csv.Error):
                continue
            if len(rows) > 1 and rows[0]:
                return name, rows
    return "data/none.csv", [["a"], ["b"]]


def _put(files: Files, name: str, rows: list[list[str]]) -> None:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    files[name] = stream.getvalue().encode("utf-8", "surrogatepass")


def cells(files: Files, chance: Chance) -> None:
    """Put nasty values, or values of other cells, into some cells."""
    for _ in range(chance.choice((1, 2, 5, 20))):
        name, rows = _table(files, chance)
        row = chance.choice(rows[1:])
        if row:
            pool = [cell for other in rows[1:] for cell in other]
            row[chance.randrange(len(row))] = chance.choice(NASTY if chance.random() < 0.6 else pool or [""])
        _put(files, name, rows)


def dates(files: Files, chance: Chance) -> None:
    """Put dates and distances that are well formed, and those of other rows, into columns of time: the structure stays sound."""
    for _ in range(chance.choice((1, 3, 10))):
        name, rows = _table(files, chance)
        row, column = chance.choice(rows[1:]), chance.randrange(len(rows[0]))
        if len(row) == len(rows[0]):
            field = rows[0][column]
            pool = [other[column] for other in rows[1:] if len(other) > column]
            if field in TIMES:
                pool += SOUND_DATES
            elif field == "duration":
                pool += SOUND_DURATIONS
            row[column] = chance.choice(pool)
            _put(files, name, rows)


def headers(files: Files, chance: Chance) -> None:
    """Rename, double, drop, add or turn round columns."""
    name, rows = _table(files, chance)
    header = rows[0]
    position = chance.randrange(len(header))
    what = chance.randrange(6)
    if what == 0:
        header[position] = chance.choice((*NASTY[:60], header[0].upper()))
    elif what == 1:
        header[position] = chance.choice(header)
    elif what == 2:
        rows = [row[:position] + row[position + 1 :] for row in rows]
    elif what == 3:
        rows = [[*row, "x"] for row in rows]
    elif what == 4:
        chance.shuffle(header)
    else:
        rows = rows[1:]
    _put(files, name, rows)


def lengths(files: Files, chance: Chance) -> None:
    """Double, cut, lengthen, empty or mix rows."""
    name, rows = _table(files, chance)
    position = chance.randrange(1, len(rows))
    what = chance.randrange(6)
    if what == 0:
        rows.insert(position, list(rows[position]))
    elif what == 1:
        rows[position] = rows[position][: len(rows[position]) // 2]
    elif what == 2:
        rows[position] += ["x"] * chance.choice((1, 1000))
    elif what == 3:
        rows[position:position] = [[]] * chance.choice((1, 5000))
    elif what == 4:
        chance.shuffle(rows)
    else:
        rows += [[f"{cell}{number}" if column == 0 else cell for column, cell in enumerate(rows[-1])] for number in range(300)]
    _put(files, name, rows)


def bytes_(files: Files, chance: Chance) -> None:
    """Change, cut or double bytes of any file."""
    name = chance.choice(sorted(files))
    data = bytearray(files[name])
    for _ in range(chance.choice((1, 3, 30))):
        if data:
            at = chance.randrange(len(data))
            data[at : at + chance.choice((0, 1, 8))] = chance.choice(
                (b"\x00", b"\xff", b'"', b"\r", b"\n", b",", b"{", b"\xed\xa0\x80", b"")
            )
    files[name] = bytes(data[: chance.randrange(len(data) + 1)] if chance.random() < 0.3 else data)


def encodings(files: Files, chance: Chance) -> None:
    """Put a file into another encoding, or other kinds of file into its place."""
    name, _ = _table(files, chance)
    text = files.get(name, b"").decode("utf-8", "replace")
    files[name] = chance.choice((
        lambda: text.encode("utf-16"), lambda: text.encode("utf-32"), lambda: text.encode("latin-1", "replace"),
        lambda: text.encode("utf-8-sig"), lambda: text.replace("\n", "\r\n").encode(), lambda: text.replace(",", ";").encode(),
        lambda: text.replace(",", "\t").encode(), lambda: gzip.compress(text.encode()), lambda: b"PK\x03\x04" + text.encode(),
        lambda: b"<!doctype html><table>" + text.encode(), lambda: b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
        lambda: f"<<<<<<< ours\n{text}=======\n{text}>>>>>>> theirs\n".encode(), lambda: b"",  # noqa: PLW0108
        lambda: b"\n", lambda: b"\x00" * 5000,
        lambda: text.encode() + b"\x1a", lambda: text.rstrip("\n").encode(), lambda: text.replace("\n", "\u2028").encode(),
    ))()  # fmt: skip


def _documents(value: Any, found: list[Any]) -> list[Any]:
    if isinstance(value, (dict, list)) and value:
        found.append(value)
        for inner in value.values() if isinstance(value, dict) else value:
            _documents(inner, found)
    return found


def _change_json(files: Files, name: str, chance: Chance) -> None:
    try:
        document = json.loads(files.get(name, b""))
    except (ValueError, RecursionError):
        return
    for _ in range(chance.choice((1, 1, 4))):
        found = _documents(document, [])
        if not found:
            break
        part = chance.choice(found)
        keys = list(part) if isinstance(part, dict) else list(range(len(part)))
        key = chance.choice(keys)
        what = chance.random()
        if what < 0.25:
            del part[key]
        elif what < 0.75 or isinstance(part, list):
            part[key] = chance.choice(VALUES)
        else:
            part[chance.choice(("pattern", "enum", "minimum", "unique", "type", "path", "format", "x"))] = chance.choice(VALUES)
    try:
        text = json.dumps(document, ensure_ascii=False)
    except ValueError:
        return
    what = chance.random()
    if what < 0.05:
        text = text.replace('"name":', '"name": "twice", "name":', 1)
    elif what < 0.1:
        text = "[" * 100_000 + text
    elif what < 0.12:
        text = text.replace(": 0", ": NaN", 1)
    files[name] = text.encode("utf-8", "surrogatepass")


def schemas(files: Files, chance: Chance) -> None:
    """Change a schema."""
    _change_json(files, chance.choice([name for name in sorted(files) if name.startswith("schemas/")] or ["none"]), chance)


def descriptor(files: Files, chance: Chance) -> None:
    """Change the descriptor."""
    _change_json(files, "datapackage.json", chance)


def missing(files: Files, chance: Chance) -> None:
    """Take a file away."""
    if len(files) > 1:
        del files[chance.choice(sorted(files))]


WAYS: tuple[Callable[[Files, Chance], None], ...] = (
    cells, cells, cells, dates, dates, dates, dates, headers, lengths, bytes_, encodings, schemas, schemas, descriptor, missing,
)  # fmt: skip
