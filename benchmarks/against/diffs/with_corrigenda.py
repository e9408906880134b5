"""With `corrigenda diff`."""

import json
import subprocess
import sys
from pathlib import Path

command = [sys.executable, "-m", "corrigenda", "diff", *sys.argv[1:3], "--format", "json"]
[table] = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=False).stdout)["tables"]
lines = [f"{kind} {row['key'][0]}" for kind in ("added", "removed") for row in table[kind]]
lines += [f"changed {cell['key'][0]} {cell['field']}" for cell in table["changed"]]
Path(sys.argv[3]).write_text("".join(f"{line}\n" for line in sorted(lines)))
