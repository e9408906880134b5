"""The reference of another package serves many articles: foreign keys are judged across the two."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from packages import change_cell, copy_package, path_of, read_table, write_table

from corrigenda.cli.main import main
from corrigenda.errors import SetupError
from corrigenda.package.package import open_package
from corrigenda.package.scaffold import new_package
from corrigenda.tasks.checking.check import run_check


@pytest.fixture
def reference(tmp_path: Path) -> Path:
    (tmp_path / "kept").mkdir()
    return copy_package(tmp_path / "kept")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Lay a package that says what the published one says, and knows nothing by itself but its vocabulary."""
    root = copy_package(tmp_path)
    for table in open_package(root).layer("known"):
        write_table(root, table.name, read_table(root, table.name)[0], [])
    return root


def test_the_findings_are_those_of_one_package(article: Path, reference: Path) -> None:
    with pytest.raises(SetupError):
        run_check(article)
    across, whole = run_check(article, known=reference), run_check(reference)
    assert [f.fingerprint for f in across.report.result.findings] == [f.fingerprint for f in whole.report.result.findings]
    named = open_package(reference)
    assert across.report.reference == f"{named.name}, data {named.version}"
    told = CliRunner().invoke(main, ["check", str(article), "--known", str(reference)])
    assert "What is known was taken from" in told.stdout
    assert f"{reference}/data/known/" in told.stdout


def test_a_package_may_have_no_reference_of_its_own(article: Path, reference: Path) -> None:
    file = article / "datapackage.json"
    descriptor = json.loads(file.read_text("utf-8"))
    descriptor["resources"] = [r for r in descriptor["resources"] if not r["path"].startswith("data/known/")]
    file.write_text(json.dumps(descriptor), "utf-8")
    shutil.rmtree(article / "data" / "known")
    with pytest.raises(SetupError, match="name the package that has them with --known PATH"):
        run_check(article)
    assert run_check(article, known=reference).report.result.findings


@pytest.mark.parametrize("gone", [["tie_kinds"], ["cues", "signs", "title_words", "verbs"]])
def test_words_that_an_older_reference_lacks_are_those_of_the_program(article: Path, reference: Path, gone: list[str]) -> None:
    rules = ["office-outside-tenure", "sum-without-scope"]
    before = run_check(article, known=reference, select=rules).report.result.findings
    leave_out(reference, gone)
    after = run_check(article, known=reference, select=rules).report.result.findings
    assert after == before
    assert after


def test_a_table_of_facts_that_the_reference_lacks_is_not_that_of_the_program(article: Path, reference: Path) -> None:
    leave_out(reference, ["milestones", "participants"])
    assert not {"milestones", "participants"} & open_package(article, reference).tables.keys()


def leave_out(root: Path, gone: list[str]) -> None:
    file = root / "datapackage.json"
    descriptor = json.loads(file.read_text("utf-8"))
    descriptor["resources"] = [r for r in descriptor["resources"] if r["name"] not in gone]
    file.write_text(json.dumps(descriptor), "utf-8")
    for name in gone:
        (root / "data" / "known" / f"{name}.csv").unlink()


def test_a_key_that_the_reference_lacks_is_named_where_it_is_printed(article: Path, reference: Path) -> None:
    line = change_cell(article, "mentions", "tokyo-dome/hegseth-0301", "actor_id", "somebody-else")
    with pytest.raises(SetupError) as told:
        run_check(article, known=reference)
    assert str(told.value).startswith(f"data/said/mentions.csv:{line}:")
    assert ": actor_id: 'somebody-else' is no key of the table actors" in str(told.value)


def test_own_rows_of_the_reference_are_put_aside(reference: Path, tmp_path: Path) -> None:
    root = copy_package(tmp_path)
    change_cell(root, "tenures", "us/secretary-of-defense/pete-hegseth", "start", "2024-01-25")
    found = {f.fingerprint for f in run_check(root, known=reference, select=["office-outside-tenure"]).report.result.findings}
    assert "office-outside-tenure:tokyo-dome/hegseth-0301" in found
    assert not run_check(root, select=["office-outside-tenure"]).report.result.findings


def test_a_broken_reference_is_told_with_its_own_path(article: Path, reference: Path) -> None:
    change_cell(reference, "tenures", "us/secretary-of-defense/pete-hegseth", "start", "yesterday")
    with pytest.raises(SetupError, match=r"\.\./kept/package/data/known/tenures\.csv"):
        run_check(article, known=reference)


def test_what_is_no_reference_is_refused(article: Path, reference: Path, tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="no such file"):
        run_check(article, known=tmp_path / "nowhere")
    file = reference / "datapackage.json"
    descriptor = json.loads(file.read_text("utf-8"))
    descriptor["resources"] = [r for r in descriptor["resources"] if r["name"] == "articles"]
    file.write_text(json.dumps(descriptor), "utf-8")
    with pytest.raises(SetupError, match="has no table of data/known"):
        run_check(article, known=reference)


def test_the_reference_is_never_written(article: Path, reference: Path) -> None:
    before = {file: file.read_bytes() for file in reference.rglob("*") if file.is_file()}
    run_check(article, known=reference, write=True)
    assert {file: file.read_bytes() for file in reference.rglob("*") if file.is_file()} == before
    assert run_check(article, known=reference, locked=True).exit_code() == 0
    assert path_of(article, "findings").read_text("utf-8").count("\n") > 20


def test_a_new_package_is_valid_with_and_without_a_reference(reference: Path, tmp_path: Path) -> None:
    new_package(tmp_path / "desk")
    for known in (None, reference):
        result = run_check(tmp_path / "desk", known=known).report.result
        assert [f for f in result.findings if f.subject == "article"] == []


def test_a_desk_lives_with_the_findings_across_the_two(article: Path, reference: Path, tmp_path: Path) -> None:
    finding = "office-outside-tenure:tokyo-dome/hegseth-0301"
    named = ["--package", str(article), "--known", str(reference)]
    respond = ["--id", "r", "--by", "Ada", "--as", "named", "--received", "2026", "--statement", "No."]
    review = ["--by", "Desk", "--published", "2026-04-01", "--url", "https://example.org", "--summary", "It does not fit."]
    for command in (["respond", finding, *respond], ["review", finding, *review], ["waive", finding, "--reason", "x", "--by", "y"]):
        told = CliRunner().invoke(main, [*command, *named])
        assert told.exit_code == 0, told.stderr
    assert run_check(article, known=reference).report.waived == 1
    for form in ("sqlite", "xlsx", "annotations"):
        told = CliRunner().invoke(main, ["export", form, str(article), "--known", str(reference), "-o", str(tmp_path / form)])
        assert told.exit_code == 0, told.stderr
