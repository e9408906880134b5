"""What was measured of the rules, as text."""

from __future__ import annotations

from collections.abc import Sequence

from corrigenda.results.reliability import Reliability


def render_measured(figures: Sequence[Reliability], faults: bool = False) -> str:
    """Render a line for each rule, and what it found of each kind of fault where that is asked for."""
    width = max((len(one.rule) for one in figures), default=0)
    lines = []
    for one in figures:
        lines.append(f"{one.rule:<{width}}  {one}{_places(one)}{_published(one)}")
        lines += [f"{'':<{width}}    {told}" for told in one.faults.split("; ") if faults and told]
    return "\n".join(lines)


def _places(one: Reliability) -> str:
    if not one.found:
        return ""
    certain = f"; certain in {one.found_certain:,} of {one.planted_certain:,} that must be" if one.planted_certain else ""
    own = f"; points at the changed cell first in {one.first_place:,} of {one.found_own:,} in the row it judges" if one.found_own else ""
    return f"{certain}{own}, names it in {one.among_places:,} of {one.found:,}"


def _published(one: Reliability) -> str:
    return f"; {one.published_found} of {one.published_planted} in the published article" if one.published_planted else ""
