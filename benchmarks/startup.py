"""How long a start takes beside an empty Python: target at most 10 times for `--help`."""

from __future__ import annotations

import sys

from cpu import measure, report

base = measure([sys.executable, "-c", "pass"], 9)
report("python -c pass", base, base, "1 x")
report("import corrigenda", measure([sys.executable, "-c", "import corrigenda"], 9), base, "none stated")
report("corrigenda --help", measure([sys.executable, "-m", "corrigenda", "--help"], 9), base, "10 x")
