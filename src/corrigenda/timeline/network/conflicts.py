"""From many statements that clash to a smallest set that does, none of which can be spared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corrigenda.timeline.network.solver import Network, Statement, bits


def pick(statements: Sequence[Statement], combination: int) -> tuple[Statement, ...]:
    """Return the statements of a combination, by name."""
    return tuple(sorted((statements[place] for place in bits(combination)), key=lambda s: s.statement_id))


def cheapest_first(statements: Sequence[Statement]) -> list[int]:
    """Return the places of statements in the order in which they are best spared."""
    return sorted(range(len(statements)), key=lambda place: (-statements[place].cost, statements[place].statement_id), reverse=True)


def thin(network: Network, combination: int, order: Iterable[int]) -> int:
    """Return what is left of a combination that clashes once all is spared that can be, in the order given.

    What is not among the reasons of the last failure is spared without a question.
    """
    kept, clash = combination, network.clash(combination)
    for place in order:
        if kept >> place & 1:
            kept &= ~(1 << place)
            if clash >> place & 1:
                other = network.clash(kept)
                clash = other or clash
                kept |= 0 if other else 1 << place
    return kept
