"""A bar for a run that takes longer than a second: on a terminal alone, and gone without a trace elsewhere."""

from __future__ import annotations

import sys
import threading
from contextlib import ExitStack
from types import TracebackType
from typing import Any

_AFTER = 1.0


class Progress:
    """Show how many of how many articles are done, and the time that is left, from one second on."""

    def __init__(self, *, is_wanted: bool = True) -> None:
        is_shown = is_wanted and sys.stderr is not None and sys.stderr.isatty()
        self._timer = threading.Timer(_AFTER, self._begin) if is_shown else None
        self._lock = threading.Lock()
        self._bar: Any = None
        self._stack = ExitStack()
        self._is_due = self._is_over = False
        self._done = self._of = 0

    def step(self, done: int, of: int) -> None:
        """Note how many articles are done, of how many."""
        with self._lock:
            self._done, self._of = done, of
            self._show()

    def _begin(self) -> None:
        with self._lock:
            self._is_due = True
            self._show()

    def _show(self) -> None:
        """Move the bar, or draw it first where it is due; how long the rest takes is asked from the first article on."""
        if not self._is_due or self._is_over or not self._of:
            return
        import click

        if self._bar is None:
            bar: Any = click.progressbar(length=self._of, label="Checking articles", file=sys.stderr, show_pos=True)
            self._bar = self._stack.enter_context(bar)
        self._bar.update(self._done - self._bar.pos)

    def __enter__(self) -> Progress:
        if self._timer:
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._timer:
            self._timer.cancel()
        with self._lock:
            self._is_over = True
            self._stack.close()
