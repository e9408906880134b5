"""What an update may not do since the last release: lose keys, rows or coverage."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from packages import change_cell, copy_package, keep_tables, read_table, small_package, write_table

pytest.importorskip("great_expectations", reason="the extra 'update' is not installed")
from updates import DEFAULT, lay, release, write_bounds

from corrigenda.adapters.validators.great_expectations import run_update
from corrigenda.cli.main import main
from corrigenda.errors import Problem, SetupError
from corrigenda.package.package import open_package
from corrigenda.release.profile import profile, write_profile


def test_a_table_that_is_empty_now_is_told_by_its_rows(tmp_path: Path) -> None:
    root = lay(tmp_path)
    released = release(root)
    write_table(root, "actors", read_table(root, "actors")[0], [])
    problems = run_update(open_package(root), released, write_bounds(root), tmp_path / "docs").problems
    assert [(p.file, p.field) for p in problems] == [("data/known/actors.csv", ""), ("data/known/actors.csv", "actor_id")]


def _retire(root: Path, *keys: str) -> None:
    header, rows = read_table(root, "retired")
    write_table(root, "retired", header, sorted(rows + [["actors", key, "0.2.0", "A double."] for key in keys]))


def test_a_key_goes_only_when_it_is_retired_and_never_comes_back(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    keep_tables(root, "sources", "actors", "retired")
    released, bounds = release(root), write_bounds(root)
    header, rows = read_table(root, "actors")
    write_table(root, "actors", header, rows[1:])
    _retire(root, "ada")

    def judge(released: Path) -> tuple[Problem, ...]:
        return run_update(open_package(root), released, bounds, tmp_path / "docs").problems

    assert judge(released) == ()
    released = release(root)
    write_table(root, "actors", header, rows)
    (used,) = judge(released)
    assert str(used) == "data/retired.csv: row: has 'actors: ada', which is used again; expected a new key"
    write_table(root, "retired", read_table(root, "retired")[0], [])
    used, unlisted = judge(released)
    assert "'actors: ada', which is used again" in used.what, "what the last release retired stays retired"
    assert "no longer has 'retired: actors, ada'" in unlisted.what


def test_the_command_fails_where_the_version_is_too_low_or_the_changelog_was_edited(tmp_path: Path) -> None:
    root = lay(tmp_path, persons=5)
    (root / "bounds.toml").write_text(DEFAULT, "utf-8")
    content = {**profile(open_package(root)), "released": "2026-09-21", "since": None, "changes": ["first release"]}
    write_profile(content, root / "data" / "baseline.json")
    change_cell(root, "actors", "a001", "label", "Another label")

    def run() -> list[str]:
        done = CliRunner().invoke(main, ["update", str(root), "--docs", str(tmp_path / "docs")])
        assert done.exit_code == int("problems" in done.stdout), done.output
        return done.stdout.splitlines()

    low, unlisted, count = run()
    assert low.startswith("datapackage.json: version: 0.1.0 is too low after 0.1.0: data/known/actors.csv, a001, field label")
    assert unlisted.startswith("CHANGELOG.md: has no data section of 0.1.0 as it was computed")
    assert count == "2 problems"
    (root / "datapackage.json").write_text((root / "datapackage.json").read_text("utf-8").replace('"0.1.0"', '"0.1.1"'), "utf-8")
    (root / "CHANGELOG.md").write_text(
        "# Changelog\n\n## Data 0.1.0 - 2026-09-21\n\n<!-- computed by 'corrigenda release'; not edited by hand -->\n\n"
        "### Added\n\n- first release\n\n<!-- end of what is computed -->\n",
        "utf-8",
    )
    (fine,) = run()
    assert "expectations about the update are met" in fine


def test_coverage_may_not_shrink(tmp_path: Path) -> None:
    root = copy_package(tmp_path)
    keep_tables(root, "articles", "passages", "claims", "coverage", "unjudged", "actors", "sources")
    released, docs = release(root), tmp_path / "docs"
    shares = profile(open_package(root))["coverage"]["tokyo-dome"]
    assert 0 < shares["judged"] < 1 or 0 < shares["decided"] < 1
    header, rows = read_table(root, "unjudged")
    lost = [row[0] for row in read_table(root, "claims")[1] if row[0] not in {known[0] for known in rows}][:3]
    write_table(root, "unjudged", header, sorted(rows + [[claim, "tokyo-dome"] for claim in lost]))
    (problem,) = run_update(open_package(root), released, write_bounds(root), docs).problems
    assert problem.file == "data/found/coverage.csv"
    assert re.search(r"tokyo-dome: \d+\.\d% of its claims are judged by some rule; in the release 0.1.0 it was", problem.what)
    moved = write_bounds(root, '[tables.coverage]\nreason = "A rule was taken out."\ncoverage_lost = 0.1\n')
    assert run_update(open_package(root), released, moved, docs).problems == ()


def test_fewer_decisions_are_less_coverage(tmp_path: Path) -> None:
    root = copy_package(tmp_path)
    keep_tables(root, "articles", "passages", "claims", "coverage", "unjudged", "actors", "sources")
    released = release(root)
    header, rows = read_table(root, "coverage")
    decided, undecided = header.index("claims_decided"), header.index("claims_undecided")
    for row in rows:
        if row[decided]:
            row[undecided] = str(int(row[undecided]) + int(row[decided]))
            row[decided] = "0"
    write_table(root, "coverage", header, rows)
    (problem,) = run_update(open_package(root), released, write_bounds(root), tmp_path / "docs").problems
    assert "0.0% of the judgements of its claims are decided" in problem.what


def test_an_update_is_not_judged_where_the_set_up_is_broken(tmp_path: Path) -> None:
    root = lay(tmp_path)
    released, bounds = release(root), write_bounds(root)
    with pytest.raises(SetupError, match="there is no"):
        run_update(open_package(root), root / "none.json", bounds, tmp_path / "docs")
    change_cell(root, "actors", "a001", "label", "bad\x00byte")
    with pytest.raises(SetupError, match="control character"):
        run_update(open_package(root), released, bounds, tmp_path / "docs")
    assert not (tmp_path / "docs").exists()
