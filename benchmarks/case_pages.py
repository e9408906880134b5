"""What a run of one rule, one case page and all case pages cost: CPU seconds, in this copy and in that of another folder by turns.

python benchmarks/case_pages.py [OTHER]     # another checkout, such as the last release
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from cpu import measure

ROOT = Path(__file__).parent.parent
PAGE = "office-outside-tenure"
CASES = "tests/checking/test_case_pages.py"
PYTEST = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider", "--no-header"]
COMMANDS = {
    "check": [sys.executable, "-m", "corrigenda", "check"],
    f"check --select {PAGE}": [sys.executable, "-m", "corrigenda", "check", "--select", PAGE],
    f"the case page of {PAGE}": [*PYTEST, CASES, "-k", f"test_case and {PAGE}"],
    "all case pages": [*PYTEST, CASES],
}

roots = [Path(folder).resolve() for folder in sys.argv[1:2]] + [ROOT]
for name, command in COMMANDS.items():
    figures = []
    for root in roots:
        os.chdir(root)
        os.environ["PYTHONPATH"] = f"{root / 'src'}{os.pathsep}{root / 'tests'}"
        figures.append(measure(command, 1 if command[1:3] == ["-m", "pytest"] else 5))
    ratio = f"  {figures[-1] / figures[0]:5.2f} x" if len(figures) > 1 else ""
    sys.stdout.write(f"{name:<40}" + "".join(f"  {seconds:8.2f} s CPU" for seconds in figures) + ratio + "\n")
    sys.stdout.flush()
