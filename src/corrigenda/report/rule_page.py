"""A rule's page as text for a terminal and as Markdown: its parts, one flagged and one silent example, its reliability."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corrigenda.checking.case_pages import Case
from corrigenda.checking.catalogue import Catalogue, Rule
from corrigenda.report.markdown import escape
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


@dataclass(frozen=True)
class RulePage:
    """Hold a rule with what was measured of it and, where it has a case page, a case that finds something and one that does not."""

    rule: Rule
    reliability: str
    flagged: Case | None = None
    silent: Case | None = None

    @property
    def examples(self) -> Iterator[tuple[str, Case]]:
        """Return the examples, each with its heading."""
        if self.flagged:
            yield f"Flagged: {_sentence(self.flagged.title)}", self.flagged
        if self.silent:
            yield f"Not flagged: {_sentence(self.silent.title.removeprefix('Silent: '))}", self.silent


def by_topic(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    """Group rules by the heading of their topic, in order of topic and name."""
    groups: dict[str, list[Rule]] = {}
    for rule in sorted(rules, key=lambda rule: (rule.topic, rule.name)):
        groups.setdefault(_TOPICS.get(rule.topic, rule.topic.capitalize() or "House rules"), []).append(rule)
    return groups


def render_rule(page: RulePage) -> str:
    """Render one page as text.

    >>> from corrigenda.checking.catalogue import catalogue
    >>> print(render_rule(RulePage(catalogue()["year-missing"], "Not measured.")).splitlines()[2])
    A note about the article; topic: time; since version 0.1.0.
    """
    rule = page.rule
    blocks = [f"{rule.name}\n{visible(rule.summary)}", _describe(rule)]
    blocks += [textwrap.fill(f"{name}: {visible(text)}", _WIDTH, break_on_hyphens=False) for name, text in rule.parts]
    for heading, case in page.examples:
        blocks.append(visible(heading))
        blocks += [f"  {table}\n{_align(rows)}" for table, rows in _tables(case)]
        blocks.append("\n".join(textwrap.fill(line, _WIDTH, initial_indent="  ", subsequent_indent="    ") for line in _outcome(case)))
    blocks.append(textwrap.fill(f"Reliability: {page.reliability}", _WIDTH))
    return "\n\n".join(blocks)


def render_list(rules: Catalogue) -> str:
    """Render all rules by topic, one line each."""
    width = max(len(rule.name) for rule in rules)
    groups = [
        "\n".join([heading, *(f"  {rule.name:<{width}}  {rule.severity:<7}  {visible(rule.summary)}" for rule in listed)])
        for heading, listed in by_topic(rules).items()
    ]
    return "\n\n".join(groups)


def render_parts(rule: Rule, reliability: str) -> str:
    """Render the parts of a page without examples as Markdown, for a report of findings."""
    parts = [f"**{name}.** {escape(text)}" for name, text in rule.parts]
    return "\n\n".join([escape(rule.summary), *parts, f"**Reliability.** {escape(reliability)}"])


def render_markdown(page: RulePage, stem: str) -> list[str]:
    """Render one page as lines of Markdown under a heading of the third level; `stem` is the path of its files without ending."""
    rule = page.rule
    places = ", ".join(f"`{place.table}.{place.field}` ({place.role})" for place in rule.places)
    lines = [f"### {rule.name}", "", escape(rule.summary)]
    for name, text in rule.parts:
        lines += ["", f"**{name}.** {escape(text)}"]
    for heading, case in page.examples:
        lines += ["", f"*{escape(heading)}*"]
        for table, rows in _tables(case):
            names = list(rows[0])
            lines += ["", f"{table}:", "", f"| {' | '.join(names)} |", f"|{'---|' * len(names)}"]
            lines += [f"| {' | '.join(escape(row.get(name, '')) for name in names)} |" for row in rows]
        lines += ["", *(f"> {escape(line)}" for line in _outcome(case))]
    facts = f"{_describe(rule)} It judges `{rule.judges}` and points at {places}. [Query]({stem}.sql), [all cases]({stem}.md)."
    return [*lines, "", f"**Reliability.** {escape(page.reliability)}", "", facts]


def _describe(rule: Rule) -> str:
    article = "An" if rule.severity == "error" else "A"
    topic = f"; topic: {rule.topic}" if rule.topic else ""
    since = f"; since version {rule.since}" if rule.since else ""
    return f"{article} {rule.severity} about the {rule.subject}{topic}{since}."


def _tables(case: Case) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Return the tables of a case; every row has all columns that some row of its table names."""
    for table, rows in case.rows.items():
        names = list(dict.fromkeys(name for row in rows for name in row))
        if names:
            yield table, [{name: row.get(name, "") for name in names} for row in rows]


def _align(rows: list[dict[str, str]]) -> str:
    """Put rows under the names of their columns."""
    shown = [list(rows[0]), *(list(map(visible, row.values())) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*shown, strict=True)]
    return "\n".join("    " + "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in shown)


def _outcome(case: Case) -> list[str]:
    return [f"{one.verdict}: {visible(one.text)}" for one in case.expected] or ["Nothing is found."]


def _sentence(title: str) -> str:
    return title[:1].upper() + title[1:]
