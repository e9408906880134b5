"""Two versions, of the data and of the program: pages name only tags that a release makes, and no output leaves open which it shows."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from packages import ROOT, change_cell, edit_json

import corrigenda
from corrigenda.cli.main import main
from corrigenda.report import FORMATS, render
from corrigenda.results.finding import Result

CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
PROGRAM = re.findall(r"^## \[?(\d+\.\d+\.\d+)\]?", CHANGELOG, re.M)
DATA = re.findall(r"^## Data (\d+\.\d+\.\d+)", CHANGELOG, re.M)
_TAG = re.compile(r"(?<=[\s@`(:])(v\d+(?:\.\d+)*|data-\d+(?:\.\d+)*)(?![\w-])")
PAGES = [
    *(
        ROOT / name
        for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "action.yml", "ci/gitlab.yml", ".github/workflows/judge.yml")
    ),
    *(file for file in sorted((ROOT / "docs").glob("*.md")) if file.name != "rules.md"),
]


def tags_in(text: str) -> set[str]:
    """Return the tags of this project that a text names; versions of actions of others are comments."""
    return set(_TAG.findall(re.sub(r"uses: (?!OWNER).*|# v[\d.]+", "", text)))


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_a_page_names_only_tags_that_a_release_makes(file: Path) -> None:
    assert tags_in(file.read_text("utf-8")) <= {f"v{version}" for version in PROGRAM} | {f"data-{version}" for version in DATA}


def test_a_tag_that_no_release_makes_is_seen() -> None:
    assert tags_in("uses: OWNER/corrigenda@v0\nrev: v0.1.0\nref: v9.9.9, data-7.0.0 # v6.0.2\nuses: actions/checkout@v4") == {
        "v0", "v0.1.0", "v9.9.9", "data-7.0.0",
    }  # fmt: skip


def test_addresses_are_stated_in_both_places_or_in_none() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    homepage = json.loads((ROOT / "datapackage.json").read_text("utf-8")).get("homepage")
    placeholders = re.findall(r"\b(?:OWNER|HOST)/", (ROOT / "docs" / "ci.md").read_text("utf-8"))
    if "urls" in project:
        assert homepage
        assert {"Documentation", "Source", "Issues", "Changelog"} <= set(project["urls"])
        assert not placeholders, "the examples can name the address now"
    else:
        assert not homepage
        assert placeholders


def test_every_format_that_shows_a_version_says_of_what() -> None:
    from corrigenda.report.model import Report

    report = Report(Result(), "corrigenda", "7.7.7", "sha256:0", "sha256:1", "8.8.8", reference="news, data 6.6.6")
    for name in FORMATS:
        text = render(report, name)
        # Of two numbers that look alike, each has its word next to it.
        before = {number: text.split(number)[0][-90:].lower() for number in ("7.7.7", "8.8.8") if number in text}
        assert all("data" in told or '"package"' in told for number, told in before.items() if number == "7.7.7"), (name, before)
        assert all("program" in told or '"driver"' in told for number, told in before.items() if number == "8.8.8"), (name, before)
        assert "6.6.6" not in text or "data 6.6.6" in text
    assert "corrigenda, data 7.7.7" in render(report, "markdown")
    assert "data" not in render(replace(report, package_version="", is_broken=True), "markdown").splitlines()[1].split(":")[0]


def test_commands_that_show_a_version_say_of_what(package: Path, tmp_path: Path) -> None:
    def told(*words: str) -> str:
        return CliRunner().invoke(main, list(words)).output

    assert told("--version") == f"corrigenda, version {corrigenda.__version__} of the program\n"
    assert told("version", str(package)).startswith("corrigenda: data released as 0.1.0")
    other = tmp_path / "other"
    package.rename(other)
    edit_json(other / "datapackage.json", lambda descriptor: descriptor.update(version="0.1.1"))
    change_cell(other, "tenures", "us/secretary-of-defense/pete-hegseth", "note", "Changed.")
    for form in ("text", "markdown"):
        assert re.search(r"corrigenda, data [\d.]+ → 0\.1\.1", told("diff", str(ROOT), str(other), "--format", form))


def test_the_changelog_keeps_the_form_of_keep_a_changelog() -> None:
    headings = re.findall(r"^(##+) (.+)$", CHANGELOG, re.M)
    for level, text in headings:
        known = (
            r"(Data )?\d+\.\d+\.\d+ - (\d{4}-\d\d-\d\d|unreleased)" if level == "##" else "Added|Changed|Deprecated|Removed|Fixed|Security"
        )
        assert re.fullmatch(known, text), text
    # Each bullet is below one of the six words.
    for section in re.split(r"^## ", CHANGELOG, flags=re.M)[1:]:
        before = section.split("### ")[0]
        assert not re.search(r"^[*-] ", before, re.M), before[:80]


def test_the_data_sections_are_those_that_a_release_computes() -> None:
    from corrigenda.package.package import open_package
    from corrigenda.release.release_profile import read_profile
    from corrigenda.tasks.publishing.release import judge_changelog

    assert judge_changelog(open_package(ROOT), read_profile(ROOT / "data" / "baseline.json")) == ()
