"""The descriptions of a release, each judged by the validator of its own standard, without a network."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner
from packages import copy_package, read_table

from corrigenda.cli.main import main


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Release the published package."""
    root = copy_package(tmp_path_factory.mktemp("metadata"))
    (root / "data" / "baseline.json").unlink()
    for command in (["check", str(root), "--write"], ["release", str(root), "-o", str(root.parent / "out")]):
        assert CliRunner().invoke(main, command).exit_code == 0
    return next((root.parent / "out").glob("corrigenda-*/"))


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.filterwarnings("ignore")
def test_the_citation_file_is_valid(folder: Path) -> None:
    cffconvert = pytest.importorskip("cffconvert", reason="nox -s metadata has the validators")
    text = (folder / "CITATION.cff").read_text("utf-8")
    citation = cffconvert.Citation(text)
    citation.validate()
    assert citation.cffobj["authors"] == [{"name": "Corrigenda maintainers"}]
    with pytest.raises(Exception, match=r"'CC-BY-SALT' is not"):
        cffconvert.Citation(text.replace("CC-BY-SA-4.0", "CC-BY-SALT")).validate()


@pytest.mark.filterwarnings("ignore")
def test_the_croissant_file_is_valid_and_reads_every_table(folder: Path) -> None:
    mlcroissant = pytest.importorskip("mlcroissant", reason="nox -s metadata has the validators")
    dataset = mlcroissant.Dataset(str(folder / "croissant.json"))
    assert dataset.metadata.ctx.issues.report() == ""
    for record_set in dataset.metadata.record_sets:
        name = record_set.id
        header, rows = read_table(folder, name)
        if rows:
            records = list(dataset.records(name))
            assert len(records) == len(rows)
            key = records[0][f"{name}/{header[0]}"]
            assert (key.decode() if isinstance(key, bytes) else str(key)) == rows[0][0]
