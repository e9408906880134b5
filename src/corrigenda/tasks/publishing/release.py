"""A release: a folder and an archive with everything in it, the data section of the CHANGELOG, and the profile moved on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corrigenda.adapters.exports.exported_views import tell_left_out
from corrigenda.adapters.exports.parquet import write_parquet
from corrigenda.adapters.exports.sqlite import write_sqlite
from corrigenda.checking.findings.found_tables import file_facts
from corrigenda.engine.tables import load_cells
from corrigenda.errors import Problem, SetupError
from corrigenda.package.drafts import count_drafts, find_drafts
from corrigenda.package.package import Package, open_package
from corrigenda.package.source import SUMS, open_state
from corrigenda.package.storage.archive import pack
from corrigenda.package.storage.files import locate_inside, own_file, read_json, read_text, write_atomically
from corrigenda.package.storage.journal import in_turn, write_together
from corrigenda.package.storage.scrap import scrap_folder, temporary_folder
from corrigenda.release.metadata import describe_release
from corrigenda.release.profile import profile, render_profile
from corrigenda.release.release_profile import grounds_since, judge_keys_since, judge_version, read_profile
from corrigenda.release.version import parse_version, tell_grounds
from corrigenda.report.markup import escape
from corrigenda.tasks.checking.check import run_check
from corrigenda.values.edtf import iso, ordinal

PROFILE = "data/baseline.json"
CHANGELOG = "CHANGELOG.md"
SBOM = "sbom.cdx.json"
EPOCH = ordinal("1970-01-01")
_OPEN = "<!-- computed by 'corrigenda release'; not edited by hand -->"
_CLOSE = "<!-- end of what is computed -->"


@dataclass(frozen=True)
class Release:
    """Hold what was made, or why nothing was: then `problems` says so and there is no folder."""

    folder: Path
    archive: Path
    files: int
    problems: tuple[str, ...] = ()

    @property
    def tag(self) -> str:
        """Return the tag of the commit that has the data of the release: data-VERSION."""
        return f"data-{self.folder.name.rpartition('-data-')[2]}"


@in_turn
def make_release(path: Path | str, target: Path, today: str, epoch: int | None = None, sbom: Path | None = None) -> Release:
    """Write a release of a package into a folder: NAME-data-VERSION with its files, and NAME-data-VERSION.zip; move the profile on.

    `epoch` (seconds since 1970) fixes the day of the release; without it a version that was released keeps its day, and another one is of
    `today`. `sbom` is a list of what the program is made of (CycloneDX), which goes with it. Refuses, with `problems`, where data/found
    is stale, the reference contradicts itself, the version is too low or a key is lost. Raises SetupError where the package is broken or
    something else is in the way.
    """
    package = open_package(path)
    parts = _read_sbom(sbom) if sbom else {}
    last = own_file(package.root, PROFILE)
    before = read_profile(last) if last.exists() else None
    day = _day(package, before, today, epoch)
    name = f"{package.name}-data-{package.version}"
    folder, archive = target / name, target / f"{name}.zip"
    problems = _refusals(package, before, day)
    if problems:
        return Release(folder, archive, 0, problems)
    again = before if before and before["version"] == package.version else None
    after = {**again, "released": day} if again else _profile_of(package, before, day)
    changelog = _changelog(package, after)
    files = _files(package, day, changelog, parts)
    _put(folder, files)
    with scrap_folder(target, archive) as scrap:
        packed = scrap / archive.name
        pack({f"{name}/{path}": data for path, data in files.items()}, packed, epoch if epoch is not None else _midnight(day))
        write_atomically(archive, packed.read_bytes())
    # Last, so that a run that was broken off before can be started again.
    own = {path: files[path] for path in ("CITATION.cff", ".zenodo.json", CHANGELOG)}
    write_together(package.root, {**own, PROFILE: render_profile(after)})
    return Release(folder, archive, len(files))


def judge_changelog(package: Package, released: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Say where the data section of the last release is not in the CHANGELOG as it was computed."""
    section = _section(released)
    file = own_file(package.root, CHANGELOG)
    if not section or (file.is_file() and section in read_text(file)):
        return ()
    what = f"has no data section of {released['version']} as it was computed; expected its lines as 'corrigenda release' wrote them"
    return (Problem(CHANGELOG, 0, "", what),)


