"""Starting is cheap: heavy packages load on use."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from packages import ROOT

import corrigenda

HEAVY = ("pandas", "polars", "frictionless", "pandera", "great_expectations", "duckdb", "numpy", "sentencex", "anyascii", "jaconv", "rich")


@pytest.mark.parametrize(
    "statement",
    [
        "import corrigenda",
        "from corrigenda.cli.main import main\ntry: main(['--help'])\nexcept SystemExit: pass",
        "from corrigenda.cli.main import main\ntry: main(['explain'])\nexcept SystemExit: pass",
    ],
)
def test_nothing_heavy_is_loaded(statement: str) -> None:
    code = f"{statement}\nimport sys\nsys.stderr.write(' '.join(name for name in {HEAVY!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stderr == ""


def test_the_test_would_see_it() -> None:
    code = f"import duckdb, sys\nsys.stderr.write(' '.join(name for name in {HEAVY!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert "duckdb" in done.stderr


def test_a_check_loads_no_dataframe_library() -> None:
    dataframes = ("pandas", "polars", "numpy", "pyarrow", "frictionless")
    loaded = f"sys.stderr.write(' '.join(name for name in {dataframes} if name in sys.modules))"
    code = f"import sys\nfrom corrigenda.tasks.checking.check import run_check\nrun_check({str(ROOT)!r})\n{loaded}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stderr == ""


def test_public_names_are_there() -> None:
    import corrigenda

    for name in corrigenda.__all__:
        if name != "frames":
            assert callable(getattr(corrigenda, name))
    assert callable(corrigenda.check), "the function, not the module of that name"
    assert {*corrigenda.__all__} < {*dir(corrigenda)}
    assert not [name for name in dir(corrigenda) if name.startswith("_") and name != "__version__"]
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = corrigenda.nothing


def test_listing_the_public_names_loads_nothing_heavy() -> None:
    code = f"import corrigenda, sys\ndir(corrigenda)\nsys.stderr.write(' '.join(name for name in {HEAVY!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stderr == ""


def test_a_package_a_folder_and_tables_are_checked_alike(package: Path) -> None:
    import corrigenda

    opened = corrigenda.open_package(package)
    with corrigenda.load(opened) as tables:
        result = corrigenda.check(tables)
    assert result.findings
    assert result == corrigenda.check(str(package)) == corrigenda.check(opened)
    only = corrigenda.check(package, corrigenda.catalogue().select([result.findings[0].rule]))
    assert {finding.rule for finding in only.findings} == {result.findings[0].rule}


def test_a_public_name_whose_library_is_missing_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "corrigenda.adapters.validators.pandera", None)
    with pytest.raises(ModuleNotFoundError, match=r"corrigenda\.adapters\.validators\.pandera"):
        _ = corrigenda.frames
    monkeypatch.delitem(sys.modules, "corrigenda.adapters.validators.pandera")
    monkeypatch.setitem(sys.modules, "pandera.pandas", None)
    with pytest.raises(ModuleNotFoundError, match=r"corrigenda\.frames: This needs pandera, .*'corrigenda\[rows\]'"):
        _ = corrigenda.frames
