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
from packages import append_row, change_cell, read_table, snapshot, write_table
from release_runs import DAY, EPOCH, NAME, declare, run

import corrigenda
from corrigenda.adapters.exports.exported_views import exported_views
from corrigenda.package.package import open_package
from corrigenda.package.source import open_state
from corrigenda.release.release_profile import read_profile
from corrigenda.tasks.publishing.release import judge_changelog, make_release

pytestmark = pytest.mark.long


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


def test_another_process_gives_the_same_bytes(written: Path, released: Path, tmp_path: Path) -> None:
    shutil.copytree(written, tmp_path / "elsewhere")
    made = f"make_release('elsewhere', Path('out'), '2031-01-01', {EPOCH})"
    code = f"from pathlib import Path; from corrigenda.tasks.publishing.release import make_release; {made}"
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True)  # noqa: S603
    assert snapshot(tmp_path / "out") == snapshot(released)


def test_a_version_that_was_released_keeps_its_day(root: Path, tmp_path: Path) -> None:
    change_cell(root, "sources", read_table(root, "sources")[1][0][0], "title", "Another title")
    declare(root, "0.1.1")
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


def test_profile_and_changelog_follow_the_release(root: Path, tmp_path: Path) -> None:
    before = (root / "data" / "baseline.json").read_bytes()
    change_cell(root, "sources", read_table(root, "sources")[1][0][0], "title", "Another title")
    append_row(root, "actors", actor_id="zzz", label="Zoe", kind="person", source_id=read_table(root, "sources")[1][0][0])
    header, rows = read_table(root, "actors")
    for row in rows[-1:]:
        for name in ("existed_from_confirmed", "existed_to_confirmed"):
            row[header.index(name)] = "false"
    write_table(root, "actors", header, rows)
    declare(root, "0.2.0")
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
    declare(root, "0.1.1")
    run("check", root, "--write")
    assert run("release", root, "-o", tmp_path / "out").exit_code == 0
    result = run("diff", released / f"{NAME}.zip", tmp_path / "out" / "corrigenda-data-0.1.1")
    assert "title: " in result.stdout
    assert "corrigenda, data 0.1.0 → 0.1.1: needs 0.1.1 or later (patch: data/known/sources.csv" in result.stdout


def test_public_names_do_what_the_command_does(root: Path, released: Path) -> None:
    assert not corrigenda.diff(released / NAME, root)
    assert corrigenda.contents(released / NAME) == corrigenda.contents(root)
