"""A house rule with its page, and the command that runs it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

RULE = """-- A claim is put as a judgement.
--
-- Why it happens: somebody judged.
--
-- To settle: say who judges.
--
-- severity: warning
-- subject: article
-- judges: claims by claim_id
-- places: claims.modality basis
-- message: the claim is put as {modality}
SELECT claim_id, 'certain' AS verdict, NULL AS reason, modality FROM claims WHERE modality = 'opinion'
"""

PAGE = """# claim-unlikely

## Silent: a claim in the article's own voice

claims

| modality |
| --- |
| asserted |

finds nothing

## A judgement

claims

| modality |
| --- |
| opinion |

certain claim: The claim is put as opinion.
"""


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "corrigenda", *map(str, arguments)], capture_output=True, text=True, check=False)  # noqa: S603
