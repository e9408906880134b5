"""A table of several files, or in Parquet: judged by the same rules, each fault at its own file and row."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb
import pytest
from packages import ROOT, copy_package, edit_json, path_of, resource_of

import corrigenda
from corrigenda.engine.tables import judge
from corrigenda.errors import SetupError
from corrigenda.package.package import open_package

FIELDS = [{"name": "id"}, {"name": "n", "type": "integer", "constraints": {"maximum": 9}}, {"name": "of"}]
KEYS = {"primaryKey": ["id"], "foreignKeys": [{"fields": ["of"], "reference": {"resource": "t", "fields": ["id"]}}]}


def faults(root: Path, path: Any, **files: str) -> list[tuple[str, int, str]]:
    """Judge a package of one table with this path; return file, line and field of each fault."""
    table = {"name": "t", "path": path, "schema": {"fields": FIELDS, **KEYS}}
    (root / "datapackage.json").write_text(json.dumps({"name": "p", "resources": [table]}))
    for name, text in files.items():
        (root / f"{name}.csv").write_text(text)
    return [(problem.file, problem.line, problem.field) for problem in judge(open_package(root, with_parts=True))]


def to_parquet(csv: Path, types: str = "") -> Path:
    """Write a CSV as Parquet next to it, all columns as text unless types are given."""
    made = csv.with_suffix(".parquet")
    read = f"read_csv('{csv}', header = true, {types or 'all_varchar = true'}, auto_detect = true)"
    duckdb.connect().execute(f"COPY (SELECT * FROM {read}) TO '{made}' (FORMAT parquet)")
    return made


def test_faults_are_named_at_the_file_and_line_that_they_are_in(tmp_path: Path) -> None:
    head = "id,n,of\n"
    assert faults(tmp_path, ["a.csv", "b.csv"], a=f"{head}a,1,\nb,2,d\n", b=f'{head}c,3,"a"\nd,4,b\n') == []
    found = faults(tmp_path, ["a.csv", "b.csv"], a=f"{head}a,1,\nb,12,d\n", b=f"{head}c,x,a\nd,4,nobody\n")
    assert found == [("a.csv", 3, "n"), ("b.csv", 2, "n"), ("b.csv", 3, "of")]
    assert faults(tmp_path, ["a.csv", "b.csv"], a=f"{head}b,1,\n", b=f"{head}a,1,\nb,1,\n") == [("b.csv", 2, "id"), ("b.csv", 3, "id")]


def test_each_file_has_the_header(tmp_path: Path) -> None:
    """A part with swapped columns is valid to readers that look at the first header alone."""
    found = faults(tmp_path, ["a.csv", "b.csv"], a="id,n,of\na,1,\n", b="n,id,of\n2,b,\n")
    assert found == [("b.csv", 1, "")]


def test_parquet_is_judged_as_the_same_cells_in_a_csv(tmp_path: Path) -> None:
    text = "id,n,of\na,1,\nb,12,d\nc,3,a\n"
    as_csv = faults(tmp_path, "a.csv", a=text)
    assert as_csv == [("a.csv", 3, "n"), ("a.csv", 3, "of")]
    for types in ("", "types = {'n': 'INTEGER'}"):
        to_parquet(tmp_path / "a.csv", types)
        # A row of Parquet has a number and no line.
        assert faults(tmp_path, "a.parquet") == [("a.parquet", line - 1, field) for _, line, field in as_csv]


def test_what_is_no_parquet_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1 and nothing more")
    assert faults(tmp_path, "a.parquet") == [("a.parquet", 0, "")]


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("SELECT 'x' AS id, 1 AS n, NULL AS of FROM range(40000000)", "its text has 40,000,000 rows"),
        ("SELECT repeat('x', 100000) AS id, 1 AS n, '' AS of FROM range(2000)", "its text is 200,002,000 bytes long"),
        ("SELECT [repeat('x', 200000), ''] AS id, 1 AS n, '' AS of FROM range(1000)", "its text is 200,00"),
    ],
)
def test_a_small_file_that_holds_very_much_is_not_unpacked(tmp_path: Path, sql: str, words: str) -> None:
    """Half a megabyte was written out as twelve gigabytes before anything was judged."""
    duckdb.connect().execute(f"COPY ({sql}) TO '{tmp_path}/a.parquet' (FORMAT parquet)")
    assert (tmp_path / "a.parquet").stat().st_size < 1_000_000
    assert faults(tmp_path, "a.parquet") == [("a.parquet", 0, "")]
    [problem] = judge(open_package(tmp_path, with_parts=True))
    assert problem.what.startswith(f"unpacks to more than may be: {words}")


def test_a_name_with_brackets_and_stars_is_one_file(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,n,of\na,1,\n")
    for name in ("[a]*?.parquet", "a2.parquet"):
        to_parquet(tmp_path / "a.csv").rename(tmp_path / name)
    # Read twice, its key would be there twice.
    assert faults(tmp_path, "[a]*?.parquet") == []
    (tmp_path / "b.csv").write_text("id,n,of\na,99,\n")
    to_parquet(tmp_path / "b.csv").rename(tmp_path / "[a]*?.parquet")
    assert faults(tmp_path, "[a]*?.parquet") == [("[a]*?.parquet", 1, "n")]


@pytest.mark.parametrize("path", [[], ["a.csv", "a.csv"], ["a.csv", 1], [""]])
def test_a_list_of_paths_names_each_file_once(tmp_path: Path, path: Any) -> None:
    with pytest.raises(SetupError, match=r"expected the path of a file, or a list of paths"):
        faults(tmp_path, path, a="id,n,of\n")


def test_the_published_package_in_parts_gives_the_same_findings(tmp_path: Path) -> None:
    root = copy_package(tmp_path)
    mentions = path_of(root, "mentions")
    lines = mentions.read_text().splitlines(keepends=True)
    mentions.write_text("".join(lines[:40]))
    (mentions.parent / "mentions-2.csv").write_text("".join([lines[0], *lines[40:]]))
    tenures = to_parquet(path_of(root, "tenures"))

    def declare(descriptor: dict[str, Any]) -> None:
        resource_of(descriptor, "mentions")["path"] = ["data/said/mentions.csv", "data/said/mentions-2.csv"]
        parquet = {"path": str(tenures.relative_to(root)), "format": "parquet", "mediatype": "application/vnd.apache.parquet"}
        resource_of(descriptor, "tenures").update(parquet)

    edit_json(root / "datapackage.json", declare)
    whole, parted = corrigenda.check(ROOT), corrigenda.check(root)
    assert [finding.fingerprint for finding in parted.findings] == [finding.fingerprint for finding in whole.findings]
    assert [finding.message for finding in parted.findings] == [finding.message for finding in whole.findings]
    places = [[place for finding in result.findings for place in finding.places] for result in (whole, parted)]
    moved = {"data/said/mentions.csv": "data/said/mentions-2.csv"}
    for one, other in zip(*places, strict=True):
        if one.table == "mentions" and one.line > 40:
            assert (moved[one.path], one.line - 39) == (other.path, other.line)
        elif one.table == "tenures":
            assert (other.path, other.line) == ("data/known/tenures.parquet", one.line - 1)
        else:
            assert (one.path, one.line) == (other.path, other.line)
    with pytest.raises(SetupError, match="only 'corrigenda check' reads"):
        open_package(root)
