"""What the tests of groups share."""

from __future__ import annotations

import pytest
from many_articles import ARTICLES, Archive, write_articles

from corrigenda import catalogue, check, load
from corrigenda.measure.judgement import AS_OF


@pytest.fixture(scope="package")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Give a package of many articles, with what one run finds in it."""
    package = write_articles(tmp_path_factory.mktemp("archive") / "package", ARTICLES)
    with load(package) as tables:
        assert tables.problems == ()
        return package, check(tables, catalogue(), as_of=AS_OF)
