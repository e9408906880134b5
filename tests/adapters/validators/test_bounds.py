"""The bounds of an update: what is refused, and each fault by a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from packages import ROOT

from corrigenda.adapters.validators.bounds import read_bounds
from corrigenda.errors import SetupError
from corrigenda.package.package import open_package

DEFAULT = (ROOT / "bounds.toml").read_text("utf-8").split("\n[tables.", 1)[0]
KNOWN = {"actors": {"kind", "topic"}, "sources": {"seen"}}


def test_the_bounds_of_the_repository_are_sound() -> None:
    package = open_package(ROOT)
    known = {table.name: {field.name for field in table.fields} for table in package.tables.values()}
    bounds = read_bounds(ROOT / "bounds.toml", known)
    assert bounds.of("findings")["rows_lost"] > bounds.of("actors")["rows_lost"] == bounds.default["rows_lost"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[tables.actor]\nreason='r'\nrows_lost=1.0", "no table of the package or of the last release; is 'actors' meant"),
        ("[tables.actors]\nrows_lost=1.0", r"\[tables.actors\] has no reason"),
        ("[tables.actors]\nreason=' '\nrows_lost=1.0", r"\[tables.actors\] has no reason"),
        ("[tables.actors]\nreason='r'", "moves nothing"),
        ("[tables.actors]\nreason='r'\nrow_lost=1.0", "'row_lost', which is no bound of it; is 'rows_lost' meant"),
        ("[tables.actors]\nreason='r'\nrows_lost=1.5", "rows_lost = 1.5; expected a share between 0 and 1"),
        ("[tables.actors]\nreason='r'\nrows_lost=nan", "rows_lost = nan; expected a share"),
        ("[tables.actors]\nreason='r'\nrows_lost=true", "rows_lost = True; expected a share"),
        ("[tables.actors]\nreason='r'\nrows_gained=inf", "rows_gained = inf; expected a share of 0 or more"),
        ("[tables.actors]\nreason='r'\nrows_always=1.5", "rows_always = 1.5; expected a whole number"),
        ("[tables.actors]\nreason='r'\ncoverage_lost=1.0", "'coverage_lost', which is no bound of it"),
        ("[tables.actors]\nreason='r'\nmay_go=1", "may_go = 1; expected true or false"),
        ("[tables.actors.fields.kinds]\nreason='r'\nfill_lost=1.0", "no field of the table; is 'kind' meant"),
        ("[tables.actors.fields.kind]\nfill_lost=1.0", "has no reason"),
        ("[tables.actors.fields.kind]\nreason='r'\nrows_lost=1.0", "'rows_lost', which is no bound of it"),
        ("[tables]\nactors=1", "expected a table of bounds"),
        ("[other]\n", "'other' is not known here"),
        ("[default]\n", "is not TOML"),
    ],
)
def test_malformed_bounds_are_refused(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "bounds.toml"
    file.write_text(DEFAULT + text, "utf-8")
    with pytest.raises(SetupError, match=words):
        read_bounds(file, KNOWN)


def test_every_fault_of_the_bounds_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "bounds.toml"
    file.write_text("[default]\nrows_lost = 2\n[tables.x]\n", "utf-8")
    with pytest.raises(SetupError) as caught:
        read_bounds(file, KNOWN)
    assert len(caught.value.sentences) == 9
