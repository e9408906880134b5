"""Chains of sources, compared with walking them link by link."""

from __future__ import annotations

from typing import Any

from empty_engine import Engine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corrigenda import catalogue

ENGINE = Engine()
RULES = catalogue()
SLOW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
NAMINGS = ["named", "document", "anonymous", "group", "none"]
Chains = list[tuple[int | None, str, str | None]]


@st.composite
def chains(draw: st.DrawFn) -> Chains:
    """Draw up to seven attributions of one claim: through which one each comes, its naming and who it is."""
    count = draw(st.integers(1, 7))
    through = st.one_of(st.none(), st.integers(0, count - 1))
    return [(draw(through), draw(st.sampled_from(NAMINGS)), draw(st.sampled_from([None, "p", "q", "r"]))) for _ in range(count)]


def walk(drawn: Chains, start: int) -> tuple[list[int], bool]:
    """Follow one chain to the article: the links after the first one, and whether it comes back to the first."""
    path: list[int] = []
    at = drawn[start][0]
    while at is not None and at != start and at not in path:
        path.append(at)
        at = drawn[at][0]
    return path, at == start


def fill(drawn: Chains) -> None:
    """Make the drawn attributions those of one claim."""
    tables: dict[str, list[dict[str, Any]]] = {
        "articles": [{"article_id": "a"}],
        "passages": [{"passage_id": "p", "article_id": "a"}],
        "claims": [{"claim_id": "c", "passage_id": "p", "modality": "asserted", "polarity": "affirmed"}],
        "actors": [{"actor_id": actor, "label": actor.upper(), "kind": "person"} for actor in "pqr"],
        "attributions": [
            {"attribution_id": f"{i}", "passage_id": "p", "claim_id": "c", "naming": naming, "actor_id": actor}
            | {"via": None if via is None else f"{via}"}
            for i, (via, naming, actor) in enumerate(drawn)
        ],
    }
    ENGINE.clear(list(tables))
    for name, rows in tables.items():
        ENGINE.add(name, rows)


@SLOW
@given(chains())
def test_ends_agree_with_walking(drawn: Chains) -> None:
    fill(drawn)
    ends = {row["attribution_id"]: row["is_circle"] for row in ENGINE.query("SELECT * FROM chain_ends")}
    expected: dict[str, bool] = {}
    for i in range(len(drawn)):
        path, is_circle = walk(drawn, i)
        own = {i, *path} if is_circle else {i}
        told_through = {j for j in range(len(drawn)) if j != i and i in walk(drawn, j)[0]}
        if told_through <= own and i == min(own & (told_through | {i})):
            expected[f"{i}"] = is_circle
    assert ends == expected


@SLOW
@given(chains())
def test_circles_and_sources_named_twice_agree_with_walking(drawn: Chains) -> None:
    fill(drawn)
    told = [row["verdict"] for row in ENGINE.query(RULES["circular-attribution"].sql)]
    faults = set()
    for i, (_, naming, actor) in enumerate(drawn):
        path, is_circle = walk(drawn, i)
        faults |= {"certain"} if is_circle else set()
        for j in path:
            if actor and drawn[j][2] == actor:
                faults.add("certain" if {naming, drawn[j][1]} <= {"named", "document"} else "possible")
    assert told == ([min(faults)] if faults else [])


@SLOW
@given(chains())
def test_sources_at_second_hand_agree_with_walking(drawn: Chains) -> None:
    fill(drawn)
    told = [row["verdict"] for row in ENGINE.query(RULES["second-hand-chain"].sql)]
    heard = set()
    for i, (via, naming, _) in enumerate(drawn):
        is_end = not any(other == i for other, _, _ in drawn)
        if is_end and naming in ("named", "document"):
            heard.add(via is None)
    assert told == (["certain"] if heard == {False} else [])
