"""A short part of the hostile inputs, always the same, and each of those that once got through; `nox -s fuzz` runs the long part."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz.judge import laid_out, run
from fuzz.kinds import KINDS
from fuzz.session import try_one

pytestmark = pytest.mark.long

# So many of each kind, and the seeds at which something was found and mended.
SHORT = {"packages": range(20), "drafts": range(3), "imports": range(200, 220), "archives": range(6), "rules": range(10)}
MENDED = {"imports": (131, 141), "drafts": (200_258,)}
INPUTS = [(kind, seed) for kind, seeds in SHORT.items() for seed in (*seeds, *MENDED.get(kind, ()))]


@pytest.mark.parametrize(("kind", "seed"), INPUTS)
def test_nothing_hostile_gets_through(tmp_path: Path, kind: str, seed: int) -> None:
    ran = try_one(kind, seed, tmp_path / "place")
    assert [(command.arguments, one.faults, one.said) for command, one in ran if one.faults] == []


def test_inputs_are_the_same_for_a_seed() -> None:
    for kind, make in KINDS.items():
        if kind != "imports":  # A workbook holds when it was packed.
            assert make(3)[0] == make(3)[0]


def test_the_judge_sees_what_may_not_be(tmp_path: Path) -> None:
    with laid_out(tmp_path / "place", {"a.txt": b"One sentence."}) as work:
        assert "changed work/made" in run(work.parent, ["new", "package", "made"]).faults[0]
        assert run(work.parent, ["check", "made"], may_write=("made/",)).faults == ()
        (work / "made" / ".corrigenda-x").write_text("")
        assert run(work.parent, ["new", "package", "../other"], may_write=("made/",)).faults[0].startswith("changed other/")
