"""Where in its line a cell begins that a problem is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from corrigenda.errors import Problem
from corrigenda.package.tables.table import Table
from corrigenda.values.regions import find_cell


def add_columns(problems: Iterable[Problem], tables: Iterable[Table]) -> Iterator[Problem]:
    """Yield problems with the column at which their cell begins, where the file is sound enough to tell."""
    by_path = {table.path: table for table in tables}
    texts: dict[str, list[str]] = {}
    for problem in problems:
        table = by_path.get(problem.file)
        names = [f.name for f in table.fields] if table else []
        if table is None or problem.line < 2 or problem.field not in names:
            yield problem
            continue
        if problem.file not in texts:
            texts[problem.file] = table.file.read_bytes().decode("utf-8", "surrogateescape").split("\n")
        lines = texts[problem.file]
        # With another header a cell of this name is in another place.
        is_sound = lines[0].removesuffix("\r") == ",".join(names)
        try:
            column = find_cell(lines, problem.line, names.index(problem.field)).start_column if is_sound else 0
        except IndexError:
            column = 0
        yield replace(problem, column=column)
