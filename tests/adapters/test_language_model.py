"""A model is asked over HTTP and may answer anything, late or never: what comes back is a reply or one sentence, and no error."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from model_server import Served, serving_model

from corrigenda.adapters.language_model import open_model
from corrigenda.errors import SetupError

pytest.importorskip("llm", reason="asking a model needs the extra 'model'")

ROW = {"type": "object", "properties": {"as_printed": {"type": "string", "maxLength": 80}}, "required": ["as_printed"]}
SCHEMA = {"type": "object", "properties": {"dates": {"type": "array", "items": ROW}}}


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path / "llm"))
    with serving_model(tmp_path / "llm") as server:
        yield server


def test_what_is_sent_is_the_prompt_and_the_schema_and_the_reply_comes_back_whole(served: Served) -> None:
    served.content = lambda _: json.dumps({"dates": [{"as_printed": "日本 👍🏽 é"}]}, ensure_ascii=False)
    model = open_model("loop")
    answer = model.ask("Read this.", "[1] Ada left.", SCHEMA)
    assert json.loads(answer.text) == {"dates": [{"as_printed": "日本 👍🏽 é"}]}
    assert model.where == served.address
    [sent] = served.requests
    assert [(one["role"], one["content"]) for one in sent["messages"]] == [("system", "Read this."), ("user", "[1] Ada left.")]
    assert sent["response_format"]["json_schema"]["schema"] == SCHEMA


def test_a_model_without_schemas_gets_the_schema_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path / "llm"))
    with serving_model(tmp_path / "llm", takes_schema=False) as served:
        assert open_model("loop").ask("Read this.", "[1] Ada left.", SCHEMA).text == "{}"
        assert "response_format" not in served.requests[0]
        assert served.requests[0]["messages"][1]["content"].endswith("The JSON object has these lists of rows: dates: as_printed.")


@pytest.mark.parametrize("manner", ["silent", "slow"])
def test_a_late_reply_is_left_behind(served: Served, manner: str) -> None:
    served.content, served.manner = lambda _: "x" * 4000, manner
    before = time.monotonic()
    assert open_model("loop", seconds=0.5).ask("", "", SCHEMA).problem == "no whole reply came within 0.5 seconds"
    assert time.monotonic() - before < 15


def test_a_huge_reply_is_left_behind(served: Served) -> None:
    served.content = lambda _: "x" * 3_000_000
    assert open_model("loop").ask("", "", SCHEMA).problem == "the reply is longer than 200,000 characters"


@pytest.mark.parametrize("manner", ["no events", "no protocol"])
def test_a_broken_server_is_said_in_one_short_sentence(served: Served, manner: str) -> None:
    served.manner = manner
    problem = open_model("loop").ask("", "", SCHEMA).problem
    assert problem.startswith("the model could not be asked (")
    assert len(problem) < 240


def test_a_refusal_is_said_shortly(served: Served) -> None:
    served.status = 400
    problem = open_model("loop").ask("", "", SCHEMA).problem
    assert problem.startswith("the model could not be asked (Error code: 400")
    assert len(problem) < 240


def test_an_unknown_name_and_a_missing_key_are_set_up(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SetupError, match="which llm does not know"):
        open_model("no-such-model")
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(SetupError, match="needs a key"):
        open_model("gpt-4o-mini")
    assert served.requests == []


def test_without_the_extra_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "llm", None)
    with pytest.raises(SetupError) as raised:
        open_model("loop")
    assert str(raised.value) == "--model needs the library llm; run: pip install 'corrigenda[model]'"


def test_the_library_loads_only_when_a_model_is_named() -> None:
    code = (
        "import sys, corrigenda.cli.main, corrigenda.tasks.drafting.draft\n"
        "sys.exit(any(name in sys.modules for name in ('llm', 'openai', 'httpx', 'httpx2')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603
