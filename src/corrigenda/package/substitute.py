"""A package as it would be with other files for some of its tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from corrigenda.package.package import Package
from corrigenda.package.storage.scrap import temporary_folder


@contextmanager
def amended(package: Package, files: Mapping[str, bytes | Path]) -> Iterator[Package]:
    """Give a package as it would be with new bytes, or other files, for some tables; nothing is written into it."""
    with temporary_folder() as scrap:
        tables = dict(package.tables)
        for name, data in files.items():
            file = data if isinstance(data, Path) else scrap / f"{name}.csv"
            tables[name] = replace(tables[name], file=file)
            if not isinstance(data, Path):
                file.write_bytes(data)
        yield replace(package, tables=tables)
