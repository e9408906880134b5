"""Of a big reference a check shows what rests on the rows that an article uses, and says what it left out."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from packages import append_row, change_cell, copy_package

from corrigenda.cli.main import main
from corrigenda.errors import SetupError
from corrigenda.report.page.render import render_page
from corrigenda.tasks.checking.check import run_check
from corrigenda.tasks.page import make_page

FLAGS = {"existed_from_confirmed": "true", "existed_to_confirmed": "true"}
TERM = {"acting": "false", "start_confirmed": "true", "end_confirmed": "true", "source_id": "general-knowledge", "end_state": "closed"}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Lay the published package with two terms that end before they start: one of somebody in the article, one of nobody there."""
    root = copy_package(tmp_path)
    append_row(root, "actors", actor_id="zz-nobody", label="Ann Nobody", kind="person", source_id="general-knowledge", **FLAGS)
    for key, actor in (("z/hegseth", "pete-hegseth"), ("z/nobody", "zz-nobody")):
        cells = {"actor_id": actor, "office_id": "us/secretary-of-defense", "start": "1950-01-20", "end": "1940-01-20"}
        append_row(root, "tenures", tenure_id=key, **cells, **TERM)
    return root


def about(root: Path, which: str | None, **options: Path) -> tuple[set[str], set[str], int]:
    run = run_check(root, about=which, **options)  # type: ignore[arg-type]
    rules = ("tenure-reversed", "office-outside-tenure")
    found, left = ({f.fingerprint for f in some if f.rule in rules} for some in (run.report.result.findings, run.report.result.left_out))
    return found, left, run.exit_code()


def test_what_an_article_uses_is_shown_and_the_rest_is_counted(package: Path) -> None:
    change_cell(package, "tenures", "z/nobody", "start_confirmed", "false")
    found, left, exit_code = about(package, None)
    assert "tenure-reversed:z/hegseth" in found
    assert (left, exit_code) == ({"tenure-reversed:z/nobody"}, 1)
    own, others, _ = about(package, "reference")
    assert own == {"tenure-reversed:z/hegseth", "tenure-reversed:z/nobody"}
    assert others == found - own
    whole, nothing, _ = about(package, "all")
    assert (whole, nothing) == (found | left, set())


def test_an_error_for_which_the_check_fails_is_shown(package: Path) -> None:
    found, left, exit_code = about(package, None)
    assert {"tenure-reversed:z/hegseth", "tenure-reversed:z/nobody"} <= found
    assert (left, exit_code) == (set(), 1)


def test_the_reference_of_another_package_fails_no_check_where_no_article_uses_the_row(package: Path, tmp_path: Path) -> None:
    (tmp_path / "clean").mkdir()
    article = copy_package(tmp_path / "clean")
    file = package / "data" / "known" / "tenures.csv"
    file.write_text("".join(line for line in file.read_text("utf-8").splitlines(keepends=True) if "z/hegseth" not in line), "utf-8")
    found, left, exit_code = about(article, None, known=package)
    assert (left, exit_code) == ({"tenure-reversed:z/nobody"}, 0)
    assert not any(key.startswith("tenure-reversed") for key in found)
    assert about(article, "all", known=package)[2] == 1


def test_each_report_says_what_was_left_out(package: Path) -> None:
    change_cell(package, "tenures", "z/nobody", "start_confirmed", "false")
    for format_, sentence in (
        (
            "text",
            "1 finding and 1 undecided row about rows of the reference that no article uses were left out; '--about reference' shows them.",
        ),
        ("markdown", "rows of the reference that no article uses were left out"),
    ):
        told = CliRunner().invoke(main, ["check", str(package), "--format", format_])
        assert sentence in told.stdout
    told = CliRunner().invoke(main, ["check", str(package), "--format", "json"])
    assert json.loads(told.stdout)["left_out"]["findings"] == {"tenure-reversed": 1}
    page = make_page(package)
    assert "that no article uses were left out" in render_page(page, "html")
    assert "that no article uses were left out" in render_page(page, "markdown")


def test_without_an_article_all_of_the_reference_is_shown(package: Path) -> None:
    for file in (package / "data" / "said").glob("*.csv"):
        file.write_text(file.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    assert about(package, None)[:2] == ({"tenure-reversed:z/hegseth", "tenure-reversed:z/nobody"}, set())


def test_what_is_committed_is_about_all(package: Path) -> None:
    shutil.rmtree(package / "data" / "found", ignore_errors=True)
    with pytest.raises(SetupError, match="leave out --about"):
        run_check(package, about="reference", write=True)
