"""The generated pages of `docs`: rules from their headers, tables from their schemas, views from what they read."""

from __future__ import annotations

from corrigenda.checking.rulebook.catalogue import Catalogue
from corrigenda.package.package import Package
from corrigenda.package.tables.csv_file import read_rows
from corrigenda.package.tables.table import Field, Table
from corrigenda.report.markup import escape
from corrigenda.report.rule_page import by_topic, render_markdown
from corrigenda.tasks.docs.entities import entity_pictures
from corrigenda.tasks.docs.python_page import python_page
from corrigenda.tasks.docs.view_graph import view_pages
from corrigenda.tasks.explain import gather_pages

# Letters of a cell that an example shows.
_LONGEST = 60
_LAYERS = {
    "said": "what an article says, as printed",
    "known": "what is known apart from the article, every row with its source",
    "found": "what the program found; generated, never edited by hand",
    "kept": "kept by hand with them",
}


def render_docs(package: Package, rules: Catalogue) -> dict[str, str]:
    """Return the generated pages by path."""
    pages = {"docs/rules.md": _rules_page(rules), "docs/tables.md": _tables_page(package), "docs/python.md": python_page()}
    return pages | view_pages() | entity_pictures(package)


def _rules_page(rules: Catalogue) -> str:
    pages = {page.name: page for page in gather_pages(rules)}
    lines = [
        "# Rules",
        "",
        "A rule is a query for the rows that should not be there: one SQL file in `src/corrigenda/rules/`, in the folder of its topic and",
        "named after the defect. Rows that it does not return are consistent. This page is made from the comments of these files, one",
        "flagged and one silent case of each, and the measured reliability ([how it is measured](reliability.md)).",
        "`corrigenda explain RULE` prints the same in a terminal.",
    ]
    for topic, listed in by_topic(rules).items():
        lines += ["", f"**{topic}**", "", "| rule | severity | about | what it finds |", "|---|---|---|---|"]
        lines += [f"| [{rule.name}](#{rule.name}) | {rule.severity} | {rule.subject} | {escape(rule.summary)} |" for rule in listed]
    for topic, listed in by_topic(rules).items():
        lines += ["", f"## {topic}"]
        for rule in listed:
            lines += ["", *render_markdown(pages[rule.name], f"../src/corrigenda/rules/{rule.topic}/{rule.name}")]
    return "\n".join(lines) + "\n"


def _tables_page(package: Package) -> str:
    lines = [
        "# Tables",
        "",
        "One CSV a table; `datapackage.json` lists them. This page is made from the Table Schemas in `schemas/`; the examples are cells of",
        "one row of the published package, the one in which most cells are filled.",
        "",
    ]
    for layer, words in _LAYERS.items():
        lines += [f"**{layer}**, {words}: " + ", ".join(f"[{table.name}](#{table.name})" for table in package.layer(layer)) + ".", ""]
    lines += [
        "What points at what: a line leads from a field to the table whose key it holds, and ↺ marks a field that points at a row of its",
        "own table. Tables of the other layer are grey. Nearly every row of `said` also has a `passage_id`, and every row of `known` a",
        "`source_id`; those lines are left out.",
        "",
        "![The tables of what an article says, and the fields by which they point at each other](tables/said.svg)",
        "",
        "![The tables of what is known, and the fields by which they point at each other](tables/known.svg)",
        "",
    ]
    for table in package.tables.values():
        lines += _table_section(table)
    return "\n".join(lines).rstrip() + "\n"


def _table_section(table: Table) -> list[str]:
    pointers = {foreign.fields[0]: foreign.table for foreign in table.foreign_keys}
    lines = [
        f"## {table.name}",
        "",
        escape(table.description),
        "",
        f"`{table.path}`, key `{', '.join(table.key)}`.",
        "",
        "| field | type | | meaning | example |",
        "|---|---|---|---|---|",
    ]
    example = _choose_example(table)
    for field in table.fields:
        target = pointers.get(field.name)
        points = f" Points at [{target}](#{target})." if target else ""
        required = "required" if field.required else ""
        meaning = f"{escape(field.description)}{_values(field)}{points}"
        lines.append(f"| `{field.name}` | {field.type} | {required} | {meaning} | {_show(example.get(field.name))} |")
    return [*lines, ""]


def _choose_example(table: Table) -> dict[str, str]:
    """Return the row of a table in which most cells are filled, the first of several; nothing where the table has no rows."""
    # What is generated changes with every finding, and this page would with it.
    rows = read_rows(table.file)[1] if table.layer != "found" and table.file.is_file() else []
    return max(rows, key=lambda row: sum(bool(cell) for cell in row.values()), default={})


def _show(cell: str | None) -> str:
    return escape(cell if len(cell) <= _LONGEST else f"{cell[:_LONGEST].rstrip()} …") if cell else ""


def _values(field: Field) -> str:
    values = field.constraints.get("enum")
    return f" One of {', '.join(f'`{value}`' for value in values)}." if values else ""


if __name__ == "__main__":
    raise SystemExit("The pages are written by: python -m corrigenda.cli.docs")
