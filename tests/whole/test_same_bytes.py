"""The same cells give the same bytes: whatever the language, time zone, hash seed, threads and path, and under every Python."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from packages import ROOT, append_row, change_cell, copy_package, read_table, write_table

pytestmark = pytest.mark.long

SCRIPT = ROOT / "tests" / "support" / "every_output.py"
# What DuckDB draws for each file: an identifier, and the checksum of the header that has it.
DRAWN = [*range(8), *range(124, 140)]
PLAIN = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "0"}
# A day that has begun already, a narrow terminal, and a language that writes decimals with a comma and i without its dot; where it
# is not installed, the plainest one, in which files are ASCII unless a program says otherwise.
LANGUAGES = ("tr_TR.utf8", "tr_TR.UTF-8", "de_DE.utf8", "de_DE.UTF-8", "fr_FR.utf8", "fr_FR.UTF-8")
OTHER = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4242", "COLUMNS": "40", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
OTHERS = ("3.12", "3.13")


def laid(root: Path) -> Path:
    """Copy the package, with letters and numbers in it that languages sort and write in their own way."""
    root.mkdir(parents=True)
    package = copy_package(root)
    change_cell(package, "actors", "pete-hegseth", "label", "İstanbul ıI 大阪")
    append_row(package, "actors", actor_id="zz-z", label="Ä, ä and z", kind="person", existed_from_confirmed="false",
               existed_to_confirmed="false", source_id="general-knowledge")  # fmt: skip
    header, rows = read_table(package, "actors")
    write_table(package, "actors", header, sorted(rows))
    # Nothing was released before, and figures that were measured for other rules are no matter here.
    (package / "data" / "baseline.json").unlink()
    write_table(package, "reliability", read_table(package, "reliability")[0], [])
    return package


def outputs(place: Path, python: str, environment: dict[str, str], threads: int = 1) -> dict[str, bytes]:
    """Write everything in a process of its own and return the bytes by path."""
    package = laid(place / "in")
    given = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    source = os.pathsep.join([str(ROOT / "src"), str(ROOT / "tests" / "support")])
    command = [python, "-W", "error", str(SCRIPT), str(package), str(place / "out"), str(threads)]
    done = subprocess.run(  # noqa: S603
        command, cwd=place, env=given | environment | {"PYTHONPATH": source}, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    files = {file.relative_to(place).as_posix(): file.read_bytes() for part in ("in", "out") for file in (place / part).rglob("*")
             if file.is_file()}  # fmt: skip
    drawn = files["out/export.duckdb"]
    return files | {"out/export.duckdb": bytes(byte for at, byte in enumerate(drawn) if at not in DRAWN)}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return outputs(tmp_path_factory.mktemp("plain"), sys.executable, PLAIN)


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def test_everything_is_written(plain: dict[str, bytes]) -> None:
    parts = {path.split("/")[1].partition(".")[0] for path in plain if path.startswith("out/")}
    assert parts == {"check", "export", "report", "release"}
    assert len(plain) > 200


def test_neither_language_nor_zone_nor_seed_nor_threads_nor_path_changes_a_byte(plain: dict[str, bytes], tmp_path: Path) -> None:
    listed = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout.split() if shutil.which("locale") else []  # noqa: S607
    language = next((name for name in LANGUAGES if name in listed), "C")
    folder = tmp_path / "a path with blanks"
    other = outputs(folder, sys.executable, OTHER | {"LC_ALL": language}, threads=4)
    assert differing(plain, other) == []


def test_a_byte_that_differs_is_seen(plain: dict[str, bytes]) -> None:
    assert differing(plain, {**plain, "out/export.sqlite": b""}) == ["out/export.sqlite"]


@pytest.mark.parametrize("version", OTHERS)
def test_no_python_changes_a_byte(version: str, plain: dict[str, bytes], tmp_path: Path) -> None:
    folder = f"suite-{version.replace('.', '-')}"
    python = Path(os.environ.get("CORRIGENDA_NOX", ROOT / ".nox")) / folder / "bin" / "python"
    if not shutil.which(str(python)) or f"{sys.version_info.major}.{sys.version_info.minor}" == version:
        pytest.skip(f"Python {version}: 'nox -s pythons' has not made its environment ({folder}), or it is this one")
    assert differing(plain, outputs(tmp_path, str(python), PLAIN)) == []
