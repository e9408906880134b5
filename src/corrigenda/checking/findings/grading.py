"""Rules with other severities than their own, as one desk wants to see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from corrigenda.checking.rulebook.catalogue import Catalogue
from corrigenda.results.finding import Severity


def grade(rules: Catalogue, levels: Mapping[str, str]) -> Catalogue:
    """Return the same rules with severities by name or pattern, of which the last that matches counts.

    Raises SetupError for a name that no rule has.
    """
    graded = {rule.name: Severity(level) for pattern, level in levels.items() for rule in rules.select([pattern])}
    return Catalogue(tuple(replace(rule, severity=graded.get(rule.name, rule.severity)) for rule in rules))
