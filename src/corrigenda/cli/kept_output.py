"""What a check printed before, printed again where nothing that it depends on has changed: no table is read for it but as bytes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corrigenda.errors import SetupError
from corrigenda.package.storage.cache import Cache
from corrigenda.package.storage.files import locate_inside, read_json
from corrigenda.package.storage.journal import JOURNAL

# What is shown of these depends on the report and the terminal alone; others name files by where a repository begins.
KEPT_FORMATS = ("json", "text")


@dataclass(frozen=True)
class Printed:
    """Hold what went to stdout, the sentences that went to stderr, and the exit code."""

    shown: str | None
    sentences: tuple[str, ...]
    code: int


class KeptOutput:
    """Hold the cache and the digest of one run: of every file that it reads, of what was asked, and of how it is shown."""

    def __init__(self, cache: Cache, packages: Mapping[str, Path], asked: Mapping[str, Any]) -> None:
        digest = hashlib.sha256(json.dumps(["output", dict(asked)], sort_keys=True, default=str).encode())
        self._cache = cache
        try:
            for role, package in packages.items():
                for file in _files(package):
                    digest.update(f"{role} {file} {_digest(file)}\n".encode())
        except (OSError, ValueError, TypeError, KeyError, SetupError):
            # Whatever is wrong with it, the run says so.
            self._key = None
        else:
            self._key = digest.hexdigest()

    def read(self) -> Printed | None:
        """Return what such a run printed, or None where it has to run."""
        import msgspec

        data = self._cache.read(self._key) if self._key else None
        try:
            return msgspec.json.decode(data, type=Printed) if data else None
        except (msgspec.MsgspecError, RecursionError):
            return None

    def write(self, printed: Printed) -> None:
        """Keep what a run printed."""
        import msgspec

        if self._key:
            self._cache.write(self._key, msgspec.json.encode(printed))


def _files(package: Path) -> Iterator[Path]:
    """Yield every file of a package that a check may read: those that its descriptor names, and what lies next to it."""
    descriptor = package / "datapackage.json" if package.is_dir() else package
    root = descriptor.parent
    yield descriptor
    yield root / "data" / "baseline.json"
    # A command that was ended while it wrote is named.
    yield root / JOURNAL / "index.json"
    for resource in read_json(descriptor, descriptor.name)["resources"]:
        for path in (resource["path"], resource["schema"]):
            if not isinstance(path, dict):
                yield _inside(root, path)


def _inside(root: Path, path: str) -> Path:
    """Return a file of a package; raises ValueError where it is none, so that nothing outside is read before the run refuses it."""
    file, reason = locate_inside(root, path)
    if file is None:
        raise ValueError(reason)
    return file


def _digest(file: Path) -> str:
    """Return the digest of a plain file, or that there is none; raises ValueError for what may have no end (a device, a pipe)."""
    if not file.exists():
        return "none"
    if not file.is_file():
        raise ValueError("is not a plain file")
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
