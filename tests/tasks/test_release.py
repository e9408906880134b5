"""A release: whole or not at all, the same to the byte, and the profile moved on."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from packages import append_row, change_cell, copy_package, read_table, write_table

import corrigenda
from corrigenda.adapters.exports.exported_views import exported_views
from corrigenda.cli.main import main
from corrigenda.package.csv_file import read_rows
from corrigenda.package.drafts import mark_rows
from corrigenda.package.package import open_package
from corrigenda.package.source import open_state
from corrigenda.release.release_profile import read_profile
from corrigenda.tasks.release import judge_changelog, make_release

pytestmark = pytest.mark.long

EPOCH = "1790000000"
DAY = "2026-09-21"
NAME = "corrigenda-data-0.1.0"


def run(*arguments: object, epoch: str | None = EPOCH) -> Result:
    result = CliRunner().invoke(main, [*map(str, arguments)], env={"SOURCE_DATE_EPOCH": epoch})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def snapshot(root: Path) -> dict[str, bytes]:
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in sorted(root.rglob("*")) if file.is_file()}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the published package with all that is generated made anew, as the last release."""
    root = copy_package(tmp_path_factory.mktemp("written"))
    assert run("check", root, "--write").exit_code == 0
    assert run("update", root, "--accept").exit_code == 0
    (root / "CHANGELOG.md").write_text("# Changelog\n\n## 0.1.0\n\nFirst version.\n", "utf-8")
    return root


@pytest.fixture
def root(written: Path, tmp_path: Path) -> Path:
    shutil.copytree(written, tmp_path / "package")
    return tmp_path / "package"


