"""With Corrigenda, in groups: the one rule that compares titles with terms."""

import json
import subprocess
import sys
from pathlib import Path

folder, target = Path(sys.argv[1]), Path(sys.argv[2])
command = [sys.executable, "-m", "corrigenda", "check", str(folder), "--no-cache", "--jobs", "2", "--memory", "1G"]
found = subprocess.run(
    [*command, "--select", "office-outside-tenure", "--as-of", "2026-06-30", "--format", "json"], stdout=subprocess.PIPE, check=False
)
findings = json.loads(found.stdout)["findings"]
target.write_text("".join(f"{key}\n" for key in sorted(one["fingerprint"].partition(":")[2] for one in findings)))
