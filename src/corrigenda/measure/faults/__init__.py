"""Plant faults: each is a small function that changes one thing of a world, and knows what must be said of it.

A fault knows by the days of the true history, counted plainly, whether what it leaves cannot be so; where the change
would leave things possible it plants nothing and says so by None. What is printed together is one expression: a title
with its name, an amount with its sign, "never" with of whom. A fault in an expression is at its place wherever a rule points into it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from corrigenda.measure.world import Cell, World

_EXPRESSIONS = {
    "mentions": ({"title_printed", "name_printed", "actor_id", "office_id", "title_marker", "title_time"},),
    "dates": ({"as_printed", "edtf", "weekday"}, {"as_printed", "duration", "direction", "anchor", "phrase_id"}),
    "sums": ({"as_printed", "amount", "currency", "unit"}, {"extent", "part_of"}),
    "tenures": ({"start", "start_confirmed"}, {"end", "end_state", "as_of", "end_confirmed"}),
    "ties": ({"start", "start_confirmed"}, {"end", "end_state", "as_of", "end_confirmed"}),
    "firsts": ({"kind", "number", "as_printed", "actor_id", "category_id"},),
    "claims": ({"needs_source", "modality"},),
    "attributions": ({"actor_id", "described", "naming"}, {"verb", "verb_id", "hedge"}),
    "tie_mentions": ({"as_printed", "relation", "other_id", "tie_marker", "tie_time"},),
    "quotations": ({"use", "attribution_id", "as_printed"},),
}


@dataclass(frozen=True)
class Planted:
    """Hold a world with one fault, and the cells of the expression that it was planted in."""

    world: World
    cells: frozenset[Cell]


Plant = Callable[[World, Random], Planted | None]


@dataclass(frozen=True)
class Fault:
    """Hold one kind of fault: the rules that must say so, and whether they must be certain.

    `others` are those of the rules for which it lies on the other side of the clash: not in the row that the rule
    judges, but in one that it is compared with. A clash of two cells has two honest first places.
    """

    name: str
    certain: frozenset[str]
    possible: frozenset[str]
    others: frozenset[str]
    plant: Plant

    @property
    def rules(self) -> frozenset[str]:
        """Return all rules that must say so."""
        return self.certain | self.possible


def fault(*certain: str, possible: tuple[str, ...] = (), others: tuple[str, ...] = ()) -> Callable[[Plant], Fault]:
    """Name the rules that must find what a function plants."""

    def name(plant: Plant) -> Fault:
        word = plant.__name__.replace("_", "-")
        return Fault(word, frozenset(certain), frozenset(possible), frozenset(others), plant)

    return name


def change(world: World, table: str, key: str, **cells: str) -> Planted | None:
    """Change cells of one row, which stand for one expression; None where they would stay as they are."""
    row = world.row(table, key)
    changed = {field for field, value in cells.items() if row.get(field, "") != value}
    if not changed:
        return None
    after = world.copy()
    after.rows[table][key] = {field: value for field, value in (row | cells).items() if value}
    fields = changed.union(*(group for group in _EXPRESSIONS.get(table, ()) if group & changed))
    return Planted(after, frozenset((table, key, field) for field in fields))


def insert(world: World, table: str, key: str, field: str, **cells: str) -> Planted:
    """Add a row; the words that stand for it are in `field`."""
    after = world.copy()
    after.rows.setdefault(table, {})[key] = {name: value for name, value in cells.items() if value}
    return Planted(after, frozenset({(table, key, field)}))


def remove(world: World, table: str, keys: list[str], lacks: Cell) -> Planted:
    """Take rows away; `lacks` is the cell that then stands alone."""
    after = world.copy()
    for key in keys:
        del after.rows[table][key]
    return Planted(after, frozenset({lacks}))


def some(world: World, rng: Random, *roles: str) -> str | None:
    """Draw a row that stands for one of these roles, or None where there is none."""
    found = [key for role in roles for key in world.roles[role]]
    return rng.choice(found) if found else None


def all_faults() -> tuple[Fault, ...]:
    """Return every fault of the modules of this package, in order of name."""
    from corrigenda.measure.faults import claims, events, names, news, reference, sources, sums, ties, times, title_words, titles

    modules = (claims, events, names, news, reference, sources, sums, ties, times, title_words, titles)
    found = [item for module in modules for item in vars(module).values() if isinstance(item, Fault)]
    return tuple(sorted(found, key=lambda item: item.name))
