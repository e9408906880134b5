"""Archives that nobody vouches for, and archives that are the same to the byte."""

from __future__ import annotations

import gzip
import io
import shutil
import stat
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from packages import change_cell, small_package
from states import run

from corrigenda.errors import SetupError
from corrigenda.package.storage import archive
from corrigenda.package.storage.archive import pack, unpack


def _zip(file: Path, *members: tuple[str, bytes], mode: int = stat.S_IFREG | 0o644) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members:
            info = zipfile.ZipInfo(name)
            info.external_attr = mode << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(info, data)
    return file


def _tar(file: Path, *members: tuple[str, bytes], kind: bytes = tarfile.REGTYPE) -> Path:
    with tarfile.open(file, "w:gz") as packed:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.type, info.size, info.linkname = kind, len(data), "/etc/passwd"
            packed.addfile(info, io.BytesIO(data))
    return file


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_package(tmp_path)


@pytest.mark.parametrize("form", ["zip", "gztar"])
@pytest.mark.parametrize("inside", ["", "corrigenda-0.1.0"])
def test_an_archive_is_compared_like_a_folder(root: Path, tmp_path: Path, form: str, inside: str) -> None:
    base = tmp_path / "base"
    shutil.copytree(root, base / inside if inside else base)
    packed = shutil.make_archive(str(tmp_path / "packed"), form, base)
    assert run(packed, root, "--exit-code").exit_code == 0
    change_cell(root, "actors", "ada", "label", "Ada L.")
    assert "~ ada label: Ada → Ada L." in run(packed, root).stdout
    assert run(base, root).stdout == run(packed, root).stdout


@pytest.mark.parametrize("name", ["../outside", "/outside", "a/../../outside", "..\\outside", "C:outside", "a/..", "//outside"])
@pytest.mark.parametrize("make", [_zip, _tar])
def test_a_member_that_leaves_the_archive_is_refused(root: Path, tmp_path: Path, make: Callable[..., Path], name: str) -> None:
    folder = tmp_path / "deep" / "er"
    folder.mkdir(parents=True)
    file = make(folder / ("bad.zip" if make is _zip else "bad.tar.gz"), ("datapackage.json", b"{}"), (name, b"x"))
    before = sorted(tmp_path.rglob("*"))
    result = run(file, root)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert "leaves the archive; expected relative paths inside it" in result.stderr
    assert sorted(tmp_path.rglob("*")) == before
    assert not Path("/outside").exists()


@pytest.mark.parametrize(
    ("make", "name", "kind"),
    [
        (_zip, "bad.zip", stat.S_IFLNK | 0o777),
        (_zip, "bad.zip", stat.S_IFIFO | 0o644),
        (_tar, "bad.tgz", tarfile.SYMTYPE),
        (_tar, "bad.tgz", tarfile.LNKTYPE),
        (_tar, "bad.tgz", tarfile.FIFOTYPE),
        (_tar, "bad.tgz", tarfile.CHRTYPE),
    ],
)
def test_links_and_devices_are_refused(tmp_path: Path, make: Callable[..., Path], name: str, kind: int | bytes) -> None:
    file = make(tmp_path / name, ("datapackage.json", b""), **{"mode" if make is _zip else "kind": kind})
    with pytest.raises(SetupError, match=r"'datapackage\.json' is a link or a device; expected plain files"):
        unpack(file, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_bomb_is_refused_before_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_ALWAYS", 100_000)
    out = tmp_path / "out"
    for file in (_zip(tmp_path / "bomb.zip", ("a", b"0" * 10_000_000)), _tar(tmp_path / "bomb.tar.gz", ("a", b"0" * 10_000_000))):
        with pytest.raises(SetupError, match=rf"{file.name}: unpacks to more than [\d,]+ bytes, which its own size does not explain"):
            unpack(file, out)
        assert not list(out.rglob("*"))


def test_a_bomb_that_hides_its_size_is_stopped_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_ALWAYS", 100_000)
    monkeypatch.setattr(archive, "_MEMBERS", 10)
    tar = tmp_path / "padded.tar.gz"
    with tarfile.open(tmp_path / "plain.tar", "w") as packed:
        packed.addfile(tarfile.TarInfo("a"), io.BytesIO())
    with gzip.open(tar, "wb") as stream:
        # A member of no size, and then what no member explains: a header of a name that never ends.
        info = tarfile.TarInfo("x" * 20_000_000)
        stream.write(info.tobuf(tarfile.GNU_FORMAT))
    with pytest.raises(SetupError, match="unpacks to more than"):
        unpack(tar, tmp_path / "out")
    lying = tmp_path / "lying.zip"
    _zip(lying, ("a", b"0" * 1_000_000))
    data = lying.read_bytes()
    lying.write_bytes(data.replace((1_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little")))
    with pytest.raises(SetupError, match="cannot be read as an archive"):
        unpack(lying, tmp_path / "out")
    assert all(file.stat().st_size <= 10 for file in (tmp_path / "out").rglob("*"))


def test_too_many_members_and_the_same_one_twice_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    twice = _tar(tmp_path / "twice.tar.gz", ("a", b"1"), ("./a", b"2"))
    with pytest.raises(SetupError, match=r"the member '\./a' occurs twice"):
        unpack(twice, tmp_path / "out")
    monkeypatch.setattr(archive, "_MEMBERS", 3)
    with pytest.raises(SetupError, match="has more than 3 members"):
        unpack(_zip(tmp_path / "many.zip", *((f"m{n}", b"") for n in range(4))), tmp_path / "many")


@pytest.mark.parametrize("name", ["broken.zip", "broken.tar.gz"])
@pytest.mark.parametrize("data", [b"", b"not an archive", b"PK\x03\x04", b"\x1f\x8b\x08\x00"])
def test_what_is_no_archive_is_a_sentence(root: Path, tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    result = run(tmp_path / name, root)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert name in result.stderr


def test_a_cut_archive_and_a_missing_one_are_sentences(root: Path, tmp_path: Path) -> None:
    packed = Path(shutil.make_archive(str(tmp_path / "packed"), "gztar", root))
    packed.write_bytes(packed.read_bytes()[:-2000])
    assert "cannot be read as an archive" in run(packed, root).stderr
    assert "there is no such archive" in run(tmp_path / "none.zip", root).stderr


def test_an_archive_without_a_package_is_a_sentence(root: Path, tmp_path: Path) -> None:
    result = run(_zip(tmp_path / "empty.zip", ("readme", b"")), root)
    assert result.exit_code == 2
    assert "there is no datapackage.json; expected a package" in result.stderr


def test_packing_depends_on_nothing_but_the_files(tmp_path: Path) -> None:
    first, second = tmp_path / "1.zip", tmp_path / "2.zip"
    pack({"b": b"2", "a/c": b"1"}, first, 1_790_000_000)
    pack({"a/c": b"1", "b": b"2"}, second, 1_790_000_000)
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as packed:
        assert [(i.filename, i.date_time, i.external_attr >> 16) for i in packed.infolist()] == [
            ("a/c", (2026, 9, 21, 14, 13, 20), 0o100644),
            ("b", (2026, 9, 21, 14, 13, 20), 0o100644),
        ]
    pack({"a": b""}, second, 0)
    with zipfile.ZipFile(second) as packed:
        assert packed.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0), "a ZIP knows no earlier time"
    unpack(first, tmp_path / "out")
    assert (tmp_path / "out" / "a" / "c").read_bytes() == b"1"
