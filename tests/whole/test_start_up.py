"""Starting is cheap: heavy packages load on use."""

from __future__ import annotations

import subprocess
import sys

import pytest
from packages import ROOT

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
    code = f"import sys\nfrom corrigenda.tasks.check import run_check\nrun_check({str(ROOT)!r})\n{loaded}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stderr == ""


def test_public_names_are_there() -> None:
    import corrigenda

    for name in corrigenda.__all__:
        if name != "frames":
            assert callable(getattr(corrigenda, name))
    assert callable(corrigenda.check), "the function, not the module of that name"
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = corrigenda.nothing
