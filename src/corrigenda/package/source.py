"""Where a state of a package comes from: a folder, an archive, or a revision of the git repository of the current folder."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corrigenda.errors import SetupError
from corrigenda.package.package import Package, open_package
from corrigenda.package.storage.archive import MOST, SUFFIXES, unpack
from corrigenda.package.storage.files import locate_inside, read_json, read_text
from corrigenda.package.storage.git import run_git
from corrigenda.package.storage.scrap import temporary_folder

SUMS = "SHA256SUMS"
# The modes of a file in a tree of git; 120000 is a link, 040000 a folder, 160000 another repository.
_PLAIN = (b"100644", b"100755")


@contextmanager
def open_state(text: str, known: Path | str | None = None) -> Iterator[Package]:
    """Open the package that a text names; a path that exists goes before a revision of the same name.

    A revision is that of the current folder; with `known`, the reference is that of another package.
    What is unpacked is gone when the block ends. Raises SetupError where there is no such thing, or it is not whole.
    """
    _demand_name(text)
    path = Path(text)
    if path.exists() and not (path.is_file() and text.endswith(SUFFIXES)):
        yield _open(path, text, known)
        return
    with temporary_folder() as folder:
        if path.is_file():
            unpack(path, folder)
        elif text.endswith(SUFFIXES):
            raise SetupError(f"{text}: there is no such archive")
        else:
            _fetch(_commit(text, None), text, folder, None)
        yield _open(folder, text, known)


def demand_base(text: str, inside: Path) -> None:
    """Raise SetupError where a text names no earlier state of the package in a folder, or is empty: a variable that was not set."""
    _demand_name(text)
    try:
        _commit(text, inside)
    except SetupError:
        if not Path(text).exists():
            raise


@contextmanager
def open_base(text: str, inside: Path, known: Path | str | None = None) -> Iterator[Package | None]:
    """Open the earlier state of the package in a folder; None where the revision has no package there.

    A git revision goes before a path of the same name: whoever writes an update could lay a folder of any name into it.
    """
    try:
        commit = _commit(text, inside)
    except SetupError:
        with open_state(text, known) as package:
            yield package
        return
    if run_git("cat-file", "-e", f"{commit}:./datapackage.json", folder=inside).returncode:
        yield None
        return
    with temporary_folder() as folder:
        _fetch(commit, text, folder, inside)
        yield _open(folder, text, known)


def _demand_name(text: str) -> None:
    if not text.strip() or "\0" in text:
        raise SetupError("the name of a state is empty or has a NUL character; expected a folder, an archive or a git revision")


def _open(path: Path, shown: str, known: Path | str | None) -> Package:
    root = path
    if path.is_dir() and not (path / "datapackage.json").is_file():
        # An archive holds one folder; so does a release next to its archive.
        inner = [folder for folder in sorted(path.iterdir()) if (folder / "datapackage.json").is_file()]
        if len(inner) != 1:
            raise SetupError(f"{shown}: there is no datapackage.json; expected a package, or a folder with one package in it")
        root = inner[0]
    if root.is_dir():
        _demand_whole(root, shown)
    return open_package(root, known)


def _demand_whole(root: Path, shown: str) -> None:
    """Compare a release with its list of checksums; raises SetupError where it is not whole."""
    if not (root / SUMS).is_file():
        return
    problems = []
    for line in read_text(root / SUMS).splitlines():
        digest, _, name = line.partition("  ")
        file, reason = locate_inside(root, name)
        if file is None:
            problems.append(f"{shown}: {SUMS} names '{name}', which {reason}")
        elif not file.is_file():
            problems.append(f"{shown}: the release is not whole, {name} is missing")
        elif hashlib.sha256(file.read_bytes()).hexdigest() != digest:
            problems.append(f"{shown}: the release is not whole, {name} is not what {SUMS} says")
    if problems:
        raise SetupError(*problems)


def _commit(revision: str, inside: Path | None) -> str:
    if revision.startswith("-"):
        raise SetupError(f"'{revision}' is no revision; expected a folder, an archive, or a git revision such as HEAD~1 or data-1.0.0")
    found = run_git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", folder=inside)
    commit = found.stdout.decode("ascii", "replace").strip()
    if found.returncode or not commit:
        said = found.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise SetupError(f"'{revision}' is no folder, no archive and no revision of this git repository" + (f": {said}" if said else ""))
    return commit


def _fetch(commit: str, revision: str, folder: Path, inside: Path | None) -> None:
    """Unpack a folder as it was in a commit, which a revision names."""
    if not _write_blobs(commit, ["datapackage.json"], folder, revision, inside):
        raise SetupError(f"there is no datapackage.json of the current folder in the revision '{revision}'")
    # Only the files of the package: what else the repository holds is not judged and not unpacked.
    _write_blobs(commit, _paths(folder), folder, revision, inside)


def _write_blobs(commit: str, paths: list[str], folder: Path, revision: str, inside: Path | None) -> int:
    """Write the files of a commit that are there, as they were committed; return how many.

    Blobs are read as they are, and not as `git archive` or `git show` give them: those run the filters that a repository's own settings
    name. Links are left out, for a link is no table.
    """
    listed = run_git("--literal-pathspecs", "ls-tree", "-z", "--long", commit, "--", *paths, folder=inside)
    if listed.returncode:
        raise SetupError(f"git cannot give the package of '{revision}': {listed.stderr.decode('utf-8', 'replace').strip()}")
    found: list[tuple[bytes, int, str]] = []
    for entry in filter(None, listed.stdout.split(b"\0")):
        facts, _, name = entry.partition(b"\t")
        mode, _, digest, length = facts.split()
        if mode in _PLAIN:
            found.append((digest, int(length), name.decode("utf-8", "surrogateescape")))
    if sum(size for _, size, _ in found) > MOST:
        raise SetupError(f"{revision}: its files are larger than {MOST:,} bytes together")
    with tempfile.TemporaryFile() as stream:
        given = run_git("cat-file", "--batch", folder=inside, feed=b"".join(digest + b"\n" for digest, _, _ in found), to=stream)
        if given.returncode:
            raise SetupError(f"git cannot give the package of '{revision}': {given.stderr.decode('utf-8', 'replace').strip()}")
        stream.seek(0)
        for _, size, path in found:
            stream.readline()
            file, reason = locate_inside(folder, path)
            if file is None:
                raise SetupError(f"{revision}: the path '{path}' {reason}")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(stream.read(size))
            stream.read(1)
    return len(found)


def _paths(folder: Path) -> list[str]:
    """Return the paths that a descriptor names; whether they are sound is judged when the package is opened."""
    descriptor = read_json(folder / "datapackage.json", "datapackage.json")
    resources = descriptor.get("resources") if isinstance(descriptor, dict) else None
    named = [resource.get(prop) for resource in resources or () if isinstance(resource, dict) for prop in ("path", "schema")]
    return sorted({path for path in named if isinstance(path, str)})
