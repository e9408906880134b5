"""Merge conflicts in generated files: what is generated is made anew, what people wrote is merged or left to them."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from corrigenda.errors import SetupError
from corrigenda.package.files import write_atomically
from corrigenda.package.git import run_git
from corrigenda.tasks.check import run_check

_FACTS = ("hash", "bytes")


def settle(path: Path) -> tuple[str, ...]:
    """Settle the conflicts of a git merge in `data/found` and in the hashes of the descriptor; return a sentence for each file.

    The descriptor is merged without its hashes; then everything generated is written anew and added to the
    index. Raises SetupError, and changes nothing, where a conflict in other files of the package is left.
    """
    root = path if path.is_dir() else path.parent
    _git(root, "rev-parse", "--show-toplevel")
    conflicts = sorted(set(_git(root, "diff", "--name-only", "--diff-filter=U", "--relative", "-z").split("\0")) - {""})
    generated = [name for name in conflicts if name.startswith("data/found/")]
    others = [name for name in conflicts if name.startswith(("data/", "schemas/")) and name not in generated]
    if others:
        raise SetupError(*(f"{root / name}: has a conflict in rows that people wrote; settle it first" for name in others))
    if not conflicts:
        return ("there is no conflict to settle",)
    said = []
    if "datapackage.json" in conflicts:
        merged = _merge_descriptor(root)
        write_atomically(root / "datapackage.json", merged)
        said.append("datapackage.json: merged, with new hashes")
    for name in generated:
        ours = _stage(root, 2, name) or _stage(root, 3, name)
        if ours is not None:
            write_atomically(root / name, ours)
        said.append(f"{name}: generated again")
    run_check(root, write=True)
    mine = [*generated, "datapackage.json", "data/found"]
    _git(root, "add", "--", *(name for name in mine if (root / name).exists()))
    return tuple(said)


def _merge_descriptor(root: Path) -> bytes:
    """Merge the three versions of the descriptor without their hashes, by git's own merge of text."""
    texts = [_without_facts(_stage(root, stage, "datapackage.json"), stage) for stage in (2, 1, 3)]
    with tempfile.TemporaryDirectory() as scrap:
        files = [Path(scrap) / name for name in ("ours", "base", "theirs")]
        for file, text in zip(files, texts, strict=True):
            file.write_text(text, "utf-8")
        done = run_git("merge-file", "-p", *map(str, files), folder=root)
    if done.returncode != 0:
        raise SetupError(f"{root / 'datapackage.json'}: has a conflict outside its hashes; resolve it first")
    descriptor = _read(done.stdout, "what the merge gives")
    return (json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n").encode()


def _without_facts(data: bytes | None, stage: int) -> str:
    if data is None:
        raise SetupError(f"datapackage.json: one side of the merge does not have it (stage {stage}); settle it first")
    descriptor = _read(data, f"one side of the merge (stage {stage})")
    for resource in descriptor.get("resources", []):
        for fact in _FACTS:
            resource.pop(fact, None)
    return json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n"


def _read(data: bytes, shown: str) -> dict[str, Any]:
    try:
        descriptor: dict[str, Any] = json.loads(data)
    except ValueError as error:
        raise SetupError(f"datapackage.json: {shown} is no JSON: {error}; settle it first") from None
    return descriptor


def _stage(root: Path, stage: int, name: str) -> bytes | None:
    """Return one side of a conflict; None where that side does not have the file."""
    done = run_git("show", f":{stage}:./{name}", folder=root)
    return done.stdout if done.returncode == 0 else None


def _git(root: Path, *arguments: str) -> str:
    done = run_git(*arguments, folder=root)
    if done.returncode != 0:
        raise SetupError(f"{root}: git {arguments[0]}: {done.stderr.decode('utf-8', 'replace').strip() or 'failed'}")
    return done.stdout.decode("utf-8", "surrogateescape")
