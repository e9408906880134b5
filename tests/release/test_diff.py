"""The difference of two states of a package: rows, cells, schemas, findings and why."""

from __future__ import annotations

import csv
import io
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from packages import append_row, change_cell, copy_package, keep_tables, path_of, read_table, small_package, write_table
from repositories import git

import corrigenda
from corrigenda.cli.main import main
from corrigenda.errors import SetupError
from corrigenda.package.csv_file import count_rows, scan
from corrigenda.package.package import open_package
from corrigenda.release.change import CellChange, RowChange
from corrigenda.release.profile import profile
from corrigenda.release.schema import Level
from corrigenda.release.sieve import sieve

Table = tuple[list[str], list[str], list[list[str]]]


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, ["diff", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def retire(root: Path, table: str, key: str) -> None:
    header, rows = read_table(root, "retired")
    write_table(root, "retired", header, [*rows, [table, key, "0.2.0", "Not needed."]])


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Lay the small package twice."""
    old = small_package(tmp_path)
    new = tmp_path / "new"
    shutil.copytree(old, new)
    return old, new


# --- apply(diff(a, b), a) == b


@st.composite
def _tables(draw: st.DrawFn) -> dict[str, Table]:
    """Draw tables with a key of one or two fields, and cells that break careless readers."""
    text = st.text(alphabet="ab ,\"\n'é→", max_size=4)
    tables: dict[str, Table] = {}
    for name in draw(st.sets(st.sampled_from(["actors", "sums", "names"]), min_size=1)):
        key = draw(st.sampled_from([["k"], ["k", "l"], ["l"]]))
        columns = draw(st.permutations(sorted({*key, *draw(st.sets(st.sampled_from("klxyz")))})))
        rows = draw(st.dictionaries(st.tuples(*(text.filter(bool) for _ in key)), st.lists(text, min_size=5, max_size=5), max_size=6))
        laid = [
            [dict(zip(key, keys, strict=True)).get(column) or cells["klxyz".index(column)] for column in columns]
            for keys, cells in rows.items()
        ]
        tables[name] = columns, key, laid
    return tables


def _lay(folder: Path, tables: dict[str, Table]) -> Path:
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


@settings(max_examples=60)
@given(_tables(), _tables())
def test_a_change_makes_the_second_state_from_the_first(before: dict[str, Table], after: dict[str, Table]) -> None:
    with tempfile.TemporaryDirectory() as name:
        a, b = (_lay(Path(name) / side, tables) for side, tables in (("a", before), ("b", after)))
        change = corrigenda.diff(a, b)
        assert corrigenda.apply(change, a) == corrigenda.contents(b)
        assert bool(change) == (corrigenda.contents(a) != corrigenda.contents(b))
        assert not corrigenda.diff(a, a)


@settings(max_examples=300)
@given(st.text(alphabet='ab,"\n\r é\x00', max_size=12), st.integers(1, 2))
def test_what_is_counted_fast_is_sound_for_the_slow_reader(text: str, width: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        root = _lay(Path(name), {"t": (["k", "x"][:width], ["k"], [])})
        table = open_package(root).tables["t"]
        table.file.write_bytes(table.file.read_bytes() + text.encode() + b"\n")
        count, lines = count_rows(table), scan(table)
        # A row with too few cells is left to the engine, which refuses it.
        too_few = any(p.what.startswith(f"has {cells} cells") for p in lines.problems for cells in range(width))
        assert count is None or too_few or (not lines.problems and count == len(lines.starts))


_CELLS = st.lists(st.text(alphabet='a ,"\né', max_size=3), min_size=2, max_size=2)
_KEYED = st.dictionaries(
    st.text(alphabet="ab", min_size=1, max_size=4) | st.text(alphabet='a,"\n', min_size=1, max_size=2), _CELLS, max_size=12
)


@settings(max_examples=150)
@given(_KEYED, _KEYED, _KEYED, st.randoms())
def test_what_the_sieve_puts_aside_is_no_difference(
    shared: dict[str, list[str]], one: dict[str, list[str]], other: dict[str, list[str]], random: Any
) -> None:
    def lay(folder: Path, rows: dict[str, list[str]]) -> Path:
        laid = [[key, *cells] for key, cells in sorted(rows.items())]
        if random.random() < 0.2:
            random.shuffle(laid)
        return _lay(folder, {"actors": (["k", "x", "y"], ["k"], laid)})

    with tempfile.TemporaryDirectory() as name:
        a, b = lay(Path(name) / "a", shared | one), lay(Path(name) / "b", shared | other)
        change = corrigenda.diff(a, b)
        with patch("corrigenda.release.diff.sieve", return_value=None):
            whole = corrigenda.diff(a, b)
    for part in ("added", "removed", "changed"):
        first, second = ([repr(item) for table in told.tables for item in getattr(table, part)] for told in (change, whole))
        assert sorted(first) == sorted(second)


@pytest.mark.parametrize(
    ("before", "after", "rest"),
    [
        ("a,1\nb,2\nc,3\n", "a,1\nb,9\nc,3\n", ("b,2\n", "b,9\n")),
        ("a,1\nb,2\n", "b,2\nc,3\n", ("a,1\n", "c,3\n")),
        ("", "a,1\n", ("", "a,1\n")),
        ("a,1\n", "", ("a,1\n", "")),
        ('a,"1, 2"\nb,2\n', 'a,"1, 2"\nb,3\n', ("b,2\n", "b,3\n")),
    ],
)
def test_the_sieve_leaves_what_differs(tmp_path: Path, before: str, after: str, rest: tuple[str, str]) -> None:
    old, new = _sides(tmp_path, before, after)
    assert sieve(old, new) == tuple(b"k,x\n" + part.encode() for part in rest)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a,1\na,2\n", "a,1\n"),
        ("b,1\na,2\n", "b,1\na,3\n"),
        ("a,1\nb,2\n", "a,1\na,3\nb,2\n"),
        ("a,1\nc,2\n", "a,1\nb,1\nb,2\nc,2\n"),
        ("a,1\nc,2\n", "a,1\nd,1\nc,2\n"),
        ("a,1\nb,2\n", 'a,"1\nb,2\n"\n'),
        ('a,"1\nb,2"\nc,3\n', "a,1\n"),
        ('a,1\n"b",2\n', "a,1\n"),
        ("a,1\n", 'a,1\n"b",2\n'),
        (",1\n", ",2\n"),
        ("a,1\n", "a,1"),
        ("a,1,2\n", "a,1,2\n"),
    ],
)
def test_without_sure_rows_and_growing_keys_there_is_no_sieve(tmp_path: Path, before: str, after: str) -> None:
    assert sieve(*_sides(tmp_path, before, after)) is None


def _sides(tmp_path: Path, before: str, after: str) -> tuple[Any, Any]:
    tables = [open_package(_lay(tmp_path / side, {"t": (["k", "x"], ["k"], [])})).tables["t"] for side in ("old", "new")]
    for table, text in zip(tables, (before, after), strict=True):
        table.file.write_bytes(b"k,x\n" + text.encode())
    return tables[0], tables[1]


@pytest.mark.parametrize("cells", ['k1,a\nk2,"b, c"\n', 'k1,"two\nlines"\n', 'k1,"a ""word"""\n', 'k1,""\n', 'k1,\n"k2",é\n'])
def test_sound_files_need_no_slow_reader(tmp_path: Path, cells: str) -> None:
    table = open_package(_lay(tmp_path, {"t": (["k", "x"], ["k"], [])})).tables["t"]
    table.file.write_bytes(b"k,x\n" + cells.encode())
    assert count_rows(table) == len(scan(table).starts)


# --- rows and cells


def test_rows_and_cells_are_told_by_key(pair: tuple[Path, Path]) -> None:
    old, new = pair
    change_cell(new, "tenures", "land/minister/ben", "start", "2024-06-01")
    change_cell(new, "tenures", "land/minister/ben", "as_of", "")
    header, rows = read_table(new, "relations")
    write_table(new, "relations", header, rows[1:])
    retire(new, "relations", "art/assumed")
    append_row(new, "actors", actor_id="zoe", label="Zoe, the\nlast", kind="person", source_id="almanac")
    change = corrigenda.diff(old, new)
    told = {table.name: table for table in change.tables}
    assert set(told) == {"tenures", "relations", "retired", "actors"}
    key = ("land/minister/ben",)
    assert told["tenures"].changed == (CellChange(key, "start", "2024-05-31", "2024-06-01"), CellChange(key, "as_of", "2025-06-01", None))
    assert [row.key for row in told["relations"].removed] == [("art/assumed",)]
    (added,) = told["actors"].added
    assert isinstance(added, RowChange)
    assert (added.cells["label"], added.cells["topic"]) == ("Zoe, the\nlast", None)
    assert change.problems == ()
    assert corrigenda.apply(change, old) == corrigenda.contents(new)
    text = run(old, new).stdout
    assert "~ land/minister/ben start: 2024-05-31 → 2024-06-01\n" in text
    assert "~ land/minister/ben as_of: 2025-06-01 → (empty)\n" in text
    assert "data/known/actors.csv: rows 1 added\n  + zoe\n" in text
    assert "data/said/relations.csv: rows 1 removed\n  - art/assumed\n" in text


def test_another_order_of_rows_or_another_way_of_quoting_is_no_difference(pair: tuple[Path, Path]) -> None:
    old, new = pair
    header, rows = read_table(new, "actors")
    write_table(new, "actors", header, rows[::-1])
    file = path_of(new, "offices")
    file.write_text(file.read_text("utf-8").replace("Minister", '"Minister"', 1), "utf-8")
    assert not corrigenda.diff(old, new)
    assert run(old, new, "--exit-code").exit_code == 0


def test_exit_codes(pair: tuple[Path, Path]) -> None:
    old, new = pair
    assert run(old, new, "--exit-code").stdout == "corrigenda: no difference\n"
    change_cell(new, "actors", "ada", "label", "Ada L.")
    assert run(old, new).exit_code == 0
    assert run(old, new, "--exit-code").exit_code == 1


def test_a_long_change_is_counted_and_shown_in_full_on_demand(pair: tuple[Path, Path]) -> None:
    old, new = pair
    header, rows = read_table(new, "actors")
    more = [[f"z{number:02}", "Z", "person", *row[3:]] for number, row in enumerate([rows[0]] * 30)]
    write_table(new, "actors", header, rows + more)
    assert "  + z19\n  and 10 more; --all shows them\n" in run(old, new).stdout
    assert "  + z29\n" in run(old, new, "--all").stdout
    assert len(json.loads(run(old, new, "--format", "json").stdout)["tables"][0]["added"]) == 30


def test_json_and_markdown(pair: tuple[Path, Path]) -> None:
    old, new = pair
    change_cell(new, "actors", "ada", "label", "A|B <b>")
    content = json.loads(run(old, new, "--format", "json").stdout)
    assert content["format_version"] == 1
    assert content["differs"] is True
    assert content["needs"]["level"] == "patch"
    assert content["needs"]["version"] == "0.1.1"
    assert content["tables"] == [
        {
            "table": "actors",
            "path": "data/known/actors.csv",
            "added": [],
            "removed": [],
            "changed": [{"key": ["ada"], "field": "label", "before": "Ada", "after": "A|B <b>"}],
        }
    ]
    text = run(old, new, "--format", "markdown").stdout
    assert text.startswith("## Change of corrigenda: 0.1.0 → 0.1.0\n")
    assert "### data/known/actors.csv: rows 1 changed\n" in text
    assert "<b>" not in text


def test_a_terminal_is_not_written_to(pair: tuple[Path, Path]) -> None:
    old, new = pair
    change_cell(new, "actors", "ada", "label", "Ada\u202e\u200f")
    assert "\u202e" not in run(old, new).stdout


# --- schemas


def _edit_schema(root: Path, name: str, edit: Any) -> None:
    file = next((root / "schemas").rglob(f"{name}.json"))
    schema = json.loads(file.read_text("utf-8"))
    edit(schema)
    file.write_text(json.dumps(schema), "utf-8")


def test_a_new_field_and_a_lost_table_are_told(pair: tuple[Path, Path]) -> None:
    old, new = pair
    _edit_schema(new, "signs", lambda schema: schema["fields"].append({"name": "shelf", "type": "string"}))
    header, _ = read_table(new, "signs")
    write_table(new, "signs", [*header, "shelf"], [])
    descriptor = json.loads((new / "datapackage.json").read_text("utf-8"))
    descriptor["resources"] = [resource for resource in descriptor["resources"] if resource["name"] != "quotations"]
    (new / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
    change = corrigenda.diff(old, new)
    assert {str(one) for one in change.schema} == {"signs.shelf is a new field", "quotations is gone"}
    assert change.need.level is Level.MAJOR
    assert corrigenda.apply(change, old) == corrigenda.contents(new)
    assert "schema: signs.shelf is a new field\n" in run(old, new).stdout


# --- keys


def test_a_key_that_vanishes_without_being_retired_is_an_error(pair: tuple[Path, Path]) -> None:
    old, new = pair
    header, rows = read_table(new, "relations")
    write_table(new, "relations", header, rows[1:])
    result = run(old, new)
    assert result.exit_code == 1
    assert "error: data/said/relations.csv: the key 'art/assumed' of relations is gone; expected it in the table retired\n" in result.stdout
    retire(new, "relations", "art/assumed")
    assert run(old, new).exit_code == 0


def test_a_retired_key_is_never_used_again(pair: tuple[Path, Path]) -> None:
    old, new = pair
    retire(old, "actors", "zoe")
    append_row(new, "actors", actor_id="zoe", label="Zoe", kind="person", source_id="almanac")
    told = [str(problem) for problem in corrigenda.diff(old, new).problems]
    assert told == [
        "data/known/actors.csv: actor_id: the key 'zoe' of actors is retired and used again; expected a new key",
        "data/retired.csv: the retired key 'actors, zoe' is no longer listed; expected it to stay",
    ]


def test_a_finding_or_a_waiver_may_go(pair: tuple[Path, Path]) -> None:
    old, new = pair
    append_row(old, "waivers", finding_id="x:y", evidence_digest="0" * 16, reason="r", by="b")
    assert corrigenda.diff(old, new).problems == ()


# --- findings and why


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the published package with data/found as this program gives it."""
    root = copy_package(tmp_path_factory.mktemp("written"))
    assert CliRunner().invoke(main, ["check", str(root), "--write"]).exit_code == 0
    return root


def _changed(written: Path, tmp_path: Path) -> Path:
    new = tmp_path / "changed"
    shutil.copytree(written, new)
    return new


def test_a_changed_article_is_named_behind_its_findings(written: Path, tmp_path: Path) -> None:
    new = _changed(written, tmp_path)
    change_cell(new, "dates", "tokyo-dome/announced-may-2024", "edtf", "2025-05")
    CliRunner().invoke(main, ["check", str(new), "--write"])
    findings = {finding.finding_id: finding for finding in corrigenda.diff(written, new).findings}
    gone = findings["office-outside-tenure:tokyo-dome/hegseth-0301"]
    assert (gone.state, gone.before, gone.after) == ("gone", "certain", None)
    assert gone.why == ("article: dates tokyo-dome/announced-may-2024 edtf '2024-05' → '2025-05'",)
    text = run(written, new).stdout
    assert "finding gone: office-outside-tenure:tokyo-dome/hegseth-0301 (certain): Pete Hegseth does not fit" in text
    assert "  because article: dates tokyo-dome/announced-may-2024 edtf '2024-05' → '2025-05'\n" in text


def test_a_changed_reference_is_named_behind_its_findings(written: Path, tmp_path: Path) -> None:
    new = _changed(written, tmp_path)
    change_cell(new, "tenures", "us/secretary-of-defense/pete-hegseth", "start", "2025-01-26")
    CliRunner().invoke(main, ["check", str(new), "--write"])
    findings = {finding.finding_id: finding for finding in corrigenda.diff(written, new).findings}
    changed = findings["office-outside-tenure:tokyo-dome/hegseth-0301"]
    assert changed.state == "changed"
    assert "reference: tenures us/secretary-of-defense/pete-hegseth start '2025-01-25' → '2025-01-26'" in changed.why


def test_a_changed_rule_is_named_behind_its_findings(written: Path, tmp_path: Path) -> None:
    new = _changed(written, tmp_path)
    header, rows = read_table(new, "inputs")
    row = next(row for row in rows if row[:2] == ["rule", "office-outside-tenure"])
    row[2] = "0" * 16
    write_table(new, "inputs", header, rows)
    change_cell(new, "findings", "office-outside-tenure:tokyo-dome/hegseth-0301", "verdict", "possible")
    (finding,) = corrigenda.diff(written, new).findings
    assert finding.why == ("rule: office-outside-tenure is another query",)
    assert (finding.state, finding.before, finding.after) == ("changed", "certain", "possible")


def test_a_finding_that_rests_on_another_row_says_what_else_changed(written: Path, tmp_path: Path) -> None:
    new = _changed(written, tmp_path)
    change_cell(new, "sources", read_table(new, "sources")[1][0][0], "title", "Another title")
    change_cell(new, "findings", "office-outside-tenure:tokyo-dome/hegseth-0301", "message", "reads otherwise")
    (finding,) = corrigenda.diff(written, new).findings
    assert len(finding.why) == 1
    assert finding.why[0].startswith("reference: sources ")
    assert finding.why[0].endswith("→ 'Another title'")


# --- bad input


def test_two_packages_that_are_not_the_same_are_refused(pair: tuple[Path, Path]) -> None:
    old, new = pair
    file = new / "datapackage.json"
    file.write_text(file.read_text("utf-8").replace('"name": "corrigenda"', '"name": "other"', 1), "utf-8")
    result = run(old, new)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "not two states of one package: the name is 'corrigenda' in the old one and 'other' in the new one" in result.stderr


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("actor_id\nx\n", "is missing in the header"),
        ("{header}\nada,too,few\n", ":2: has 3 cells"),
        ("{header}\n{row}\n{row}\n", ":3: actor_id: the key 'ada' occurs twice"),
        ("{header}\n{empty}\n", ":2: actor_id: is empty; expected a value"),
        ("{header}\n{row}", "does not end its last line"),
    ],
)
def test_a_broken_file_is_told_by_line(pair: tuple[Path, Path], content: str, words: str) -> None:
    old, new = pair
    keep_tables(old, "actors", "sources")
    keep_tables(new, "actors", "sources")
    file = path_of(new, "actors")
    header = file.read_text("utf-8").splitlines()[0]
    width = header.count(",")
    file.write_text(content.format(header=header, row="ada" + "," * width, empty="," * width), "utf-8")
    result = run(old, new)
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_stray_quote_is_refused_because_readers_differ(pair: tuple[Path, Path]) -> None:
    old, new = pair
    file = path_of(new, "actors")
    file.write_text(file.read_text("utf-8").replace(",Ada,", ', "Ada",', 1), "utf-8")
    result = run(old, new)
    assert result.exit_code == 2
    assert ":2: has a quote inside a cell that is not quoted as a whole" in result.stderr


@pytest.mark.parametrize("table", ["evidence", "retired"])
def test_a_table_that_is_read_beside_the_others_is_read_strictly(pair: tuple[Path, Path], table: str) -> None:
    for root in pair:
        path_of(root, table).write_bytes(b"broken\n")
    append_row(pair[1], "findings", finding_id="r:x", evidence_digest="0" * 16, rule="r", verdict="certain", message="m")
    result = run(*pair)
    assert result.exit_code == 2
    assert f"{table}.csv:1" in result.stderr
    assert "internal error" not in result.stderr


def test_tables_of_the_same_names_but_of_other_fields_are_only_tables(tmp_path: Path) -> None:
    tables: dict[str, Table] = {name: (["k"], ["k"], [["a"]]) for name in ("retired", "findings", "evidence", "inputs", "coverage")}
    old, new = _lay(tmp_path / "a", tables), _lay(tmp_path / "b", tables | {"findings": (["k"], ["k"], [["b"]])})
    assert [row.key for table in corrigenda.diff(old, new).tables for row in table.added] == [("b",)]
    assert profile(open_package(old))["coverage"] == {}


def test_a_package_without_a_version_can_be_compared(pair: tuple[Path, Path]) -> None:
    for root in pair:
        file = root / "datapackage.json"
        file.write_text(file.read_text("utf-8").replace('"version": "0.1.0"', '"version": "draft"'), "utf-8")
    change_cell(pair[1], "actors", "ada", "label", "Ada L.")
    assert corrigenda.diff(*pair).need.version == "draft"


def test_a_cell_of_many_characters_is_compared(pair: tuple[Path, Path]) -> None:
    for root, letter in zip(pair, "ab", strict=True):
        file = path_of(root, "actors")
        file.write_text(file.read_text("utf-8").replace(",Ada,", f",{letter * 500_000},"), "utf-8")
    change = corrigenda.diff(*pair)
    assert corrigenda.apply(change, pair[0]) == corrigenda.contents(pair[1])


def test_packages_may_be_given_as_paths_or_opened(pair: tuple[Path, Path]) -> None:
    old, new = pair
    assert corrigenda.diff(open_package(old), str(new)) == corrigenda.diff(old, open_package(new))
    with pytest.raises(SetupError, match="no such file"):
        corrigenda.diff(old, old / "nowhere")


# --- git


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a repository of two commits, the first one tagged, and stand in it."""
    root = small_package(tmp_path)
    (root / "link").symlink_to("/etc")
    git(root, "init")
    git(root, "add", ".")
    git(root, "commit", "-m", "one")
    git(root, "tag", "v0.1.0")
    change_cell(root, "actors", "ada", "label", "Ada L.")
    git(root, "commit", "-am", "two")
    monkeypatch.chdir(root)
    return root


def test_revisions_are_compared_with_the_working_folder_and_each_other(repository: Path) -> None:
    told = "~ ada label: Ada → Ada L."
    assert told in run("HEAD~1").stdout
    assert told in run("v0.1.0", "HEAD").stdout
    assert run("HEAD", "--exit-code").exit_code == 0
    change_cell(repository, "actors", "ben", "label", "Ben M.")
    assert "~ ben label: Ben → Ben M." in run("HEAD").stdout
    before = sorted(repository.rglob("*"))
    run("HEAD~1")
    assert sorted(repository.rglob("*")) == before


def test_no_program_that_a_repository_names_is_run(repository: Path, tmp_path: Path) -> None:
    """Settings of a checkout that somebody else made can name programs: filters, hooks, external diffs, a monitor of files."""
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\ncat\n")
    program.chmod(0o755)
    (repository / ".gitattributes").write_text("* filter=evil diff=evil\n")
    git(repository, "add", ".gitattributes")
    git(repository, "commit", "-m", "attributes")
    names = ("core.fsmonitor", "diff.external", "diff.evil.textconv", "diff.evil.command", "filter.evil.smudge", "filter.evil.clean")
    for name in names:
        git(repository, "config", name, str(program))
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for hook in ("post-checkout", "post-index-change", "reference-transaction"):
        (hooks / hook).symlink_to(program)
    git(repository, "config", "core.hooksPath", str(hooks))
    (tmp_path / "ran").unlink(missing_ok=True)
    assert "~ ada label: Ada → Ada L." in run("HEAD~2", "HEAD~1").stdout
    assert not (tmp_path / "ran").exists()


def test_a_package_below_the_root_of_a_repository(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = repository / "inner"
    inner.mkdir()
    for name in ("data", "schemas", "datapackage.json"):
        git(repository, "mv", name, f"inner/{name}")
    git(repository, "commit", "-m", "three")
    monkeypatch.chdir(inner)
    change_cell(inner, "actors", "ben", "label", "Ben M.")
    assert "~ ben label: Ben → Ben M." in run("HEAD").stdout
    result = run("HEAD~1")
    assert result.exit_code == 2
    assert "there is no datapackage.json of the current folder in the revision 'HEAD~1'" in result.stderr


@pytest.mark.parametrize(
    "revision", ["no-such-branch", "HEAD~99", "--output=x", "-x", "", "HEAD:data/known", "a b", "HEAD\0", "$(touch x)"]
)
def test_what_is_no_revision_is_a_sentence(repository: Path, revision: str) -> None:
    before = sorted(repository.rglob("*"))
    result = run("--", revision)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert "revision" in result.stderr or "git" in result.stderr
    assert sorted(repository.rglob("*")) == before


def test_outside_of_a_repository_a_revision_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_package(tmp_path)
    monkeypatch.chdir(tmp_path / "package")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    result = run("HEAD")
    assert result.exit_code == 2
    assert "'HEAD' is no folder, no archive and no revision of this git repository" in result.stderr


def test_without_git_folders_still_compare(pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.chdir(pair[0])
    result = run("HEAD")
    assert result.exit_code == 2
    assert "git cannot be run" in result.stderr
    assert run(*pair).exit_code == 0
