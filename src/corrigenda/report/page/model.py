"""Everything that the page of a report shows beyond the result: plain, frozen, and stored as JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from corrigenda.errors import SetupError
from corrigenda.report.model import Report, RuleNote
from corrigenda.report.page.chart import Chart
from corrigenda.results.timeline import EventDays

FORMAT_VERSION = "4"


@dataclass(frozen=True)
class PrintedWords:
    """Hold a row of the article, where it is (code points of the text), and the words that are printed there.

    `words` is None where the row copies none; `is_exact` is false where they stand somewhere between start and end.
    """

    table: str
    row: str
    start: int
    end: int
    words: str | None = None
    is_exact: bool = True


@dataclass(frozen=True)
class PagePassage:
    """Hold one sentence: its position, what is said of it, and its text where a reader laid in an own copy."""

    passage_id: str
    paragraph: int
    sentence: int
    start: int
    end: int
    words: tuple[PrintedWords, ...] = ()
    text: str | None = None


@dataclass(frozen=True)
class Claim:
    """Hold a claim in our own words."""

    claim_id: str
    statement: str


@dataclass(frozen=True)
class Source:
    """Name one source, the claims that reach the article through it, and the sources it rests on itself."""

    label: str
    naming: str
    affiliation: str | None
    verbs: tuple[str, ...]
    claims: tuple[str, ...]
    rests_on: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Article:
    """Hold an article without its text: what it prints of itself, its passages, claims, sources and timeline, and whom it names.

    `people` and `offices` are the labels of the persons and offices of the reference that it names, in order.
    """

    article_id: str
    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    url: str | None
    sha256: str
    length: int
    passages: tuple[PagePassage, ...] = ()
    claims: tuple[Claim, ...] = ()
    sources: tuple[Source, ...] = ()
    chart: Chart | None = None
    people: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Return the title, or the key where none is printed."""
        return self.title or self.article_id


@dataclass(frozen=True)
class CitedRow:
    """Hold one row that a finding points at, with all its cells that are not empty; `label` names it in words where the tables do."""

    table: str
    row: str
    path: str
    line: int
    cells: tuple[tuple[str, str], ...]
    label: str = ""

    @property
    def widest(self) -> int:
        """Return the length of the longest name of a cell."""
        return max((len(name) for name, _ in self.cells), default=0)


@dataclass(frozen=True)
class Page:
    """Hold a report with the articles and rows that its page shows.

    >>> from corrigenda.results.finding import Result
    >>> Page(Report(Result(), "news", "1.0.0", "sha256:0", "sha256:1", "0.3.0")).title
    'news'
    """

    report: Report
    articles: tuple[Article, ...] = ()
    rows: tuple[CitedRow, ...] = ()
    events: dict[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """Return what the page is about: its article, or else the package."""
        return self.articles[0].name if len(self.articles) == 1 else self.report.package

    @cached_property
    def row_of(self) -> dict[tuple[str, str], CitedRow]:
        """Return the rows by table and key."""
        return {(row.table, row.row): row for row in self.rows}

    @cached_property
    def days_of(self) -> dict[str, EventDays]:
        """Return when each event was, by its key."""
        return {days.event_id: days for days in self.report.result.timeline}

    @cached_property
    def rule_of(self) -> dict[str, RuleNote]:
        """Return the rules by name."""
        return {rule.name: rule for rule in self.report.rules}

    def _repr_html_(self) -> str | None:
        """Return what a notebook shows."""
        return self.report._repr_html_()


def write_page(page: Page) -> str:
    """Return a page as JSON, from which the same page can be rendered again."""
    import msgspec

    from corrigenda.values.wording import escape_json

    # The encoder of the standard library takes ten times as long where it indents.
    data = msgspec.json.encode({"format_version": FORMAT_VERSION, **msgspec.to_builtins(page)})
    return escape_json(msgspec.json.format(data, indent=2).decode()) + "\n"


def read_page(text: str) -> Page:
    """Read a page that `write_page` wrote; raises SetupError where it is anything else."""
    import msgspec

    try:
        document = msgspec.json.decode(text)
        if not isinstance(document, dict) or document.pop("format_version", None) != FORMAT_VERSION:
            raise SetupError(f"the stored page has another format_version; expected {FORMAT_VERSION}")
        page = msgspec.convert(document, Page)
        for day in (day for article in page.articles if article.chart for day in article.chart.days()):
            date.fromisoformat(day)
        return page
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise SetupError(f"the stored page cannot be read: {error}") from None
