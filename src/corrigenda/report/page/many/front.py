"""The front page of many articles: one entry each, by the worst finding, with what a reader can look for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import accumulate, pairwise

from corrigenda.report.page.card import Card
from corrigenda.report.page.groups import find_worst, tell_worst
from corrigenda.report.page.model import Page
from corrigenda.report.summary import cover, tell_findings
from corrigenda.results.coverage import Coverage
from corrigenda.results.finding import Severity, Verdict
from corrigenda.values.wording import count

_NAME, _SENTENCE = 110, 240
# Bytes of entries on one front page, and people or offices in one list of its filters.
_ENTRIES, _LISTED = 750_000, 1_000
_RANK = [*Severity, None]
KINDS = ("rules", "people", "offices")
_ROWS = ("certain", "possible", "consistent", "undecided")
_CLAIMS = ("claims_decided", "claims_undecided")


@dataclass(frozen=True)
class Entry:
    """Hold one article on a front page: its file without ending, its worst finding in a sentence, and whom it names.

    `numbers` counts errors, warnings and notes that nobody has accepted; `level` and `verdict` are those of the worst of them, and
    `shown_verdict` says whether it rests on a draft.
    """

    file: str
    name: str
    about: str
    level: Severity | None
    verdict: Verdict | None
    shown_verdict: str
    sentence: str
    numbers: tuple[int, ...]
    rules: tuple[str, ...]
    people: tuple[str, ...]
    offices: tuple[str, ...]

    @property
    def counts(self) -> str:
        """Say how many findings of each severity there are."""
        return ", ".join(count(number, level) for level, number in zip(Severity, self.numbers, strict=True) if number)

    @property
    def rank(self) -> tuple[object, ...]:
        """Return by what entries are in order: the worst finding, then how many errors and warnings, then the name."""
        return _RANK.index(self.level), self.verdict is not Verdict.CERTAIN, [-number for number in self.numbers], self.name, self.file

    @property
    def size(self) -> int:
        """Return about how many bytes it takes on a page."""
        texts = sum(len(escape(text).encode()) for text in (self.file, self.name, self.about, self.sentence))
        return 310 + texts + 4 * len((*self.rules, *self.people, *self.offices))


@dataclass(frozen=True)
class Front:
    """Hold one of the front pages, with what its entries can be filtered by: rules, people and offices, in order."""

    number: int
    pages: int
    first: int
    total: int
    entries: tuple[Entry, ...]
    rules: tuple[str, ...]
    people: tuple[str, ...]
    offices: tuple[str, ...]

    @property
    def last(self) -> int:
        """Return the number of its last entry."""
        return self.first + len(self.entries) - 1

    def place(self, kind: str, entry: Entry) -> str:
        """Return where the rules, people or offices of an entry are in the list of the filter, as numbers."""
        position = self._positions[kind]
        return " ".join(str(position[value]) for value in getattr(entry, kind) if value in position)

    @cached_property
    def _positions(self) -> dict[str, dict[str, int]]:
        return {kind: {value: number for number, value in enumerate(getattr(self, kind))} for kind in KINDS}


def make_entry(file: str, page: Page, cards: Sequence[Card]) -> Entry:
    """Return the entry of an article, or of the reference, from its own page and cards."""
    worst = find_worst(cards) or next((card for card in cards if not card.finding.waived), None)
    article = page.articles[0] if page.articles else None
    numbers = Counter(finding.level for finding in page.report.open_findings)
    if worst is None:
        sentence = tell_findings(0, cover(page.report.result, page.report.result.statements)) + "."
    else:
        sentence = tell_worst(page.report, worst) if worst.finding.level is Severity.ERROR else worst.finding.message
    return Entry(
        file, _cut(article.name if article else "The reference", _NAME),
        ", ".join(part for part in ((article.publisher, article.published) if article else ("rows that articles use",)) if part),
        worst.finding.level if worst else None, worst.finding.verdict if worst else None,
        worst.finding.shown_verdict if worst else "",
        _cut(sentence, _SENTENCE), tuple(numbers[level] for level in Severity),
        tuple(dict.fromkeys(card.finding.rule for card in cards)), article.people if article else (), article.offices if article else (),
    )  # fmt: skip


def divide_entries(entries: Iterable[Entry]) -> Iterator[Front]:
    """Yield the front pages, the worst articles first; one holds all, up to about half a megabyte of entries."""
    ordered = sorted(entries, key=lambda entry: entry.rank)
    ends = [int(end // _ENTRIES) for end in accumulate(entry.size for entry in ordered)]
    starts = [at for at, number in enumerate(ends) if at == 0 or number != ends[at - 1]]
    for number, (start, end) in enumerate(pairwise([*starts, len(ordered)]), 1):
        own = tuple(ordered[start:end])
        lists = (_list(value for entry in own for value in getattr(entry, kind)) for kind in KINDS)
        yield Front(number, len(starts), start + 1, len(ordered), own, *lists)


def _list(values: Iterable[str]) -> tuple[str, ...]:
    """Return values in order; of too many those that the most entries have."""
    return tuple(sorted(value for value, _ in Counter(values).most_common(_LISTED)))


def tell_front(entries: Sequence[Entry]) -> str:
    """Say in one sentence in how many articles something certainly cannot be true."""
    articles = [entry for entry in entries if entry.file.startswith("articles/")]
    bad = sum(entry.level is Severity.ERROR for entry in articles)
    doubtful = sum(entry.level is Severity.WARNING for entry in articles)
    more = f" Look at {count(doubtful, 'more article' if bad else 'article')} with warnings next." if doubtful else ""
    if not bad:
        return f"In none of {count(len(articles), 'article')} was anything found that certainly cannot be true.{more}"
    return f"In {bad:,} of {count(len(articles), 'article')} something certainly cannot be true.{more}"


def sum_coverage(coverage: Iterable[Coverage], of: str) -> tuple[Coverage, ...]:
    """Add up by rule what rules could decide of all articles, under one name; what is of the reference stays as it is."""
    grouped: dict[tuple[str, bool], list[Coverage]] = {}
    for one in coverage:
        grouped.setdefault((one.rule, one.article_id is None), []).append(one)
    summed = []
    for (rule, is_known), ones in grouped.items():
        reasons: Counter[str] = Counter()
        for one in ones:
            reasons.update(dict(one.reasons))
        certain, possible, consistent, undecided = (sum(getattr(one, name) for one in ones) for name in _ROWS)
        decided, not_decided = (_add(getattr(one, name) for one in ones) for name in _CLAIMS)
        summed.append(
            Coverage(
                rule, None if is_known else of, certain, possible, consistent, undecided, decided, not_decided,
                tuple(reasons.most_common(3)),
            )
        )  # fmt: skip
    return tuple(summed)


def _add(numbers: Iterable[int | None]) -> int | None:
    """Add numbers up; None where there is none."""
    told = [number for number in numbers if number is not None]
    return sum(told) if told else None


def _cut(text: str, most: int) -> str:
    """Cut a text that is too long between two words, where it has words."""
    return text if len(text) <= most else f"{text[: most - 1].rsplit(' ', 1)[0]} …"
