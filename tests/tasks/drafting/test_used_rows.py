"""The people of a reference that a draft can use: what is found with them alone is what is found with all."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from packages import copy_package

from corrigenda.checking.rulebook.catalogue import Catalogue, catalogue
from corrigenda.checking.runner import check
from corrigenda.engine.tables import load
from corrigenda.package.package import Package, open_package
from corrigenda.package.substitute import amended
from corrigenda.package.tables.csv_file import read_rows, write_rows
from corrigenda.tasks.drafting import large_reference
from corrigenda.tasks.drafting.draft import draft_texts
from corrigenda.tasks.drafting.large_reference import LargeReference
from corrigenda.tasks.drafting.texts import ArticleText
from corrigenda.tasks.drafting.used_rows import cut_reference

TEXTS = {
    "titles": "President Donald Trump and Defense Secretary Pete Hegseth announced the 'Iron Dome' initiative in May 2024.\n"
    "Prime Minister Justin Trudeau met Russian Security Council member Dmitry Medvedev in Ottawa on Monday.",
    "names": "Defence Secretary Hegseth said that Takaichi would resign. Premier Sanae Takaiti told Ángel-Émile Østby so.",
    "acts": "It was the first time Japan joined. Mark Carney resigned as prime minister of Canada in March 2025.",
}


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the published reference with some more people, one of them with letters that have no plain form."""
    root = copy_package(tmp_path_factory.mktemp("known"))
    package = open_package(root)
    people = {"p1": "Ángel-Émile Østby", "p2": "Ann Hegseth", "p3": "Bob Unrelated"}
    add(package, "actors", [{"actor_id": key, "label": name, "kind": "person"} for key, name in people.items()])
    cells = {"language": "en", "rank": "primary"}
    add(package, "names", [{"name_id": f"{key}/name", "actor_id": key, "name": name, **cells} for key, name in people.items()])
    return root


def add(package: Package, name: str, rows: list[dict[str, str]]) -> None:
    table = package.tables[name]
    header, before = read_rows(table.file)
    flags = {field.name: "false" for field in table.fields if field.type == "boolean"} | {"source_id": "corrigenda"}
    filled = [{**flags, **row} for row in rows]
    ordered = sorted([*before, *filled], key=lambda row: row[table.key[0]])
    table.file.write_bytes(write_rows(header, [[row.get(cell) or None for cell in header] for row in ordered]))


def find(package: Package) -> list[tuple[str, str, str]]:
    rules = Catalogue(tuple(rule for rule in catalogue() if rule.subject == "article"))
    with load(package) as tables:
        assert not tables.problems
        return [(one.fingerprint, one.message, one.shown_verdict) for one in check(tables, rules, timeline=False).findings]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_is_found_is_what_the_whole_reference_finds(text: str, known: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large_reference, "LARGE", 0)
    draft_texts([ArticleText("t", text)], tmp_path / "draft", known=known, published="2025-03-19")
    package = open_package(tmp_path / "draft", known)
    with LargeReference() as reference:
        engine = reference.read(package)
        assert engine is not None
        files = cut_reference(engine, package)
    with amended(package, files) as used:
        assert find(used) == find(package)
    kept = {row["actor_id"] for row in csv.DictReader(files["actors"].decode().splitlines())}
    assert "p3" not in kept
    assert ("p1" in kept) == ("Østby" in text)
    assert ("p2" in kept) == ("Hegseth" in text)
