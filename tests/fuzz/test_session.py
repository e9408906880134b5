"""A short part of the hostile inputs, always the same, and each of those that once got through; `nox -s fuzz` runs the long part."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz.hostile_packages import sound_package
from fuzz.judge import laid_out, run
from fuzz.kinds import KINDS
from fuzz.session import try_one

pytestmark = pytest.mark.long

# So many of each kind, and the seeds at which something was found and mended.
SHORT = {
    "packages": range(20),
    "drafts": range(3),
    "imports": range(200, 220),
    "archives": range(6),
    "rules": range(10),
    "updates": range(6),
    "notes": range(6),
}
MENDED = {"imports": (131, 141), "drafts": (200_258, 1_000_607, 1_000_729), "notes": (32,)}
INPUTS = [(kind, seed) for kind, seeds in SHORT.items() for seed in (*seeds, *MENDED.get(kind, ()))]


@pytest.mark.parametrize(("kind", "seed"), INPUTS)
def test_nothing_hostile_gets_through(tmp_path: Path, kind: str, seed: int) -> None:
    ran = try_one(kind, seed, tmp_path / "place")
    assert [(command.arguments, one.faults, one.said) for command, one in ran if one.faults] == []


ENDLESS = {
    "digits": f"Ada paid ${'9' * 400} in May.",
    "millions": f"Ada paid 9 {'million ' * 100}euros.",
    "brackets": "(" * 6000 + " Ada said on Monday.",
    "endings": "Ada's" * 2000,
    "beginnings": f"{'then-' * 2000}President Ada said so.",
    "clauses": "Ada said " + "that Ben said " * 1000,
    "quotation marks": "\u201c" * 6000 + "Ada",
    "commas": "Ada, " * 3000 + "met.",
    "dates": "May 2023 " * 11_000,
    "names": "Ada Lee, " * 8_000,
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=list(ENDLESS))
def test_a_text_of_one_endless_thing_is_drafted_in_time(tmp_path: Path, text: str) -> None:
    with laid_out(tmp_path / "place", {"a.txt": text.encode()}) as work:
        assert run(work.parent, ["draft", "--text", "a.txt", "-o", "made", "--check"]).faults == ()


def test_long_notes_are_joined_in_time(tmp_path: Path) -> None:
    notes = "name,title,start\n" + "".join(f"Ann Lee {n},Mayor of Town {n},2019-03-01\n" for n in range(6000))
    with laid_out(tmp_path / "place", {**sound_package(is_whole=True), "notes.csv": notes.encode()}) as work:
        assert run(work.parent, ["check", ".", "--notes", "notes.csv"]).faults == ()


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
