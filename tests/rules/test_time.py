"""The rules on time compared with procedures that look at every day and share no code with them."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from rule_runs import Rows, edtf_rows, verdicts
from slow_procedures import terms, texts
from slow_times import naive_former, naive_lifetime, naive_order, naive_tense

SLOW = settings(max_examples=25, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), derandomize=True)
KINDS: Rows = [{"kind_id": "k", "lasts": False, "needs_office": False}, {"kind_id": "writing", "lasts": False, "needs_office": False}]
SAID: dict[str, Rows] = {
    "articles": [{"article_id": "a"}],
    "passages": [{"passage_id": "p", "article_id": "a"}],
    "claims": [{"claim_id": "c", "passage_id": "p", "polarity": "affirmed"}],
    "kinds": KINDS,
}


def happened(key: str, text: str, tense: str = "unstated", article: str = "a") -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the rows of one event with one printed date."""
    event = {"event_id": key, "article_id": article, "claim_id": "c", "kind_id": "k", "tense": tense, "label": key}
    return event, {"date_id": f"d{key}", "event_id": key, "kind": "date", "edtf": text}


@SLOW
@given(st.lists(st.tuples(st.sampled_from(["before", "after", "same", "during", "not-after"]), texts, texts), min_size=20, max_size=20))
def test_order_reversed_agrees_with_every_pair_of_days(drawn: list[tuple[str, str, str]]) -> None:
    rows = [happened(f"{side}{i}", text) for i, (_, *pair) in enumerate(drawn) for side, text in zip("eo", pair, strict=True)]
    found = verdicts(
        "order-reversed",
        **SAID,
        edtf=edtf_rows(*(text for _, *pair in drawn for text in pair)),
        events=[event for event, _ in rows],
        dates=[dated for _, dated in rows],
        relations=[
            {"relation_id": f"r{i}", "event_id": f"e{i}", "relation": relation, "other": f"o{i}", "basis": "printed"}
            for i, (relation, *_) in enumerate(drawn)
        ],
    )
    told = [(found.get(f"r{i}", "consistent"), *case) for i, case in enumerate(drawn)]
    assert told == [(naive_order(*case), *case) for case in drawn]


tensed = st.tuples(st.sampled_from(["past", "present", "future"]), texts)


@SLOW
@given(st.lists(st.tuples(st.none() | texts, st.lists(tensed, min_size=1, max_size=4)), min_size=12, max_size=12))
def test_tense_mismatch_agrees_with_every_day(drawn: list[tuple[str | None, list[tuple[str, str]]]]) -> None:
    cases = [(f"e{i}-{j}", f"a{i}", tense, text) for i, (_, listed) in enumerate(drawn) for j, (tense, text) in enumerate(listed)]
    rows = [happened(key, text, tense, article) for key, article, tense, text in cases]
    found = verdicts(
        "tense-mismatch",
        kinds=KINDS,
        claims=SAID["claims"],
        articles=[{"article_id": f"a{i}", "published": published} for i, (published, _) in enumerate(drawn)],
        edtf=edtf_rows(*(published for published, _ in drawn), *(text for *_, text in cases)),
        events=[event for event, _ in rows],
        dates=[dated for _, dated in rows],
    )
    wanted = {}
    for key, article, tense, text in cases:
        published, listed = drawn[int(article[1:])]
        others = [other for j, (put, other) in enumerate(listed) if put != "future" and key != f"e{article[1:]}-{j}"]
        wanted[key] = naive_tense(tense, text, others, published)
    assert {key: (found.get(key, "consistent"), *case) for key, *case in cases} == {key: (wanted[key], *case) for key, *case in cases}


