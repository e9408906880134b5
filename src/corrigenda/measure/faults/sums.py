"""Faults of sums: scales, digits, parts, shares, signs, what a sum covers."""

from __future__ import annotations

from random import Random

from corrigenda.measure.faults import Planted, change, fault, some
from corrigenda.measure.world import World


def _reprint(world: World, key: str, printed: str, amount: str, **cells: str) -> Planted | None:
    return change(world, "sums", key, as_printed=printed, amount=amount, **cells)


@fault("scale-slip")
def million_for_billion(world: World, rng: Random) -> Planted | None:
    """Print million for billion, or billion for million, where the reference knew the amount when the article was written."""
    key = some(world, rng, "cost")
    return _slip(world, key) if key and _is_dated(world) else None


@fault("figures-disagree", "parts-unlike-total", others=("figures-disagree",))
def scale_of_total(world: World, rng: Random) -> Planted | None:
    """Print million for billion in a total whose parts are told and which is told again."""
    key = some(world, rng, "total")
    return _slip(world, key) if key and world.cell("sums", key, "as_printed").endswith(" billion") else None


@fault("figures-disagree")
def scale_of_total_again(world: World, rng: Random) -> Planted | None:
    """Print million for billion, or billion for million, where a total is told again."""
    key = some(world, rng, "again")
    return _slip(world, key) if key else None


@fault("age-unlike-lifetime")
def another_age(world: World, rng: Random) -> Planted | None:
    """Print an age that is two to nine years off, where it is known when the article was written."""
    key = some(world, rng, "age")
    if key is None or not _is_dated(world):
        return None
    years = str(int(world.cell("sums", key, "amount")) + rng.choice((-1, 1)) * rng.randrange(2, 10))
    return _reprint(world, key, years, years)


def _is_dated(world: World) -> bool:
    """Tell whether it is sure what was known when the article was written."""
    return world.written[0] == world.written[1]


def _slip(world: World, key: str) -> Planted | None:
    row = world.row("sums", key)
    words = (" billion", " million") if row["as_printed"].endswith(" billion") else (" million", " billion")
    amount = int(row["amount"]) // 1000 if words[0] == " billion" else int(row["amount"]) * 1000
    return _reprint(world, key, row["as_printed"].replace(*words), str(amount))


@fault("figure-unlike-reference")
def digits_transposed(world: World, rng: Random) -> Planted | None:
    """Swap the first two digits of an amount that the reference knows; what rounds to the same is not planted."""
    key = some(world, rng, "cost")
    return _transpose(world, key) if key and _is_dated(world) else None


@fault("figure-unlike-reference")
def last_digit_wrong(world: World, rng: Random) -> Planted | None:
    """Print the last digit of an amount that the reference knows two to four higher or lower: more than rounding allows."""
    key = some(world, rng, "cost")
    if key is None or not _is_dated(world):
        return None
    printed, amount = world.cell("sums", key, "as_printed"), int(world.cell("sums", key, "amount"))
    place = max(number for number, letter in enumerate(printed) if letter.isdigit())
    digit = int(printed[place])
    wrong = rng.choice([one for one in range(1, 10) if 2 <= abs(one - digit) <= 4])
    step = {"billion": 10**9, "million": 10**6}[printed.split()[1]] // 10 ** len(printed[: place + 1].partition(".")[2])
    # A whole number that ends in nought is rounded further than its last digit tells.
    return _reprint(world, key, f"{printed[:place]}{wrong}{printed[place + 1 :]}", str(amount + (wrong - digit) * step)) if digit else None


@fault("figures-disagree")
def digits_transposed_again(world: World, rng: Random) -> Planted | None:
    """Swap the first two digits of an amount that the article tells a second time."""
    key = some(world, rng, "again")
    return _transpose(world, key) if key else None


@fault("parts-unlike-total", others=("parts-unlike-total",))
def part_too_large(world: World, rng: Random) -> Planted | None:
    """Swap the first two digits of one of two parts, so that they make more than the total; less would leave room for others."""
    key = some(world, rng, "part")
    after = _transpose(world, key) if key else None
    return after if after and key and int(after.world.cell("sums", key, "amount")) > int(world.cell("sums", key, "amount")) else None


