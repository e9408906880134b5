"""Which version a change needs, after the recipe for data versions, and what forces it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from packages import append_row, change_cell, path_of, read_table, small_package, write_table

import corrigenda
from corrigenda.cli.main import main
from corrigenda.errors import SetupError
from corrigenda.package.package import open_package
from corrigenda.release.profile import profile, write_profile
from corrigenda.release.release_profile import judge_version, need_since
from corrigenda.release.schema import Level
from corrigenda.release.version import parse_version, raise_version


def _schema(root: Path, name: str, edit: Callable[[dict[str, Any]], object]) -> None:
    file = next((root / "schemas").rglob(f"{name}.json"))
    schema = json.loads(file.read_text("utf-8"))
    edit(schema)
    file.write_text(json.dumps(schema), "utf-8")


def _field(schema: dict[str, Any], name: str) -> dict[str, Any]:
    return next(field for field in schema["fields"] if field["name"] == name)


def _constrain(table: str, field: str, **constraints: Any) -> Callable[[Path], None]:
    def edit(schema: dict[str, Any]) -> None:
        own = _field(schema, field).setdefault("constraints", {})
        own.update(constraints)
        for name in [name for name, value in own.items() if value is None]:
            del own[name]

    return lambda root: _schema(root, table, edit)


def _descriptor(root: Path, edit: Callable[[dict[str, Any]], object]) -> None:
    file = root / "datapackage.json"
    descriptor = json.loads(file.read_text("utf-8"))
    edit(descriptor)
    file.write_text(json.dumps(descriptor), "utf-8")


def _add_column(root: Path) -> None:
    _schema(root, "signs", lambda schema: schema["fields"].append({"name": "shelf", "type": "string", "description": "x"}))
    write_table(root, "signs", [*read_table(root, "signs")[0], "shelf"], [])


def _drop_table(root: Path) -> None:
    _descriptor(root, lambda d: d.update(resources=[r for r in d["resources"] if r["name"] != "quotations"]))


def _swap_columns(root: Path) -> None:
    _schema(root, "retired", lambda schema: schema.update(fields=[*schema["fields"][:2], *schema["fields"][:1:-1]]))
    header, rows = read_table(root, "retired")
    write_table(root, "retired", [*header[:2], *header[:1:-1]], rows)


def _drop_row(table: str) -> Callable[[Path], None]:
    def drop(root: Path) -> None:
        header, rows = read_table(root, table)
        write_table(root, table, header, rows[1:])

    return drop


def _move(root: Path) -> None:
    path = path_of(root, "signs")
    path.rename(path.with_name("moved.csv"))
    _descriptor(root, lambda d: next(r for r in d["resources"] if r["name"] == "signs").update(path="data/known/moved.csv"))


def _add_row(root: Path) -> None:
    append_row(root, "actors", actor_id="zoe", label="Zoe", kind="person", source_id="almanac")


def _retitle(root: Path) -> None:
    _descriptor(root, lambda d: d.update(title="Another title"))


def _describe_field(root: Path) -> None:
    _schema(root, "signs", lambda schema: schema["fields"][0].update(description="Other words."))


def _add_much(root: Path) -> None:
    for edit in (_add_row, _add_column, _retitle):
        edit(root)


CASES: list[tuple[str, Callable[[Path], None], Level, str]] = [
    ("nothing", lambda root: None, Level.NONE, "nothing changed"),
    ("file moved", _move, Level.NONE, "nothing changed"),
    (
        "cell",
        lambda root: void(change_cell(root, "actors", "ada", "label", "Ada L.")),
        Level.PATCH,
        "data/known/actors.csv, ada, field label:",
    ),
    ("title", _retitle, Level.PATCH, "datapackage.json: is described in other words"),
    ("description", _describe_field, Level.PATCH, "signs.sign_id: is described in other words"),
    ("row gone", _drop_row("relations"), Level.PATCH, "data/said/relations.csv, art/assumed: the row is gone"),
    ("row new", _add_row, Level.MINOR, "data/known/actors.csv, zoe: is a new row"),
    (
        "wider list",
        _constrain("waivers", "reason", required=None),
        Level.MINOR,
        "waivers.reason: has another constraint required: yes → none",
    ),
    (
        "pattern gone",
        _constrain("waivers", "evidence_digest", pattern=None),
        Level.MINOR,
        "waivers.evidence_digest: has another constraint",
    ),
    ("row gone that others point at", _drop_row("kinds"), Level.MAJOR, "data/known/kinds.csv, meeting: the row is gone, and other tables"),
    ("field new", _add_column, Level.MAJOR, "signs.shelf: is a new field"),
    ("order", _swap_columns, Level.MAJOR, "retired: has its fields in another order"),
    ("table gone", _drop_table, Level.MAJOR, "quotations: is gone"),
    ("required", _constrain("waivers", "until", required=True), Level.MAJOR, "waivers.until: has another constraint required: none → yes"),
    ("length", _constrain("waivers", "by", maxLength=3), Level.MAJOR, "waivers.by: has another constraint maxLength: none → 3"),
    ("the farthest wins", _add_much, Level.MAJOR, "signs.shelf: is a new field"),
]


def void(_: object) -> None:
    """Take a result that a test has no use for."""


@pytest.mark.parametrize(("edit", "level", "reason"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_difference_and_the_profile_agree_on_what_a_change_needs(
    tmp_path: Path, edit: Callable[[Path], None], level: Level, reason: str
) -> None:
    old = small_package(tmp_path)
    new = tmp_path / "new"
    shutil.copytree(old, new)
    edit(new)
    released = profile(open_package(old))
    for need in (corrigenda.diff(old, new).need, need_since(open_package(new), released)):
        assert need.level is level
        assert need.reason.startswith(reason)
        assert need.version == {Level.NONE: "0.1.0", Level.PATCH: "0.1.1", Level.MINOR: "0.2.0", Level.MAJOR: "1.0.0"}[level]


@pytest.mark.parametrize(
    ("before", "after", "level"),
    [
        ({"enum": ["a"]}, {"enum": ["a", "b"]}, Level.MINOR),
        ({"enum": ["a", "b"]}, {"enum": ["b"]}, Level.MAJOR),
        ({"enum": ["a", "b"]}, {"enum": ["b", "a"]}, Level.MINOR),
        ({"minimum": 1}, {"minimum": 0}, Level.MINOR),
        ({"minimum": 0}, {"minimum": 1}, Level.MAJOR),
        ({}, {"minimum": 0}, Level.MAJOR),
        ({"minimum": 0}, {}, Level.MINOR),
        ({"maximum": 1}, {"maximum": 2}, Level.MINOR),
        ({"maximum": 2}, {"maximum": 1}, Level.MAJOR),
        ({"maxLength": 2}, {"maxLength": 1}, Level.MAJOR),
        ({"pattern": "a"}, {"pattern": "b"}, Level.MAJOR),
        ({"unique": True}, {"unique": False}, Level.MINOR),
        ({"required": False}, {}, Level.NONE),
        ({"required": False}, {"required": True}, Level.MAJOR),
    ],
)
def test_a_narrower_constraint_breaks_and_a_wider_one_does_not(before: dict[str, Any], after: dict[str, Any], level: Level) -> None:
    from corrigenda.release.schema import FieldShape, Shape, compare_shapes

    shapes = [Shape((FieldShape("x", "string", constraints),), ("x",)) for constraints in (before, after)]
    assert max((change.level for change in compare_shapes("t", *shapes)), default=Level.NONE) is level


def test_keys_and_types_and_foreign_keys() -> None:
    from corrigenda.release.schema import FieldShape, KeyShape, Shape, compare_shapes

    fields = (FieldShape("x", "string", {}), FieldShape("y", "string", {}))
    plain, pointing = Shape(fields, ("x",)), Shape(fields, ("x",), (KeyShape(("y",), "ys", ("y_id",)),))
    assert [(str(c), c.level) for c in compare_shapes("t", plain, pointing)] == [("t.y has a new foreign key: y → ys.y_id", Level.MAJOR)]
    assert [c.level for c in compare_shapes("t", pointing, plain)] == [Level.MINOR]
    assert [str(c) for c in compare_shapes("t", plain, Shape(fields, ("x", "y")))] == ["t has another key: x → x, y"]
    typed = Shape((fields[0], FieldShape("y", "integer", {})), ("x",))
    assert [str(c) for c in compare_shapes("t", plain, typed)] == ["t.y has another type: string → integer"]


@pytest.mark.parametrize("version", ["", "1", "1.2", "1.2.3.4", "01.2.3", "1.2.x", "v1.2.3", "1.2.3-rc1", "-1.2.3"])
def test_what_is_no_version_is_a_sentence(version: str) -> None:
    with pytest.raises(SetupError, match="expected three numbers such as"):
        parse_version(version)


def test_numbers_and_not_texts_are_compared() -> None:
    assert parse_version("0.10.0") > parse_version("0.9.0")
    assert raise_version("0.9.9", Level.PATCH) == "0.9.10"


def _declare(root: Path, version: str) -> None:
    _descriptor(root, lambda d: d.update(version=version))


def test_a_declared_version_that_is_too_low_is_told_with_its_cell(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    write_profile(profile(open_package(root)), root / "data" / "baseline.json")
    run = CliRunner().invoke(main, ["version", str(root)])
    assert (run.exit_code, run.stdout) == (0, "corrigenda: data released as 0.1.0, declared 0.1.0, needed 0.1.0 (none)\nnothing changed\n")
    change_cell(root, "tenures", "land/minister/ben", "start", "2024-06-01")
    run = CliRunner().invoke(main, ["version", str(root)])
    assert run.exit_code == 1
    assert run.stdout.endswith("data/known/tenures.csv, land/minister/ben, field start: → '2024-06-01' is a correction\n")
    released = json.loads((root / "data" / "baseline.json").read_text("utf-8"))
    (problem,) = judge_version(open_package(root), released)
    assert str(problem).startswith("datapackage.json: version: 0.1.0 is too low after 0.1.0: data/known/tenures.csv, land/minister/ben")
    assert str(problem).endswith("expected 0.1.1 or later")
    for version in ("0.1.1", "0.2.0", "1.0.0"):
        _declare(root, version)
        assert judge_version(open_package(root), released) == ()
    _add_row(root)
    _declare(root, "0.1.1")
    assert "zoe: is a new row; expected 0.2.0 or later" in str(judge_version(open_package(root), released)[0])


def test_the_profile_of_another_package_is_refused(tmp_path: Path) -> None:
    package = open_package(small_package(tmp_path))
    with pytest.raises(SetupError, match="the profile is that of 'other'"):
        need_since(package, {**profile(package), "name": "other"})


def test_a_finding_that_came_is_a_patch_and_told_by_its_name(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    released = profile(open_package(root))
    cells = {"rule": "r", "verdict": "certain", "severity": "note", "subject": "article", "message": "m", "evidence_digest": "0" * 16}
    append_row(root, "findings", finding_id="r:x", **cells)
    need = need_since(open_package(root), released)
    assert (need.level, need.reason) == (Level.PATCH, "finding new: r:x")
