"""Money in a sentence: signs and words of currencies, and what the money is for."""

from __future__ import annotations

from collections.abc import Sequence

from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.tokens import Token
from corrigenda.values.amounts import find_signs

_MONEY = (("allocat", "allocation"), ("budget", "allocation"), ("fund", "allocation"), ("cost", "cost"), ("price", "cost"),
          ("worth", "cost"), ("spend", "spending"), ("spent", "spending"), ("paid", "spending"), ("estimat", "estimate"))  # fmt: skip


def sign_at(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Return how many tokens the sign of a currency takes that is printed before a number ("US$" is two)."""
    if at >= len(tokens):
        return 0
    signs = {row["sign"] for row in lexicon.rows.get("signs", ())}
    if tokens[at].text in signs and not tokens[at].text[0].islower():
        return 1
    joined = "".join(token.text for token in tokens[at : at + 2])
    # "NZ $26 million" is printed with a blank as well; "A $5 fee" is no sum in Australian dollars.
    gap = tokens[at + 1].start - tokens[at].end if at + 1 < len(tokens) else 2
    return 2 if joined in signs and gap <= (len(tokens[at].text) > 1) else 0


def money_words(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Return how many tokens the words of a currency take: "euros" is one, "Swiss francs" two; 0 where there are none."""
    words = {row["sign"].casefold() for row in lexicon.rows.get("signs", ()) if row["sign"].replace(" ", "").isalpha()}
    for size in range(min(3, len(tokens) - at), 0, -1):
        if " ".join(token.lower for token in tokens[at : at + size]) in words:
            return size
    return 0


def read_currency(printed: str, lexicon: Lexicon) -> tuple[str, str]:
    """Return the currency of a sign; a plain dollar sign is read as American dollars, and says so."""
    rows = lexicon.rows.get("signs", [])
    for sign in find_signs(printed, [row["sign"] for row in rows]):
        means = sorted({row["currency"] for row in rows if row["sign"] == sign})
        if len(means) == 1:
            return means[0], ""
        first = next((currency for currency in ("USD", "GBP", "EUR", "JPY") if currency in means), "")
        if first:
            return first, f"The sign is read as {first}; it can mean another currency."
    return "", ""


def measure_money(tokens: Sequence[Token], first: int, last: int) -> str:
    """Return what the money is said to be: an allocation, a cost, spending, an estimate, or other."""
    near = [token.lower for token in tokens[max(0, first - 6) : min(len(tokens), last + 4)]]
    return next((measure for stem, measure in _MONEY if any(word.startswith(stem) for word in near)), "other")
