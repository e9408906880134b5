"""What the last decisions of a review wrote, so that each can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from corrigenda.errors import Problem
from corrigenda.package.package import Package
from corrigenda.package.storage.journal import in_turn
from corrigenda.tasks.editing.amendment import amend
from corrigenda.tasks.review.acceptance import OvertakenError

# A slip is seen soon; the files of a large package are not kept for ever.
_MOST = 20


class Undo:
    """Hold the files of the last decisions, by table, as they were before and after each."""

    def __init__(self) -> None:
        self._steps: list[tuple[str, dict[str, tuple[bytes, bytes]]]] = []

    def __bool__(self) -> bool:
        return bool(self._steps)

    def decide(self, package: Package, act: Callable[[Package], str]) -> str:
        """Decide something, and note the files that it changed; return its sentence."""
        sentence, changed = _act(package, act)
        self._steps = [*self._steps, (sentence, changed)][-_MOST:] if changed else self._steps
        return sentence

    def take_back(self, package: Package, examine: Callable[[Package], Iterable[Problem]]) -> str:
        """Write the files as they were before the last decision; return the sentence that it had.

        Raises OvertakenError where there is none, or where one of the files was changed since.
        """
        if not self._steps:
            raise OvertakenError("There is nothing to undo")
        sentence, changed = self._steps[-1]
        _put_back(package, changed, examine)
        self._steps.pop()
        return sentence


@in_turn
def _act(package: Package, act: Callable[[Package], str]) -> tuple[str, dict[str, tuple[bytes, bytes]]]:
    """Do something, and return its sentence with the files that it changed; what another program writes is before it or after it."""
    before = _read(package)
    sentence = act(package)
    return sentence, {name: (before[name], data) for name, data in _read(package).items() if data != before[name]}


@in_turn
def _put_back(package: Package, changed: dict[str, tuple[bytes, bytes]], examine: Callable[[Package], Iterable[Problem]]) -> None:
    now = _read(package)
    if any(now.get(name) != after for name, (_, after) in changed.items()):
        raise OvertakenError("The files were changed since by another program or another tab; nothing was undone")
    amend(package, {name: before for name, (before, _) in changed.items()}, examine)


def _read(package: Package) -> dict[str, bytes]:
    """Return the files of the tables in which a row can be a draft, and of the marks, by table."""
    own = package.layer("said", "kept") if package.reference else package.layer("said", "known", "kept")
    return {table.name: table.file.read_bytes() for table in own}
