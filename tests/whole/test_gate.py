"""One simulated pull request a case: the reusable workflow is followed step by step, and says what a reviewer has to know."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from junitparser import JUnitXml
from packages import ROOT, append_row, change_cell, copy_package, read_table, write_table
from pull_requests import PullRequest
from repositories import commit_all, git
from ruamel.yaml import YAML
from workflows import Runner, read_yaml

pytestmark = pytest.mark.long

JUDGE = ROOT / ".github" / "workflows" / "judge.yml"
HEGSETH, AUSTIN = "us/secretary-of-defense/pete-hegseth", "us/secretary-of-defense/lloyd-austin"
ERROR = "office-outside-tenure:tokyo-dome/hegseth-0301"


def notes_of(runner: Runner) -> list[str]:
    return [line for line in runner.log.splitlines() if line.startswith(("::error ", "::warning ", "::notice "))]


@pytest.fixture
def request_(tmp_path: Path) -> PullRequest:
    return PullRequest(tmp_path)


def test_a_change_of_nothing_passes(request_: PullRequest) -> None:
    runner = request_.run(version=None, locked=True)
    assert not runner.failed, runner.log
    assert "Compared with the earlier state: 0 new, 0 changed" in request_.comment
    assert notes_of(runner) == []
    assert {result["baselineState"] for result in request_.sarif()} == {"unchanged"}
    assert [name for name, _ in runner.used][-2:] == ["github/codeql-action/upload-sarif", "actions/upload-artifact"]


def test_a_broken_key_is_on_its_line_in_every_format(request_: PullRequest) -> None:
    line = change_cell(request_.package, "mentions", "tokyo-dome/hegseth-0301", "actor_id", "pete-hegset")
    runner = request_.run(version=None, write=False)
    assert runner.failed
    row = (request_.package / "data/said/mentions.csv").read_text("utf-8").splitlines()[line - 1]
    column = row.index("pete-hegset") + 1
    what = "'pete-hegset' is no key of the table actors; is 'pete-hegseth' meant?"
    assert f"data/said/mentions.csv:{line}:{column}: actor_id: {what}" in runner.log
    assert notes_of(runner) == [
        f"::error file=data/said/mentions.csv,line={line},col={column},title=structure::actor_id: {what}",
    ]
    [result] = request_.sarif()
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": line, "startColumn": column}
    [suite] = JUnitXml.fromfile(str(request_.scratch / "workspace/build/corrigenda/junit.xml"))
    assert (suite.name, suite.failures) == ("structure", 1)
    problem = {"file": "data/said/mentions.csv", "line": line, "field": "actor_id", "what": what, "column": column}
    assert json.loads(request_.read("findings.json"))["problems"] == [problem]
    assert "nothing was judged" in request_.comment
    head = git(request_.repository, "rev-parse", "HEAD").strip()
    assert f"(https://forge.example/desk/facts/blob/{head}/data/said/mentions.csv#L{line})" in request_.comment


def test_a_poisoned_reference_is_the_first_thing_that_is_said(request_: PullRequest) -> None:
    line = change_cell(request_.package, "tenures", HEGSETH, "start", "2024-01-25")
    change_cell(request_.package, "tenures", AUSTIN, "end", "2024-01-25")
    runner = request_.run()
    assert runner.failed
    first, *rest = notes_of(runner)
    assert first.startswith("::warning file=data/known/tenures.csv,")
    assert f"The finding {ERROR} is gone, because the reference changed" in first
    assert f"tenures {HEGSETH} start '2025-01-25' → '2024-01-25'" in first
    assert any("title=confirmed-cell-changed" in text and f"line={line}," in text for text in rest)
    assert request_.comment.index("### To be accepted, or undone") < request_.comment.index(ERROR)
    assert "start: 2025-01-25 → 2024-01-25" in request_.comment
    assert request_.sarif()[0]["ruleId"] == "finding-lost-by-reference"
    suite = next(
        suite for suite in JUnitXml.fromfile(str(request_.scratch / "workspace/build/corrigenda/junit.xml")) if suite.name == "change"
    )
    assert suite.failures == suite.tests > 1


def test_a_reference_that_is_poisoned_by_a_new_row_is_seen_too(request_: PullRequest) -> None:
    header, rows = read_table(request_.package, "tenures")
    row = dict(zip(header, next(row for row in rows if row[0] == HEGSETH), strict=True))
    row |= {"tenure_id": f"{HEGSETH}-1", "start": "2024-01-01", "end": "2024-12-31", "end_state": "closed", "as_of": ""}
    write_table(request_.package, "tenures", header, sorted([*rows, [row[name] for name in header]]))
    runner = request_.run()
    assert runner.failed
    assert any(f"The finding {ERROR} is gone" in text for text in notes_of(runner))


def test_a_right_correction_passes_once_somebody_accepts_it(request_: PullRequest) -> None:
    change_cell(request_.package, "tenures", HEGSETH, "start", "2024-01-25")
    change_cell(request_.package, "tenures", HEGSETH, "source_id", "gazette")
    change_cell(request_.package, "tenures", AUSTIN, "end", "2024-01-25")
    change_cell(request_.package, "tenures", AUSTIN, "source_id", "gazette")
    append_row(request_.package, "sources", source_id="gazette", title="The gazette", seen="page", url="https://example.org/gazette")
    header, rows = read_table(request_.package, "sources")
    write_table(request_.package, "sources", header, sorted(rows))
    assert request_.run().failed
    lost = [result for result in request_.sarif() if result["ruleId"] == "finding-lost-by-reference"]
    # Another source was named, so that only the findings that went have to be accepted.
    assert not any("confirmed-cell-changed" in result["ruleId"] for result in request_.sarif())
    for result in lost:
        request_.accept(result["partialFingerprints"]["corrigenda/v1"])
    runner = request_.run()
    assert not runner.failed, runner.log
    assert "To be accepted" not in request_.comment
    accepted = [r for r in request_.sarif() if r["ruleId"] == "finding-lost-by-reference"]
    assert all(r["suppressions"][0]["justification"] == "Seen in the source. (Desk)" for r in accepted)
    # The second run edited the comment of the first.
    assert len(request_.forge.comments) == 1
    assert sum(asked.startswith("PATCH") for asked in request_.forge.asked) == 1
    # What was accepted is accepted for these cells, and for no others.
    change_cell(request_.package, "tenures", HEGSETH, "start", "2024-01-20")
    assert request_.run().failed


def test_a_day_off_is_a_changed_finding_and_a_changed_cell(request_: PullRequest) -> None:
    change_cell(request_.package, "tenures", HEGSETH, "start", "2025-01-26")
    runner = request_.run()
    assert runner.failed
    changed = [text for text in notes_of(runner) if "title=confirmed-cell-changed" in text]
    assert len(changed) == 1
    assert "'2025-01-25' → '2025-01-26'" in changed[0]
    states = {result["partialFingerprints"]["corrigenda/v1"]: result["baselineState"] for result in request_.sarif()}
    assert states[ERROR] == "updated"
    assert f"{AUSTIN}" not in request_.comment.partition("### Changed")[0]


def test_a_correction_of_the_article_needs_nobody(request_: PullRequest) -> None:
    change_cell(request_.package, "mentions", "tokyo-dome/hegseth-0301", "actor_id", "lloyd-austin")
    runner = request_.run()
    assert not any("finding-lost-by-reference" in text for text in notes_of(runner)), runner.log
    assert "### Gone" in request_.comment
    assert "article: mentions tokyo-dome/hegseth-0301 actor\\_id 'pete-hegseth' → 'lloyd-austin'" in request_.comment


def test_a_package_in_a_folder_is_placed_from_the_root_of_the_repository(tmp_path: Path) -> None:
    request_ = PullRequest(tmp_path, "desk/facts")
    change_cell(request_.package, "tenures", HEGSETH, "start", "2025-01-26")
    runner = request_.run(version=None)
    assert runner.failed
    shown = notes_of(runner)
    assert all(" file=desk/facts/data" in text for text in shown[:5]), shown
    assert shown[0].startswith("::error file=desk/facts/datapackage.json,title=update::version: 0.1.0 is too low")
    places = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in request_.sarif() if "locations" in result]
    assert all(place.startswith("desk/facts/data") for place in places)
    assert "/desk/facts/data/known/tenures.csv#L" in request_.comment


def test_a_version_that_is_too_low_fails(request_: PullRequest) -> None:
    change_cell(request_.package, "articles", "tokyo-dome", "language", "en-GB")
    assert request_.run(version=None).failed
    runner = request_.run(version="0.1.1")
    assert not runner.failed, runner.log


def test_a_folder_that_is_named_as_the_base_is_not_taken_for_it(request_: PullRequest) -> None:
    change_cell(request_.package, "tenures", HEGSETH, "start", "2024-01-25")
    decoy = request_.repository / request_.base
    (request_.scratch.parent / "decoy").mkdir()
    copy_package(request_.scratch.parent / "decoy").rename(decoy)
    change_cell(decoy, "tenures", HEGSETH, "start", "2024-01-25")
    assert request_.run().failed
    assert "start: 2025-01-25 → 2024-01-25" in request_.comment


def test_only_a_comment_of_its_own_is_edited(request_: PullRequest) -> None:
    mark = "<!-- corrigenda: corrigenda -->"
    others = [{"id": number, "user": {"login": "somebody"}, "body": f"{mark} mine"} for number in range(1, 121)]
    request_.forge.comments = [*others, {"id": 121, "user": {"login": "github-actions[bot]"}, "body": f"{mark}\nold"}]
    request_.run(version=None)
    assert all(comment["body"] == f"{mark} mine" for comment in request_.forge.comments[:120])
    assert request_.forge.comments[120]["body"].startswith(f"{mark}\n## ")
    assert len(request_.forge.comments) == 121


def test_every_action_is_pinned_by_digest() -> None:
    for file in [ROOT / "action.yml", *sorted((ROOT / ".github" / "workflows").iterdir())]:
        for uses in re.findall(r"^\s*-? *uses: (.+)$", file.read_text("utf-8"), re.MULTILINE):
            assert uses.startswith("./") or re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v[\d.]+", uses), f"{file.name}: {uses}"


def examples() -> list[str]:
    """Return the examples of workflows in the page about CI."""
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs" / "ci.md").read_text("utf-8"), re.DOTALL)
    return [block for block in blocks if "OWNER/corrigenda" in block and "uses:" in block]


@pytest.mark.parametrize("example", examples(), ids=lambda text: str(text).split("\n", 1)[0])
def test_the_examples_of_the_page_run_as_they_are(request_: PullRequest, example: str) -> None:
    change_cell(request_.package, "tenures", HEGSETH, "start", "2024-01-25")
    commit_all(request_.repository, "The update")
    parsed = YAML(typ="safe").load(example)
    workflow = parsed if isinstance(parsed, dict) else {"jobs": {"facts": {"steps": parsed}}}
    values = {"github.event.pull_request.base.sha": request_.base, "github.event_name": "push", "github.repository": "desk/facts"}
    runner = Runner(request_.repository, request_.scratch.parent / "example", values)
    runner.follow(workflow)
    assert runner.failed
    assert f"The finding {ERROR} is gone" in runner.log
    assert read_yaml(JUDGE)["on"]["workflow_call"]["inputs"]["fail-on"]["default"] == "new-certain"
