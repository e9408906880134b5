"""What several tests share."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from packages import ROOT, copy_package

from corrigenda.package.storage.files import read_text

# A slow machine is no failure: timings are measured in benchmarks/ and never asserted.
settings.register_profile("corrigenda", deadline=None)
settings.load_profile("corrigenda")
# What a test asks is worked out in that test; those about the cache have one of their own.
os.environ["CORRIGENDA_NO_CACHE"] = "1"
SHARED = Path(os.environ.get("CORRIGENDA_SHARED", ROOT.parent / "shared"))


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """Switch the collector on again after a test that ran the command, which switches it off for its short life."""
    yield
    gc.enable()


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Copy the published package into the folder of the test."""
    return copy_package(tmp_path)


@pytest.fixture
def article() -> Path:
    """Give the file with the text of the published article, which is not part of this project."""
    file = SHARED / "article" / "article.txt"
    if not file.is_file():
        pytest.skip("the text of the article is not published: ../shared/article/article.txt is not here")
    return file


@pytest.fixture
def text(article: Path) -> str:
    """Give the text of the published article."""
    return read_text(article)
