"""Spark finds what one run finds, from CSV and from Parquet; run by `nox -s spark`, skipped where it or Java is not installed."""

from __future__ import annotations

import os
import shutil
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from many_articles import Archive, write_articles

from corrigenda import SetupError, catalogue, check, load
from corrigenda.checking.groups.plan import Plan
from corrigenda.checking.groups.run import check_in_groups
from corrigenda.measure.judgement import AS_OF
from corrigenda.tasks.checking.archive import opened_archive
from corrigenda.tasks.checking.check import run_check
from corrigenda.tasks.publishing.export import export

pytest.importorskip("pyspark", reason="Spark needs the extra 'spark'.")
if not os.environ.get("JAVA_HOME") and shutil.which("java") is None:
    pytest.skip("Spark needs Java 17, which is not installed.", allow_module_level=True)

RULES = catalogue()


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """Give a session with two tasks at a time."""
    from pyspark.sql import SparkSession

    with pytest.MonkeyPatch.context() as patch, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        # The workers find what the tests find.
        patch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
        session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
        yield session
        session.stop()


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Give a package of some articles, with what one run finds in it."""
    package = write_articles(tmp_path_factory.mktemp("archive") / "package", 5)
    with load(package) as tables:
        return package, check(tables, RULES, as_of=AS_OF)


def _plan() -> Plan:
    from corrigenda.adapters.spark.judging import judge_on_spark

    return Plan(jobs=2, judge=judge_on_spark)


@pytest.mark.usefixtures("spark")
def test_spark_finds_what_one_run_finds(archive: Archive) -> None:
    package, whole = archive
    with load(package) as tables:
        assert check_in_groups(tables, RULES, _plan(), as_of=AS_OF) == whole


@pytest.mark.usefixtures("spark")
def test_parquet_is_read_and_written(archive: Archive, tmp_path: Path) -> None:
    from pyarrow.parquet import read_table

    package, whole = archive
    export(package.root, "parquet", tmp_path / "archive")
    with opened_archive(tmp_path / "archive") as root:
        run = run_check(root, as_of=AS_OF, about="all", plan=_plan(), results=str(tmp_path / "found"))
    found = [finding.fingerprint for finding in run.report.result.findings if finding.subject == "article"]
    assert found == [finding.fingerprint for finding in whole.findings if finding.subject == "article"]
    table = read_table(tmp_path / "found" / "findings.parquet")
    assert set(found) <= set(table.column("finding_id").to_pylist())
    assert str(read_table(tmp_path / "found" / "coverage.parquet").schema.field("rows_judged").type) == "int64"


def test_without_java_a_sentence_says_so(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    from pyspark.sql import SparkSession

    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.delenv("SPARK_REMOTE", raising=False)
    monkeypatch.setattr(SparkSession, "getActiveSession", lambda: None)
    with load(archive[0]) as tables, pytest.raises(SetupError, match="Java 17"):
        check_in_groups(tables, RULES, _plan(), as_of=AS_OF)
