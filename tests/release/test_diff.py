"""The difference of two states of a package: rows, cells, schemas and keys."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from packages import append_row, change_cell, path_of, read_table, write_table
from states import Table, lay, retire, run

import corrigenda
from corrigenda.release.change import CellChange, RowChange
from corrigenda.release.schema import Level


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


@settings(max_examples=60)
@given(_tables(), _tables())
def test_a_change_makes_the_second_state_from_the_first(before: dict[str, Table], after: dict[str, Table]) -> None:
    with tempfile.TemporaryDirectory() as name:
        a, b = (lay(Path(name) / side, tables) for side, tables in (("a", before), ("b", after)))
        change = corrigenda.diff(a, b)
        assert corrigenda.apply(change, a) == corrigenda.contents(b)
        assert bool(change) == (corrigenda.contents(a) != corrigenda.contents(b))
        assert not corrigenda.diff(a, a)


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
    assert text.startswith("## Change of corrigenda, data 0.1.0 → 0.1.0\n")
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
