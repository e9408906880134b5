"""A file that another program changes while it is read gives a sentence and no result of two states."""

from __future__ import annotations

from pathlib import Path

import pytest
from packages import FILLED, append_row, small_package

from corrigenda import catalogue, check, open_package
from corrigenda.engine import parsed_text
from corrigenda.engine.tables import load
from corrigenda.errors import SetupError

CHANGED = r"^data/known/names\.csv: was changed while it was read; run the command again$"


def change(root: Path) -> None:
    append_row(root, "names", **{**FILLED["names"], "name_id": "zz", "actor_id": "ben", "name": "Ben"})


def test_a_file_changed_between_two_readings_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = small_package(tmp_path)
    read = parsed_text.parse_dates

    def read_late(*arguments: object) -> None:
        read(*arguments)  # type: ignore[arg-type]
        change(root)

    monkeypatch.setattr(parsed_text, "parse_dates", read_late)
    with pytest.raises(SetupError, match=CHANGED):
        load(open_package(root))


def test_a_file_changed_before_its_cells_are_shown_is_named(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    rules = catalogue().select(["name-outside-use"])
    with load(open_package(root)) as tables:
        change(root)
        found = check(root, rules).findings
        assert "names" in {place.table for finding in found for place in finding.places}
        with pytest.raises(SetupError, match=CHANGED):
            check(tables, rules)
