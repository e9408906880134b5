"""A connection to the embedded engine: statements run, their errors shown as sentences, and tables made when a query first reads them."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from typing import Any, Self

from corrigenda.engine.engine_errors import NO_BLOCK, as_error, plain, short_of_memory
from corrigenda.engine.limits import Limits, Watch, capped
from corrigenda.engine.sql import made_by, named_by, needed, words_of
from corrigenda.errors import LimitError, MissingTableError, SetupError
from corrigenda.package.storage.scrap import temporary_folder

# What the engine says when Ctrl-C reaches it in a query.
_STOPPED = "Query interrupted"
# Below so many rows, the best plan costs more than it saves: these steps of the planner weigh sizes or look for what can be shared.
_FEW_ROWS = 20_000
# Bytes of rows from which on an engine has files, and the mebibytes that it keeps in memory then.
_LARGE, _IN_MEMORY = 48_000_000, 400
_WEIGHING = "join_order, common_subplan, statistics_propagation, join_filter_pushdown, partial_aggregate_pushdown"


@dataclass(frozen=True)
class Maker:
    """Make a table when something first reads it; it has no rows where the query `of` has none."""

    make: Callable[[], object]
    of: str

    def __call__(self) -> None:
        """Make the table."""
        self.make()


class Connection:
    """Hold an engine in memory; from so many bytes of rows on, one that has its tables in files and a part of them in memory.

    `makers` holds a function for each table that can be made and that nothing has read yet; `missing` names the table of the
    package that something lacks which cannot be made, and `beyond` says which limit stopped the making of what is not there. `reads`
    holds, for each table that was made, all words of the statements that made it: the names of what it was made from are among them.
    `void` names tables that have no rows, each with the one that is the reason, and `standing` those that are there already.
    """

    def __init__(self, size: int = 0) -> None:
        import duckdb

        self._scrap = ExitStack()
        self._folder = folder = self._scrap.enter_context(temporary_folder()) if size > _LARGE else None
        quiet: dict[str, str | bool | int | float | list[str]] = {
            "threads": 1, "autoinstall_known_extensions": False, "autoload_known_extensions": False,
            # Nothing is put next to the package: what does not fit into memory is stopped.
            "temp_directory": str(folder / "spilled") if folder else "",
            **({"memory_limit": f"{_IN_MEMORY}MiB"} if folder else {}),
        }  # fmt: skip
        try:
            self.connection = duckdb.connect(str(folder / "tables") if folder else ":memory:", config=quiet)
        except duckdb.Error as error:
            raise as_error(f"the engine cannot be started: {error}", folder) from None
        self.makers: dict[str, Callable[[], object]] = {}
        self.missing: dict[str, str] = {}
        self.beyond: dict[str, LimitError] = {}
        self.reads: dict[str, set[str]] = {}
        self._noted: list[set[str]] = []
        self.void: dict[str, str] = {}
        self.standing: frozenset[str] = frozenset()
        self.limits: Limits | None = None
        self.watch = Watch(self.connection.interrupt)
        # How many seconds a query that somebody else wrote has used, however often it was prepared and run.
        self._used: dict[str, float] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def limit(self, limits: Limits) -> None:
        """Stop from now on each statement that takes more time or memory; raises LimitError then."""
        self.limits = limits
        if not self._folder:
            self.run(f"SET memory_limit = '{limits.mebibytes}MiB'")

    def run(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and return its rows."""
        return self._fetch(sql, parameters)[1]

    def query(self, sql: str, most: int | None = None, seconds: float | None = None) -> list[dict[str, Any]]:
        """Run one SELECT and return its rows by column name, at most so many.

        `seconds` is for a query that somebody else wrote: how long it may take in all, to prepare it included, and the system sees to it
        that it takes no more memory than it may. Raises LimitError where it would.
        """
        names, rows = self._fetch(sql, most=most, seconds=seconds)
        return [dict(zip(names, row, strict=True)) for row in rows]

    def columns(self, sql: str, seconds: float | None = None) -> dict[str, str]:
        """Return the names and types of the columns that a SELECT gives, without running it; `seconds` is as with `query`.

        Raises SetupError where it cannot be prepared, or is anything but one SELECT.
        """
        import duckdb

        try:
            statements = self.connection.extract_statements(sql)
        except duckdb.Error as error:
            raise SetupError(f"the query does not parse: {plain(error)}") from None
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            raise SetupError("the query is not one SELECT")
        return {row[0]: row[1] for row in self._fetch(f"DESCRIBE {sql}", seconds=seconds)[1]}

    def lacks(self, sql: str) -> bool:
        """Tell whether a SELECT reads a table or view that the package does not have, or that takes more than it may."""
        try:
            self.columns(sql, self.limits.seconds if self.limits else None)
        except SetupError as error:
            return isinstance(error, (LimitError, MissingTableError))
        return False

    def make(self, names: Iterable[str]) -> None:
        """Make the tables of these names that wait for it, and what they are made from.

        One that lacks a table of the package is not made and noted as missing.
        """
        for name in sorted(self.makers.keys() & names):
            is_there = name in self.standing and self.is_void(name)
            # Made already where an earlier one reads it.
            maker = self.makers.pop(name, None)
            if maker is not None and not is_there:
                try:
                    with self.noting() as self.reads[name]:
                        maker()
                except MissingTableError as error:
                    self.missing[name] = error.table
                    self.reads.pop(name, None)
                except LimitError as error:
                    self.reads.pop(name, None)
                    self.beyond[name] = LimitError(f"reads the table {name}, which {error.what.rpartition(', which ')[2]}")

    @contextmanager
    def noting(self) -> Iterator[set[str]]:
        """Note the words of all statements until the block ends, without those that make what a statement reads."""
        words: set[str] = set()
        self._noted.append(words)
        try:
            yield words
        finally:
            self._noted.pop()

    def has_none(self, sql: str) -> bool:
        """Tell whether a SELECT surely has no rows, because a table without any is joined in it; nothing is made for that.

        The table that is the reason counts as read.
        """
        # A query that lacks a table has to say so.
        return not self.missing and any(map(self.is_void, sorted(needed(sql))))

    def is_void(self, name: str) -> bool:
        """Tell whether a table is known to have no rows, made or not."""
        if name not in self.void and isinstance(maker := self.makers.get(name), Maker) and not self.missing:
            reason = next((table for table in sorted(needed(maker.of)) if self.is_void(table)), None)
            self.void |= {name: self.void[reason]} if reason else {}
        if name in self.void and self._noted:
            self._noted[-1].add(self.void[name])
        return name in self.void

    def _keep_void(self, made: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """Note whether a table that was made has rows."""
        if rows == [(0,)]:
            self.void[made] = made
        elif made in self.void:
            self.void = {name: reason for name, reason in self.void.items() if made not in (name, reason)}

    def plan_for(self, rows: int) -> None:
        """Plan queries without weighing sizes where there are few rows."""
        if rows < _FEW_ROWS:
            self.run(f"SET disabled_optimizers = '{_WEIGHING}'")

    def close(self) -> None:
        """Close the engine, and remove its files."""
        self.watch.close()
        self.connection.close()
        self._scrap.close()

    @contextmanager
    def _watched(self, sql: str, limits: Limits) -> Iterator[Callable[[], str]]:
        """Watch over a query that somebody else wrote: all that is done with it has one time, and the system refuses it memory."""
        asked, start = sql.removeprefix("DESCRIBE "), time.process_time()
        used = self._used.get(asked, 0.0)
        if used > limits.seconds:
            raise LimitError(f"takes longer than {limits.seconds:g} seconds and was stopped")
        try:
            with capped(limits.bytes), self.watch.over(limits, used) as told:
                yield told
        finally:
            self._used[asked] = used + time.process_time() - start

    def _fetch(
        self, sql: str, parameters: Sequence[Any] = (), most: int | None = None, seconds: float | None = None
    ) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Make what a statement reads and run it; raises MissingTableError, or SetupError where the statement itself is at fault."""
        import duckdb

        if self._noted:
            self._noted[-1].update(words_of(sql))
        self.make(named_by(sql))
        limits = self.limits and (replace(self.limits, seconds=min(seconds, self.limits.seconds)) if seconds else self.limits)
        with self._watched(sql, limits) if limits and seconds else self.watch.over(limits) as told:
            try:
                cursor = self.connection.execute(sql, parameters or None)
                rows = cursor.fetchall() if most is None else cursor.fetchmany(most)
                if made := made_by(sql):
                    self._keep_void(made, rows)
                return [column[0] for column in cursor.description or []], rows
            except duckdb.CatalogException as error:
                lacking = named[1].lower() if (named := re.search(r"Table with name (\w+) does not exist", str(error))) else ""
                if lacking in self.missing:
                    raise MissingTableError(self.missing[lacking]) from None
                if lacking in self.beyond:
                    raise self.beyond[lacking] from None
                if lacking not in self.makers:
                    raise SetupError(f"a query cannot be run: {plain(error)}") from None
            except duckdb.InterruptException:
                raise LimitError(f"{told()} and was stopped") from None
            except (MemoryError, duckdb.OutOfMemoryException):
                raise short_of_memory(limits) from None
            except (duckdb.Error, RuntimeError, UnicodeError) as error:
                if isinstance(error, RuntimeError) and str(error) == _STOPPED:
                    raise KeyboardInterrupt from None
                if NO_BLOCK in str(error):
                    raise short_of_memory(limits) from None
                raise as_error(f"a query cannot be run: {plain(error)}", self._folder) from None
        # A house rule may hide a name behind what looks like a comment, `"of--claims"`: the engine says what it lacks.
        self.make([lacking])
        return self._fetch(sql, parameters, most, seconds)
