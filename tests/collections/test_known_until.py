"""A list that ends before an event: silence, by the rules and by the timeline."""

from __future__ import annotations

import csv
import os
from collections import Counter, defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from conftest import SHARED
from empty_engine import Engine
from packages import append_row, read_table, write_table

from corrigenda import catalogue
from corrigenda.package.package import open_package
from corrigenda.tasks.check import ask_timelines, run_check
from corrigenda.tasks.collect import collect
from corrigenda.values.edtf import parse_edtf
from corrigenda.values.names import fold

RULE = catalogue()["office-outside-tenure"]
TERMS = SHARED / "reference" / "tenures-32k.csv"


def test_a_list_to_2022_and_an_order_signed_in_2025(tmp_path: Path) -> None:
    """The sentence is "President Donald Trump signed the order on May 1, 2025"."""
    rows = "person,office,start,end,confirmed\nDonald Trump,President,2017-01-20,2021-01-20,true\nJoe Biden,President,2021-01-20,,true\n"
    (tmp_path / "list.csv").write_text(rows, "utf-8")
    root = tmp_path / "made"
    collect("table", tmp_path / "list.csv", root, today="2026-06-01", as_of="2022-08-13")
    lay_sentence(root, "donald-trump", "president", "2025-05-01")
    said = {f.rule for f in run_check(root).report.result.findings if f.subject == "article"}
    assert not said & {"office-outside-tenure", "impossible-timeline", "office-not-existing", "title-unlike-office"}
    undecided = [row for row in run_check(root).report.result.coverage if row.rule == "office-outside-tenure"]
    assert undecided
    assert not any(answer.clashes for answer in ask_timelines(root, None, (), (), 5))
    # On a day that the list covers the same sentence clashes.
    header, dates = read_table(root, "dates")
    write_table(root, "dates", header, [["2022-05-01" if cell == "2025-05-01" else cell for cell in row] for row in dates])
    found = {f.rule: f.verdict.value for f in run_check(root).report.result.findings if f.subject == "article"}
    assert found["office-outside-tenure"] == "certain"


def lay_sentence(root: Path, person: str, office: str, day: str) -> None:
    """Lay an article of one sentence in which a person in office signs an agreement."""
    append_row(root, "articles", article_id="a", language="en", sha256="0" * 64, length="100")
    append_row(root, "passages", passage_id="a/1", article_id="a", paragraph="1", sentence="1", start="0", end="100", sha256="0" * 64)
    span = {"passage_id": "a/1", "start": "0", "end": "9"}
    append_row(root, "claims", claim_id="c", statement="An order is signed.", modality="asserted", polarity="affirmed", **span)
    append_row(root, "events", event_id="a/e", article_id="a", claim_id="c", kind_id="agreement", label="the order", tense="past", **span)
    append_row(root, "events", event_id="a/w", article_id="a", kind_id="writing", label="the writing", tense="unstated")
    append_row(root, "dates", date_id="d", kind="date", event_id="a/e", as_printed=day, edtf=day, **span)
    cells = {"mention_id": "m", "claim_id": "c", "event_id": "a/e", "actor_id": person, "office_id": office, "form": "name"}
    append_row(root, "mentions", **cells, name_printed="Trump", title_printed="President", title_time="unknown", part="agent", **span)
