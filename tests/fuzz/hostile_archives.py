"""Archives that want out of their folder, or want more room than they say, always the same one for a seed."""

from __future__ import annotations

import gzip
import io
import random
import stat
import tarfile
import zipfile

from fuzz.hostile_packages import sound_package
from fuzz.judge import Files  # noqa: TC002  (of the tests)

Chance = random.Random

_NAMES = (
    "../outside.txt", "/tmp/corrigenda-outside", "a/../../outside.txt", "..\\outside.txt", "C:\\x", "C:x", "data/said/claims.csv",
    "DATA/said/claims.csv", "data/said/CLAIMS.csv", "./data/said/claims.csv", "data//said/claims.csv", "x" * 300, "a/" * 2000 + "x", "con",
    "a\x00b", "a\nb", "\u202ecsv", "data/said/cla\u0301ims.csv", "", ".", "datapackage.json/x", "data", "~/x", "-rf", "$(id)",
)  # fmt: skip


def _zip(chance: Chance) -> bytes:
    stream = io.BytesIO()
    what = chance.randrange(6)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sound_package().items():
            # A name alone would get the time of now.
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
        name = chance.choice(_NAMES)
        if what == 0:
            info = zipfile.ZipInfo(name or "x")
            info.external_attr = (chance.choice((stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR)) | 0o777) << 16
            archive.writestr(info, "../../outside.txt")
        elif what == 1:
            archive.writestr(zipfile.ZipInfo("bomb"), b"\0" * 30_000_000, zipfile.ZIP_DEFLATED)
        elif what == 2:
            for number in range(10_100):
                archive.writestr(zipfile.ZipInfo(f"many/{number}"), b"")
        else:
            archive.writestr(zipfile.ZipInfo(name or "x"), b"changed")
    packed = bytearray(stream.getvalue())
    if what == 5:
        for _ in range(chance.choice((1, 10))):
            packed[chance.randrange(len(packed))] = chance.randrange(256)
    return bytes(packed)


def _tar(chance: Chance) -> bytes:
    stream = io.BytesIO()
    what = chance.randrange(6)
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for name, data in sound_package().items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        info = tarfile.TarInfo(chance.choice(_NAMES).replace("\0", "") or "x")
        if what in (0, 1, 2):
            info.type = chance.choice((tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE, tarfile.GNUTYPE_SPARSE))
            info.linkname = chance.choice(("../../outside.txt", "/etc/passwd", "datapackage.json"))
            archive.addfile(info)
        elif what == 3:
            info.size = 30_000_000
            archive.addfile(info, io.BytesIO(b"\0" * info.size))
        else:
            info.size = 7
            archive.addfile(info, io.BytesIO(b"changed"))
    packed = bytearray(gzip.compress(stream.getvalue(), mtime=0))
    if what == 5:
        for _ in range(chance.choice((1, 10))):
            packed[chance.randrange(len(packed))] = chance.randrange(256)
    return bytes(packed)


def make_archive(seed: int) -> tuple[Files, list[str], str]:
    """Return an archive, the arguments of a command that reads it, and its kind."""
    chance = Chance(seed)
    kind = chance.choice(("zip", "tar.gz"))
    name = f"release.{kind}"
    arguments = chance.choice((["diff", name, name], ["version", name, "--base", name]))
    return {name: _zip(chance) if kind == "zip" else _tar(chance)}, arguments, kind
