"""Files: replaced atomically, and where the program's own ones lie."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from corrigenda.errors import SetupError


def write_atomically(file: Path, data: bytes) -> bool:
    """Replace a file by new content in one step; return whether anything changed.

    A file that already has this content is left alone. Raises SetupError where it cannot be written.
    """
    try:
        return _write(file, data)
    except OSError as error:
        raise SetupError(f"{file}: cannot be written: {error.strerror}") from None


def _write(file: Path, data: bytes) -> bool:
    if file.is_file() and file.read_bytes() == data:
        return False
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    scrap = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        scrap.chmod(0o644)
        scrap.replace(file)
    except BaseException:
        scrap.unlink()
        raise
    return True


def program_folder(name: str) -> Path:
    """Return a folder of the program: inside the installed package, or beside `src` in a checkout."""
    inside = Path(__file__).parent / name
    return inside if inside.is_dir() else Path(__file__).parents[2] / name
