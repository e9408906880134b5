"""House rules that want more than tables, or more of them than there is, always the same one for a seed."""

from __future__ import annotations

import random

from fuzz.hostile_packages import sound_package
from fuzz.judge import Files  # noqa: TC002  (of the tests)

Chance = random.Random

_HEADER = """-- A claim is put as a judgement.
--
-- Why it happens: somebody judged.
--
-- To settle: say who judges.
--
-- severity: {severity}
-- subject: {subject}
-- judges: {judges}
-- places: {places}
-- message: {message}
"""
_CELLS = (
    "modality", "NULL", "1", "1.5", "true", "INTERVAL 1 DAY", "INTERVAL '1 month 2 days'", "DATE '2024-01-01'", "TIMESTAMP '2024-01-01'",
    "TIME '10:00'", "[claim_id]", "{'a': 1}", "MAP {'a': 1}", "'x'::BLOB", "'NaN'::DOUBLE", "'inf'::DOUBLE", "1e308::DOUBLE * 10",
    "uuid()", "random()", "now()", "repeat('x', 1000000)", "repeat('x', 1 << 33)", "chr(0)", "chr(8238)", "'::error::x'", "'<script>x'",
    "9223372036854775807::HUGEINT * 4", "'101'::BIT", "current_setting('temp_directory')", "getenv('HOME')", "1 // 0", "claim_id::INTEGER",
    "(SELECT count(*) FROM range(100000000))", "(SELECT list(range) FROM range(30000000))::VARCHAR", "list_reduce([1, 2], lambda x, y: x)",
    "(SELECT string_agg(range::VARCHAR, ',') FROM range(20000000))", "sha256(repeat('x', 100000000))",
    "regexp_replace(repeat('a', 50000), '(a+)+$', 'b')", "regexp_replace(repeat('a', 100000000 + length(claim_id)), 'a', 'b', 'g')",
    "levenshtein(repeat('a', 1000000), repeat('b', 1000000))::VARCHAR", "format('{:1000000000d}', length(claim_id))",
    "jaro_winkler_similarity(repeat('ab', 2000000 + length(claim_id)), repeat('b', 2000000))::VARCHAR",
    "(SELECT content FROM read_text('/etc/hostname'))", "(SELECT min(file) FROM glob('/*'))",
    "(SELECT value FROM duckdb_settings() LIMIT 1)",
)  # fmt: skip
_SOURCES = (
    "claims", "claims", "claims", "claims, range(1000000000)", "claims, claims AS other", "range(10) AS claims(claim_id)", "nowhere",
    '"of--claims"', "(SELECT * FROM claims UNION ALL SELECT * FROM claims)",
    "claims WHERE claim_id IN (SELECT max(range)::VARCHAR FROM range(3000000000))",
    "claims TABLESAMPLE 50%", "duckdb_tables()", "pragma_table_info('claims')", "information_schema.tables", "'/etc/passwd'", "'x.csv'",
    "read_csv('https://example.org/a.csv')", "raw.claims", "event_ranges JOIN events USING (event_id)", "sniff_csv('/etc/passwd')",
)  # fmt: skip
_WHOLE = (
    "SET memory_limit = '100GB'", "SET threads = 64", "ATTACH 'x.db'", "COPY (SELECT 1) TO 'stolen.csv'", "EXPORT DATABASE 'stolen'",
    "INSTALL httpfs", "LOAD '/tmp/x.so'", "CREATE TABLE x AS SELECT 1", "DELETE FROM claims", "PRAGMA database_size",
    "CALL pragma_version()",
    "EXPLAIN ANALYZE SELECT 1", "SELECT 1; SELECT 2", "", ";", "--", "/*", "SELECT", "FROM claims", "VALUES (1)", "\x00",
    "SELECT 'a", "BEGIN",
    "CHECKPOINT", "PREPARE p AS SELECT 1", "WITH RECURSIVE r AS (SELECT 0 AS n UNION ALL SELECT n + 1 FROM r) SELECT n AS claim_id FROM r",
)  # fmt: skip


def _deep(chance: Chance) -> str:
    depth = chance.choice((100, 900, 5000, 50_000))
    return chance.choice((
        lambda: "SELECT " + "(" * depth + "1" + ")" * depth, lambda: "SELECT " + "1 + " * depth + "1",
        lambda: "SELECT * FROM " + "(SELECT * FROM " * min(depth, 900) + "claims" + ")" * min(depth, 900),
        lambda: "SELECT " + "-" * 2 * depth + "1", lambda: "SELECT " + "NOT " * depth + "true",
        lambda: "SELECT " + ", ".join(f"1 AS c{n}" for n in range(depth)),
        lambda: "SELECT 1 " + "UNION ALL SELECT 1 " * min(depth, 5000), lambda: "SELECT " + "[" * min(depth,
        900) + "1" + "]" * min(depth, 900),
    ))()  # fmt: skip


def make_rule(seed: int) -> tuple[Files, list[str], str]:
    """Return a sound package with a hostile house rule, the arguments of the command, and what kind of rule it is."""
    chance = Chance(seed)
    kind = chance.choice(("cell", "cell", "source", "source", "whole", "deep", "header"))
    header = {
        "severity": "warning", "subject": "article", "judges": "claims by claim_id", "places": "claims.modality basis",
        "message": "the claim is put as {modality}",
    }  # fmt: skip
    verdict, reason = "'certain'", "NULL"
    cell, source = "modality", "claims"
    if kind == "cell":
        cell = chance.choice(_CELLS)
        if chance.random() < 0.3:
            verdict, reason = "'undecided'", f"({cell})::VARCHAR"
    if kind == "source":
        source = chance.choice(_SOURCES)
    if kind == "header":
        header[chance.choice(sorted(header))] = chance.choice((
            "", "error", "reference", "claims", "nowhere by x", "claims by modality", "dates by date_id",
            'x"; DROP TABLE claims by y', "claims.x basis",
            "claims[verdict].modality basis", "{verdict} {x}", "{modality:count x}", "{0}", "{modality!r}", "{", "x" * 5000,
            "events.label basis, claims.modality context",
        ))  # fmt: skip
    query = f"SELECT claim_id, {verdict} AS verdict, {reason} AS reason, {cell} AS modality FROM {source}"
    if kind == "whole":
        query = chance.choice(_WHOLE)
    if kind == "deep":
        query = _deep(chance)
    files = dict(sound_package())
    files["house/claim-unlikely.sql"] = (_HEADER.format(**header) + query + "\n").encode()
    return (
        files,
        ["check", ".", "--rules", "house", "--select", "claim-unlikely", "--format", chance.choice(("text", "json", "sarif"))],
        kind,
    )
