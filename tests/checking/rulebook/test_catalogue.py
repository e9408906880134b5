"""A lint of the catalogue, and a planted broken rule for each thing that it promises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
import sqlglot
from empty_engine import Engine
from packages import PAGES, ROOT
from sqlglot import exp

from corrigenda import catalogue
from corrigenda.checking.case_pages.rows import schemas
from corrigenda.checking.rulebook.catalogue import Rule, read_rule
from corrigenda.checking.rulebook.contract import lint_contract
from corrigenda.engine.views import view_files
from corrigenda.errors import SetupError
from corrigenda.package.storage.files import program_folder

RULES = {item.name.removesuffix(".sql"): item.read_text("utf-8") for item in program_folder("rules").rglob("*.sql")}
DEFECT = re.compile(
    r"(un|mis)[a-z]+|mismatch|missing|im(possible|precise)|unlike|outside|contradicted|overlaps?|not|never|stale|reversed|anonymous|group|late|early"
    r"|lost|twice|wrong|without|placeholder|another|variant|drift|(dis)?agree|oppose|slip|circular|same|second|dropped|before|writing"
)
CLOCK = re.compile(r"\b(current_\w+|now|today|get_current_\w+|localtime\w*|random|uuid|gen_random_uuid|version|getenv)\b", re.I)
FILES = re.compile(
    r"\b(read_\w+|glob|parquet_\w+|sniff_csv|attach|copy|install|load|pragma)\b|\w/\w+\.\w|\.(csv|sql|json|parquet)\b|\bdata/", re.I
)
DIALECT = re.compile(r"\b(beside|anew|stands?(?! (in )?for)|told|whoever|holds? to)\b")
VERSIONS = re.findall(r"^## (\d+\.\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)


@cache
def engine() -> Engine:
    return Engine()


def lint(name: str, text: str) -> Iterator[str]:
    """Say what is wrong with one rule, a sentence for each thing."""
    try:
        rule = read_rule(name, text)
    except SetupError as error:
        yield str(error)
        return
    if not re.fullmatch(r"[a-z]+(-[a-z]+)+", name):
        yield f"the name {name} is not kebab-case of two words or more"
    if not any(DEFECT.fullmatch(word) for word in name.split("-")):
        yield f"the name {name} does not read as a defect: 'allow {name}'"
    if not rule.summary.endswith(".") or len(rule.summary) > 130:
        yield "the first paragraph is not one short sentence"
    yield from _lint_page(rule)
    body = re.sub(r"--.*", "", rule.sql)
    yield from _lint_sql(name, body)
    yield from lint_contract(replace(rule, sql=body), engine().columns, schemas())


def _lint_page(rule: Rule) -> Iterator[str]:
    """Say which part of the page is missing or does not read as sentences for people."""
    if [heading for heading, _ in rule.parts] != ["Why it happens", "What is judged", "To settle"]:
        yield "the page does not have its parts: Why it happens, What is judged, To settle"
    if re.search(r"\b(false|wrong|liar|fake|mistake)\b", rule.settle, re.I):
        yield "what to settle says that somebody is wrong; it goes to the desk with every finding"
    if rule.since not in VERSIONS:
        yield f"the page does not say since which version it is there; expected 'since:' and one of {', '.join(VERSIONS)}"
    for text in (rule.summary, *(text for _, text in rule.parts)):
        for sentence in re.split(r"(?<=[.?!])[\")]*\s+(?=\S)", text):
            if not re.match(r"[\"`(]?[A-Z0-9`]", sentence):
                yield f"the sentence does not begin with a capital: {sentence}"
        if not re.search(r"[.?!][\")]?$", text):
            yield f"the text does not end with a stop: {text}"
        if re.search(r"[a-z]_[a-z]|\b[a-z]+\.[a-z]+", text.replace("`corrigenda timeline`", "")):
            yield f"the text for people names a column or a key: {text}"
        for word in DIALECT.findall(text):
            yield f"the text is not plain English: '{word}' in: {text}"


def _lint_sql(name: str, body: str) -> Iterator[str]:
    unquoted = re.sub(r"'[^']*'", "''", body)
    if CLOCK.search(unquoted):
        yield f"the query depends on the clock or on chance: {CLOCK.search(unquoted)}"
    if FILES.search(unquoted) or re.search(r"(from|join)\s+'", body, re.I):
        yield "the query refers to a file"
    for other in set(RULES) - {name}:
        if other in body or re.search(rf"\b{other.replace('-', '_')}\b", body):
            yield f"the query refers to the rule {other}"
    try:
        statements = sqlglot.parse(body, read="duckdb")
    except sqlglot.errors.ParseError as error:
        yield f"the query does not parse: {error}"
        return
    if len([part for part in statements if part]) != 1 or not isinstance(statements[0], exp.Select):
        yield "the query is not one SELECT"
    elif statements[0].args.get("order") or statements[0].args.get("limit"):
        yield "the query orders or limits its rows"


@pytest.mark.parametrize("name", sorted(RULES))
def test_rule_keeps_the_promises(name: str) -> None:
    assert list(lint(name, RULES[name])) == []


def test_catalogue_finds_every_file() -> None:
    assert [rule.name for rule in catalogue()] == sorted(RULES)


SOUND = """-- A claim is put as an opinion.
--
-- Why it happens: Somebody thought so.
--
-- What is judged: Every claim is.
--
-- To settle: Ask.
--
-- since: 0.1.0
-- severity: note
-- subject: article
-- judges: claims by claim_id
-- places: claims.modality basis
-- message: the claim is {modality}
-- repair: claims.modality = asserted: it is {modality} no more
SELECT claim_id, 'certain' AS verdict, NULL AS reason, modality FROM claims WHERE modality = 'opinion'
"""
BROKEN = {
    "no comment": ("-- ", ""),
    "no cause": ("-- Why it happens: Somebody thought so.\n--\n", ""),
    "nothing of what is judged": ("-- What is judged: Every claim is.\n--\n", ""),
    "no way to settle": ("-- To settle: Ask.\n--\n", ""),
    "no version": ("-- since: 0.1.0\n", ""),
    "a version that never was": ("since: 0.1.0", "since: 0.0.7"),
    "a sentence without a capital": ("Every claim is.", "Every claim is. others are not."),
    "a part without a stop": ("Every claim is.", "Every claim is"),
    "a column in a sentence": ("Every claim is.", "Every claim_id is."),
    "a cell in a sentence": ("Every claim is.", "Every claims.modality is."),
    "a verdict on somebody": ("To settle: Ask.", "To settle: Ask who is wrong."),
    "a word of dialect": ("Every claim is.", "Every claim is, beside others."),
    "no severity": ("-- severity: note\n", ""),
    "no subject": ("-- subject: article\n", ""),
    "no judges": ("-- judges: claims by claim_id\n", ""),
    "no places": ("-- places: claims.modality basis\n", ""),
    "no message": ("-- message: the claim is {modality}\n", ""),
    "a severity of its own": ("severity: note", "severity: fatal"),
    "a subject of its own": ("subject: article", "subject: reader"),
    "a cause called otherwise": ("Why it happens: ", "Because "),
    "no sentence": ("put as an opinion.", "put as an opinion"),
    "judges what is not there": ("judges: claims by claim_id", "judges: assertions by claim_id"),
    "judges without key": ("judges: claims by claim_id", "judges: passages by claim_id"),
    "judges without claim": ("judges: claims by claim_id", "judges: tenures by tenure_id"),
    "a table that is not there": ("places: claims.modality basis", "places: assertions[claim_id].modality basis"),
    "a field that is not there": ("places: claims.modality basis", "places: claims.mood basis"),
    "a key that is not returned": ("places: claims.modality basis", "places: claims.modality basis, events.tense context"),
    "a table in a column that is not returned": ("claims.modality basis", "{table_name}[claim_id].modality basis"),
    "a field in a column that is not returned": ("claims.modality basis", "claims.{field} basis"),
    "a table in a column and no key": ("claims.modality basis", "{modality}.modality basis"),
    "no basis": ("places: claims.modality basis", "places: claims.modality context"),
    "a message of what is not returned": ("the claim is {modality}", "the claim is {polarity}"),
    "a repair of what is not returned": ("it is {modality} no more", "it is {polarity} no more"),
    "a repair of no cell": ("repair: claims.modality", "repair: claims.mood"),
    "no verdict": ("'certain' AS verdict", "'certain' AS judgement"),
    "no reason": ("NULL AS reason", "NULL AS why"),
    "a column that is not there": ("FROM claims WHERE modality", "FROM claims WHERE mood"),
    "another rule by its name": ("'opinion'", "'year-missing'"),
    "another rule as a table": ("FROM claims", "FROM claims JOIN year_missing USING (claim_id)"),
    "the day of today": ("'opinion'", "CAST(current_date AS VARCHAR)"),
    "the time of now": ("'opinion'", "CAST(now() AS VARCHAR)"),
    "chance": ("modality = 'opinion'", "random() > 0.5"),
    "a file": ("FROM claims", "FROM 'data/said/claims.csv'"),
    "a reader of files": ("FROM claims", "FROM read_csv('claims')"),
    "an order": ("modality = 'opinion'", "modality = 'opinion' ORDER BY claim_id"),
    "a limit": ("modality = 'opinion'", "modality = 'opinion' LIMIT 1"),
    "two statements": ("'opinion'", "'opinion'; SELECT 1"),
    "no SELECT": ("SELECT claim_id", "DELETE FROM claims; SELECT claim_id"),
}


def test_sound_rule_passes() -> None:
    assert list(lint("opinion-missing", SOUND)) == []


@pytest.mark.parametrize("fault", BROKEN)
def test_broken_rule_is_seen(fault: str) -> None:
    old, new = BROKEN[fault]
    assert old in SOUND
    assert list(lint("opinion-missing", SOUND.replace(old, new))) != []


@pytest.mark.parametrize("name", ["opinion", "opinion-check", "valid-opinion", "Opinion-missing", "opinion_missing", "opinion-missing-2"])
def test_name_that_is_no_defect_is_seen(name: str) -> None:
    assert any("the name" in problem for problem in lint(name, SOUND))


def lint_view(name: str, text: str) -> Iterator[str]:
    """Say what is wrong with one view."""
    comment = re.match(r"(?:--.*\n)+", text)
    if not comment or not re.search(r"\.\n(-- grain: .*\n)?$", comment.group()):
        yield f"the view {name} has no leading comment that ends in a full stop"
    yield from _lint_sql(name, re.sub(r"--.*", "", text))


@pytest.mark.parametrize("name", sorted(view_files()))
def test_view_keeps_the_promises(name: str) -> None:
    problems = [problem for problem in lint_view(name, view_files()[name]) if "not one SELECT" not in problem]
    assert problems == []


@pytest.mark.parametrize(
    "text", ["SELECT 1 AS a\n", "-- No stop\nSELECT 1 AS a\n", "-- Now.\nSELECT now() AS a\n", "-- All.\nSELECT 1 AS a ORDER BY a\n"]
)
def test_broken_view_is_seen(text: str) -> None:
    assert list(lint_view("view", text)) != []


def test_skeleton_is_a_rule_with_a_page() -> None:
    folder = program_folder("templates")
    rule, page = ((folder / name).read_text("utf-8") for name in ("rule.sql", "rule.md"))
    assert "RULE-NAME" in rule
    assert page.startswith("# RULE-NAME\n")
    assert list(lint("opinion-missing", rule.replace("RULE-NAME", "opinion-missing").replace("VERSION", VERSIONS[0]))) == []
    assert PAGES.is_dir()
