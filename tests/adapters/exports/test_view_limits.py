"""Views of an export that take more than a view may: each is named, with those that read it, and the run is no success."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from packages import small_package

from corrigenda.adapters.exports import exported_views
from corrigenda.adapters.exports.frames import view_frame
from corrigenda.cli.main import main
from corrigenda.errors import SetupError
from corrigenda.package.package import open_package


@pytest.mark.parametrize("form", ["sqlite", "parquet"])
def test_a_view_beyond_a_limit_is_named_and_is_no_success(tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    endless = "SELECT text, precision, first_day AS first, last_day AS last FROM edtf, range(1000000000) AS a, range(1000000000) AS b"
    monkeypatch.setitem(exported_views._CELLS, "edtf_days", endless)
    monkeypatch.setattr("corrigenda.engine.limits._SECONDS", 0.5)
    done = CliRunner().invoke(main, ["export", form, str(small_package(tmp_path)), "-o", str(tmp_path / "made")])
    assert done.exit_code == 1
    assert "The view edtf_days is left out: its query takes longer than 0.5 seconds and was stopped." in done.stderr
    assert "event_days is left out" not in done.stderr
    assert (tmp_path / "made").exists()


def test_a_view_that_reads_one_beyond_a_limit_is_named_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    endless = "SELECT event_id, stated, first_day AS first, last_day AS last FROM event_days, range(1000000000) AS a, range(1000000000)"
    monkeypatch.setitem(exported_views._CELLS, "event_days", endless)
    monkeypatch.setattr("corrigenda.engine.limits._SECONDS", 0.5)
    with pytest.raises(SetupError, match="offices_on_event_day is left out: its query reads event_days, which is left out"):
        view_frame(open_package(small_package(tmp_path)), "offices_on_event_day")