@fault(possible=("parts-unlike-total",))
def total_rounded_down(world: World, rng: Random) -> Planted | None:
    """Print a total rounded down to hundreds of millions, a twentieth or more too small, where its parts are printed in tens."""
    key = some(world, rng, "total")
    if key is None:
        return None
    row = world.row("sums", key)
    number, _, word = row["as_printed"].lstrip("$USCA").partition(" ")
    parts = [part["as_printed"] for _, part in world.listed("sums") if part.get("part_of") == key]
    if any("." in printed or not printed.endswith(" million") for printed in (row["as_printed"], *parts)):
        return None
    smaller = int(number) // 100 * 100
    if not smaller or not smaller * 1.06 < int(number) < smaller + 100:
        return None
    return change(
        world, "sums", key, amount=str(smaller * 10**6), as_printed=row["as_printed"].replace(f"{number} {word}", f"{smaller} {word}")
    )


def _transpose(world: World, key: str) -> Planted | None:
    row = world.row("sums", key)
    digits = [place for place, letter in enumerate(row["as_printed"]) if letter.isdigit()]
    if len(digits) < 2:
        return None
    (a, b), printed = digits[:2], list(row["as_printed"])
    # Digits that differ by one or less can be the same number rounded, and a leading zero is no number.
    if abs(int(printed[a]) - int(printed[b])) < 2 or printed[b] == "0":
        return None
    printed[a], printed[b] = printed[b], printed[a]
    whole = "".join(printed)
    number, word = whole.lstrip("CUS$").split()
    return _reprint(world, key, whole, str(round(float(number) * {"billion": 10**9, "million": 10**6}[word])))


@fault("percentage-unlike-parts")
def share_wrong(world: World, rng: Random) -> Planted | None:
    """Print a share that is ten to thirty points off what part and total make."""
    key = some(world, rng, "share")
    if key is None:
        return None
    share = int(world.cell("sums", key, "amount"))
    wrong = share + rng.randrange(10, 30) * (1 if share < 50 else -1)
    return _reprint(world, key, f"{wrong} percent", str(wrong))


@fault("difference-unlike-amounts")
def margin_wrong(world: World, rng: Random) -> Planted | None:
    """Print a margin that is a few hundred or thousand votes off what the two amounts make."""
    key = some(world, rng, "margin")
    if key is None:
        return None
    wrong = int(world.cell("sums", key, "amount")) + rng.choice((-1, 1)) * rng.randrange(300, 5000)
    return _reprint(world, key, f"{wrong:,} votes", str(wrong))


@fault("difference-unlike-amounts", others=("difference-unlike-amounts",))
def votes_wrong_beside_margin(world: World, rng: Random) -> Planted | None:
    """Print other votes for the winner than those that the margin was taken from."""
    key = some(world, rng, "margin")
    if key is None:
        return None
    votes = world.cell("sums", key, "difference_of")
    wrong = int(world.cell("sums", votes, "amount")) + rng.choice((-1, 1)) * rng.randrange(300, 5000)
    return _reprint(world, votes, f"{wrong:,} votes", str(wrong))


@fault("percentage-unlike-parts")
def multiple_wrong(world: World, rng: Random) -> Planted | None:
    """Print that the one is one to three times more of the other than it is."""
    key = some(world, rng, "multiple")
    if key is None:
        return None
    wrong = f"{float(world.cell('sums', key, 'amount')) + rng.randrange(1, 4):.1f}"
    return _reprint(world, key, f"{wrong} times as many", wrong)


@fault("currency-unstated")
def sign_of_many_currencies(world: World, rng: Random) -> Planted | None:
    """Print a sign that several currencies share, and nowhere in the article which is meant."""
    key = some(world, rng, "cost")
    if key is None or sum("currency" in row for _, row in world.listed("sums")) > 1:
        return None
    row = world.row("sums", key)
    return _reprint(world, key, row["as_printed"].replace("US$", "$"), row["amount"])


@fault("sum-without-scope")
def scope_left_out(world: World, rng: Random) -> Planted | None:
    """Do not say whether an amount is the total or a part."""
    key = some(world, rng, "cost")
    return change(world, "sums", key, extent="unstated") if key else None
