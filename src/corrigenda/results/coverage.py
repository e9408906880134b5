"""How far the rules reach: what one rule could decide of one article, and what all of them could of its claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from corrigenda.values.wording import count


@dataclass(frozen=True)
class Coverage:
    """Count what one rule could and could not decide about one article, or about the reference.

    >>> Coverage("year-missing", "art", 1, 0, 5, 2, 6, 2, (("no day is known", 2),)).judged
    8
    """

    rule: str
    article_id: str | None
    certain: int
    possible: int
    consistent: int
    undecided: int
    claims_decided: int | None
    claims_undecided: int | None
    reasons: tuple[tuple[str, int], ...]

    @property
    def judged(self) -> int:
        """Return the number of rows that the rule looked at."""
        return self.certain + self.possible + self.consistent + self.undecided


@dataclass(frozen=True)
class Undecided:
    """Name one row that a rule judges and could not decide, and say why; `table` is the view where the row is of no table."""

    rule: str
    table: str
    row: str
    article_id: str | None
    claim_id: str | None
    reason: str


@dataclass(frozen=True)
class ArticleCoverage:
    """Say how far the rules reach in one article: every claim counts once, where most is known of it.

    All `facts` that rules judge could be decided: times, offices, amounts or what came first; of `names` and `sourcing`
    nothing but that; `undecided` have a fact that could not be decided, or nothing else either; `unjudged` is no business of any rule.
    A claim that is a draft still, or has a row that is, is counted as `drafted` alone, whatever the rules make of it.

    >>> ArticleCoverage("art", facts=3, unjudged=1).share
    0.75
    """

    article_id: str
    facts: int = 0
    names: int = 0
    sourcing: int = 0
    undecided: int = 0
    unjudged: int = 0
    drafted: int = 0

    @property
    def claims(self) -> int:
        """Return the number of claims of the article."""
        return self.facts + self.names + self.sourcing + self.undecided + self.unjudged + self.drafted

    @property
    def share(self) -> float:
        """Return the share of claims whose facts could be decided; 0 where there are none."""
        return self.facts / self.claims if self.claims else 0.0

    @property
    def headline(self) -> str:
        """Say in one sentence how much of the article was compared with anything.

        >>> print(ArticleCoverage("a", facts=30, names=12, sourcing=5, undecided=2, unjudged=42).headline)  # doctest: +NORMALIZE_WHITESPACE
        Of 91 claims 30 (33%) could be judged on facts, 12 on names alone, 5 on sourcing or precision alone; 2 could
        not be decided, 42 are judged by no rule.
        >>> print(ArticleCoverage("a", facts=1, unjudged=1).headline)
        Of 2 claims 1 (50%) could be judged on facts; 1 is judged by no rule.
        >>> print(ArticleCoverage("a", drafted=3).headline)
        Of 3 claims 0 (0%) could be judged on facts; 3 are drafts that nobody has accepted.
        """
        told = [f"Of {count(self.claims, 'claim')} {self.facts:,} ({self.share:.0%}) could be judged on facts"]
        told += [f"{self.names:,} on names alone"] if self.names else []
        told += [f"{self.sourcing:,} on sourcing or precision alone"] if self.sourcing else []
        rest = [f"{self.undecided:,} could not be decided"] if self.undecided else []
        rest += [f"{self.unjudged:,} {'is' if self.unjudged == 1 else 'are'} judged by no rule"] if self.unjudged else []
        rest += [f"{self.drafted:,} {'is a draft' if self.drafted == 1 else 'are drafts'} that nobody has accepted"] if self.drafted else []
        return "; ".join(", ".join(part) for part in (told, rest) if part) + "."

    @property
    def meaning(self) -> str:
        """Say what silence about the article is worth.

        >>> print(ArticleCoverage("a", facts=12, unjudged=88).meaning)
        Most of it was not compared with anything, so finding nothing proves little.
        """
        if self.drafted and not self.facts:
            return "Nothing of it was compared apart from drafts, so finding nothing proves nothing."
        if not self.facts:
            return "None of its facts was compared with anything, so finding nothing proves nothing."
        if self.share < 0.5:
            return "Most of it was not compared with anything, so finding nothing proves little."
        if self.share < 0.9:
            return "A good part of it was not compared with anything and may still not fit."
        return "Nearly all of it was compared. What no rule looks at may still not fit."


def group_reasons(coverage: Iterable[Coverage]) -> list[tuple[str, int, list[tuple[str, int]]]]:
    """Return each reason why rows could not be decided, with how many they are and how many of them are each rule's, most first.

    >>> one, other = (Coverage(rule, "a", 0, 0, 0, 2, 0, 1, (("no day is known", 2),)) for rule in ("tense-mismatch", "year-missing"))
    >>> group_reasons([one, other])
    [('no day is known', 4, [('tense-mismatch', 2), ('year-missing', 2)])]
    """
    grouped: dict[str, Counter[str]] = {}
    for entry in coverage:
        for reason, number in entry.reasons:
            grouped.setdefault(reason, Counter())[entry.rule] += number
    listed = [(reason, rules.total(), sorted(rules.items(), key=lambda item: (-item[1], item[0]))) for reason, rules in grouped.items()]
    return sorted(listed, key=lambda item: (-item[1], item[0]))
