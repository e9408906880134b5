"""The forms of public collections: FollowTheMoney, Popolo, congress-legislators and results of the Wikidata query service."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from collecting import bring, read

from corrigenda.collections.keys import entity_key
from corrigenda.tasks.checking.check import run_check

FTM = [
    {"id": "p1", "schema": "Person", "properties": {"name": ["Ann Lee"], "alias": ["A. Lee"], "birthDate": ["1960-05"]}},
    {"id": "o1", "schema": "Position", "properties": {"name": ["Minister of Foreign Affairs"], "country": ["fr"]}},
    {
        "id": "q1",
        "schema": "Occupancy",
        "properties": {"holder": ["p1"], "post": ["o1"], "startDate": ["2019-03-01"], "status": ["current"]},
    },
    {"id": "s1", "schema": "Sanction", "properties": {"entity": ["p1"]}},
]
POPOLO = {
    "persons": [{"id": "p1", "name": "Ann Lee", "birth_date": "1960", "other_names": [{"name": "Annie Lee"}]}],
    "organizations": [{"id": "b1", "name": "House of Commons"}],
    "posts": [{"id": "o1", "label": "Speaker", "organization_id": "b1"}],
    "memberships": [
        {"person_id": "p1", "post_id": "o1", "organization_id": "b1", "start_date": "2019-03-01", "end_date": "2020-03-01"},
        {"person_id": "p1", "organization_id": "b1", "start_date": "2017"},
        {"person_id": "p1"},
    ],
}  # fmt: skip
CONGRESS = """# people
- id:
    bioguide: L000001
  name:
    first: Ann
    middle: B.
    last: Lee
  bio:
    birthday: '1960-05-01'
  terms:
  - type: sen
    start: '2019-01-03'
    end: '2025-01-03'
  - type: rep
    start: '2015-01-06'
    end: '2017-01-03'
"""


def test_followthemoney(tmp_path: Path) -> None:
    root, said = bring(tmp_path, "followthemoney", "\n".join(map(json.dumps, FTM)), as_of="2022-05-01")
    assert read(root, "actors")["ann-lee.p1"]["existed_from"] == "1960-05"
    assert {row["name"] for row in read(root, "names").values()} >= {"Ann Lee", "A. Lee", "Foreign Minister"}
    term = read(root, "tenures")["fr/minister-of-foreign-affairs.o1/ann-lee.p1/2019"]
    assert (term["start"], term["end"], term["end_state"], term["as_of"]) == ("2019-03-01", "", "open", "2022-05-01")
    assert read(root, "offices")["fr/minister-of-foreign-affairs.o1"]["holders"] == "several"
    assert read(root, "sources")["file"]["known_until"] == "2022-05-01"
    assert "entities of the schema Sanction are not read" in said
    assert run_check(root).report.result.coverage


def test_popolo(tmp_path: Path) -> None:
    root, said = bring(tmp_path, "popolo", json.dumps(POPOLO), as_of="2021-01-01")
    assert [(row["office_id"], row["start"], row["end_state"]) for row in read(root, "tenures").values()] == [
        ("member-of-house-of-commons." + entity_key("x", "b1 member").partition(".")[2], "2017", "unknown"),
        ("speaker-house-of-commons.o1", "2019-03-01", "closed"),
    ]
    assert "a membership without a post and without an organization was left out" in said


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_congress(tmp_path: Path, form: str) -> None:
    import yaml

    text = CONGRESS if form == "yaml" else json.dumps(yaml.safe_load(CONGRESS))
    root, _ = bring(tmp_path, "congress", text, f"file.{form}")
    terms = {row["start"]: row for row in read(root, "tenures").values()}
    # The last day of a term that runs is a plan and no fact.
    assert (terms["2019-01-03"]["end_state"], terms["2019-01-03"]["as_of"]) == ("open", "2019-01-03")
    assert terms["2015-01-06"]["end"] == "2017-01-03"
    assert read(root, "sources")["file"]["licence"] == "CC0-1.0"


@pytest.mark.parametrize(
    ("start", "precision", "read_as"),
    [
        ("2019-01-01", "", "2019"),
        ("2019-01-01T00:00:00Z", "11", "2019-01-01"),
        ("2019-03-01T00:00:00Z", "10", "2019-03"),
        ("2019-03-01T00:00:00Z", "9", "2019"),
        ("2010-01-01T00:00:00Z", "8", "201X"),
        ("2019-03-00", "", "2019-03"),
        ("2019", "", "2019"),
        ("2019-03-05", "", "2019-03-05"),
        ("http://www.wikidata.org/.well-known/genid/12ab", "", ""),
        ("-0044-03-15T00:00:00Z", "11", ""),
        ("March 2019", "", ""),
    ],
)
def test_a_result_of_the_wikidata_query_service(tmp_path: Path, start: str, precision: str, read_as: str) -> None:
    text = (
        "person,personLabel,position,positionLabel,start,startPrecision,end,endPrecision\n"
        f"http://www.wikidata.org/entity/Q1,Ann Lee,http://www.wikidata.org/entity/Q2,President of France,{start},{precision},,\n"
    )
    root, _ = bring(tmp_path, "table", text)
    (term,) = read(root, "tenures").values()
    assert (term["actor_id"], term["office_id"], term["start"]) == ("ann-lee.q1", "president-of-france.q2", read_as)