def _day(package: Package, before: Mapping[str, Any] | None, today: str, epoch: int | None) -> str:
    if epoch is not None:
        return iso(EPOCH + epoch // 86_400)
    if before and before["version"] == package.version:
        return str(before.get("released", today))
    return today


def _refusals(package: Package, before: Mapping[str, Any] | None, day: str) -> tuple[str, ...]:
    parse_version(package.version)
    run = run_check(package.root, as_of=day, locked=True)
    told = list(run.sentences) if run.exit_code() else []
    if run.exit_code() and not run.stale:
        told = [f"{f.fingerprint}: {f.message}" for f in run.report.open_findings if f.subject == "reference" and f.level == "error"]
    told += tell_drafts(package)
    if before:
        told += map(str, (*judge_version(package, before), *judge_keys_since(package, before)))
    return tuple(told)


def tell_drafts(package: Package) -> list[str]:
    """Say why a package with drafts is no release; nothing where it has none."""
    tables = count_drafts(package, find_drafts(package)).open
    rows = ", ".join(f"{table} {number:,}" for table, number in tables)
    advice = "run 'corrigenda review-draft', or 'corrigenda accept'"
    return [f"data/drafts.csv: rows are still drafts that nobody has accepted ({rows}); {advice}"] if tables else []


def _profile_of(package: Package, before: Mapping[str, Any] | None, day: str) -> dict[str, Any]:
    """Return the profile of the package with the day of its release and what changed since the one before."""
    content = profile(package)
    if before:
        changes = tell_grounds(grounds_since(package, before))
    else:
        rows = sum(table["rows"] for table in content["tables"].values())
        changes = [f"first release: {len(content['tables'])} tables, {rows:,} rows"]
    return {**content, "released": day, "since": before["version"] if before else None, "changes": changes}


def _section(released: Mapping[str, Any]) -> str:
    """Return the data section of the CHANGELOG for the release that a profile is of; empty where it does not know."""
    if "changes" not in released:
        return ""
    kind = ["### Changed", "", f"Since {released['since']}:", ""] if released["since"] else ["### Added", ""]
    lines = [f"- {escape(change)}" for change in released["changes"]] or ["- no change of the data"]
    return "\n".join([f"## Data {released['version']} - {released['released']}", "", _OPEN, "", *kind, *lines, "", _CLOSE, ""])


def _changelog(package: Package, released: Mapping[str, Any]) -> bytes:
    """Return the CHANGELOG with the section of a release above all others, below its title and what follows that."""
    file = own_file(package.root, CHANGELOG)
    text = read_text(file) if file.is_file() else "# Changelog\n"
    section = _section(released)
    if not section or section in text:
        return text.encode()
    title, heading, rest = text.partition("\n## ")
    return f"{title.rstrip()}\n\n{section}{heading}{rest}".rstrip("\n").encode() + b"\n"


def _read_sbom(file: Path) -> dict[str, bytes]:
    """Return the list of the parts of the program as a file of the release; raises SetupError where it is none."""
    content = read_json(file, str(file))
    if not isinstance(content, dict) or content.get("bomFormat") != "CycloneDX" or not isinstance(content.get("components"), list):
        raise SetupError(f"{file}: is no list of parts (SBOM) in JSON of CycloneDX; 'nox -s sbom' writes one")
    return {SBOM: (json.dumps(content, indent=2, ensure_ascii=False, sort_keys=True) + "\n").encode()}


def _files(package: Package, day: str, changelog: bytes, parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return every file of a release by path, the checksums of all others last."""
    schemas = {resource["schema"] for resource in package.descriptor["resources"] if isinstance(resource["schema"], str)}
    paths = ["datapackage.json", *(table.path for table in package.tables.values()), *schemas, "data/LICENSE.md"]
    found = {path: locate_inside(package.root, path)[0] for path in paths}
    files = {path: file.read_bytes() for path, file in found.items() if file and file.is_file()}
    files["datapackage.json"] = _describe(package, files)
    files[CHANGELOG] = changelog
    files |= parts
    files |= describe_release(package, day, files)
    with temporary_folder() as folder, load_cells(package) as tables:
        database = folder / f"{package.name}.sqlite"
        write_sqlite(tables, database)
        written = (database, *write_parquet(tables, folder / "parquet"))
        if left_out := tell_left_out(tables):
            raise SetupError(*left_out, "nothing was released: a release is the same on every machine")
        for file in written:
            files[file.relative_to(folder).as_posix()] = file.read_bytes()
    sums = [f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files)]
    return {**files, SUMS: "".join(sums).encode()}


def _describe(package: Package, files: Mapping[str, bytes]) -> bytes:
    """Return the descriptor with the hash and size of every table; only a release states them, for they would conflict in every merge."""
    resources = [{**resource, **file_facts(files[resource["path"]])} for resource in package.descriptor["resources"]]
    return (json.dumps({**package.descriptor, "resources": resources}, indent=2, ensure_ascii=False) + "\n").encode()


def _put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder of files in one step; one that is there already has to be the same to the byte."""
    if folder.exists():
        there = {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
        if there != files:
            differing = sorted(path for path in there.keys() | files.keys() if there.get(path) != files.get(path))
            raise SetupError(f"{folder}: is there already and is not this release ({differing[0]} differs); nothing was written")
        return
    with scrap_folder(folder.parent, folder) as scrap:
        made = scrap / folder.name
        for path, data in files.items():
            file = made / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        with open_state(str(made)):
            made.rename(folder)


def _midnight(day: str) -> int:
    return (ordinal(day) - EPOCH) * 86_400
