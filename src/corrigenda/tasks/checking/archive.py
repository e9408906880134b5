"""An archive as a package: a folder of one, or of Parquet files, here or in object storage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corrigenda.adapters.spark.parquet import is_parquet, read_parquet
from corrigenda.tasks.checking.frames import framed_package


@contextmanager
def opened_archive(place: Path) -> Iterator[Path]:
    """Give the folder of a package: the place itself, or one that has the rows of its Parquet files and is gone when the block ends.

    An address keeps both of its slashes, which a path has lost. Raises SetupError where it cannot be read.
    """
    address = re.sub(r"^([a-z][a-z0-9]+):/+", r"\1://", place.as_posix())
    if not is_parquet(address):
        yield place
        return
    with framed_package(read_parquet(address)) as package:
        yield package.root
