"""What the growth of a check is measured on is a sound package, of the size that was asked for."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from cpu import measure
from growth import build

from corrigenda.engine.tables import load
from corrigenda.package.tables.csv_file import read_rows


def test_what_growth_is_measured_on_is_sound(tmp_path: Path) -> None:
    package = build(tmp_path / "grown", 200)
    with load(package) as tables:
        assert tables.problems == ()
        (written,) = tables.run("SELECT count(DISTINCT article_id) FROM event_days")[0]
    assert len(read_rows(package.tables["articles"].file)[1]) == written == 2
    assert 100 <= len(read_rows(package.tables["mentions"].file)[1]) <= 200


def test_a_command_that_fails_is_no_figure() -> None:
    with pytest.raises(SystemExit, match="ended with 2\nno such thing"):
        measure([sys.executable, "-c", "import sys; sys.stderr.write('no such thing'); sys.exit(2)"], 1)
