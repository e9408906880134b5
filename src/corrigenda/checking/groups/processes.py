"""Groups of articles judged in several processes; a run that is stopped stops them at once and leaves nothing of theirs."""

from __future__ import annotations

import os
import signal
import tempfile
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait as wait_for

from corrigenda.checking.groups.cut import Files
from corrigenda.checking.groups.judging import judge_group
from corrigenda.checking.rulebook.catalogue import Catalogue
from corrigenda.engine.limits import end_program, end_where_stuck
from corrigenda.errors import SetupError
from corrigenda.package.package import Package
from corrigenda.package.storage.scrap import temporary_folder
from corrigenda.results.part import Part

Group = tuple[Files, Sequence[Sequence[str]]]
# What a process judges, said once.
_told: list[tuple[Package, Catalogue]] = []


def judge_in_processes(package: Package, groups: Iterable[Group], rules: Catalogue, jobs: int) -> Iterator[list[Part]]:
    """Judge groups in so many processes and yield what is found of the parts of each, in the order in which they are done.

    A group is cut out when a process is free for it, so that no more than a few are held at a time. Raises SetupError where a process
    was ended from outside.
    """
    with temporary_folder() as scrap:
        pool = ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (package, rules, str(scrap)))
        waiting: set[Future[list[Part]]] = set()
        try:
            for files, parts in groups:
                with _uninterrupted():
                    waiting.add(pool.submit(_judge, files, parts))
                while len(waiting) > jobs:
                    yield from _done(waiting)
            while waiting:
                yield from _done(waiting)
        except BrokenProcessPool:
            raise SetupError(
                "A process that judged articles was ended from outside, perhaps for lack of memory; use fewer --jobs or less --memory."
            ) from None
        except BaseException:
            for process in active_children():
                process.terminate()
            pool.shutdown(wait=False, cancel_futures=True)
            for process in active_children():
                process.join()
            raise
        pool.shutdown()


def _done(waiting: set[Future[list[Part]]]) -> Iterator[list[Part]]:
    done = wait(waiting, return_when=FIRST_COMPLETED).done
    waiting -= done
    for future in done:
        yield future.result()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Start a process that Ctrl-C does not reach: it is the first one that ends the others. The signal itself is kept for later."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(package: Package, rules: Catalogue, scrap: str) -> None:
    """Note what is judged; a process ends with the one that started it, and writes into the folder that the other removes."""
    tempfile.tempdir = scrap
    # The run that waits for it sees that it was ended, and says so.
    end_where_stuck(end_program)
    _told[:] = [(package, rules)]
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)


def _judge(files: Files, parts: Sequence[Sequence[str]]) -> list[Part]:
    [(package, rules)] = _told
    return judge_group(package, files, parts, rules)
