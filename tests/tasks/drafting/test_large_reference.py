"""A large reference read for the words of one text: a draft with what is left is the draft with all of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from packages import ROOT, copy_package

from corrigenda.drafting import draft_article
from corrigenda.package.package import open_package
from corrigenda.package.tables.csv_file import read_rows, write_rows
from corrigenda.tasks.drafting import large_reference
from corrigenda.tasks.drafting.large_reference import LargeReference, is_large

# Misspelt by a letter or two, family names alone, marks and letters of all sorts, and people who share one word with the text.
PEOPLE = (
    "Marianne Castellano", "Ángel-Émile Østby", "Conor O'Neil", "J. R. Whitlock", "Bob  Doubled", "Ann-Marie Smith-Jones", "Al Qaim",
    "Xi, Ping", "Duran Duran Baker", "Bob Unrelated", "Marianne Unrelated", "Otto Maria von Habsburg", "محمد Harun", "A.B. Cole",
)  # fmt: skip
OWN = {f"p{n}" for n in range(len(PEOPLE))}
TEXTS = (
    "Marianne Castelano said that Østby and O'Neil resigned. J.R. Whitlock met Ann-Marie Smith-Jones in Tokyo, and Jones left.",
    "Angel-Emile Ostby told Ping, Whitlock and Baker so. Bob Doubled and Bob Roe were there with Harun and A.B. Cole on May 3, 2024.",
    "President Donald Trump and Defense Secretary Pete Hegseth met Russian Security Council member Dmitry Medvedev.",
    "It rained.",
)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the published reference with some more people, each with a name and with a label that shares nothing with it."""
    root = copy_package(tmp_path_factory.mktemp("known"))
    tables = open_package(root).tables
    for name, cell in (("actors", "label"), ("names", "name")):
        header, before = read_rows(tables[name].file)
        flags = {field.name: "false" for field in tables[name].fields if field.type == "boolean"}
        flags |= {"source_id": "corrigenda", "kind": "person"}
        new = [{**flags, "actor_id": f"p{n}", "name_id": f"p{n}/name", "label": f"Zz{n}", cell: one} for n, one in enumerate(PEOPLE)]
        rows = sorted([*before, *new], key=lambda row: row[tables[name].key[0]])
        tables[name].file.write_bytes(write_rows(header, [[row.get(field) or None for field in header] for row in rows]))
    return root


@pytest.fixture(autouse=True)
def _any_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large_reference, "LARGE", 0)


@pytest.mark.parametrize("text", TEXTS)
def test_a_draft_of_what_is_left_is_the_draft_of_all(text: str, known: Path) -> None:
    package = open_package(known)
    with LargeReference() as reference:
        assert draft_article(text, "t", package, narrow=reference.narrow) == draft_article(text, "t", package)


@pytest.mark.parametrize(
    ("printed", "left"),
    [
        # A first name is no name, one word of two may be misspelt, and the last word of a name is a name by itself.
        ({"maria"}, set()),
        ({"castellano"}, {"Marianne Castellano"}),
        ({"bob"}, {"Bob Unrelated"}),
        ({"habsburg"}, {"Otto Maria von Habsburg"}),
        ({"otto", "maria", "von"}, {"Otto Maria von Habsburg"}),
    ],
)
def test_people_whom_the_text_cannot_name_are_left_out(printed: set[str], left: set[str], known: Path) -> None:
    with LargeReference() as reference:
        cells = reference.narrow(open_package(known), printed)
        assert cells is not None
        names = {key: name for key, name in cells("names", "actor_id", "name") if key in OWN}
        # What is no plain name is always looked at closer.
        assert {name for name in names.values() if name.replace(" ", "").isascii()} - {"Bob  Doubled", "Xi, Ping"} == left
        assert {key for (key,) in cells("actors", "actor_id") if key in OWN} == names.keys()


def test_files_that_only_a_closer_reader_understands_are_left_to_it(known: Path, tmp_path: Path) -> None:
    root = copy_package(tmp_path)
    package = open_package(root)
    names = package.tables["names"].file
    with LargeReference() as reference:
        assert reference.read(package) is not None
        # A cell too many is no row to the engine, and neither is a byte that is no UTF-8.
        names.write_bytes(names.read_bytes() + b"a,b\n")
        assert reference.read(package) is None
        assert reference.narrow(package, {"tokyo"}) is None
    names.write_bytes(b"\xef\xbb\xbf" + (known / "data/known/names.csv").read_bytes())
    assert not is_large(package)


def test_a_reference_that_was_changed_is_read_again(tmp_path: Path) -> None:
    package = open_package(copy_package(tmp_path))
    actors = package.tables["actors"].file
    with LargeReference() as reference:
        first = reference.read(package)
        assert first is not None
        assert reference.read(package) is first
        actors.write_bytes(b"\n".join(actors.read_bytes().split(b"\n")[:3]) + b"\n")
        second = reference.read(package)
        assert second is not None
        assert second.run("SELECT count(*) FROM actors") == [(2,)]


def test_a_small_reference_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large_reference, "LARGE", 500_000)
    with LargeReference() as reference:
        assert reference.read(open_package(ROOT)) is None
