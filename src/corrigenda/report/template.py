"""Templates filled by Jinja2: every value escaped, nothing that hides or turns the reading direction."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

from corrigenda.values.wording import count, visible

SHAPES = {"error": "●", "warning": "▲", "note": "■"}
HOLLOW = {"error": "○", "warning": "△", "note": "□"}


def fill_template(name: str, **values: Any) -> str:
    """Fill a template of the folder page/templates; raises ModuleNotFoundError where Jinja2 is not installed."""
    return str(_environment().get_template(name).render(shape=shape, count=count, **values))


@cache
def _environment() -> Any:
    """Return what compiles templates, each once: a page that is served is filled again and again."""
    import jinja2

    return jinja2.Environment(
        loader=jinja2.FunctionLoader(read_template), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, finalize=_show, keep_trailing_newline=True,
    )  # fmt: skip


def read_template(name: str) -> str:
    """Return the text of a template, style or script."""
    return (resources.files("corrigenda.report.page") / "templates" / name).read_text("utf-8")


def shape(level: str, verdict: str) -> str:
    """Return the mark of a finding: its form tells the severity, and it is full where the verdict is certain.

    >>> shape("error", "certain"), shape("warning", "possible")
    ('●', '△')
    """
    return (SHAPES if verdict == "certain" else HOLLOW)[level]


def _show(value: Any) -> Any:
    """Show what would turn the reading direction or hide in a text as its code point."""
    return visible(value) if type(value) is str else value
