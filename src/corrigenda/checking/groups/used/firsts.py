"""The known events with which something that is called the first of its kind is compared."""

from __future__ import annotations

from collections.abc import Iterator

from corrigenda.engine.sql import literal
from corrigenda.engine.tables import Tables
from corrigenda.engine.views import view_files

# The categories in which each thing that is called a first is compared, and whether anybody can have been it: of a class of people,
# and of what nobody does twice.
_READ = """
    SELECT DISTINCT home.part, own.actor_id, wider.category_id, wider.kind_id, wider.topic,
        own.actor_id IS NULL OR kind.recurs = 'false' {class_id} AS is_anybody
    FROM {firsts} JOIN category_scope AS scope ON scope.category_id = own.category_id
    JOIN raw.categories AS category ON category.category_id = own.category_id
    JOIN raw.kinds AS kind ON kind.kind_id = category.kind_id
    JOIN raw.categories AS wider ON wider.category_id = scope.wider_id"""


def list_compared(tables: Tables, firsts: str) -> str:
    """Return a query for the known events (part, row_id) of the same category; `firsts` are the rows of articles with their parts.

    Where anybody can have been the first, the events are those of a set.
    """
    # Only these categories: what all others count would be worked out for nothing.
    return f"""WITH read AS ({_read(tables, firsts)}),
        members AS (
            WITH categories AS (SELECT * FROM main.categories WHERE category_id IN (SELECT category_id FROM read WHERE NOT is_anybody))
            SELECT * FROM ({view_files()["category_milestones"]}
            ) AS counted)
        SELECT read.part, member.milestone_id AS row_id FROM read
        JOIN members AS member ON member.category_id = read.category_id AND member.actor_id = read.actor_id"""


def list_sets(tables: Tables, firsts: str) -> Iterator[tuple[str, str]]:
    """Yield for each kind and topic of which anybody can have been the first a query for the parts that say so, and one for the events."""
    read = f"SELECT DISTINCT part, kind_id, topic FROM ({_read(tables, firsts)}) AS read WHERE is_anybody"
    for kind, topic in tables.run(f"SELECT DISTINCT kind_id, topic FROM ({read}) AS open ORDER BY ALL"):
        is_one = f"kind_id = {literal(kind)} AND topic IS NOT DISTINCT FROM {literal(topic) if topic else 'NULL'}"
        yield (
            f"SELECT part FROM ({read}) AS open WHERE {is_one}",
            "SELECT known.milestone_id AS row_id FROM raw.milestones AS known JOIN kind_scope AS scope ON scope.counts_id = known.kind_id "
            f"LEFT JOIN raw.actors AS thing ON thing.actor_id = known.about "
            f"WHERE scope.kind_id = {literal(kind)}" + (f" AND thing.topic = {literal(topic)}" if topic else ""),
        )


def _read(tables: Tables, firsts: str) -> str:
    has_class = tables.package.tables["firsts"].has("class_id")
    return _READ.format(firsts=firsts, class_id="OR own.class_id IS NOT NULL" if has_class else "")
