"""Scenes of sums: a total and its parts, a share, an amount that the reference knows, rounded as news do."""

from __future__ import annotations

from datetime import date
from random import Random

from corrigenda.measure.article import Writer
from corrigenda.measure.vocabulary import SIGNS

MONEY = {"currency": "USD"}


def print_amount(amount: int, digits: int = 2, sign: str = "US$") -> tuple[str, str]:
    """Print an amount in millions or billions of dollars with so many digits; return the words and the amount that they name.

    >>> print_amount(2_460_000_000), print_amount(175_000_000, 3)
    (('US$2.5 billion', '2500000000'), ('US$175 million', '175000000'))
    """
    scale, word = (10**9, "billion") if amount >= 10**9 else (10**6, "million")
    step = 10 ** max(len(str(amount)) - digits, 0)
    rounded = (amount + step // 2) // step * step
    whole, rest = divmod(rounded, scale)
    decimals = f"{rest / scale:.9f}".rstrip("0").rstrip(".")[1:]
    return f"{sign}{whole}{decimals} {word}", str(rounded)


def parts(writer: Writer, rng: Random) -> None:
    """Tell a total, the parts that make it up, and what share of it one part is."""
    claim = writer.claim()
    unit = 10 ** rng.choice((7, 8))
    # Two digits of each count: a zero at the end would say that the amount is rounded further.
    ones = rng.randrange(1, 10)
    others = rng.choice([digit for digit in range(1, 10) if ones + digit != 10])
    first, second = (10 * rng.randrange(1, 5) + ones) * unit, (10 * rng.randrange(5, 8) + others) * unit
    state = rng.randrange(2)
    about, (currency, sign) = writer.world.roles["body"][state], SIGNS["ab"[state]]
    # The bare sign of dollars is plain where the money of one state alone can be meant.
    sign = rng.choice((sign, "$"))
    cells = {"claim_id": claim, "about": about, "measure": "spending", "currency": currency}
    total = _sum(writer, first + second, "total", 3, sign, extent="total", **cells)
    part = _sum(writer, first, "part", 3, sign, extent="part", part_of=total, **cells)
    _sum(writer, second, "part", 3, sign, extent="part", part_of=total, **cells)
    share = f"{100 * first / (first + second):.0f}"
    told = {"measure": "share", "extent": "unstated", "as_printed": f"{share} percent", "amount": share, "unit": "percent"}
    writer.say("sums", "share", claim_id=claim, about=about, ratio_of=part, ratio_to=total, **told)
    twice = writer.claim()
    _sum(writer, first + second, "again", 3, sign, extent="total", **{**cells, "claim_id": twice})


def cost(writer: Writer, rng: Random) -> None:
    """Tell the cost of a programme as the reference knows it, rounded to two or three digits."""
    world = writer.world
    figure = world.row("figures", rng.choice(world.roles["figure"]))
    claim = writer.claim()
    writer.name(world.roles["state"][0], claim, part="owner")
    told = {"claim_id": claim, "about": figure["about"], "measure": "cost", "extent": "total", **MONEY}
    _sum(writer, int(figure["amount"]), "cost", rng.choice((2, 3)), **told)


def margin(writer: Writer, rng: Random) -> None:
    """Tell how many votes two people got, by how many the first was ahead, and how many times as many these are."""
    claim = writer.claim()
    # The last digit is none of rounding.
    ours, theirs = (10 * rng.randrange(*bounds) + rng.randrange(1, 10) for bounds in ((6000, 9000), (2000, 4000)))
    people = rng.sample(writer.world.roles["person"], 2)
    first, second = (
        writer.say(
            "sums", "votes", claim_id=claim, about=person, measure="count", extent="total", as_printed=f"{votes:,} votes",
            amount=str(votes), unit="votes",
        )
        for person, votes in zip(people, (ours, theirs), strict=True)
    )  # fmt: skip
    told = {"claim_id": claim, "about": people[0], "extent": "unstated"}
    ahead, times = {"difference_of": first, "difference_to": second}, {"ratio_of": first, "ratio_to": second}
    margin = {"measure": "difference", "as_printed": f"{ours - theirs:,} votes", "amount": str(ours - theirs), "unit": "votes"}
    writer.say("sums", "margin", **told, **margin, **ahead)
    multiple = f"{ours / theirs:.1f}"
    writer.say("sums", "multiple", **told, measure="share", as_printed=f"{multiple} times as many", amount=multiple, unit="times", **times)


def age(writer: Writer, rng: Random) -> None:
    """Tell how old somebody is at the time of writing; where only the month or the year of birth is known, what it is at most or least."""
    world = writer.world
    person = rng.choice(world.roles["person"])
    born = world.cell("actors", person, "existed_from").split("-")
    written = date.fromordinal(world.written[1])
    birthday = (int(born[1]) if len(born) > 1 else 1, int(born[2]) if len(born) > 2 else 1)
    years = written.year - int(born[0]) - ((written.month, written.day) < birthday)
    claim = writer.claim()
    printed = {"as_printed": str(years), "amount": str(years), "unit": "year"}
    writer.say("sums", "age", claim_id=claim, about=person, measure="age", extent="total", **printed)


def _sum(writer: Writer, amount: int, role: str, digits: int, sign: str = "US$", /, **cells: str) -> str:
    printed, rounded = print_amount(amount, digits, sign)
    return writer.say("sums", role, as_printed=printed, amount=rounded, **cells)
