"""Archives: packed so that the same files give the same bytes, and unpacked without trust in what somebody packed."""

from __future__ import annotations

import gzip
import stat
import tarfile
import time
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

from corrigenda.errors import SetupError
from corrigenda.package.storage.scrap import FULL

SUFFIXES = (".zip", ".tar.gz", ".tgz")
_MEMBERS = 10_000
_ALWAYS, _RATIO, MOST = 100_000_000, 100, 4_000_000_000
_CHUNK = 1 << 20


class ByteStream(Protocol):
    """Give bytes, as a file does."""

    def read(self, size: int = -1, /) -> bytes:
        """Return at most so many bytes."""


def pack(files: Mapping[str, bytes], target: Path, seconds: int) -> None:
    """Write a ZIP of files in the order of their names, all of one time (seconds since 1970) and one mode.

    Files are stored and not compressed: what compression gives depends on the library that Python was built with.
    """
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, _stamp(seconds))
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            info.create_system = 3
            archive.writestr(info, files[name])


def unpack(file: Path, folder: Path) -> None:
    """Unpack a .zip or .tar.gz into a folder; sizes are capped and every member is judged before it is written.

    Raises SetupError for a member that is no plain file or leaves the folder, for one that is there twice, and for more bytes than
    the size of the archive explains.
    """
    most = limit_of(file.stat().st_size)
    with _sentences(file.name):
        if file.name.endswith(".zip"):
            _unpack_zip(file, folder, most)
        else:
            with gzip.open(file) as stream:
                unpack_tar(stream, folder, file.name, most)


def limit_of(packed: int) -> int:
    """Return how many bytes an archive of some size may unpack to."""
    return min(MOST, max(_ALWAYS, packed * _RATIO))


def unpack_tar(stream: ByteStream, folder: Path, shown: str, most: int) -> None:
    """Unpack an uncompressed tar from a stream that is read once."""
    writer = _Unpacker(folder, shown, most)
    capped: Any = _Capped(stream, shown, most + _MEMBERS * 2048)
    with _sentences(shown), tarfile.open(fileobj=capped, mode="r|") as archive:
        for member in archive:
            if member.isdir():
                writer.judge(member.name, 0)
                continue
            if not member.isreg() or member.issparse():
                raise SetupError(f"{shown}: '{member.name}' is a link or a device; expected plain files")
            source: Any = archive.extractfile(member)
            writer.write(member.name, member.size, source)


def _unpack_zip(file: Path, folder: Path, most: int) -> None:
    writer = _Unpacker(folder, file.name, most)
    with zipfile.ZipFile(file) as archive:
        members = archive.infolist()
        for member in members:
            mode = member.external_attr >> 16
            if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
                raise SetupError(f"{file.name}: '{member.filename}' is a link or a device; expected plain files")
            if member.flag_bits & 0x1:
                raise SetupError(f"{file.name}: '{member.filename}' is encrypted; expected plain files")
        # The directory of a ZIP tells all sizes before one byte is unpacked.
        if sum(member.file_size for member in members) > most:
            raise SetupError(_too_large(file.name, most))
        for member in members:
            if member.is_dir():
                writer.judge(member.filename, 0)
            else:
                with archive.open(member) as source:
                    writer.write(member.filename, member.file_size, source)


class _Unpacker:
    """Write members below one folder, and keep count."""

    def __init__(self, folder: Path, shown: str, most: int) -> None:
        self.folder, self.shown, self.most = folder, shown, most
        self.names: set[str] = set()
        self.total = 0

    def judge(self, name: str, size: int) -> Path:
        path = PurePosixPath(name)
        if "\\" in name or "\0" in name or path.is_absolute() or ".." in path.parts or name[1:2] == ":":
            raise SetupError(f"{self.shown}: the member '{name}' leaves the archive; expected relative paths inside it")
        self.total += size
        if self.total > self.most:
            raise SetupError(_too_large(self.shown, self.most))
        if str(path) in self.names:
            raise SetupError(f"{self.shown}: the member '{name}' occurs twice")
        self.names.add(str(path))
        if len(self.names) > _MEMBERS:
            raise SetupError(f"{self.shown}: has more than {_MEMBERS:,} members")
        return self.folder / path

    def write(self, name: str, size: int, source: ByteStream) -> None:
        file = self.judge(name, size)
        file.parent.mkdir(parents=True, exist_ok=True)
        left = size
        with file.open("xb") as target:
            while left > 0 and (chunk := source.read(min(_CHUNK, left))):
                target.write(chunk)
                left -= len(chunk)
        if left:
            raise SetupError(f"{self.shown}: the member '{name}' is shorter than the archive says")


class _Capped:
    """Pass a stream on, and stop once it has given more bytes than may be."""

    def __init__(self, stream: ByteStream, shown: str, most: int) -> None:
        self.stream, self.shown, self.most, self.left = stream, shown, most, most

    def read(self, size: int = -1) -> bytes:
        data = self.stream.read(size)
        self.left -= len(data)
        if self.left < 0:
            raise SetupError(_too_large(self.shown, self.most))
        return data


def _too_large(shown: str, most: int) -> str:
    return f"{shown}: unpacks to more than {most:,} bytes, which its own size does not explain"


def _stamp(seconds: int) -> tuple[int, int, int, int, int, int]:
    """Return a time as a ZIP can hold it: from 1980 to 2107."""
    moment = time.gmtime(max(315_532_800, min(seconds, 4_354_819_198)))
    return moment.tm_year, moment.tm_mon, moment.tm_mday, moment.tm_hour, moment.tm_min, moment.tm_sec // 2 * 2


@contextmanager
def _sentences(shown: str) -> Iterator[None]:
    """Turn what goes wrong in a broken archive into a sentence."""
    try:
        yield
    except OSError as error:
        # The archive is not at fault where there is no room for what is in it.
        if error.errno in FULL:
            raise
        raise SetupError(f"{shown}: cannot be read as an archive: {error.strerror or error}") from None
    except (tarfile.TarError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise SetupError(f"{shown}: cannot be read as an archive: {error}") from None
