"""The generated pages of `docs`: rules from their headers, tables from their schemas."""

from __future__ import annotations

import sys
from pathlib import Path

from corrigenda.checking.catalogue import Catalogue, Rule, catalogue
from corrigenda.package.files import program_folder, write_atomically
from corrigenda.package.package import Field, Package, Table, open_package
from corrigenda.report.markdown import escape

_LAYERS = {
    "said": "what an article says, as printed",
    "known": "what is known apart from the article, every row with its source",
    "found": "what the program found; generated, never edited by hand",
    "kept": "kept by hand beside them",
}


def render_docs(package: Package, rules: Catalogue) -> dict[str, str]:
    """Return the generated pages by path."""
    return {"docs/rules.md": _rules_page(rules), "docs/tables.md": _tables_page(package)}


def _rules_page(rules: Catalogue) -> str:
    lines = [
        "# Rules",
        "",
        "A rule is a query for the rows that should not be there: one SQL file in `src/corrigenda/rules/`, named after the defect.",
        "What it does not return is consistent. This page is made from the comments of those files; the examples of each rule are",
        "its case page. `corrigenda explain RULE` prints the same in a terminal.",
        "",
        "| rule | severity | about | what it finds |",
        "|---|---|---|---|",
    ]
    lines += [f"| [{rule.name}](#{rule.name}) | {rule.severity} | {rule.subject} | {escape(rule.summary)} |" for rule in rules]
    for rule in rules:
        lines += ["", *_rule_section(rule)]
    return "\n".join(lines) + "\n"


def _rule_section(rule: Rule) -> list[str]:
    topics = {file.stem: file.parent.name for file in program_folder("rules").rglob("*.sql")}
    stem = f"../src/corrigenda/rules/{topics[rule.name]}/{rule.name}"
    places = ", ".join(f"`{place.table}.{place.field}` ({place.role})" for place in rule.places)
    return [
        f"## {rule.name}",
        "",
        escape(rule.summary),
        "",
        f"**Why it happens.** {escape(rule.why.removeprefix('Why it happens: '))}",
        "",
        f"**To settle.** {escape(rule.settle)}",
        "",
        f"Severity {rule.severity}; judges `{rule.judges}`; points at {places}. [Query]({stem}.sql), [cases]({stem}.md).",
    ]


def _tables_page(package: Package) -> str:
    lines = ["# Tables", "", "One CSV a table; `datapackage.json` lists them. This page is made from the Table Schemas in `schemas/`.", ""]
    for layer, words in _LAYERS.items():
        lines += [f"**{layer}**, {words}: " + ", ".join(f"[{table.name}](#{table.name})" for table in package.layer(layer)) + ".", ""]
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
        "| field | type | | meaning |",
        "|---|---|---|---|",
    ]
    for field in table.fields:
        target = pointers.get(field.name)
        points = f" Points at [{target}](#{target})." if target else ""
        required = "required" if field.required else ""
        lines.append(f"| `{field.name}` | {field.type} | {required} | {escape(field.description)}{_values(field)}{points} |")
    return [*lines, ""]


def _values(field: Field) -> str:
    values = field.constraints.get("enum")
    return f" One of {', '.join(f'`{value}`' for value in values)}." if values else ""


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` say which ones are not up to date."""
    root = Path.cwd()
    stale = []
    for path, text in render_docs(open_package(root), catalogue()).items():
        file = root / path
        if "--check" not in arguments:
            file.parent.mkdir(exist_ok=True)
            write_atomically(file, text.encode())
        elif not file.is_file() or file.read_text("utf-8") != text:
            stale.append(path)
    for path in stale:
        sys.stderr.write(f"{path} is not what its sources give; 'nox -s data' makes it anew\n")
    return int(bool(stale))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
