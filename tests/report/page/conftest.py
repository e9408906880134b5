"""Pages that the tests of this folder look at."""

from __future__ import annotations

import pytest
from packages import ROOT

from corrigenda.report.page.model import Page
from corrigenda.tasks.page import make_page


@pytest.fixture(scope="session")
def published() -> Page:
    return make_page(ROOT, as_of="2026-11-22")
