"""Two states of a package, laid and compared as a user would."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from click.testing import CliRunner, Result
from packages import read_table, write_table

from corrigenda.cli.main import main

Table = tuple[list[str], list[str], list[list[str]]]


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, ["diff", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def retire(root: Path, table: str, key: str) -> None:
    header, rows = read_table(root, "retired")
    write_table(root, "retired", header, [*rows, [table, key, "0.2.0", "Not needed."]])


def lay(folder: Path, tables: dict[str, Table]) -> Path:
    resources = []
    for name, (columns, key, rows) in tables.items():
        schema = {"fields": [{"name": column, "type": "string"} for column in columns], "primaryKey": key}
        resources.append({"name": name, "path": f"data/{name}.csv", "schema": schema})
        stream = io.StringIO()
        csv.writer(stream, lineterminator="\n").writerows([columns, *rows])
        (folder / "data").mkdir(parents=True, exist_ok=True)
        (folder / "data" / f"{name}.csv").write_bytes(stream.getvalue().encode())
    (folder / "datapackage.json").write_text(json.dumps({"name": "drawn", "version": "1.0.0", "resources": resources}), "utf-8")
    return folder
