"""A rule's page as text for a terminal and as Markdown: its parts, one flagged and one silent example, its reliability."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from corrigenda.report.markup import escape
from corrigenda.results.rule_page import Example, RulePage
from corrigenda.values.wording import visible

# What each topic is about, for the headings of lists; a folder that is not named here is shown by its own name.
_TOPICS = {
    "amounts": "Amounts, shares and currencies",
    "claims": "Claims against each other and against known events",
    "events": "Events compared with known events",
    "names": "Names of people and things",
    "reference": "The reference itself",
    "sources": "Sources and attributions",
    "time": "Dates, order and the timeline",
    "titles": "Titles and offices",
}
_WIDTH = 100


class Listed(Protocol):
    """Say what a list shows of a rule: a rule or its page."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def severity(self) -> str: ...  # noqa: D102
    @property
    def summary(self) -> str: ...  # noqa: D102
    @property
    def topic(self) -> str: ...  # noqa: D102


L = TypeVar("L", bound=Listed)


def by_topic(rules: Iterable[L]) -> dict[str, list[L]]:
    """Group rules by the heading of their topic, in order of topic and name."""
    groups: dict[str, list[L]] = {}
    for rule in sorted(rules, key=lambda rule: (rule.topic, rule.name)):
        groups.setdefault(_TOPICS.get(rule.topic, rule.topic.capitalize() or "House rules"), []).append(rule)
    return groups


def render_rule(page: RulePage) -> str:
    """Render one page as text.

    >>> page = RulePage("year-missing", "note", "article", "time", "0.1.0", "A date without a year.", (), "dates", (), "Not measured.")
    >>> print(render_rule(page).splitlines()[3])
    A note about the article; topic: time; since program version 0.1.0.
    """
    blocks = [f"{page.name}\n{visible(page.summary)}", _describe(page)]
    blocks += [textwrap.fill(f"{name}: {visible(text)}", _WIDTH, break_on_hyphens=False) for name, text in page.parts]
    for example in page.examples:
        outcome = (textwrap.fill(line, _WIDTH, initial_indent="  ", subsequent_indent="    ") for line in _outcome(example))
        blocks += [visible(example.heading), *(f"  {table}\n{_align(rows)}" for table, rows in _tables(example)), "\n".join(outcome)]
    blocks.append(textwrap.fill(f"Reliability: {page.reliability}", _WIDTH))
    return "\n\n".join(blocks)


def render_list(rules: Iterable[Listed]) -> str:
    """Render all rules by topic, one line each."""
    rules = list(rules)
    width = max(len(rule.name) for rule in rules)
    groups = [
        "\n".join([heading, *(f"  {rule.name:<{width}}  {rule.severity:<7}  {visible(rule.summary)}" for rule in listed)])
        for heading, listed in by_topic(rules).items()
    ]
    return "\n\n".join(groups)


def render_markdown(page: RulePage, stem: str) -> list[str]:
    """Render one page as lines of Markdown under a heading of the third level; `stem` is the path of its files without ending."""
    places = ", ".join(f"`{cell}` ({role})" for cell, role in page.places)
    lines = [f"### {page.name}", "", escape(page.summary)]
    for name, text in page.parts:
        lines += ["", f"**{name}.** {escape(text)}"]
    for example in page.examples:
        lines += ["", f"*{escape(example.heading)}*"]
        for table, rows in _tables(example):
            names = list(rows[0])
            lines += ["", f"{table}:", "", f"| {' | '.join(names)} |", f"|{'---|' * len(names)}"]
            lines += [f"| {' | '.join(escape(row.get(name, '')) for name in names)} |" for row in rows]
        lines += ["", *(f"> {escape(line)}" for line in _outcome(example))]
    facts = f"{_describe(page)} It judges `{page.judges}` and points at {places}. [Query]({stem}.sql), [all cases]({stem}.md)."
    return [*lines, "", f"**Reliability.** {escape(page.reliability)}", "", facts]


def _describe(rule: RulePage) -> str:
    article = "An" if rule.severity == "error" else "A"
    topic = f"; topic: {rule.topic}" if rule.topic else ""
    since = f"; since program version {rule.since}" if rule.since else ""
    return f"{article} {rule.severity} about the {rule.subject}{topic}{since}."


def _tables(example: Example) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Return the tables of an example; every row has all columns that some row of its table names."""
    for table, rows in example.tables.items():
        names = list(dict.fromkeys(name for row in rows for name in row))
        if names:
            yield table, [{name: row.get(name, "") for name in names} for row in rows]


def _align(rows: list[dict[str, str]]) -> str:
    """Put rows under the names of their columns."""
    shown = [list(rows[0]), *(list(map(visible, row.values())) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*shown, strict=True)]
    return "\n".join("    " + "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in shown)


def _outcome(example: Example) -> list[str]:
    return list(map(visible, example.outcome)) or ["Nothing is found."]
