"""Files of any size, read line by line or entry by entry, with a bar on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

from corrigenda.errors import SetupError

LONGEST = 10_000_000
_LARGE = 20_000_000


@contextmanager
def open_bytes(file: Path) -> Iterator[IO[bytes]]:
    """Open a file for reading; a large one moves a bar on a terminal. Raises SetupError where it cannot be read."""
    import click

    try:
        size = file.stat().st_size
        with file.open("rb") as stream:
            if size < _LARGE or not sys.stderr.isatty():
                yield stream
            else:
                with click.progressbar(length=size, label=f"Reading {file.name}", file=sys.stderr) as bar:
                    yield cast("IO[bytes]", _Watched(stream, bar.update))
    except IsADirectoryError:
        raise SetupError(f"{file}: is a folder; expected a file.") from None
    except OSError as error:
        raise SetupError(f"{file}: cannot be read: {error.strerror}") from None


def open_lines(file: Path, *, is_stripped: bool = True) -> Iterator[tuple[int, str]]:
    """Yield the lines of a UTF-8 file with their numbers, empty ones left out; raises SetupError for what is no text."""
    with open_bytes(file) as stream:
        number = 0
        while line := stream.readline(LONGEST + 1):
            number += 1
            if len(line) > LONGEST:
                raise SetupError(f"{file}, line {number}: is longer than {LONGEST:,} bytes.")
            try:
                text = line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip()
            except UnicodeDecodeError:
                raise SetupError(f"{file}, line {number}: is not UTF-8.") from None
            if text:
                yield number, text.lstrip() if is_stripped else text


class _Watched:
    """Pass on what is read and move a bar."""

    def __init__(self, stream: IO[bytes], update: Callable[[int], Any]) -> None:
        self._stream, self._update = stream, update

    def read(self, size: int = -1) -> bytes:
        """Read some bytes."""
        data = self._stream.read(size)
        self._update(len(data))
        return data

    def readline(self, size: int = -1) -> bytes:
        """Read a line."""
        data = self._stream.readline(size)
        self._update(len(data))
        return data