@pytest.fixture(scope="module")
def released(written: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("released") / "deep" / "out"
    package = out.parent.parent / "package"
    shutil.copytree(written, package)
    result = run("release", package, "-o", out)
    assert result.exit_code == 0, result.output
    return out


def _declare(root: Path, version: str) -> None:
    file = root / "datapackage.json"
    descriptor = json.loads(file.read_text("utf-8"))
    descriptor["version"] = version
    file.write_text(json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n", "utf-8")


def test_drafts_are_no_release(root: Path, tmp_path: Path) -> None:
    package = open_package(root)
    package.tables["drafts"].file.write_bytes(mark_rows(package, {"sums": read_rows(package.tables["sums"].file)[1]}, "a test")["drafts"])
    assert run("check", root, "--write").exit_code == 0
    result = run("release", root, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "data/drafts.csv: rows are still drafts that nobody has accepted (sums 3)" in result.output
    assert not (tmp_path / "out").exists()


# --- what is in it


def test_it_has_the_data_in_every_form_and_nothing_else(written: Path, released: Path) -> None:
    files = snapshot(released / NAME)
    package = open_package(written)
    tables = package.tables.values()
    own = {"data/LICENSE.md", *(table.path for table in tables), *(table.schema_path for table in tables)}
    assert {path for path in files if path in own} == own
    assert {path: files[path] for path in own} == {path: (written / path).read_bytes() for path in own}
    described = json.loads(files["datapackage.json"])
    for resource in described["resources"]:
        data = files[resource["path"]]
        assert (resource.pop("hash"), resource.pop("bytes")) == (f"sha256:{hashlib.sha256(data).hexdigest()}", len(data))
    assert described == package.descriptor
    made = {"datapackage.json", "CHANGELOG.md", "CITATION.cff", ".zenodo.json", "croissant.json", "SHA256SUMS", "corrigenda.sqlite"}
    rows = (*package.tables, *(view.name for view in exported_views()))
    assert files.keys() - own - made == {f"parquet/{name}.parquet" for name in rows}
    assert sorted(path.name for path in released.iterdir()) == [NAME, f"{NAME}.zip"]


def test_the_archive_is_the_folder_and_the_checksums_hold(released: Path) -> None:
    files = snapshot(released / NAME)
    with zipfile.ZipFile(released / f"{NAME}.zip") as packed:
        assert {name.removeprefix(f"{NAME}/"): packed.read(name) for name in packed.namelist()} == files
    sums = dict(line.split("  ")[::-1] for line in files.pop("SHA256SUMS").decode().splitlines())
    assert sums == {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}


def test_it_opens_as_the_same_package_from_folder_and_archive(written: Path, released: Path) -> None:
    for state in (released / NAME, released / f"{NAME}.zip"):
        assert run("diff", state, written, "--exit-code").exit_code == 0
    with closing(sqlite3.connect(released / NAME / "corrigenda.sqlite")) as database:
        assert database.execute("SELECT count(*) FROM findings_flat").fetchone()[0] == len(read_table(written, "findings")[1])


def test_descriptions_name_version_day_and_licence(released: Path) -> None:
    folder = released / NAME
    zenodo = json.loads((folder / ".zenodo.json").read_text("utf-8"))
    told = {name: zenodo[name] for name in ("upload_type", "version", "publication_date", "license")}
    assert told == {"upload_type": "dataset", "version": "0.1.0", "publication_date": DAY, "license": "cc-by-sa-4.0"}
    assert zenodo["creators"]
    croissant = json.loads((folder / "croissant.json").read_text("utf-8"))
    assert (croissant["version"], croissant["datePublished"]) == ("0.1.0", DAY)
    for entry in croissant["distribution"]:
        assert entry["sha256"] == hashlib.sha256((folder / entry["contentUrl"]).read_bytes()).hexdigest()
    assert {entry["name"] for entry in croissant["recordSet"]} == set(open_package(folder).tables)
    lines = (folder / "CITATION.cff").read_text("utf-8").splitlines()
    assert {'version: "0.1.0"', f'date-released: "{DAY}"', 'license: "CC-BY-SA-4.0"', 'type: "dataset"'} <= set(lines)


# --- the same to the byte


def test_another_process_gives_the_same_bytes(written: Path, released: Path, tmp_path: Path) -> None:
    shutil.copytree(written, tmp_path / "elsewhere")
    code = f"import corrigenda.tasks.release as r; r.make_release('elsewhere', __import__('pathlib').Path('out'), '2031-01-01', {EPOCH})"
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True)  # noqa: S603
    assert snapshot(tmp_path / "out") == snapshot(released)


def test_a_version_that_was_released_keeps_its_day(root: Path, tmp_path: Path) -> None:
    change_cell(root, "sources", read_table(root, "sources")[1][0][0], "title", "Another title")
    _declare(root, "0.1.1")
    run("check", root, "--write")
    first = make_release(root, tmp_path / "one", "2026-11-24")
    assert first.problems == ()
    assert json.loads((first.folder / ".zenodo.json").read_text("utf-8"))["publication_date"] == "2026-11-24"
    make_release(root, tmp_path / "two", "2027-01-01")
    assert snapshot(tmp_path / "one") == snapshot(tmp_path / "two")


def test_a_profile_that_was_accepted_by_hand_learns_its_day(root: Path, tmp_path: Path) -> None:
    assert "released" not in read_profile(root / "data" / "baseline.json")
    make_release(root, tmp_path / "one", "2026-11-24")
    make_release(root, tmp_path / "two", "2027-01-01")
    assert snapshot(tmp_path / "one") == snapshot(tmp_path / "two")
    assert read_profile(root / "data" / "baseline.json")["released"] == "2026-11-24"


@pytest.mark.parametrize("epoch", ["", "yesterday", "-1", "1.5", "999999999999", "١"])
def test_an_epoch_that_is_none_is_a_sentence(root: Path, tmp_path: Path, epoch: str) -> None:
    result = run("release", root, "-o", tmp_path / "out", epoch=epoch)
    assert result.exit_code == 2
    assert "SOURCE_DATE_EPOCH is" in result.stderr
    assert not (tmp_path / "out").exists()


# --- the state is moved on


def test_profile_and_changelog_follow_the_release(root: Path, tmp_path: Path) -> None:
    before = (root / "data" / "baseline.json").read_bytes()
    change_cell(root, "sources", read_table(root, "sources")[1][0][0], "title", "Another title")
    append_row(root, "actors", actor_id="zzz", label="Zoe", kind="person", source_id=read_table(root, "sources")[1][0][0])
    header, rows = read_table(root, "actors")
    for row in rows[-1:]:
        for name in ("existed_from_confirmed", "existed_to_confirmed"):
            row[header.index(name)] = "false"
    write_table(root, "actors", header, rows)
    _declare(root, "0.2.0")
    run("check", root, "--write")
    assert (root / "data" / "baseline.json").read_bytes() == before
    result = run("release", root, "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    released = read_profile(root / "data" / "baseline.json")
    assert (released["version"], released["since"], released["released"]) == ("0.2.0", "0.1.0", DAY)
    text = (root / "CHANGELOG.md").read_text("utf-8")
    title, section, rest = text.split("\n\n## ")
    assert title == "# Changelog"
    assert section.startswith(f"Data 0.2.0 - {DAY}\n\n<!-- computed by")
    assert "\n### Changed\n\nSince 0.1.0:\n" in section
    assert "- data/known/actors.csv: 1 rows new\n" in section
    assert "- data/known/sources.csv: 1 cells corrected\n" in section
    assert rest == "0.1.0\n\nFirst version.\n"
    assert snapshot(tmp_path / "out" / "corrigenda-data-0.2.0")["CHANGELOG.md"].decode() == text
    package = open_package(root)
    assert judge_changelog(package, released) == ()
    assert run("version", root).stdout.startswith("corrigenda: data released as 0.2.0, declared 0.2.0, needed 0.2.0 (none)")
    (root / "CHANGELOG.md").write_text(text.replace("1 cells corrected", "2 cells corrected"), "utf-8")
    (problem,) = judge_changelog(package, released)
    assert str(problem).startswith("CHANGELOG.md: has no data section of 0.2.0 as it was computed")
    # The mended page is that of the release again, and a second run adds nothing.
    (root / "CHANGELOG.md").write_text(text, "utf-8")
    assert run("release", root, "-o", tmp_path / "out").exit_code == 0
    assert (root / "CHANGELOG.md").read_text("utf-8") == text


def test_the_first_release_says_what_there_is(root: Path, tmp_path: Path) -> None:
    (root / "data" / "baseline.json").unlink()
    (root / "CHANGELOG.md").unlink()
    assert run("release", root, "-o", tmp_path / "out").exit_code == 0
    text = (root / "CHANGELOG.md").read_text("utf-8")
    assert text.startswith(f"# Changelog\n\n## Data 0.1.0 - {DAY}\n\n")
    assert "\n### Added\n" in text
    assert "- first release: " in text


def test_a_list_of_what_made_it_goes_with_it_and_anything_else_does_not(root: Path, tmp_path: Path) -> None:
    parts = tmp_path / "parts.json"
    for wrong in ("[]", "{}", '{"bomFormat": "SPDX", "components": []}', '{"bomFormat": "CycloneDX", "components": 1}', "{", "[" * 100_000):
        parts.write_text(wrong)
        told = run("release", root, "-o", tmp_path / "out", "--sbom", parts)
        assert told.exit_code == 2
        assert str(parts) in told.stderr
        assert not (tmp_path / "out").exists()
    parts.write_text('{"components": [{"name": "duckdb"}], "bomFormat": "CycloneDX"}')
    made = make_release(root, tmp_path / "out", DAY, sbom=parts)
    assert json.loads((made.folder / "sbom.cdx.json").read_text("utf-8"))["components"] == [{"name": "duckdb"}]
    assert "  sbom.cdx.json\n" in (made.folder / "SHA256SUMS").read_text("utf-8")
    with open_state(str(made.archive)) as package:
        assert package.version == "0.1.0"


def test_two_releases_are_compared_in_either_form(root: Path, released: Path, tmp_path: Path) -> None:
    change_cell(root, "sources", read_table(root, "sources")[1][0][0], "title", "Another title")
    _declare(root, "0.1.1")
    run("check", root, "--write")
    assert run("release", root, "-o", tmp_path / "out").exit_code == 0
    result = run("diff", released / f"{NAME}.zip", tmp_path / "out" / "corrigenda-data-0.1.1")
    assert "title: " in result.stdout
    assert "corrigenda, data 0.1.0 → 0.1.1: needs 0.1.1 or later (patch: data/known/sources.csv" in result.stdout


# --- what is refused


def test_a_stale_state_is_refused_with_its_rows(root: Path, tmp_path: Path) -> None:
    change_cell(root, "dates", "tokyo-dome/announced-may-2024", "edtf", "2025-05")
    _declare(root, "0.1.1")
    before = snapshot(root)
    result = run("release", root, "-o", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (1, "nothing was released\n")
    assert "tokyo-dome/announced-may-2024" in result.stderr
    assert "data/found is out of date" in result.stderr
    assert not (tmp_path / "out").exists()
    assert snapshot(root) == before


def test_a_version_that_is_too_low_is_refused(root: Path, tmp_path: Path) -> None:
    change_cell(root, "sources", read_table(root, "sources")[1][0][0], "title", "Another title")
    run("check", root, "--write")
    result = run("release", root, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "version: 0.1.0 is too low after 0.1.0: data/known/sources.csv" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_lost_key_is_refused(root: Path, tmp_path: Path) -> None:
    header, (lost, *rows) = read_table(root, "citations")
    write_table(root, "citations", header, rows)
    _declare(root, "1.0.0")
    run("check", root, "--write")
    result = run("release", root, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert result.stderr == f"data/known/citations.csv: the key '{lost[0]}' of citations is gone; expected it in the table retired\n"
    header, rows = read_table(root, "retired")
    write_table(root, "retired", header, sorted([*rows, ["citations", lost[0], "1.0.0", "Not used."]]))
    run("check", root, "--write")
    assert run("release", root, "-o", tmp_path / "out").exit_code == 0


def test_broken_structure_is_refused(root: Path, tmp_path: Path) -> None:
    change_cell(root, "actors", "alabama", "kind", "town")
    before = snapshot(root)
    result = run("release", root, "-o", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "data/known/actors.csv:3:17: kind: is 'town'" in result.stderr
    assert not (tmp_path / "out").exists()
    assert snapshot(root) == before


def test_another_folder_in_its_place_is_left_alone(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "out" / NAME
    other.mkdir(parents=True)
    (other / "thesis.txt").write_text("mine", "utf-8")
    before = snapshot(root)
    result = run("release", root, "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert "is there already and is not this release" in result.stderr
    assert snapshot(tmp_path / "out") == {f"{NAME}/thesis.txt": b"mine"}
    assert snapshot(root) == before


def test_a_folder_that_cannot_be_made_leaves_nothing(root: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    before = snapshot(tmp_path)
    result = run("release", root, "-o", tmp_path / "file")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert snapshot(tmp_path) == before


def test_a_run_that_was_broken_off_leaves_no_folder_and_can_be_repeated(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from corrigenda.tasks import release

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(release, "open_state", stop)
        with pytest.raises(KeyboardInterrupt):
            make_release(root, tmp_path / "out", DAY)
    assert list((tmp_path / "out").iterdir()) == []
    with monkeypatch.context() as patch:
        patch.setattr(release, "write_together", stop)
        with pytest.raises(KeyboardInterrupt):
            make_release(root, tmp_path / "out", DAY)
    assert make_release(root, tmp_path / "out", DAY).problems == ()


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda folder: (folder / "data/known/actors.csv").unlink(), "the release is not whole, data/known/actors.csv is missing"),
        (lambda folder: (folder / "schemas/known/actors.json").write_text("{}"), "schemas/known/actors.json is not what SHA256SUMS says"),
        (lambda folder: (folder / "datapackage.json").unlink(), "there is no datapackage.json"),
        (lambda folder: (folder / "SHA256SUMS").write_text("0  ../x\n"), "SHA256SUMS names '../x', which leaves the package"),
    ],
)
def test_a_release_that_is_not_whole_is_refused(root: Path, released: Path, tmp_path: Path, damage: object, words: str) -> None:
    folder = tmp_path / "half"
    shutil.copytree(released / NAME, folder)
    assert callable(damage)
    damage(folder)
    result = run("diff", folder, root)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert words in result.stderr


def test_public_names_do_what_the_command_does(root: Path, released: Path) -> None:
    assert not corrigenda.diff(released / NAME, root)
    assert corrigenda.contents(released / NAME) == corrigenda.contents(root)
