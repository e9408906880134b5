"""The pictures of the tables are those of the schemas as they are: a new pointer is a new line."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from packages import ROOT

from corrigenda.package.package import Package, open_package
from corrigenda.package.tables.table import ForeignKey
from corrigenda.tasks.docs.entities import EVERYWHERE, LAYERS, draw_layer, entity_pictures, read_boxes

pytest.importorskip("drawsvg", reason="the pictures need the extra 'report'")


@pytest.fixture(scope="module")
def published() -> Package:
    return open_package(ROOT)


def test_the_pictures_are_current(published: Package) -> None:
    for path, text in entity_pictures(published).items():
        assert (ROOT / path).read_text("utf-8") == text, f"{path} is out of date; run 'nox -s data'"


@pytest.mark.parametrize("layer", LAYERS)
def test_every_table_and_every_pointer_is_in_its_picture(published: Package, layer: str) -> None:
    drawn = draw_layer(read_boxes(published, layer), layer)
    for table in published.layer(layer):
        if table.name not in EVERYWHERE:
            assert f">{table.name}<" in drawn
            for foreign in table.foreign_keys:
                if foreign.table not in EVERYWHERE:
                    assert re.search(rf">{foreign.fields[0]}( ↺)?<", drawn)


def test_a_planted_pointer_makes_the_picture_another_one(published: Package) -> None:
    signs = published.tables["signs"]
    planted = replace(signs, foreign_keys=(*signs.foreign_keys, ForeignKey(("sign",), "verbs", ("verb_id",))))
    changed = replace(published, tables={**published.tables, "signs": planted})
    before, after = (draw_layer(read_boxes(package, "known"), "known") for package in (published, changed))
    assert after.count("<path") == before.count("<path") + 1
    assert after != before


def test_tables_that_point_at_each_other_have_an_end(published: Package) -> None:
    verbs = published.tables["verbs"]
    circle = replace(verbs, foreign_keys=(*verbs.foreign_keys, ForeignKey(("verb",), "cues", ("cue_id",))))
    drawn = draw_layer(read_boxes(replace(published, tables={**published.tables, "verbs": circle}), "known"), "known")
    assert ">verbs<" in drawn
