"""Groups of articles judged on Apache Spark: each row of a frame is a group, and each of its tasks runs the engine as any process does."""

from __future__ import annotations

import os
import shutil
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from corrigenda.checking.groups.processes import Group
from corrigenda.checking.rulebook.catalogue import Catalogue
from corrigenda.errors import SetupError
from corrigenda.package.package import Package
from corrigenda.results.part import Part

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import SparkSession

# So many groups a task slot are handed over at a time: the rest are not cut out yet.
_WAVE = 2
_QUIET = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "1",
    "spark.sql.shuffle.partitions": "1",
}
# On one machine Java only hands rows on: half of its 20 CPU seconds were spent on compiling itself.
_BRIEF = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"


def judge_on_spark(package: Package, groups: Iterable[Group], rules: Catalogue, jobs: int) -> Iterator[list[Part]]:
    """Judge groups on Spark and yield what is found of the parts of each.

    A session that is there is used, with the master that SPARK_REMOTE or the submission names; else one is started in so many local
    processes. Raises SetupError where Java is missing, or a task fails.
    """
    session, is_own = _open(jobs)
    waiting = iter(groups)
    try:
        slots = _WAVE * max(jobs, _slots(session))
        while wave := list(islice(waiting, slots)):
            yield from _judge(session, package, wave, rules)
    finally:
        if is_own:
            session.stop()


def _open(jobs: int) -> tuple[SparkSession, bool]:
    """Return a session, and whether it was started for this run."""
    # It warns of pandas 3 wherever rows travel as Arrow; nothing here is a frame of pandas.
    warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)
    from pyspark.sql import SparkSession

    found = SparkSession.getActiveSession()
    if found is not None:
        return found, False
    is_remote = bool(os.environ.get("SPARK_REMOTE"))
    if not is_remote and not os.environ.get("JAVA_HOME") and shutil.which("java") is None:
        raise SetupError("Spark needs Java 17 or later, and there is none: install it or set JAVA_HOME, or leave out --engine spark.")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("corrigenda")
    if not is_remote and "MASTER" not in os.environ and "spark.master" not in os.environ.get("PYSPARK_SUBMIT_ARGS", ""):
        builder = builder.master(f"local[{jobs}]")
        if "PYSPARK_SUBMIT_ARGS" not in os.environ:
            builder = builder.config("spark.driver.defaultJavaOptions", _BRIEF)
    for name, value in _QUIET.items():
        builder = builder.config(name, value)
    return builder.getOrCreate(), True


def _slots(session: SparkSession) -> int:
    """Return how many tasks run at a time; a session far away does not say."""
    try:
        return int(session.sparkContext.defaultParallelism)
    except Exception:
        return 1


def _judge(session: SparkSession, package: Package, wave: list[Group], rules: Catalogue) -> Iterator[list[Part]]:
    import msgspec
    import pyarrow
    from pyspark.errors import PySparkException

    table = pyarrow.table({"number": range(len(wave)), "rows": [msgspec.msgpack.encode(group) for group in wave]})
    frame = session.createDataFrame(table).repartition(len(wave), "number")
    try:
        answers = frame.mapInArrow(_task(package, rules), "number LONG, parts BINARY").collect()
    except PySparkException as error:
        raise SetupError(f"a task of Spark failed: {' '.join(str(error).split())[-500:]}") from None
    for answer in answers:
        yield msgspec.msgpack.decode(bytes(answer["parts"]), type=list[Part])


def _task(package: Package, rules: Catalogue) -> Callable[[Iterator[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]:
    """Return what each task does: it takes rows of a group and gives back what is found of it. Package and rules travel with it."""

    def judge(batches: Iterator[Any]) -> Iterator[Any]:
        import msgspec
        import pyarrow as arrow

        from corrigenda.checking.groups.judging import judge_group

        for batch in batches:
            for row in batch.to_pylist():
                files, parts = msgspec.msgpack.decode(row["rows"], type=tuple[dict[str, bytes], list[list[str]]])
                found = msgspec.msgpack.encode(judge_group(package, files, parts, rules))
                yield arrow.RecordBatch.from_pydict({"number": [row["number"]], "parts": [found]})

    return judge
