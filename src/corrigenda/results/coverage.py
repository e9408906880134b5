"""How far the rules reach: what one rule could decide of one article, and what all of them could of its claims."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Coverage:
    """Count what one rule could and could not decide about one article, or about the reference."""

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
class ArticleCoverage:
    """Say how far the rules reach in one article: every claim counts once, where most is known of it.

    `facts` could be decided by a rule about times, offices, amounts or what came first; of `names` and `sourcing`
    nothing but that; `undecided` are judged, and nothing of them could be decided; `unjudged` is no business of any rule.
    """

    article_id: str
    facts: int = 0
    names: int = 0
    sourcing: int = 0
    undecided: int = 0
    unjudged: int = 0

    @property
    def claims(self) -> int:
        """Return the number of claims of the article."""
        return self.facts + self.names + self.sourcing + self.undecided + self.unjudged

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
        """
        told = f"Of {self.claims:,} claims {self.facts:,} ({self.share:.0%}) could be judged on facts, {self.names:,} on names alone"
        rest = f"{self.undecided:,} could not be decided, {self.unjudged:,} are judged by no rule"
        return f"{told}, {self.sourcing:,} on sourcing or precision alone; {rest}."

    @property
    def meaning(self) -> str:
        """Say what silence about the article is worth.

        >>> print(ArticleCoverage("a", facts=12, unjudged=88).meaning)
        Most of it was not compared with anything, so finding nothing proves little.
        """
        if not self.facts:
            return "None of its facts was compared with anything, so finding nothing proves nothing."
        if self.share < 0.5:
            return "Most of it was not compared with anything, so finding nothing proves little."
        if self.share < 0.9:
            return "A good part of it was not compared with anything and may still not fit."
        return "Nearly all of it was compared. What no rule looks at may still not fit."
