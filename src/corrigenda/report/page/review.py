"""The page on which a person reviews a draft: the text with its drafted spans, and each finding with the few rows under it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from corrigenda.report.template import fill_template
from corrigenda.results.finding import Finding


@dataclass(frozen=True)
class OtherReading:
    """Hold another value that a drafted cell can have, and what speaks for it."""

    field: str
    words: str
    value: str
    label: str | None
    reason: str


@dataclass(frozen=True)
class ReviewCell:
    """Hold one cell of a drafted row: its field in words, its value, what the value means, and whether the finding needs it."""

    field: str
    words: str
    value: str
    label: str | None = None
    is_basis: bool = False


@dataclass(frozen=True)
class ReviewRow:
    """Hold one drafted row: what it is, its cells, the digest of what is shown, other readings, and where it is in the text."""

    table: str
    key: str
    kind: str
    name: str
    read: str
    cells: tuple[ReviewCell, ...]
    readings: tuple[OtherReading, ...] = ()
    span: tuple[int, int] | None = None


@dataclass(frozen=True)
class ReviewFinding:
    """Hold a finding with what it is about in words, the drafts under it, and one digest over all of these."""

    finding: Finding
    statement: str | None
    rows: tuple[ReviewRow, ...]
    read: str


@dataclass(frozen=True)
class DraftSpan:
    """Hold where a drafted row is in the text, by code points, and whether somebody has decided about it."""

    start: int
    end: int
    row: tuple[str, str]
    is_draft: bool


@dataclass(frozen=True)
class TextPiece:
    """Hold a stretch of the text: its words, where it begins, the row to go to, and whether it is a draft, decided or neither."""

    text: str
    start: int
    row: tuple[str, str] | None
    state: str


@dataclass(frozen=True)
class ReviewPage:
    """Hold all that the page shows. `notice` is what was done last, or why it was not."""

    title: str
    by: str
    text: str
    passages: tuple[tuple[int, int, int], ...]
    spans: tuple[DraftSpan, ...]
    findings: tuple[ReviewFinding, ...]
    others: tuple[Finding, ...]
    rest: tuple[ReviewRow, ...]
    rest_read: str
    sentences: tuple[str, ...]
    notice: str | None = None
    is_refused: bool = False
    can_undo: bool = False


@dataclass(frozen=True)
class Choice:
    """Hold how one cell can be changed: from a list, by a look-up in a table, or as text."""

    field: str
    words: str
    meaning: str
    value: str
    required: bool
    options: tuple[tuple[str, str], ...] = ()
    look_up: str | None = None


@dataclass(frozen=True)
class RowForm:
    """Hold the form that changes one row."""

    row: ReviewRow
    choices: tuple[Choice, ...]


def render_review(page: ReviewPage, *, rest: bool = False) -> str:
    """Render the page, or the one with the drafts under no finding; every value is escaped, and no script or style is part of it."""
    anchors: dict[tuple[str, str], str] = {}
    for number, shown in enumerate(page.findings, 1):
        for place, row in enumerate(shown.rows, 1):
            anchors.setdefault((row.table, row.key), f"/#row-{number}-{place}")
    for place, row in enumerate(page.rest, 1):
        anchors.setdefault((row.table, row.key), f"/rest#rest-{place}")
    return fill_template("review.html.j2", page=page, paragraphs=list(divide(page)), anchors=anchors, only_rest=rest)


def render_form(form: RowForm) -> str:
    """Render the page with the form of one row."""
    return fill_template("review_row.html.j2", form=form)


def divide(page: ReviewPage) -> Iterator[list[list[TextPiece]]]:
    """Yield the paragraphs of the text, each as its sentences, cut where a drafted span begins or ends; the narrowest span is linked."""
    paragraphs: dict[int, list[list[TextPiece]]] = {}
    for paragraph, start, end in page.passages:
        inside = [span for span in page.spans if span.start < end and span.end > start and (span.start, span.end) != (start, end)]
        edges = sorted({start, end, *(at for span in inside for at in (span.start, span.end) if start < at < end)})
        pieces = [
            _piece(page.text[left:right], left, (s for s in inside if s.start <= left and s.end >= right))
            for left, right in pairwise(edges)
        ]
        paragraphs.setdefault(paragraph, []).append(pieces)
    yield from paragraphs.values()


def _piece(text: str, start: int, over: Iterable[DraftSpan]) -> TextPiece:
    spans = sorted(over, key=lambda span: (not span.is_draft, span.end - span.start, span.row))
    if not spans:
        return TextPiece(text, start, None, "")
    return TextPiece(text, start, spans[0].row, "draft" if spans[0].is_draft else "decided")
