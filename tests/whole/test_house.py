"""The house shows itself: one meaning for each class name, one line for each room, no path to nowhere. `nox -s lint` runs this file."""

from __future__ import annotations

import ast
import re
import shutil
from collections import defaultdict
from pathlib import Path

from packages import ROOT

SOURCE = ROOT / "src" / "corrigenda"


def shared_names(folder: Path) -> dict[str, list[str]]:
    """Return the class names that several modules of a folder define, with the modules; an underscore makes no other word."""
    homes = defaultdict(list)
    for file in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                homes[node.name.lstrip("_")].append(file.relative_to(folder).as_posix())
    return {name: files for name, files in homes.items() if len(files) > 1}


def test_no_two_classes_share_a_name() -> None:
    assert shared_names(SOURCE) == {}


def test_a_second_class_of_a_name_is_seen(tmp_path: Path) -> None:
    copy = shutil.copytree(SOURCE, tmp_path / "corrigenda", ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "values" / "planted.py").write_text('"""Planted."""\n\n\nclass _Finding:\n    """Another meaning."""\n', "utf-8")
    assert shared_names(copy) == {"Finding": ["results/finding.py", "values/planted.py"]}


def test_each_room_says_what_it_is_for_and_what_it_may_import() -> None:
    rooms = [file for file in SOURCE.glob("*/__init__.py") if file.parent.name not in ("rules", "views")]
    assert len(rooms) > 9
    for file in rooms:
        words = ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""
        assert "may import" in words, f"{file.parent.name}: its __init__ does not say what it may import"


def long_files(folder: Path) -> list[str]:
    """Return the modules of a folder that are longer than 250 lines, and so are two ideas."""
    return [file.relative_to(folder).as_posix() for file in sorted(folder.rglob("*.py")) if len(file.read_text("utf-8").splitlines()) > 250]


def test_no_module_is_two_ideas(tmp_path: Path) -> None:
    assert long_files(SOURCE) == []
    (tmp_path / "planted.py").write_text("# a line\n" * 251, "utf-8")
    assert long_files(tmp_path) == ["planted.py"]


def lost_files(text: str) -> list[str]:
    """Return the files and folders of this project that a text names and that are not there."""
    return [path for path in re.findall(r"\b(?:tests|benchmarks|clients|docs)/[\w./-]*\w", text) if not (ROOT / path).exists()]


def test_every_file_that_a_session_or_a_run_names_is_there() -> None:
    for name in ("noxfile.py", ".ci/run"):
        assert lost_files((ROOT / name).read_text("utf-8")) == [], name
    assert lost_files('session.run("pytest", "tests/values/test_nothing.py")') == ["tests/values/test_nothing.py"]
