"""Files of public collections, read into the reference of a package."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner
from collecting import TERMS, bring, read
from conftest import SHARED
from hypothesis import given, settings
from hypothesis import strategies as st

from corrigenda.cli.main import main
from corrigenda.errors import SetupError
from corrigenda.release.diff import diff
from corrigenda.tasks.checking.check import run_check
from corrigenda.tasks.reference.collect import import_collection


def test_without_a_day_the_latest_start_is_the_day_up_to_which_a_file_is_known(tmp_path: Path) -> None:
    text = TERMS + "Ann Lee,,Minister,,2019-03-01,2020-03-01\nAnn Lee,,Minister,,2099,\n"
    root, said = bring(tmp_path, "table", text)
    assert read(root, "sources")["file"]["known_until"] == "2019-03-01"
    assert read(root, "sources")["file"]["seen_on"] == "2026-06-01"
    assert any("the latest start of a term in it" in sentence for sentence in said)
    # Whether the end was a plan then nobody can tell.
    assert read(root, "tenures")["minister/ann-lee/2019"]["end_state"] == "open"


@pytest.mark.parametrize(("is_open", "flags"), [(False, ["false", "true"]), (True, ["true", "true"])])
def test_a_term_that_a_confirmed_row_says_is_open_has_a_confirmed_end(tmp_path: Path, is_open: bool, flags: list[str]) -> None:
    rows = "person,office,start,end,confirmed\nAnn Lee,Mayor,2019-03-01,,yes\nBob Roe,Judge,2018-03-01,2020-03-01,yes\n"
    root, _ = bring(tmp_path, "table", rows, as_of="2021-01-01", is_open=is_open)
    assert [row["end_confirmed"] for _, row in sorted(read(root, "tenures").items(), reverse=True)] == flags


def test_an_end_that_is_only_planned_is_not_confirmed(tmp_path: Path) -> None:
    rows = "person,office,start,end,confirmed\nAnn Lee,Mayor,2019-03-01,2023-03-01,yes\n"
    root, _ = bring(tmp_path, "table", rows, as_of="2021-01-01")
    assert [(row["end_state"], row["end_confirmed"]) for row in read(root, "tenures").values()] == [("open", "false")]


def test_names_events_and_figures_of_plain_tables(tmp_path: Path) -> None:
    bring(tmp_path, "table", "person,kind,variants,born,died\nJane Roe,person,Janie Roe; J. Roe,1950-02-03,\nThe Works,body,Works,,\n")
    bring(
        tmp_path,
        "table",
        "event,kind,day,about,people,place\n"
        "The bridge opens,announcement,2020-05-04,The Works,Jane Roe; Max Mey,Springfield\nX,no-kind,2020,,,\n",
        "events.csv",
    )
    text = "measure;about;amount;currency;day\ncost;The Works;1,500,000;USD;2020-05\ncost;Nobody;1;USD;2020\n"
    root, said = bring(tmp_path, "table", text, "figures.csv")
    assert {row["name"] for row in read(root, "names").values()} >= {"Jane Roe", "Janie Roe", "J. Roe", "Works", "Max Mey"}
    (milestone,) = read(root, "milestones").values()
    assert (milestone["day"], milestone["about"]) == ("2020-05-04", "the-works")
    assert {(row["actor_id"], row["part"]) for row in read(root, "participants").values()} == {
        ("jane-roe", "agent"),
        ("max-mey", "agent"),
        ("springfield", "place"),
    }
    (figure,) = read(root, "figures").values()
    assert (figure["amount"], figure["about"], figure["currency"]) == ("1500000", "the-works", "USD")
    assert any("a figure about something" in sentence for sentence in said)
    assert read(root, "actors")["jane-roe"]["existed_from"] == "1950-02-03"
    run_check(root)


def test_what_a_later_file_says_of_somebody_known_is_counted(tmp_path: Path) -> None:
    bring(tmp_path, "table", "person,office,start\nAnn Lee,Mayor,2019-03-01\nBob Ray,Clerk,2019-03-01\n")
    people = tmp_path / "people.csv"
    people.write_text("person,born\nAnn Lee,1950-02-03\nBob Ray,\n", "utf-8")
    root, _ = bring(tmp_path, "table", people.read_text("utf-8"), people.name)
    assert read(root, "actors")["ann-lee"]["existed_from"] == ""
    told = CliRunner().invoke(main, ["import", "table", str(people), "-o", str(root), "--as-of", "2026-06-01", "--source", "again"])
    assert "actors: 2 kept as another source has them, 1 kept, without what only this file says of them.\n" in told.output


def test_what_a_row_says_is_confirmed_is(tmp_path: Path) -> None:
    bring(tmp_path, "table", "person,kind,variants,confirmed\nJane Roe,person,Janie Roe,yes\nJohn Doe,person,J. Doe,no\n")
    bring(tmp_path, "table", "event,kind,day,confirmed\nIt opens,announcement,2020-05-04,yes\n", "events.csv")
    text = "measure,about,amount,day,confirmed\ncost,Jane Roe,5,2020,yes\ncount,Jane Roe,6,2020,\n"
    root, _ = bring(tmp_path, "table", text, "figures.csv")
    names = {row["name"]: row["name_confirmed"] for row in read(root, "names").values() if row["source_id"] == "file"}
    assert names == {"Jane Roe": "true", "Janie Roe": "true", "John Doe": "false", "J. Doe": "false"}
    people = "May Day,1950-02-03,,yes\nMay Day,,2001,\nJoe Fig,1960,,\nJoe Fig,1960,,yes\nKim Lo,1970,,no\nKim Lo,1971,,yes\n"
    root, _ = bring(tmp_path, "table", f"person,born,died,confirmed\n{people}", "people.csv")
    flags = {key: (row["existed_from_confirmed"], row["existed_to_confirmed"]) for key, row in read(root, "actors").items()}
    # A later row with another day confirms nothing of the day that was taken.
    assert [flags[key] for key in ("may-day", "joe-fig", "kim-lo")] == [("true", "false"), ("true", "false"), ("false", "false")]
    assert [row["day_confirmed"] for row in read(root, "milestones").values()] == ["true"]
    assert {row["amount"]: row["amount_confirmed"] for row in read(root, "figures").values()} == {"5": "true", "6": "false"}
    # Who has seen the days of a term has not seen how the name is spelt.
    other, _ = bring(tmp_path, "table", "person,office,start,confirmed\nAnn Lee,Mayor,2019-03-01,yes\n", "terms.csv")
    assert {row["name_confirmed"] for row in read(other, "names").values() if row["actor_id"] == "ann-lee"} == {"false"}
    assert [row["start_confirmed"] for row in read(other, "tenures").values()] == ["true"]


def test_ties_of_a_plain_table(tmp_path: Path) -> None:
    """Somebody whom the package has already is not made again, and a kind of tie that it does not have is counted as lost."""
    text = """name,relation,other,start,end,confirmed,other_complete_since
