"""What the engine says, as errors of this program: a limit that was reached, a disk that is full, a statement at fault."""

from __future__ import annotations

import os
import re
from pathlib import Path

from corrigenda.engine.limits import Limits
from corrigenda.errors import LimitError, NoRoomError, SetupError
from corrigenda.package.storage.scrap import FULL

# What it says where rows that are put into a table do not fit.
NO_BLOCK = "could not allocate block"


def short_of_memory(limits: Limits | None) -> LimitError:
    """Return the error of a statement that does not fit into memory.

    >>> short_of_memory(None).what
    'needs more memory than there is'
    """
    return LimitError("needs more memory than there is" + (f" ({limits.mebibytes:,} MB)" if limits else ""))


def as_error(told: str, folder: Path | None) -> SetupError:
    """Return what the engine says as an error: a full disk where it has its files there and cannot write."""
    full = next((words for words in map(os.strerror, FULL) if words in told), None)
    return NoRoomError(str(folder.parent), full) if folder and full else SetupError(told)


def plain(error: Exception) -> str:
    """Return what the engine says on one line, without its own words for errors, the query and its advice on settings.

    >>> plain(ValueError("Binder Error: no such column LINE 1: SELECT x"))
    'no such column'
    """
    said = re.sub(r"^[A-Z][\w -]* Error: ", "", str(error))
    return " ".join(re.split(r"LINE |Possible solutions:", said)[0].split())
