"""What an import read of a FollowTheMoney file, judged by the library followthemoney: people, positions and occupancies."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from collecting import read
from conftest import SHARED

from corrigenda.tasks.reference.collect import import_collection

followthemoney = pytest.importorskip("followthemoney", reason="followthemoney is in the session 'collections' alone")

SAMPLE = SHARED / "collections" / "sample.ftm.json"
KINDS = ("Person", "Organization", "PublicBody", "Company", "LegalEntity")
ALL_NAMES = ("name", "alias", "weakAlias", "previousName")


def judge(file: Path) -> dict[str, Any]:
    """Read a file with the library: names of people by identifier, names and countries of positions, occupancies with their days."""
    people: dict[str, set[str]] = {}
    positions: dict[str, tuple[set[str], str]] = {}
    held: list[tuple[str, str, str, str]] = []
    for line in file.read_text("utf-8").splitlines():
        entity = followthemoney.model.get_proxy(json.loads(line))
        if entity.schema.name in KINDS:
            people[entity.id] = {name for field in ALL_NAMES if field in entity.schema.properties for name in entity.get(field)}
        elif entity.schema.name == "Position":
            positions[entity.id] = set(entity.get("name")), "".join(entity.get("country"))
        elif entity.schema.name == "Occupancy":
            (holder,), (post,) = entity.get("holder"), entity.get("post")
            # A first of January is read as its year, on purpose.
            start, end = ("".join(entity.get(side)).removesuffix("-01-01") for side in ("startDate", "endDate"))
            held.append((holder, post, start, end))
    return {"people": people, "positions": positions, "held": held}


def compare(file: Path, root: Path) -> int:
    """Compare what the library and the import say of a file; return how many occupancies were compared."""
    judged = judge(file)
    import_collection("followthemoney", file, root, today="2030-01-01", as_of="2029-12-31")
    source = file.name.split(".")[0]
    actors = {key: row for key, row in read(root, "actors").items() if row["source_id"].startswith(source)}
    offices = read(root, "offices")
    names: dict[str, set[str]] = {}
    for row in read(root, "names").values():
        if row["source_id"].startswith(source) and not row["note"].startswith("This form was made"):
            names.setdefault(row["actor_id"] or row["office_id"], set()).add(row["name"])
    # A key tells its identifier: it ends with it, or is it.
    people = {identifier: keys_of(identifier, actors) for identifier in judged["people"]}
    posts = {identifier: keys_of(identifier, offices) for identifier in judged["positions"]}
    assert {identifier: names[key] for identifier, key in people.items()} == judged["people"]
    assert {identifier: (names[key], offices[key]["state"]) for identifier, key in posts.items()} == judged["positions"]
    assert len({row["actor_id"] for row in actors.values() if row["kind"] != "state"}) == len(judged["people"])
    terms = sorted((row["actor_id"], row["office_id"], row["start"], row["end"]) for row in read(root, "tenures").values())
    assert terms == sorted((people[holder], posts[post], start, end) for holder, post, start, end in judged["held"])
    return len(terms)


def keys_of(identifier: str, rows: dict[str, dict[str, str]]) -> str:
    (key,) = (key for key in rows if key.rpartition("/")[2] == identifier or key.endswith(f".{identifier}"))
    return key


@pytest.mark.skipif(not SAMPLE.is_file(), reason=f"the collections are not published: {SAMPLE} is not here")
def test_the_import_of_a_real_file_says_what_the_library_says(tmp_path: Path) -> None:
    assert compare(SAMPLE, tmp_path / "made") > 40


def test_the_import_of_entities_of_the_library_says_what_it_says(tmp_path: Path) -> None:
    """The entities are made and written by the library: several names, days of a year or a month, statuses."""
    rng = random.Random(7)  # noqa: S311  (a test)
    lines = []
    for n in range(60):
        person = followthemoney.model.make_entity(rng.choice(("Person", "Organization", "PublicBody")))
        person.id = f"p{n}"
        person.add("name", f"Zoë Person{n}")
        for extra in range(rng.randrange(3)):
            person.add("alias", f"Zoe Alias{n} {extra}")
        post = followthemoney.model.make_entity("Position")
        post.id = f"o{n}"
        post.add("name", f"Member {n} of the Assembly")
        post.add("country", rng.choice(("fr", "de", "us")))
        lines += [person.to_dict(), post.to_dict()]
    pairs = rng.sample([(a, b) for a in range(60) for b in range(60)], 200)
    for n, (a, b) in enumerate(pairs):
        term = followthemoney.model.make_entity("Occupancy")
        term.id = f"q{n}"
        term.add("holder", f"p{a}")
        term.add("post", f"o{b}")
        start = rng.randrange(1950, 2010)
        term.add("startDate", rng.choice((f"{start}", f"{start}-05", f"{start}-05-06")))
        if rng.random() < 0.8:
            term.add("endDate", f"{start + 3}-07-08")
        term.add("status", rng.choice(("current", "ended", "unknown")))
        lines.append(term.to_dict())
    file = tmp_path / "entities.json"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    assert compare(file, tmp_path / "made") == 200