Ann Lee,is a member of party,Red Party,2010-02-01,,yes,
Ann Lee,member of party,Blue Party,2004,2010-02-01,,
Ann Lee,citizen of,France,,,yes,
Ann Lee,made,The Long Year,2011,,yes,2011
Bob Ray,friend of,Ann Lee,,,,
Bob Ray,made,,,,,
"""
    root, told = bring(tmp_path, "table", text, as_of="2025-01-01", licence="CC0-1.0")
    ties = read(root, "ties")
    assert list(ties) == [
        "ann-lee/citizen-of/fr",
        "ann-lee/made/the-long-year-2011",
        "ann-lee/member-of-party/blue-party-2004",
        "ann-lee/member-of-party/red-party-2010",
    ]
    assert [row["other_id_confirmed"] for row in ties.values()] == ["true", "true", "false", "true"]
    assert (ties["ann-lee/member-of-party/red-party-2010"]["end_state"], ties["ann-lee/member-of-party/blue-party-2004"]["end_state"]) == (
        "open",
        "closed",
    )
    actors = read(root, "actors")
    assert (actors["the-long-year"]["kind"], actors["red-party"]["kind"]) == ("work", "body")
    assert "france" not in actors
    assert read(root, "completeness")["the-long-year/made"]["since"] == "2011"
    assert told == [
        "a tie without an actor, a relation or the other side was left out",
        "a tie of the kind 'friend-of', which the table tie_kinds does not have, was left out",
    ]
    assert run_check(root).report.result.findings == ()
    bring(tmp_path, "table", text.replace("The Long Year", "The Short Year"), as_of="2025-01-01")
    assert "ann-lee/made/the-short-year-2011" in read(root, "ties")
    assert "ann-lee/made/the-long-year-2011" not in read(root, "ties")


def test_a_newer_file_is_an_update_that_diff_explains(tmp_path: Path) -> None:
    before = TERMS + "Ann Lee,Q1,Minister,Q9,2019-03-01,\nBob Ray,Q2,Minister,Q9,2018-03-01,2019-03-01\nCy Orr,Q3,Minister,Q9,2001,2002\n"
    root, _ = bring(tmp_path, "table", before, as_of="2020-01-01")
    # What a desk has confirmed and added stays as long as the file says the same.
    terms = root / "data/known/tenures.csv"
    terms.write_text(
        terms.read_text("utf-8").replace(
            "2018-03-01,2019-03-01,closed,,false,false,false", "2018-03-01,2019-03-01,closed,,false,true,true"
        ),
        "utf-8",
    )
    offices = root / "data/known/offices.csv"
    offices.write_text(offices.read_text("utf-8").replace(",several,", ",one,"), "utf-8")
    old = tmp_path / "old" / "made"
    old.parent.mkdir()
    import shutil

    shutil.copytree(root, old)
    after = TERMS + "Ann Lee-Roe,Q1,Minister,Q9,2019-03-01,2021-04-05\nBob Ray,Q2,Minister,Q9,2018-03-01,2019-03-01\n"
    after += "Ann Lee-Roe,Q1,Minister,Q9,2023-03-01,\n"
    bring(tmp_path, "table", after, as_of="2024-01-01")
    change = {table.name: table for table in diff(old, root).tables}
    assert [row.key for row in change["tenures"].added] == [("minister.q9/ann-lee.q1/2023",)]
    assert [row.key for row in change["tenures"].removed] == [("minister.q9/cy-orr.q3/2001",)]
    assert {(cell.field, cell.after) for cell in change["tenures"].changed} == {("end", "2021-04-05"), ("end_state", "closed")}
    assert {(cell.field, cell.after) for cell in change["actors"].changed} == {("label", "Ann Lee-Roe")}
    assert {(cell.field, cell.after) for cell in change["sources"].changed} == {("known_until", "2024-01-01")}
    assert read(root, "offices")["minister.q9"]["holders"] == "one"
    assert read(root, "tenures")["minister.q9/bob-ray.q2/2018"]["start_confirmed"] == "true"
    # The same file once more changes nothing.
    shutil.rmtree(old)
    shutil.copytree(root, old)
    bring(tmp_path, "table", after, as_of="2024-01-01")
    assert not diff(old, root)


def test_rows_of_another_source_are_left_alone(tmp_path: Path) -> None:
    text = TERMS + "Ann Lee,,Minister,,2019-03-01,2020-03-01\n"
    root, _ = bring(tmp_path, "table", text, source="first", as_of="2022-01-01")
    _, said = bring(tmp_path, "table", text.replace("2020-03-01", "2021"), source="second", as_of="2022-01-01")
    (term,) = read(root, "tenures").values()
    assert (term["end"], term["source_id"]) == ("2020-03-01", "first")
    root, said = bring(tmp_path, "table", TERMS + "Ann Lee,Q7,Minister,Q8,2019-03-01,2020-03-01\n", source="third")
    assert any("they are kept apart: Ann Lee (ann-lee.q7 and ann-lee)" in sentence for sentence in said)


BROKEN = {
    ("followthemoney", "a.json"): ["{", '{"id": 1}', "[]", "\x00", '{"id": "a", "schema": "Person"}', "[" * 100_000, "", '"' + "a" * 20],
    ("popolo", "a.json"): ["{", "[]", "{}", '{"persons": [1]}', '{"persons": [{"id": "a"', "", "\x00", '{"persons": ' + "[" * 5_000],
    ("congress", "a.yaml"): ["a: b", "- a: [", "- 1", "- &a\n  id: *a", "", "\tx", "- !!python/object/apply:os.system [ls]", "- ? ["],
    ("congress", "a.json"): ["{}", "[1]", "[", "", '[{"id": {}, "name": {}}]'],
    ("table", "a.csv"): ["", "a,b\n1,2\n", TERMS + "a\n", TERMS + '"a', TERMS, "\x00", TERMS + ",,,,,\n"],
}  # fmt: skip


@pytest.mark.parametrize(("form", "name", "text"), [(*key, text) for key, texts in BROKEN.items() for text in texts])
def test_a_broken_file_is_one_sentence_and_writes_nothing(tmp_path: Path, form: str, name: str, text: str) -> None:
    with pytest.raises(SetupError) as refused:
        bring(tmp_path, form, text, name)
    assert name in refused.value.sentences[0]
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_a_broken_second_file_leaves_the_package_as_it_was(tmp_path: Path) -> None:
    root, _ = bring(tmp_path, "table", TERMS + "Ann Lee,Q1,Minister,Q9,2019-03-01,\n")
    before = {file: file.read_bytes() for file in root.rglob("*") if file.is_file()}
    with pytest.raises(SetupError, match="line 3"):
        bring(tmp_path, "table", TERMS + "Ann Lee,Q1,Minister,Q9,2019-03-01,2020\nBob\n")
    assert {file: file.read_bytes() for file in root.rglob("*") if file.is_file()} == before


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@settings(max_examples=10)
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), min_size=1, max_size=4))
def test_any_cells_make_a_sound_package_or_a_sentence(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]]) -> None:
    folder = tmp_path_factory.mktemp("import")
    with (folder / "a.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([("person", "office", "start", "source"), *rows])
    try:
        import_collection("table", folder / "a.csv", folder / "made", today="2026-06-01")
    except SetupError:
        assert not (folder / "made").exists()
    else:
        # What is written was judged; the key of each row is there.
        assert all(read(folder / "made", table) is not None for table in ("tenures", "actors"))


def test_licences_are_told(tmp_path: Path) -> None:
    text = TERMS + "Ann Lee,Q1,Minister,Q9,2019-03-01,\n"
    for licence, words in {
        "CC BY-NC 4.0": "restricts reuse",
        "Our own": "is not one that this program knows",
        "CC0-1.0": "",
        None: "No licence",
    }.items():
        _, said = bring(tmp_path, "table", text, licence=licence)
        assert [words in sentence for sentence in said if "icence" in sentence] == [True] * bool(words)


REAL = {
    "sample.ftm.json": ("followthemoney", 75),
    "us-cabinet-holders.csv": ("table", 1_500),
    "executive.yaml": ("congress", 131),
    "legislators-current.yaml": ("congress", 2_700),
}  # fmt: skip


@pytest.mark.parametrize("name", REAL)
def test_real_files_come_in_whole(tmp_path: Path, name: str) -> None:
    file = SHARED / "collections" / name
    if not file.is_file():
        pytest.skip(f"the collections are not published: ../shared/collections/{name} is not here")
    form, least = REAL[name]
    told = CliRunner().invoke(main, ["import", form, str(file), "-o", str(tmp_path / "made"), "--as-of", "2026-06-10", "--licence", "CC0"])
    assert told.exit_code == 0, told.output
    assert len(read(tmp_path / "made", "tenures")) >= least
    assert "Lost" not in told.output
    assert run_check(tmp_path / "made").report


def test_terms_are_in_order_where_one_name_begins_another(tmp_path: Path) -> None:
    file = tmp_path / "terms.csv"
    file.write_text("person,office,start,end\nAbe Ray,Mayor,2018,2019\nAbe Ray Lee,Mayor,2019,2020\n", "utf-8")
    done = CliRunner().invoke(main, ["import", "table", str(file), "-o", str(tmp_path / "p"), "--as-of", "2022-01-01"])
    assert done.exit_code == 0, done.output
