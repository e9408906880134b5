"""What is found about the reference, divided by whether an article uses the rows that it rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import filterfalse
from typing import Any

from corrigenda.checking.rulebook.catalogue import Catalogue
from corrigenda.engine.tables import Tables
from corrigenda.errors import LimitError, MissingTableError, SetupError
from corrigenda.results.coverage import Undecided
from corrigenda.results.finding import Finding, Result, Severity

ABOUT = ("article", "reference", "all")
# What an article points at, as table and key; a query about tables that a package does not have is left out.
_USES = (
    "SELECT DISTINCT 'tenures' AS table_name, tenure_id AS row_id FROM title_uses "
    "UNION ALL SELECT DISTINCT table_name, row_id FROM row_uses",
    "SELECT DISTINCT 'actors' AS table_name, actor_id AS row_id FROM mentions WHERE actor_id IS NOT NULL",
    "SELECT DISTINCT 'offices' AS table_name, office_id AS row_id FROM mentions WHERE office_id IS NOT NULL",
    "SELECT DISTINCT 'actors' AS table_name, about AS row_id FROM events WHERE about IS NOT NULL",
    "SELECT DISTINCT 'names' AS table_name, name_id AS row_id FROM spelt_names",
    "SELECT DISTINCT 'ties' AS table_name, tie_id AS row_id FROM compared_ties",
)


def narrow(result: Result, tables: Tables, rules: Catalogue, about: str) -> Result:
    """Keep what is about an article or about the reference; `left_out` and `left_undecided` hold the rest.

    About an article is what its rules find, and what is found about the rows of the reference that it uses: those that its findings
    point at, and those that its names, titles, amounts and ties are compared with. An error of the package's own reference is
    always shown, because the check fails for it. Where there is no article, all is about the reference. Raises SetupError where
    `about` is none of ABOUT.
    """
    if about not in ABOUT:
        raise SetupError(f"--about is '{about}'; expected one of {', '.join(ABOUT)}")
    if about == "all" or (about == "article" and not result.statements):
        return result
    own = {rule.name for rule in rules if rule.subject == "reference"}
    is_asked = any(f.subject == "reference" for f in result.findings) or any(entry.rule in own for entry in result.undecided)
    if about == "article" and not is_asked:
        return result
    used = _used_rows(result.findings, tables) if about == "article" else set()

    def is_kept(finding: Finding) -> bool:
        is_own = finding.subject == "reference"
        if about == "reference" or not is_own:
            return is_own or about == "article"
        fails = finding.level is Severity.ERROR and tables.package.reference is None
        return fails or any((place.table, place.row) in used for place in finding.places)

    def is_named(entry: Undecided) -> bool:
        is_own = entry.rule in own
        return is_own if about == "reference" else not is_own or (entry.table, entry.row) in used

    return replace(
        result,
        findings=tuple(filter(is_kept, result.findings)),
        left_out=tuple(filterfalse(is_kept, result.findings)),
        undecided=tuple(filter(is_named, result.undecided)),
        left_undecided=tuple(filterfalse(is_named, result.undecided)),
    )


def _used_rows(findings: Collection[Finding], tables: Tables) -> set[tuple[str, str]]:
    used = {(place.table, place.row) for finding in findings if finding.subject == "article" for place in finding.places}
    for query in _USES:
        used |= {(name, key) for name, key in _pairs(tables, query)}
    return used


def _pairs(tables: Tables, query: str) -> Iterable[tuple[Any, ...]]:
    try:
        return tables.run(query)
    except (LimitError, MissingTableError):
        return []
