"""A whole check of the published package beside frictionless on the same package: target at most half."""

from __future__ import annotations

import sys

from cpu import measure, report

# A warm-up: the first start of each compiles byte code.
for _ in range(2):
    check = measure([sys.executable, "-m", "corrigenda", "check", "--no-cache"], 5)
    judge = measure([sys.executable, "-m", "frictionless", "validate", "datapackage.json"], 3)
report("frictionless validate datapackage.json", judge, judge, "1 x")
report("corrigenda check", check, judge, "0.5 x")
