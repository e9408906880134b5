"""Files: read strictly, kept inside their package, replaced atomically; and where the program's own ones lie."""

from __future__ import annotations

import json
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Any

from corrigenda.errors import Problem, SetupError
from corrigenda.package.storage.scrap import SCRAP, hold_open, remove_dead, scrap_folder

_LARGEST = 10_000_000
# A text of findings of ten thousand articles has some thirty million bytes.
_LONGEST, _PART = 500_000_000, 1 << 20


def write_atomically(file: Path, data: bytes, *, tidy: bool = True) -> bool:
    """Replace a file by new content in one step; return whether anything changed.

    A file that already has this content is left alone. A link is followed, and what is no plain file (a device, a pipe) is written to
    and never replaced. What killed programs left next to it is removed first; who writes thousands of files into one folder asks for that
    with the first of them alone, as it lists the folder. Raises SetupError where it cannot be written.
    """
    try:
        target = file.resolve() if file.is_symlink() else file
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(data)
            return True
        return _write(target, data, tidy=tidy)
    except OSError as error:
        raise SetupError(f"{file}: cannot be written: {error.strerror}") from None


def _write(file: Path, data: bytes, *, tidy: bool) -> bool:
    if tidy:
        remove_dead(file.parent)
    if file.is_file() and file.read_bytes() == data:
        return False
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=SCRAP)
    scrap, held = Path(name), hold_open(handle)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        put_in_place(scrap, file)
    except BaseException:
        scrap.unlink()
        raise
    finally:
        if held is not None:
            os.close(held)
    return True


def put_in_place(made: Path, file: Path) -> None:
    """Let a whole file take the place of another one, with the rights that one has."""
    target = file.resolve() if file.is_symlink() else file
    made.chmod(_mode(target))
    made.replace(target)


def _mode(file: Path) -> int:
    """Return the mode of a file that is there, or that of a new one under the umask of the user."""
    if file.exists():
        return stat.S_IMODE(file.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a path for a file or folder that takes the place of the target once it is whole.

    Until then it lies in a new folder next to the target, so that two runs are not in each other's way. A target that is
    a folder keeps its other files, and a link is followed. Raises SetupError where it is a device or a pipe, or cannot be written.
    """
    target = target.resolve() if target.is_symlink() else target
    if target.exists() and not target.is_file() and not target.is_dir():
        raise SetupError(f"{target}: is not a plain file; expected the name of a file or folder")
    with scrap_folder(target.parent, target) as scrap:
        made = scrap / "made"
        yield made
        if made.is_dir() and target.is_dir() and any(target.iterdir()):
            for file in made.iterdir():
                file.replace(target / file.name)
        else:
            made.replace(target)


def write_output(file: Path, text: str) -> None:
    """Write a text that a user asked for, with its folder; raises SetupError where it cannot be written."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SetupError(f"{file.parent}: cannot be made: {error.strerror}") from None
    write_atomically(file, (text.rstrip("\n") + "\n").encode())


# What words tell is the program's own; a reference that was made before one of these tables came has it from the program.
WORDS = ("cues", "kinds", "phrases", "signs", "tie_kinds", "title_words", "verbs")


def program_folder(name: str) -> Path:
    """Return a folder of the program: inside the installed package, or next to `src` in a checkout."""
    inside = Path(__file__).parents[2] / name
    return inside if inside.is_dir() else Path(__file__).parents[4] / name


def read_text(file: Path) -> str:
    """Read a text exactly; raises SetupError where it cannot be read, is not UTF-8, or does not end."""
    try:
        with file.open("rb") as stream:
            return decode_text(stream, str(file))
    except OSError as error:
        raise SetupError(f"{file}: cannot be read: {error.strerror}") from None


def decode_text(stream: IO[bytes], shown: str) -> str:
    """Read a text from a stream that is shown under a name; a device may give bytes for ever."""
    data = bytearray()
    while part := stream.read(_PART):
        data += part
        if len(data) > _LONGEST:
            raise SetupError(f"{shown}: is larger than {_LONGEST:,} bytes")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SetupError(f"{shown}: is not UTF-8 at byte {error.start}") from None


def read_json(file: Path, shown: str, largest: int = _LARGEST) -> Any:
    """Read a JSON file strictly: UTF-8, no property twice, no NaN; raises SetupError under the name that is shown.

    A file of more than `largest` bytes is not read.
    """
    try:
        if file.exists() and not file.is_file():
            raise SetupError(Problem(shown, 0, "", "is not a file"))
        if file.exists() and file.stat().st_size > largest:
            raise SetupError(Problem(shown, 0, "", f"is larger than {largest:,} bytes"))
        text = file.read_bytes().decode("utf-8")
        value = json.loads(text, object_pairs_hook=_no_duplicates, parse_constant=_no_constant)
        json.dumps(value, ensure_ascii=False).encode()
        return value
    except UnicodeEncodeError:
        raise SetupError(Problem(shown, 0, "", "has half of a character (a lone surrogate)")) from None
    except FileNotFoundError:
        raise SetupError(Problem(shown, 0, "", f"there is no such file in {file.parent}")) from None
    except OSError as error:
        raise SetupError(Problem(shown, 0, "", f"cannot be read: {error.strerror}")) from None
    except UnicodeDecodeError as error:
        raise SetupError(Problem(shown, 0, "", f"is not UTF-8 at byte {error.start}")) from None
    except json.JSONDecodeError as error:
        raise SetupError(Problem(shown, error.lineno, "", f"is not JSON: {error.msg}")) from None
    except (ValueError, RecursionError) as error:
        raise SetupError(Problem(shown, 0, "", f"is not JSON: {error}")) from None


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise ValueError(f"the property '{twice}' occurs twice in one object")
    return result


def own_file(root: Path, path: str) -> Path:
    """Return a file of the package that no descriptor names, such as its CHANGELOG; it need not be there.

    Raises SetupError where a link leads out of the package: nothing from outside goes into what is made of it.
    """
    file, reason = locate_inside(root, path)
    if file is None:
        raise SetupError(f"{root / path}: {reason}")
    return file


def locate_inside(root: Path, path: str) -> tuple[Path | None, str]:
    """Return the file that a path of the package means, or None and why it is refused."""
    if "://" in path:
        return None, "is a URL; only files of the package are read"
    if "\\" in path or "\0" in path or PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts or path[1:2] == ":":
        return None, "leaves the package; expected a relative path with '/' inside it"
    file = root / path
    try:
        if not file.resolve().is_relative_to(root.resolve()):
            return None, "leads out of the package through a symbolic link"
        file.stat()
    except FileNotFoundError:
        pass
    except (OSError, RuntimeError, ValueError) as error:
        return None, f"cannot be followed ({getattr(error, 'strerror', None) or 'a loop of symbolic links'})"
    return file, ""
