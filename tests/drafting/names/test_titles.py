"""Titles before and after names, with their markers; and the offices that they mean."""

from __future__ import annotations

from pathlib import Path

import pytest
from collecting import bring
from drafted_rows import rows

from corrigenda.drafting.draft import draft_article
from corrigenda.package.package import open_package

PRINTED = [
    ("Sarah Bell, policy director at the Free Institute, spoke.", "Sarah Bell", "policy director at the Free Institute", ""),
    ("Sarah Bell resigns as president.", "Sarah Bell", "president", ""),
    ("Sarah Bell of the Greens is the new finance minister.", "Sarah Bell", "finance minister", ""),
    ("House Speaker Tom Bell spoke.", "Tom Bell", "House Speaker", ""),
    ("California Gov. Tom Bell spoke.", "Tom Bell", "California Gov.", ""),
    ("President-elect Tom Bell spoke.", "Tom Bell", "President", "designate"),
    ("Interim Prime Minister Tom Bell spoke.", "Tom Bell", "Prime Minister", "acting"),
    ("Former U.S. Defense Secretary Tom Bell spoke.", "Tom Bell", "U.S. Defense Secretary", "former"),
    ("It met then-Governor Tom Bell there.", "Tom Bell", "Governor", "then"),
    ("So said Secretary of State Tom Bell.", "Tom Bell", "Secretary of State", ""),
    ("A spokeswoman for the council, Sarah Bell, spoke.", "Sarah Bell", "spokeswoman for the council", ""),
    ("Russia's press secretary Tom Bell spoke.", "Tom Bell", "Russia's press secretary", ""),
    ("Tom Bell, the council's finance director, spoke.", "Tom Bell", "council's finance director", ""),
    ("The chief executive, Dr Tom Bell, spoke.", "Tom Bell", "chief executive", ""),
    ("The union's president, Tom Bell, spoke.", "Tom Bell", "union's president", ""),
    ("Chief Inspector of Schools Sir Tom Bell spoke.", "Tom Bell", "Chief Inspector of Schools", ""),
    ("Sir Tom Bell, chief executive of Northern Rail, spoke.", "Tom Bell", "chief executive of Northern Rail", ""),
    ("Tom Bell, general secretary of the Teachers' Union, spoke.", "Tom Bell", "general secretary of the Teachers' Union", ""),
    ("Permanent secretary of the academy Sarah Bell spoke.", "Sarah Bell", "Permanent secretary of the academy", ""),
    ("Chancellor of the Exchequer Rishi Vane spoke.", "Rishi Vane", "Chancellor of the Exchequer", ""),
    ("The chief economist Sarah Bell spoke.", "Sarah Bell", "chief economist", ""),
    ("Sarah Bell, professor of politics at the University of York, spoke.", "Sarah Bell", "professor of politics", ""),
    ("Headteacher Sarah Bell spoke.", "Sarah Bell", "Headteacher", ""),
    ("Sarah Bell, now chairman, spoke.", "Sarah Bell", "chairman", "current"),
    ("Sarah Bell, once mayor of York, spoke.", "Sarah Bell", "mayor of York", "former"),
    ("Sarah Bell, now at home, spoke.", "Sarah Bell", "", ""),
    ("Cllr Sarah Bell spoke.", "Sarah Bell", "Cllr", ""),
    ("Conservative group leader Tom Bell spoke.", "Tom Bell", "Conservative group leader", ""),
]


@pytest.mark.parametrize(("text", "name", "title", "marker"), PRINTED, ids=[case[0] for case in PRINTED])
def test_a_title_is_found_where_news_prints_it(text: str, name: str, title: str, marker: str) -> None:
    assert (name, title, marker) in rows(text, "mentions", "name_printed", "title_printed", "title_marker")


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Bell spoke.",
        "Tom Bell, 45, spoke.",
        "Tom Bell worked as well.",
        "Member of the State Duma met.",
        "He wrote a book for Tom Bell as editor.",
        "The novelist Sarah Bell spoke.",
        "Sarah Bell was elected mayor of York.",
        "Sarah Bell was appointed chairwoman of the board.",
        "Sarah Bell, a Danish physicist, spoke.",
        "Speaking for Tom Bell, a spokesman said it was late.",
    ],
)
def test_what_is_no_title_is_left_alone(text: str) -> None:
    assert not any(title for (title,) in rows(text, "mentions", "title_printed"))


def test_the_state_tells_the_office() -> None:
    text = "Canadian Prime Minister Mark Carney met Japanese Prime Minister Sanae Takaichi."
    assert rows(text, "mentions", "actor_id", "office_id") == [
        ("mark-carney", "ca/prime-minister"),
        ("sanae-takaichi", "jp/prime-minister"),
    ]


def test_a_title_of_an_unknown_person_links_to_no_office_that_could_be_another() -> None:
    assert rows("Prime Minister Tom Bell spoke.", "mentions", "actor_id", "office_id") == [("", "")]


def test_a_title_in_the_plural_belongs_to_the_whole_list() -> None:
    found = rows("Sens. Sarah Bell of Maine, Tom Roe of Ohio and Ann Lee voted.", "mentions", "name_printed", "title_printed")
    assert [title for name, title in found if name in ("Sarah Bell", "Tom Roe", "Ann Lee")] == ["Sens."] * 3


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Transport Minister", "minister-of-transport-of-nordland"),
        ("Minister", "minister-of-transport-of-nordland"),
        ("President", ""),
        ("Vice President", "vice-president-of-nordland"),
        ("Finance Minister", ""),
    ],
)
def test_a_title_is_short_for_the_office_that_somebody_held(tmp_path: Path, title: str, office: str) -> None:
    """The reference was read from a list that names no state, so that no short forms are known."""
    text = (
        "person,office,start,end\nAnn Lee,Minister of Transport of Nordland,2020-01-01,\nAnn Lee,Vice President of Nordland,2021-01-01,\n"
    )
    root, _ = bring(tmp_path, "table", text, as_of="2024-01-01")
    made = draft_article(f"{title} Ann Lee spoke.", "t", open_package(root))
    assert [row.get("office_id", "") for row in made.tables["mentions"]] == [office]


def test_a_profession_alone_is_a_description_of_its_bearer() -> None:
    found = rows("The novelist Pete Hegseth left. Then the novelist was late.", "mentions", "actor_id", "form", "title_printed")
    assert found == [("pete-hegseth", "name", ""), ("pete-hegseth", "description", "")]
