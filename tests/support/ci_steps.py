"""Steps of CI, run as a runner does."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from packages import ROOT

ACTION = ROOT / "action.yml"


def environment(tmp_path: Path, **cells: str) -> dict[str, str]:
    """Return what a runner gives a step, with nothing of the machine but where programs are found."""
    (tmp_path / "temp").mkdir(exist_ok=True)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    given = {"PATH": path, "HOME": str(tmp_path), "RUNNER_TEMP": str(tmp_path / "temp"), **cells}
    return given | ({"PYTHONPATH": os.environ["PYTHONPATH"]} if "PYTHONPATH" in os.environ else {})
