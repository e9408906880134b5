"""A package checked in groups of articles: those that were judged before are taken from the cache, the others judged, and all merged."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence

from corrigenda.checking.groups.cut import count_shared, cut_files
from corrigenda.checking.groups.judging import is_of_whole, judge_group
from corrigenda.checking.groups.kept_parts import KeptParts
from corrigenda.checking.groups.links import HOMES, divide, leave_out, said_tables
from corrigenda.checking.groups.merging import merge
from corrigenda.checking.groups.plan import Plan
from corrigenda.checking.groups.used.reference import find_used
from corrigenda.checking.rulebook.catalogue import Catalogue
from corrigenda.engine.sql import quote
from corrigenda.engine.tables import Tables
from corrigenda.results.finding import Result
from corrigenda.results.part import Part

# Measured, and a third more: what a process needs without rows, for each row of an article with the reference that it uses, and for
# each row of the reference that many articles use together, which any group may have.
BASE, ROW, SHARED_ROW = 150_000_000, 10_000, 4_000
# More rows at once are hardly faster, and the bar of the progress would stand still for long.
_MOST_ROWS = 25_000
# A further process pays from so many rows on.
_ROWS_A_JOB = 6_000


def check_in_groups(tables: Tables, rules: Catalogue, plan: Plan, *, as_of: str | None = None, timeline: bool = True) -> Result:
    """Check a sound package in groups and return what one run over all of it returns, to the byte.

    Raises SetupError where a rule breaks its contract, or a process was ended from outside.
    """
    parts = divide(tables)
    apart = Catalogue(tuple(rule for rule in rules if not is_of_whole(rule)))
    kept = KeptParts(plan.cache, _digest_rules(apart), tables, parts) if plan.cache else None
    found: list[Part] = []
    todo = list(range(len(parts)))
    if kept:
        kept.find_listed()
        todo = _take(kept, todo, found)
        leave_out(tables, sorted({*range(len(parts))} - {*todo}))
    if todo:
        find_used(tables)
        if kept:
            kept.find_entries(todo)
            todo = _take(kept, todo, found)
    total, done = sum(map(len, parts)), sum(len(part.articles) for part in found)
    plan.step(done, total)
    for judged in _judge(tables, parts, todo, apart, plan):
        for part in judged:
            if kept:
                kept.write(part)
            done += len(part.articles)
        found += judged
        plan.step(done, total)
    if kept:
        kept.write_list()
    return merge(tables, rules, found, as_of=as_of, timeline=timeline, keep=kept.keep_whole if kept else None)


def _take(kept: KeptParts, parts: Sequence[int], found: list[Part]) -> list[int]:
    """Add what was found before of some parts, and return those that have to be judged."""
    todo = []
    for number in parts:
        part = kept.read(number)
        if part is None:
            todo.append(number)
        else:
            found.append(part)
    return todo


def _digest_rules(rules: Catalogue) -> str:
    return hashlib.sha256(repr(rules.rules).encode()).hexdigest()


def _judge(tables: Tables, parts: Sequence[Sequence[str]], todo: Sequence[int], rules: Catalogue, plan: Plan) -> Iterator[list[Part]]:
    """Judge some parts in groups, in this process or in several."""
    if not todo:
        return
    sizes = _count_rows(tables)
    rows = sum(sizes.get(number, 0) for number in todo)
    jobs = min(plan.jobs or min(cores(), 1 + rows // _ROWS_A_JOB), max(1, len(todo)))
    free = plan.memory - BASE - SHARED_ROW * count_shared(tables)
    most = min(_MOST_ROWS, max(1, free // ROW))
    number = _count_groups(rows, most, jobs)
    groups = ((cut_files(tables, group), [parts[number] for number in group]) for group in _fill(todo, sizes, number, most))
    if plan.judge:
        yield from plan.judge(tables.package, groups, rules, jobs)
        return
    if jobs == 1:
        yield from (judge_group(tables.package, files, articles, rules) for files, articles in groups)
        return
    from corrigenda.checking.groups.processes import judge_in_processes

    yield from judge_in_processes(tables.package, groups, rules, jobs)


def cores() -> int:
    """Return how many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _count_rows(tables: Tables) -> dict[int, int]:
    """Return how many rows of articles each part has."""
    each = " UNION ALL ".join(f"SELECT part FROM {HOMES}.{quote(table.name)}" for table in said_tables(tables))
    return dict(tables.run(f"SELECT part, count(*) FROM ({each}) AS homes GROUP BY part ORDER BY part"))


def _count_groups(rows: int, most: int, jobs: int) -> int:
    """Return how many groups to make of rows, so that each has about so many at most and each process as much to do as the others.

    >>> [_count_groups(rows, 25_000, 2) for rows in (1_000, 60_000, 130_000)]
    [2, 4, 6]
    """
    return jobs * max(1, -(-rows // (most * jobs)))


def _fill(todo: Sequence[int], sizes: dict[int, int], groups: int, most: int) -> Iterator[list[int]]:
    """Yield so many groups of parts in order, of about as many rows each; fewer where there are not so many parts.

    No group has more than so many rows at most, but for a single part that has: then there is a group more.

    >>> list(_fill([0, 1, 2, 3], {0: 5, 1: 4, 2: 30, 3: 1}, 3, 100))
    [[0, 1], [2], [3]]
    >>> list(_fill([0, 1, 2, 3], {0: 5, 1: 5, 2: 5, 3: 5}, 2, 10))
    [[0, 1], [2, 3]]
    >>> list(_fill([0, 1, 2], {0: 13, 1: 13, 2: 13}, 2, 20))
    [[0], [1], [2]]
    """
    group: list[int] = []
    held = 0
    last, before, total = 0, 0, sum(sizes.get(number, 0) for number in todo)
    for number in todo:
        # A part belongs where its middle is.
        place = (2 * before + sizes.get(number, 0)) * groups // (2 * total or 1)
        if group and (place > last or held + sizes.get(number, 0) > most):
            yield group
            group, held = [], 0
        group.append(number)
        held += sizes.get(number, 0)
        last, before = place, before + sizes.get(number, 0)
    if group:
        yield group
