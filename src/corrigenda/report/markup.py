"""Text of a cell in Markdown, as text and nothing more."""

from __future__ import annotations

import re

from corrigenda.values.wording import visible


def escape(text: str) -> str:
    r"""Escape what Markdown or HTML would read as more than text.

    >>> escape("a|b <i>")
    'a\\|b &lt;i&gt;'
    """
    text = visible(text.replace("\n", " ")).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_\[\]|~#!@])", r"\\\1", text)
