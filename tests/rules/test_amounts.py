"""The rules of sums on amounts that are drawn, rounded and printed: what was one amount never clashes, and a slip of scale is found."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from empty_engine import Engine
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from corrigenda import catalogue
from corrigenda.values.amounts import parse_interval
from corrigenda.values.edtf import parse_edtf

SLOW = settings(max_examples=25, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck), derandomize=True)
FILLED = ["sums", "intervals", "claims", "passages", "articles", "actors", "figures", "edtf"]
SCALES = [(12, " trillion"), (9, " billion"), (6, " million"), (3, " thousand"), (0, "")]
ENGINE, RULES = Engine(), catalogue()
Sum = dict[str, Any]

exact = st.integers(1, 10**14)
digits = st.integers(1, 5)
words = st.booleans()


def write(amount: int, places: int, worded: bool) -> tuple[str, Decimal]:
    """Round an amount to so many digits and print it, with a word for its scale or without; return what is printed and its number."""
    step = Decimal(1).scaleb(max(0, len(str(amount)) - places))
    rounded = (Decimal(amount) / step).to_integral_value(ROUND_HALF_UP) * step
    power, word = next((scale for scale in SCALES if rounded >= Decimal(10) ** scale[0]), SCALES[-1]) if worded else SCALES[-1]
    point = max(0, power - (len(str(amount)) - places)) if word else 0
    return f"{rounded.scaleb(-power):,.{min(point, power)}f}{word}", rounded


def printed(key: str, amount: int, places: int, worded: bool, **cells: Any) -> Sum:
    text, rounded = write(amount, places, worded)
    return {"sum_id": key, "claim_id": key, "as_printed": text, "amount": float(rounded), "start": 0, "measure": "cost"} | cells


def run(rule: str, sums: list[Sum], figures: list[dict[str, Any]] | None = None) -> dict[str, str]:
    """Run one rule over these sums, each claimed by itself in the article's own voice, and return its verdicts by key."""
    ENGINE.clear(FILLED)
    read = {(row["as_printed"], row["amount"], hedge) for row in sums for hedge in (row.get("hedge", ""), "none")}
    span = parse_edtf("2025")
    rows: dict[str, list[dict[str, Any]]] = {
        "sums": sums,
        "intervals": [
            dict(zip(("as_printed", "amount", "hedge", "low", "high"), (*key, *parse_interval(*key)), strict=True)) for key in sorted(read)
        ],
        "claims": [
            {"claim_id": key, "passage_id": "p", "polarity": "affirmed", "modality": "asserted"}
            for key in sorted({row["claim_id"] for row in sums})
        ],
        "passages": [{"passage_id": "p", "article_id": "a"}],
        "articles": [{"article_id": "a", "published": "2026"}],
        "actors": [{"actor_id": key, "label": key, "kind": "body"} for key in sorted({row["about"] for row in sums})],
        "figures": figures or [],
        "edtf": [
            {"text": year, "first_day": span.first + more, "last_day": span.last + more, "has_year": True}  # type: ignore[operator]
            for year, more in (("2025", 0), ("2026", 365))
        ],
    }
    for table, listed in rows.items():
        ENGINE.add(table, listed)
    return {row[RULES[rule].key]: row["verdict"] for row in ENGINE.query(RULES[rule].sql)}


@SLOW
@given(st.lists(st.tuples(exact, digits, words, digits, words, st.sampled_from(["", "about"])), min_size=20, max_size=20))
def test_one_amount_printed_twice_never_disagrees(drawn: list[tuple[int, int, bool, int, bool, str]]) -> None:
    sums = []
    for case, (amount, first, first_worded, second, second_worded, hedge) in enumerate(drawn):
        cells = {"about": f"x{case}", "extent": "total", "currency": "USD"}
        sums += [
            printed(f"f{case}", amount, first, first_worded, **cells),
            printed(f"s{case}", amount, second, second_worded, hedge=hedge, **cells),
        ]
    assert run("figures-disagree", sums) == {}


@SLOW
@given(st.lists(st.tuples(st.lists(st.tuples(exact, digits, words), min_size=1, max_size=5), exact, digits), min_size=10, max_size=10))
def test_parts_of_a_total_never_exceed_it(drawn: list[tuple[list[tuple[int, int, bool]], int, int]]) -> None:
    sums = []
    for case, (parts, rest, places) in enumerate(drawn):
        total = printed(f"t{case}", sum(part[0] for part in parts) + rest, places, True, about="x", currency="USD")
        sums += [
            total,
            *(printed(f"p{case}-{n}", *part, about=f"x{n}", currency="USD", part_of=f"t{case}") for n, part in enumerate(parts)),
        ]
    assert run("parts-unlike-total", sums) == {}


