"""What a new package begins with."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from corrigenda.cli.main import main
from corrigenda.errors import SetupError
from corrigenda.package.scaffold import new_package
from corrigenda.package.storage.files import program_folder
from corrigenda.tasks.checking.check import run_check


def read(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / "data" / "known" / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_a_reference_begins_with_the_states_of_the_world(tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["new", "package", str(tmp_path / "p")])
    assert told.exit_code == 0, told.output
    states = {row["actor_id"] for row in read(tmp_path / "p", "actors")}
    assert len(states) > 190
    names = {(row["actor_id"], row["name"]) for row in read(tmp_path / "p", "names")}
    assert names >= {("gb", "British"), ("us", "U.S."), ("nl", "Dutch"), ("tr", "Turkey"), ("kr", "South Korea")}
    assert {state for state, _ in names} == states
    assert read(tmp_path / "p", "verbs")
    assert read(tmp_path / "p", "signs")
    # What nobody has seen confirmed says so.
    assert {row["name_confirmed"] for row in read(tmp_path / "p", "names") if row["note"] == "Adjective"} == {"false"}
    assert run_check(tmp_path / "p").exit_code() == 0


def test_names_of_states_are_those_of_the_library() -> None:
    babel = pytest.importorskip("babel", reason="Babel is in the environment of the docs alone")
    territories = babel.Locale("en").territories
    with (program_folder("starter") / "states.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["form"] == "name"]

    def plain(text: str) -> str:
        return text.split(" (", maxsplit=1)[0].replace("’", "'").replace(" & ", " and ").replace("St. ", "Saint ")

    unlike = [row for row in rows if row["name"].split(" (")[0] not in plain(territories[row["state"].upper()])]
    assert [row["state"] for row in unlike] == []


def test_kinds_of_daily_news_are_there_with_their_wider_kinds(tmp_path: Path) -> None:
    new_package(tmp_path / "p")
    wider = {row["kind_id"]: row["broader"] for row in read(tmp_path / "p", "kinds")}
    assert wider["storm-event"] == "disaster-event"
    assert wider["ruling-event"] == "court-event"
    assert set(wider) >= {"death-of-person", "crime-event", "accident-event", "election", "appointment", "removal-from-office"}
    assert set(wider.values()) - {""} <= set(wider)


def test_kinds_of_ties_are_there(tmp_path: Path) -> None:
    new_package(tmp_path / "p")
    exclusive = {row["tie_kind_id"]: row["exclusive"] for row in read(tmp_path / "p", "tie_kinds")}
    assert {kind for kind, one in exclusive.items() if one == "true"} == {"lies-in", "married-to", "member-of-party"}
    assert exclusive.keys() >= {"citizen-of", "member-of", "part-of", "made", "owns", "works-for"}


def test_a_package_for_articles_has_no_reference_of_its_own(tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["new", "package", str(tmp_path / "articles"), "--for", "articles"])
    assert told.exit_code == 0, told.output
    assert "--known PACKAGE" in told.stdout
    assert not (tmp_path / "articles" / "data" / "known").exists()
    new_package(tmp_path / "reference", starter=True)
    assert run_check(tmp_path / "articles", known=tmp_path / "reference").exit_code() == 0
    with pytest.raises(SetupError, match="name the package that has them with --known PATH"):
        run_check(tmp_path / "articles")
    text = tmp_path / "story.txt"
    text.write_text("A sentence. Another one.\n", "utf-8")
    named = ["new", "article", "--text", str(text), "--package", str(tmp_path / "articles"), "--known", str(tmp_path / "reference")]
    told = CliRunner().invoke(main, named)
    assert (told.exit_code, told.stdout) == (0, "story: 2 passages, and the event story/writing\n")
    assert run_check(tmp_path / "articles", known=tmp_path / "reference").exit_code() == 0


def test_a_package_of_another_gets_one_sentence(tmp_path: Path) -> None:
    made = new_package(tmp_path / "p")
    import json

    file = made.root / "datapackage.json"
    descriptor = json.loads(file.read_text("utf-8"))
    resource = next(one for one in descriptor["resources"] if one["name"] == "sources")
    (made.root / "things.csv").write_bytes((made.root / resource["path"]).read_bytes())
    descriptor["resources"] = [{**resource, "name": "things", "path": "things.csv"}]
    file.write_text(json.dumps(descriptor), "utf-8")
    told = CliRunner().invoke(main, ["check", str(made.root)])
    assert (told.exit_code, told.stdout) == (2, "")
    assert len(told.stderr.splitlines()) == 1
    assert "corrigenda structure" in told.stderr
