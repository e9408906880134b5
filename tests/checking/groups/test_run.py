"""A check in several processes, and with a cache, finds what one run finds; and judges again only what has changed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from packages import change_cell, path_of

from corrigenda import Result, catalogue, check, load, open_package
from corrigenda.checking.groups import plan as plans
from corrigenda.checking.groups import run as runs
from corrigenda.checking.groups.judging import judge_group
from corrigenda.checking.groups.plan import Plan
from corrigenda.checking.groups.run import check_in_groups
from corrigenda.measure.judgement import AS_OF
from corrigenda.package.storage.cache import Cache
from corrigenda.package.tables.csv_file import read_rows
from corrigenda.tasks.checking.check import run_check

if TYPE_CHECKING:
    from many_articles import Archive

# Some of each kind, so that these tests are short; the tests of groups run them all.
RULES = catalogue().select(
    ["name-unlike-reference", "office-outside-tenure", "reference-stale", "term-listed-twice", "publication-too-late"]
)


def check_so(root: Path, plan: Plan) -> Result:
    with load(open_package(root)) as tables:
        return check_in_groups(tables, RULES, plan, as_of=AS_OF)


@pytest.fixture(scope="module")
def whole(archive: Archive) -> Result:
    """Give what one run finds by these rules."""
    with load(archive[0]) as tables:
        return check(tables, RULES, as_of=AS_OF)


def _rows(root: Path, table: str) -> list[dict[str, str]]:
    return read_rows(path_of(root, table))[1]


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the articles that were judged since the list was emptied."""
    seen: list[str] = []

    def watched(package, files, parts, rules):  # type: ignore[no-untyped-def]
        seen.extend(article for part in parts for article in part)
        return judge_group(package, files, parts, rules)

    monkeypatch.setattr(runs, "judge_group", watched)
    return seen


def test_several_processes_find_what_one_run_finds(archive: Archive, whole: Result) -> None:
    steps: list[tuple[int, int]] = []
    assert check_so(archive[0].root, Plan(jobs=2, step=lambda done, of: steps.append((done, of)))) == whole
    assert steps[0] == (0, 9)
    assert steps[-1] == (9, 9)


def test_only_what_changed_is_judged_again(archive: Archive, whole: Result, judged: list[str], tmp_path: Path) -> None:
    root, cache = tmp_path / "package", Cache(tmp_path / "cache")
    shutil.copytree(archive[0].root, root)
    assert check_so(root, Plan(cache=cache)) == whole
    assert len(judged) == 9
    judged.clear()
    assert check_so(root, Plan(cache=cache)) == whole
    assert judged == []

    # A cell of one article; a term that one article uses, and a person of the first article whom the second names as well.
    named = {row["actor_id"] for row in _rows(root, "mentions") if row["mention_id"].startswith("w00004/")}
    term = next(row["tenure_id"] for row in _rows(root, "tenures") if row["actor_id"] in named)
    met = {row["mention_id"][:6]: row["actor_id"] for row in _rows(root, "mentions") if row["actor_id"].startswith("w00000/")}
    person = met["w00001"]
    claim = next(row["claim_id"] for row in _rows(root, "claims") if row["claim_id"].startswith("w00006/"))
    for table, key, field, value, articles in (
        ("claims", claim, "statement", "something else", ["w00006"]),
        ("tenures", term, "start", "2001-02-03", ["w00004"]),
        ("actors", person, "label", "Somebody Else", ["w00000", "w00001"]),
    ):
        change_cell(root, table, key, field, value)
        judged.clear()
        kept = check_so(root, Plan(cache=cache))
        assert [article.partition("/")[0] for article in judged] == articles
    assert check_so(root, Plan()) == kept


def test_what_the_cache_lost_is_judged_again(archive: Archive, whole: Result, judged: list[str], tmp_path: Path) -> None:
    package = archive[0]
    cache = Cache(tmp_path)
    check_so(package.root, Plan(cache=cache))
    # Besides these, what the rules about the reference found, and the list that says which entry belongs to which rows.
    entries = sorted(file for file in cache.folder.iterdir() if b'"articles":["' in file.read_bytes())
    [listed] = [file for file in cache.folder.iterdir() if b'"articles":' not in file.read_bytes()]
    assert len(entries) == 8
    entries[0].write_bytes(entries[0].read_bytes()[:-10])
    entries[1].write_bytes(b"")
    cache.write(entries[2].name, b"[]")
    cache.write(entries[3].name, entries[4].read_bytes().partition(b"\n")[2])
    judged.clear()
    assert check_so(package.root, Plan(cache=cache)) == whole
    assert 4 <= len(judged) <= 5
    # Without the list it takes longer to find the entries, and nothing else.
    for broken in (b"cut short", None):
        listed.unlink() if broken is None else listed.write_bytes(broken)
        judged.clear()
        assert check_so(package.root, Plan(cache=cache)) == whole
        assert judged == []


def test_the_committed_state_is_the_same_with_and_without_the_cache(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plans, "FEW", 2)
    root = tmp_path / "package"
    shutil.copytree(archive[0].root, root)
    run_check(root, as_of=AS_OF, write=True, plan=Plan(cache=Cache(tmp_path / "cache")))
    kept = run_check(root, as_of=AS_OF, locked=True, plan=Plan(cache=Cache(tmp_path / "cache")))
    assert "data/found is up to date" in kept.sentences
    monkeypatch.setattr(plans, "FEW", 100)
    assert "data/found is up to date" in run_check(root, as_of=AS_OF, locked=True).sentences


def test_a_package_that_lacks_a_table_of_the_reference_is_judged_in_groups_as_in_one_run(archive: Archive, tmp_path: Path) -> None:
    root = shutil.copytree(archive[0].root, tmp_path / "package")
    file = root / "datapackage.json"
    described = json.loads(file.read_text("utf-8"))
    described["resources"] = [one for one in described["resources"] if one["name"] not in ("tenures", "released_cells")]
    file.write_text(json.dumps(described), "utf-8")
    with load(root) as tables:
        assert tables.problems == ()
        assert check_in_groups(tables, RULES, Plan(jobs=1), as_of=AS_OF).findings == check(tables, RULES, as_of=AS_OF).findings
