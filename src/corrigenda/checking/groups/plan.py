"""How a large package is divided, as whoever asks for the check says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from corrigenda.engine.tables import Tables
from corrigenda.package.storage.cache import Cache
from corrigenda.results.part import Part

# A package of fewer articles is judged in one run: dividing it would cost more than it saves.
FEW = 25
MEMORY = 1_000_000_000


@dataclass(frozen=True)
class Plan:
    """Say how a large package is checked: in how many processes (None: as many as there are cores and as pays), how much memory each
    may need (bytes), with which cache, and what is told how many of how many articles are done.

    `judge` judges groups elsewhere: it is given the package, the groups, the rules and the number of jobs.
    """

    jobs: int | None = 1
    memory: int = MEMORY
    cache: Cache | None = None
    # Shown by its address, it would make the page on Python another one in every run.
    step: Callable[[int, int], object] = field(default=lambda done, of: None, repr=False)

    judge: Callable[..., Iterator[list[Part]]] | None = None

    def suits(self, tables: Tables) -> bool:
        """Tell whether a package is to be divided: it has many articles, or several and is to be judged by several processes."""
        articles = tables.lines["articles"].rows if "articles" in tables.lines else 0
        return articles >= FEW or (articles > 1 and ((self.jobs or 1) > 1 or self.judge is not None))


ONE_RUN = Plan()
