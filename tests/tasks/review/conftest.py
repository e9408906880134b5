"""The drafted article under review, as a program asks for its page and as a real browser shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from drafted_article import lay
from review_clients import Reviewed, reviewing

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay(tmp_path)


@pytest.fixture
def reviewed(root: Path) -> Iterator[Reviewed]:
    with reviewing(root) as reviewed:
        yield reviewed


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # Where there is no browser, this module skips whoever loads it: the tests in a browser, and no others.
    from browsers import launched

    with launched() as browser:
        yield browser


@pytest.fixture
def visit(browser: Browser, root: Path) -> Iterator[Callable[..., Page]]:
    from review_visits import visiting_review

    with visiting_review(browser, root) as visit:
        yield visit
