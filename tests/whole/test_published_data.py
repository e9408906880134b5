"""The published data: proved against the text where it is at hand, and honest by itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from packages import ROOT

from corrigenda.checking.text_proof import prove
from corrigenda.engine import connection
from corrigenda.engine.tables import load
from corrigenda.package.package import Package, open_package
from corrigenda.package.storage.files import read_text
from corrigenda.package.tables.csv_file import read_rows
from corrigenda.tasks.checking.check import run_check

PACKAGE = open_package(ROOT)
SHORTEST_PHRASE = 6


def rows(name: str, package: Package = PACKAGE) -> list[dict[str, str]]:
    return read_rows(package.tables[name].file)[1]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def test_every_span_and_digest_fits_the_text(text: str) -> None:
    with load(PACKAGE) as tables:
        proved, problems = prove(tables, text)
    assert problems == ()
    assert proved > 300


def test_a_shifted_span_does_not(package: Path, text: str) -> None:
    from packages import change_cell

    row = rows("dates")[0]
    line = change_cell(package, "dates", row["date_id"], "start", str(int(row["start"]) + 1))
    with load(open_package(package)) as tables:
        _, problems = prove(tables, text)
    assert [(p.file, p.line, p.field) for p in problems] == [("data/said/dates.csv", line, "as_printed")]


def test_printed_cells_are_short_and_far_less_than_the_text() -> None:
    length = sum(int(row["length"]) for row in rows("articles"))
    printed = 0
    for table in PACKAGE.layer("said"):
        for row in rows(table.name):
            for field in table.fields:
                if field.printed and row[field.name]:
                    assert len(row[field.name].split()) <= 8, row
                    printed += len(row[field.name])
    assert 0 < printed / length < 0.4, f"printed cells are {printed / length:.1%} of the text"


def test_our_own_words_hold_no_sentence_of_the_article(text: str) -> None:
    article = words(text)
    phrases = {tuple(article[n : n + SHORTEST_PHRASE]) for n in range(len(article) - SHORTEST_PHRASE + 1)}
    for table in PACKAGE.layer("said", "known"):
        for row in rows(table.name):
            for field in table.fields:
                if field.type == "string" and not field.printed:
                    own = words(row[field.name])
                    shared = {tuple(own[n : n + SHORTEST_PHRASE]) for n in range(len(own) - SHORTEST_PHRASE + 1)} & phrases
                    assert not shared, (table.name, row[table.key[0]], field.name, shared)


def test_the_reading_is_as_full_as_a_careful_desk_makes_it() -> None:
    counts = {table.name: len(rows(table.name)) for table in PACKAGE.layer("said")}
    assert counts["passages"] == 18
    assert counts["claims"] >= 70
    assert counts["mentions"] >= 60
    assert counts["events"] >= 35


def test_every_passage_has_a_claim() -> None:
    assert {row["passage_id"] for row in rows("passages")} == {row["passage_id"] for row in rows("claims")}


def test_the_text_is_not_in_the_project(text: str) -> None:
    sentence = text[:160]
    for file in ROOT.rglob("*"):
        if file.is_file() and file.suffix in (".csv", ".md", ".json", ".py", ".sql") and not {".venv", ".nox", "build"} & set(file.parts):
            assert sentence not in file.read_text("utf-8", errors="replace"), file


def test_what_nobody_has_seen_is_confirmed_nowhere() -> None:
    unseen = {row["source_id"] for row in rows("sources") if row["seen"] == "not-seen"}
    assert "general-knowledge" in unseen
    for table in PACKAGE.layer("known"):
        flags = [field.name for field in table.fields if field.name.endswith("_confirmed")]
        for row in rows(table.name):
            if row.get("source_id") in unseen:
                assert {row[flag] for flag in flags} <= {"false"}, (table.name, row)


def test_every_assumption_has_its_reason() -> None:
    for row in rows("relations"):
        assert row["basis"] != "assumed" or row["reason"], row["relation_id"]


def test_the_announcement_of_may_2024_cannot_stand() -> None:
    finding = next(f for f in run_check(ROOT).report.open_findings if f.rule == "office-outside-tenure" and "Pete Hegseth" in f.message)
    assert (finding.verdict, finding.level, finding.doubt) == ("certain", "error", None)
    assert "25 January 2025" in finding.message
    assert "Lloyd Austin held the office then" in finding.message
    assert finding.printed == "Defense Secretary Pete Hegseth"
    basis = {(place.table, place.field, place.value) for place in finding.places if place.role == "basis"}
    assert {("dates", "edtf", "2024-05"), ("tenures", "start", "2025-01-25")} <= basis


def test_the_office_is_judged_by_the_kind_of_act_and_not_by_a_cell_set_for_it() -> None:
    mention = next(row for row in rows("mentions") if row["name_printed"] == "Pete Hegseth")
    assert mention["title_time"] in ("", "unknown")
    kinds = {row["kind_id"]: row for row in rows("kinds")}
    event = next(row for row in rows("events") if row["event_id"] == mention["event_id"])
    assert kinds[event["kind_id"]]["needs_office"] == "true"
    assert kinds[event["kind_id"]]["reason"]


@pytest.mark.parametrize(
    "rule",
    [
        "name-of-another",
        "romanisation-variant",
        "title-imprecise",
        "figure-unlike-reference",
        "first-contradicted",
        "scope-mismatch",
        "year-missing",
        "anonymous-chain",
        "group-source",
        "fact-without-source",
    ],
)
def test_the_published_article_has_findings_of(rule: str) -> None:
    assert [f for f in run_check(ROOT, select=[rule]).report.open_findings if f.rule == rule]


def test_no_finding_chooses_whose_voters_are_meant() -> None:
    # "Japanese business leaders and rural voters": the adjective belongs to both, or to the first alone.
    found = run_check(ROOT, select=["scope-mismatch"]).report.open_findings
    assert [f.fingerprint for f in found] == ["scope-mismatch:tokyo-dome/business-leaders-support-agenda"]
    assert found[0].verdict == "certain"
    assert not [place for place in found[0].places if "rural-voters" in place.row]


def test_a_sentence_with_several_facts_of_one_sort_and_no_source_is_one_note() -> None:
    found = run_check(ROOT, select=["fact-without-source"]).report.open_findings
    claims = {row["claim_id"]: row for row in rows("claims")}
    sentences = [(claims[f.claim_id]["passage_id"], claims[f.claim_id]["needs_source"]) for f in found if f.claim_id]
    assert len(sentences) == len(found) == len(set(sentences))
    assert {passage.split("/")[1] for passage, _ in sentences} == {"02.02", "03.02", "03.03", "04.04", "05.03"}


def test_the_reference_does_not_contradict_itself() -> None:
    found = run_check(ROOT, select=["tenures-overlap", "tenure-reversed"]).report.open_findings
    assert [f for f in found if f.level == "error"] == []


def test_another_text_is_refused(package: Path, tmp_path: Path) -> None:
    from corrigenda.errors import SetupError

    file = tmp_path / "other.txt"
    file.write_text("Another text.", "utf-8")
    with pytest.raises(SetupError, match="no article of the package"):
        run_check(package, texts=[read_text(file)])


def test_the_readme_shows_the_first_finding_as_a_terminal_does() -> None:
    import click

    from corrigenda.report import render

    block = (ROOT / "README.md").read_text("utf-8").split("```text\n")[1].split("```")[0].rstrip("\n")
    shown = click.unstyle(render(run_check(ROOT).report, "text", wide=True))
    assert shown.split("\n\n")[0] == block


def test_what_is_found_does_not_depend_on_how_it_is_planned(monkeypatch: pytest.MonkeyPatch) -> None:
    found = run_check(ROOT).report.result
    monkeypatch.setattr(connection, "_FEW_ROWS", 0)
    assert run_check(ROOT).report.result == found
