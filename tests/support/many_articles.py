"""Packages of many articles that really differ: worlds of the reliability benchmark, with faults, links, drafts and decisions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

from corrigenda import Package, load, new_package
from corrigenda.checking.groups.cut import cut_files
from corrigenda.checking.groups.judging import is_of_whole, judge_group
from corrigenda.checking.groups.links import divide
from corrigenda.checking.groups.merging import merge
from corrigenda.checking.groups.used.reference import find_used
from corrigenda.checking.rulebook.catalogue import Catalogue, catalogue
from corrigenda.checking.runner import check
from corrigenda.engine.tables import Tables
from corrigenda.measure.faults import all_faults
from corrigenda.measure.judgement import AS_OF, write_worlds
from corrigenda.measure.vocabulary import common_rows
from corrigenda.measure.world import World
from corrigenda.measure.worlds import draw_world
from corrigenda.package.drafts import digest_cells
from corrigenda.package.tables.csv_file import read_rows, write_rows
from corrigenda.results.finding import Result

FAULTS = all_faults()
ARTICLES = 9
# A package, with what one run finds in it.
Archive = tuple[Package, Result]


def draw(number: int) -> World:
    """Draw a world, with a fault where one can be planted in it; another one for each world."""
    world = draw_world(7, number)
    for step in range(len(FAULTS)):
        plant = FAULTS[(number * 5 + step) % len(FAULTS)].plant(world, Random(number))  # noqa: S311
        if plant is not None:
            return plant.world
    return world


def write_articles(folder: Path, count: int) -> Package:
    """Write a package of so many articles that share people, point at one another, have drafts, and of which findings are waived.

    The second article names a person of the first; an event of the third is set before one of the fourth; the fifth names nobody else.
    """
    worlds = [draw(number) for number in range(count)]
    _name_a_person_of(worlds[0], worlds[1])
    if count > 3:
        _order(worlds[2], worlds[3])
    package = new_package(folder)
    write_worlds(package, [common_rows(), *worlds])
    for table in ("dates", "mentions", "sums", "tenures"):
        _draft(package, table)
    with load(package) as tables:
        findings = check(tables, catalogue(), as_of=AS_OF).findings
    waived = [finding for finding in findings if finding.subject == "article"][:2]
    decided = ["It was looked into", "the desk", None]
    _write(package, "waivers", [[f.fingerprint, f.evidence_digest, *decided] for f in sorted(waived, key=lambda f: f.fingerprint)])
    return package


def _name_a_person_of(known: World, world: World) -> None:
    """Let a mention of one world be of a person whom another one names, by the label that it has there."""
    named = {row.get("actor_id") for _, row in known.listed("mentions")}
    actor, cells = next((key, row) for key, row in known.listed("actors") if row["kind"] == "person" and key in named)
    mention = next(row for _, row in world.listed("mentions") if row.get("form") == "name" and "office_id" not in row)
    mention |= {"actor_id": actor, "name_printed": cells["label"]}


def _order(one: World, other: World) -> None:
    """Set an event of one article before one of another, so that both are one part."""
    events = [next(key for key, row in world.listed("events") if row["kind_id"] != "writing") for world in (one, other)]
    passage = one.listed("passages")[0][0]
    one.add(
        "relations",
        "across",
        passage_id=passage,
        start="0",
        end="9",
        event_id=events[0],
        relation="before",
        other=events[1],
        basis="printed",
    )


def _draft(package: Package, table: str) -> None:
    """Mark every third row of a table as a draft that nobody has accepted."""
    marks = [[*row.values()] for row in read_rows(package.tables["drafts"].file)[1]]
    for row in read_rows(package.tables[table].file)[1][::3]:
        marks.append([table, row[package.tables[table].key[0]], digest_cells(row), "a program", "", ""])
    _write(package, "drafts", [[cell or None for cell in mark] for mark in sorted(marks)])


def _write(package: Package, table: str, rows: list[list[str | None]]) -> None:
    fields = [field.name for field in package.tables[table].fields]
    package.tables[table].file.write_bytes(write_rows(fields, rows))


def judge_apart(tables: Tables, rules: Catalogue, groups: Sequence[Sequence[int]] | None, as_of: str = AS_OF) -> Result:
    """Judge the parts of a package in these groups, or each by itself, and merge what is found."""
    parts = divide(tables)
    find_used(tables)
    apart = Catalogue(tuple(rule for rule in rules if not is_of_whole(rule)))
    found = []
    for group in groups or [[number] for number in range(len(parts))]:
        found += judge_group(tables.package, cut_files(tables, group), [parts[number] for number in group], apart)
    return merge(tables, rules, found, as_of=as_of)
