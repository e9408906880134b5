"""Texts whose rows are marked in them: "[Ann Lee]{who|ann-lee|mayor} said she paid [$5]{sum|5|USD} [on Friday]{time|2025-05-23}".

A mark has what the row is and its cells: `who` with the actor ("-" where the reference has none) and the title; `sum` with amount and
currency; `source` with actor, cue and how it is named; `time` with its value; `may` with a table (or none, for all) where writers
would differ, so that a row there counts neither way. Marks may lie in each other. The first line gives the day of publication.
"""

from __future__ import annotations

import csv
import re
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from corrigenda.drafting import Draft, draft_article
from corrigenda.package.package import Package, open_package
from corrigenda.package.scaffold import new_package
from corrigenda.package.tables.csv_file import write_rows

Row = dict[str, str]
_CELLS = {
    "who": ("mentions", ("actor_id", "title_printed")), "sum": ("sums", ("amount", "currency")),
    "source": ("attributions", ("actor_id", "cue", "naming")), "time": ("dates", ("value",)), "may": ("may", ("table",)),
}  # fmt: skip
_MARK = re.compile(r"\{(" + "|".join(_CELLS) + r")((?:\|[^|}]*)*)\}")


@dataclass
class Marked:
    """Hold a text without its marks, its day of publication and its rows by table."""

    text: str
    published: str
    rows: dict[str, list[Row]] = field(default_factory=dict)


def read_marked(marked: str) -> Marked:
    r"""Take the marks out of a text; a bracket without its mark is an error.

    >>> found = read_marked("published: 2025-05-23\n\nIt cost [£[6]{sum|6}]{may|sums}.")
    >>> found.text, found.rows["sums"][0]["start"], found.rows["may"][0]["end"]
    ('It cost £6.', '9', '10')
    """
    head, _, body = marked.partition("\n\n")
    rows: dict[str, list[Row]] = {table: [] for table, _ in _CELLS.values()}
    opened: list[int] = []
    text, at = "", 0
    while at < len(body):
        mark = _MARK.match(body, at + 1) if body[at] == "]" else None
        if mark:
            table, names = _CELLS[mark[1]]
            start = opened.pop()
            cells = dict(zip(names, mark[2].split("|")[1:], strict=False))
            cells = {name: "" if value == "-" else value for name, value in cells.items()}
            rows[table].append(
                {**dict.fromkeys(names, ""), **cells, "start": str(start), "end": str(len(text)), "as_printed": text[start:]}
            )
            at = mark.end()
        elif body[at] == "[":
            opened.append(len(text))
            at += 1
        else:
            text, at = text + body[at], at + 1
    if opened or "]" in text or "{" in text:
        raise ValueError(f"A bracket has no mark that is known: {text[-80:]!r}")
    return Marked(text, head.removeprefix("published:").strip(), rows)


def read_known(file: Path) -> list[list[str]]:
    """Return actor, kind and name of each line of the list of who is known."""
    return [line.split(",") for line in file.read_text("utf-8").splitlines()[1:]]


def make_reference(known: list[list[str]], target: Path) -> Package:
    """Make the starter package with the actors of a list."""
    package = new_package(target, starter=True)
    actors, names = (package.tables[name] for name in ("actors", "names"))
    rows: dict[str, list[Row]] = {
        actors.name: [{"actor_id": key, "kind": kind, "label": label} for key, kind, label in known],
        names.name: [{"name_id": f"{key}/name", "actor_id": key, "name": label} for key, _, label in known],
    }
    for table in (actors, names):
        fields = [one.name for one in table.fields]
        with table.file.open(encoding="utf-8", newline="") as stream:
            known_rows = {row[fields[0]]: row for row in [*csv.DictReader(stream), *rows[table.name]]}
        table.file.write_bytes(write_rows(fields, [[known_rows[key].get(name) or None for name in fields] for key in sorted(known_rows)]))
    return open_package(target)


def draft_marked(marked: Marked, known: list[list[str]], name: str) -> Draft:
    """Draft a text against those who are known."""
    with tempfile.TemporaryDirectory() as scrap:
        package = make_reference(known, Path(scrap) / "reference")
        return draft_article(marked.text, name, package, published=marked.published)
