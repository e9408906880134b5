"""The generated page of everything that the package offers in Python, from the docstrings and signatures themselves."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from enum import Enum
from importlib import import_module
from typing import Any

from corrigenda.report.markup import escape

_WIDEST = 100
_FIRST = ("check", "run_check", "frames", "find", "explain", "make_page", "write_report", "published_package")


def python_page() -> str:
    """Return the page on the public names: functions first, those that most people begin with at the top."""
    package = import_module("corrigenda")
    names: list[str] = list(package.__all__)
    functions = [name for name in names if inspect.isfunction(getattr(package, name))]
    ordered = [*_FIRST, *(name for name in functions if name not in _FIRST)]
    classes = [name for name in names if name not in functions]
    lines = [
        "# Python",
        "",
        "`import corrigenda` costs next to nothing; what is heavy is loaded when it is used first. Each example on this page runs as a",
        "test. This page is made from the docstrings.",
        "",
        "**Functions**: " + ", ".join(f"[{name}](#{name.lower()})" for name in ordered) + ".",
        "",
        "**Classes**: " + ", ".join(f"[{name}](#{_anchor(name, functions)})" for name in classes) + ".",
    ]
    for name in ordered:
        lines += ["", *_section(name, getattr(package, name), name)]
    for name in classes:
        value = getattr(package, name)
        heading = name if _anchor(name, functions) == name.lower() else f"class {name}"
        lines += ["", *_section(name, value, heading), *_members(value)]
    return "\n".join(lines) + "\n"


def _anchor(name: str, functions: Iterable[str]) -> str:
    """Return the anchor of a class; one that has the name of a function but for a capital is `class-…`."""
    return f"class-{name.lower()}" if name.lower() in functions else name.lower()


def _section(name: str, value: Any, heading: str) -> Iterator[str]:
    yield from (f"## {heading}", "")
    if inspect.isfunction(value) or not issubclass(value, (Enum, BaseException)):
        yield from ("```python", f"corrigenda.{name}{_signature(value)}", "```", "")
    yield from _write_doc(inspect.getdoc(value) or "")


def _members(value: Any) -> Iterator[str]:
    """Yield the public methods and properties of a class, one line each."""
    if issubclass(value, (Enum, BaseException)):
        return
    told = []
    for name, one in vars(value).items():
        about = inspect.getdoc(one.fget if isinstance(one, property) else one)
        if not name.startswith("_") and about and (inspect.isfunction(one) or isinstance(one, property)):
            call = f"{name}{_signature(one)}" if inspect.isfunction(one) else name
            told.append(f"* `{call.replace('(self, ', '(').replace('(self)', '()')}`: {escape(about.partition(chr(10) * 2)[0])}")
    if told:
        yield from ("", *told)


def _signature(value: Any) -> str:
    """Return a signature as it is written, one parameter a line where it is long."""
    try:
        written = inspect.signature(value)
    except ValueError:
        return "(...)"
    parts: list[str] = []
    for one in written.parameters.values():
        if one.kind is one.KEYWORD_ONLY and "*" not in parts and not any(part.startswith("*") for part in parts):
            parts.append("*")
        stars = "*" if one.kind is one.VAR_POSITIONAL else "**" if one.kind is one.VAR_KEYWORD else ""
        typed = "" if one.annotation is one.empty else f": {one.annotation}"
        default = "" if one.default is one.empty else f" = {'...' if 'factory' in repr(one.default) else repr(one.default)}"
        parts.append(f"{stars}{one.name}{typed}{default}")
    returned = "" if written.return_annotation in (written.empty, None, "None") else f" -> {written.return_annotation}"
    line = f"({', '.join(parts)}){returned}"
    return line if len(line) < _WIDEST else "(\n" + "".join(f"    {part},\n" for part in parts) + f"){returned}"


def _write_doc(text: str) -> Iterator[str]:
    """Write a docstring as Markdown, its examples as sessions."""
    is_open = False
    for line in text.splitlines():
        if line.startswith(">>> ") and not is_open:
            yield "```pycon"
            is_open = True
        if is_open and not line.strip():
            yield "```"
            is_open = False
        yield line.partition("  # doctest:")[0] if is_open else _prose(line)
    if is_open:
        yield "```"


def _prose(line: str) -> str:
    """Escape a line but for what is set as code in it."""
    parts = line.split("`")
    return "`".join(part if number % 2 else escape(part) for number, part in enumerate(parts))