@SLOW
@given(st.lists(st.tuples(texts, terms(), st.booleans(), st.booleans()), min_size=15, max_size=15))
def test_outside_lifetime_agrees_with_every_completion(drawn: list[tuple[str, dict[str, Any], bool, bool]]) -> None:
    lives = [
        (text, term["start"] if begins or not ends or not term["end"] else None, term["end"] if ends else None)
        for text, term, begins, ends in drawn
    ]
    rows = [happened(f"e{i}", text) for i, (text, *_) in enumerate(lives)]
    found = verdicts(
        "outside-lifetime",
        **SAID,
        edtf=edtf_rows(*(text for life in lives for text in life)),
        actors=[
            {"actor_id": f"p{i}", "label": "P", "kind": "person", "existed_from": since, "existed_to": until}
            for i, (_, since, until) in enumerate(lives)
        ],
        events=[event for event, _ in rows],
        dates=[dated for _, dated in rows],
        mentions=[
            {"mention_id": f"m{i}", "claim_id": "c", "event_id": f"e{i}", "actor_id": f"p{i}", "part": "agent"} for i in range(len(lives))
        ],
    )
    told = [(found.get(f"m{i}", "consistent"), *life) for i, life in enumerate(lives)]
    assert told == [(naive_lifetime(*life), *life) for life in lives]


@SLOW
@given(st.lists(st.tuples(texts, st.lists(terms(), min_size=1, max_size=2)), min_size=12, max_size=12))
def test_title_at_writing_agrees_with_every_day_on_former(drawn: list[tuple[str, list[dict[str, Any]]]]) -> None:
    held = [(f"p{i}", f"t{i}-{j}", term) for i, (_, listed) in enumerate(drawn) for j, term in enumerate(listed)]
    found = verdicts(
        "title-at-writing",
        edtf=edtf_rows(*(text for text, _ in drawn), *(term[name] for *_, term in held for name in ("start", "end", "as_of"))),
        articles=[{"article_id": f"a{i}", "published": text} for i, (text, _) in enumerate(drawn)],
        passages=[{"passage_id": f"s{i}", "article_id": f"a{i}"} for i in range(len(drawn))],
        claims=[{"claim_id": f"c{i}", "passage_id": f"s{i}", "polarity": "affirmed"} for i in range(len(drawn))],
        actors=[{"actor_id": f"p{i}", "label": "P"} for i in range(len(drawn))],
        offices=[{"office_id": "o", "label": "O", "holders": "several"}],
        tenures=[{"tenure_id": key, "actor_id": actor, "office_id": "o", "acting": False} | term for actor, key, term in held],
        mentions=[
            {
                "mention_id": f"m{i}",
                "claim_id": f"c{i}",
                "actor_id": f"p{i}",
                "office_id": "o",
                "title_marker": "former",
                "title_time": "writing",
            }
            for i in range(len(drawn))
        ],
    )
    told = [(found.get(f"m{i}", "consistent"), text, listed) for i, (text, listed) in enumerate(drawn)]
    between = {"possible": "between", "undecided": "between"}
    assert [(between.get(verdict, verdict), *case) for verdict, *case in told] == [(naive_former(*case), *case) for case in drawn]


def test_slow_procedures_are_right() -> None:
    assert naive_order("before", "2024-03", "2024-01-31") == "certain"
    assert naive_order("same", "2024-03-01", "2024-02") == "possible"
    assert naive_tense("future", "2024-01", [], "2024-03-01") == "certain"
    assert naive_tense("future", "2024-01", ["2024-03"], None) == "certain"
    assert naive_tense("past", "2024-03", [], None) == "undecided"
    assert naive_tense("past", "2024-03", ["2024-03-02"], None) == "consistent"
    assert naive_tense("present", "2024-01-01", [], "2024-03-01") == "possible"
    assert naive_lifetime("2024-01", "2024-01-02", None) == "possible"
    term = {"start": "2024-01-01", "end": "2024-03-01", "end_state": "closed", "as_of": None}
    assert naive_former("2024-03-01", [term]) == "consistent"
    assert naive_former("2024-02", [term]) == "certain"
    assert naive_former("2023-12", [term]) == "certain"
