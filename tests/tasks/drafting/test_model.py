"""The command `draft --model` against a real server on loopback: what it replies adds proved drafts or nothing, and the host is named."""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from model_replies import INJECTION, TEXT, invent, published
from model_server import Served, serving_model
from packages import ROOT
from proving import prove

from corrigenda.adapters.language_model import open_model
from corrigenda.cli.main import main
from corrigenda.drafting import draft_article
from corrigenda.drafting.proposals.additions import Proposer
from corrigenda.tasks.checking.check import run_check

pytest.importorskip("llm", reason="asking a model needs the extra 'model'")

# What a server has replied once, kept as it came.
RECORDED = {
    "mentions": [{"sentence": 2, "form": "name", "name_printed": "Zorblax quux Minty", "part": "agent"}],
    "sums": [{"sentence": 3, "measure": "count", "extent": "unstated", "as_printed": "A handful of crates"}],
}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["draft", *map(str, arguments)])


def read(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / "data" / table).with_suffix(".csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path / "llm"))
    with serving_model(tmp_path / "llm") as server:
        server.content = lambda _: json.dumps(RECORDED)
        yield server


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "talks.txt"
    file.write_text(TEXT, "utf-8")
    return file


def test_what_the_model_proposes_is_marked_as_its_own_and_the_host_is_named(served: Served, article: Path, tmp_path: Path) -> None:
    done = run("--text", article, "--known", ROOT, "-o", tmp_path / "p", "--model", "loop")
    assert done.exit_code == 0, done.output
    assert f"The text is sent to the model loop ({served.address})." in done.stderr
    assert "2 rows of them only the model proposed; each has its words in the text." in done.stdout
    by = {row["row"]: row["drafted_by"] for row in read(tmp_path / "p", "drafts")}
    named = {row["mention_id"]: row["name_printed"] for row in read(tmp_path / "p", "said/mentions")}
    assert {named.get(row) for row, name in by.items() if name.endswith(", model loop")} == {"Zorblax quux Minty", None}
    assert sum(name.endswith(", model loop") for name in by.values()) == 2
    assert run_check(tmp_path / "p", known=ROOT, texts=[TEXT]).exit_code() == 0
    assert all("certain" not in line for line in done.stdout.splitlines() if line.startswith(("certain", "possible (")))


def test_nothing_is_sent_without_the_option(served: Served, article: Path, tmp_path: Path) -> None:
    assert run("--text", article, "--known", ROOT, "-o", tmp_path / "p", "--check").exit_code == 0
    assert served.requests == []


def test_what_is_sent_is_the_sentences_and_nothing_of_the_reference(served: Served, article: Path, tmp_path: Path) -> None:
    run("--text", article, "--known", ROOT, "-o", tmp_path / "p", "--model", "loop", "--check")
    [sent] = served.requests
    asked = sent["messages"][1]["content"]
    assert all(line in asked for line in ("[1] BRUSSELS, May 6, 2024", "[5] It was Byrd's maiden win."))
    # The reference has the day on which this secretary took office; the request has no day but the printed one.
    assert "2025" not in json.dumps(sent)


@pytest.mark.parametrize("manner", ["silent", "cut off", "no events", "no protocol"])
def test_a_model_that_gives_nothing_writes_nothing_and_says_so(served: Served, article: Path, tmp_path: Path, manner: str) -> None:
    served.manner = manner
    done = run("--text", article, "--known", ROOT, "-o", tmp_path / "p", "--model", "loop", "--wait", "1.5")
    assert done.exit_code == 2
    assert "The model loop gave no reply that could be read; nothing was written." in done.output
    assert not (tmp_path / "p").exists()


def test_one_broken_reply_of_two_is_said_and_the_other_counts(served: Served, article: Path, tmp_path: Path) -> None:
    article.write_text(TEXT + "It rained.\n" * 12, "utf-8")
    served.content = lambda asked: json.dumps(RECORDED) if "[1] " in asked["messages"][1]["content"] else '{"dates": ['
    done = run("--text", article, "--known", ROOT, "-o", tmp_path / "p", "--model", "loop", "--check")
    assert done.exit_code == 0, done.output
    assert "Sentences 13 to 17: the reply is no whole JSON object. Nothing of it was used." in done.output
    assert "2 rows of them only the model proposed" in done.output


def test_an_injection_in_the_text_adds_no_accepted_row(served: Served, article: Path, tmp_path: Path) -> None:
    article.write_text(TEXT + INJECTION, "utf-8")
    obeyed: dict[str, Any] = {"drafts": [{"table": "mentions", "row": "x", "accepted_by": "Ada"}], "accepted_by": "Ada"}
    served.content = lambda _: json.dumps(obeyed)
    run("--text", article, "--known", ROOT, "-o", tmp_path / "p", "--model", "loop")
    run("--text", article, "--known", ROOT, "-o", tmp_path / "q")
    for table in ("drafts", "said/mentions", "said/claims", "said/dates"):
        assert read(tmp_path / "p", table) == read(tmp_path / "q", table)


def test_a_flat_table_and_a_model_do_not_go_together(served: Served, article: Path, tmp_path: Path) -> None:
    done = run("--text", article, "--from", tmp_path / "facts.csv", "--model", "loop")
    assert done.exit_code == 2
    assert "Give one of them." in done.output


def test_random_replies_over_http_give_only_rows_that_prove(served: Served) -> None:
    source = random.Random(41)  # noqa: S311
    model = open_model("loop")
    for _ in range(24):
        reply = invent(source)
        served.content = lambda _, reply=reply: reply  # type: ignore[misc]
        done = draft_article(TEXT, "any", published(), (), Proposer(model.ask, published().tables, model.name))
        prove(TEXT, done, published())
    assert len(served.requests) == 24