@SLOW
@given(st.lists(st.tuples(st.lists(st.integers(1, 999), min_size=1, max_size=4), st.integers(1, 2000)), min_size=15, max_size=15))
def test_parts_are_more_than_a_total_where_fractions_say_so(drawn: list[tuple[list[int], int]]) -> None:
    def bounds(tenths: int) -> tuple[Fraction, Fraction]:
        return Fraction(2 * tenths - 1, 20), Fraction(2 * tenths + 1, 20)

    def row(key: str, tenths: int, **cells: Any) -> Sum:
        return {"sum_id": key, "claim_id": key, "as_printed": f"${tenths / 10:.1f}", "amount": tenths / 10, "measure": "cost"} | cells

    sums, expected = [], {}
    for case, (parts, total) in enumerate(drawn):
        sums += [
            row(f"t{case}", total, about="x"),
            *(row(f"p{case}-{n}", part, about=f"x{n}", part_of=f"t{case}") for n, part in enumerate(parts)),
        ]
        if sum(bounds(part)[0] for part in parts) > bounds(total)[1]:
            expected[f"t{case}"] = "certain"
    assert run("parts-unlike-total", sums) == expected


@SLOW
@given(st.lists(st.tuples(exact, exact, digits, digits, st.integers(0, 3), st.booleans()), min_size=20, max_size=20))
def test_the_share_of_two_amounts_fits_them(drawn: list[tuple[int, int, int, int, int, bool]]) -> None:
    sums = []
    for case, (part, more, part_places, whole_places, places, in_percent) in enumerate(drawn):
        share = (Decimal(100 if in_percent else 1) * part / (part + more)).quantize(
            Decimal(1).scaleb(-places - (0 if in_percent else 2)), ROUND_HALF_UP
        )
        text = f"{share} percent" if in_percent else f"{share}"
        if not share:
            continue
        sums += [
            printed(f"p{case}", part, part_places, True, about="x", currency="USD"),
            printed(f"w{case}", part + more, whole_places, False, about="x", currency="USD"),
            {
                "sum_id": f"s{case}", "claim_id": f"s{case}", "measure": "share", "about": "x", "as_printed": text, "amount": float(share),
                "unit": "percent" if in_percent else None, "ratio_of": f"p{case}", "ratio_to": f"w{case}",
            },
        ]  # fmt: skip
    assert run("percentage-unlike-parts", sums) == {}


def compare(drawn: list[tuple[Sum, int]]) -> tuple[dict[str, str], dict[str, str]]:
    """Return what is said of each sum beside the one figure that is known of the same thing: of its scale, and of its amount."""
    sums = [row | {"about": f"x{case}", "extent": "total", "currency": "USD"} for case, (row, _) in enumerate(drawn)]
    figures = [
        {
            "figure_id": f"f{case}", "label": "known", "measure": "cost", "about": f"x{case}", "extent": "total", "currency": "USD",
            "amount": float(known), "known_from": "2025",
        }
        for case, (_, known) in enumerate(drawn)
    ]  # fmt: skip
    return run("scale-slip", sums, figures), run("figure-unlike-reference", sums, figures)


@SLOW
@given(
    st.lists(
        st.tuples(st.integers(10, 10**10), st.integers(1, 4), words, st.sampled_from([3, 6, 9]), st.booleans()), min_size=20, max_size=20
    )
)
def test_a_slip_of_scale_is_always_found(drawn: list[tuple[int, int, bool, int, bool]]) -> None:
    slipped = []
    for case, (amount, places, worded, power, up) in enumerate(drawn):
        known, wrong = (amount, amount * 10**power) if up else (amount * 10**power, amount)
        slipped.append((printed(f"s{case}", wrong, places, worded), known))
    scale, told = compare(slipped)
    assert scale == {f"s{case}": "certain" for case in range(len(drawn))}
    assert told == {}


@SLOW
@given(st.lists(st.tuples(exact, digits, words, exact, st.sampled_from([0, 0, 1, 3, 4, 6])), min_size=20, max_size=20))
def test_one_rule_at_most_speaks_of_an_amount_and_none_where_it_fits(drawn: list[tuple[int, int, bool, int, int]]) -> None:
    rows, unlike = [], set()
    for case, (amount, places, worded, other, power) in enumerate(drawn):
        known = amount * 10**power if other % 2 else other
        row = printed(f"s{case}", amount, places, worded)
        low, high = parse_interval(row["as_printed"], row["amount"])
        rows.append((row, known))
        unlike |= set() if low <= known <= high else {f"s{case}"}
    scale, amount_told = compare(rows)
    assert set(scale) | set(amount_told) == unlike
    assert set(scale) & set(amount_told) == set()


def test_many_amounts_of_one_thing_are_compared_with_the_first_alone() -> None:
    for many, pairs in ((12, 66), (13, 12), (400, 399)):
        cells = {"about": "x", "extent": "total", "currency": "USD"}
        sums = [printed(f"s{n:03}", 10_007 * (n + 1), 9, False, start=n, **cells) for n in range(many)]
        assert len(run("figures-disagree", sums)) == pairs
