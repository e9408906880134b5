"""Text and addresses of cells in Markdown and HTML, as text and links of the web and nothing more."""

from __future__ import annotations

import re
from urllib.parse import quote

from corrigenda.results.known_source import KnownSource
from corrigenda.values.wording import visible

# What may stand in an address of a Markdown link as it is; a bracket or a bar would end the link or the cell.
_IN_ADDRESS = ":/?#@!$&'*+,;=%~"


def escape(text: str) -> str:
    r"""Escape what Markdown or HTML would read as more than text.

    >>> escape("a|b <i>")
    'a\\|b &lt;i&gt;'
    """
    text = visible(text.replace("\n", " ")).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_\[\]|~#!@])", r"\\\1", text)


def web_address(url: str | None) -> str | None:
    """Return an address that a page may link to: one of the web, or None.

    >>> web_address("https://example.org/"), web_address("javascript:alert(1)")
    ('https://example.org/', None)
    """
    return url if url and url.startswith(("https://", "http://")) else None


def link_source(source: KnownSource) -> str:
    """Name a source in Markdown: its title as a link where an address is kept, then what is known of it.

    >>> link_source(KnownSource("New cabinet", "AP", url="https://example.org/a(b)"))
    '[New cabinet](https://example.org/a%28b%29) (AP)'
    """
    title, address = escape(source.title), web_address(source.url)
    linked = f"[{title}]({quote(address, safe=_IN_ADDRESS)})" if address else title
    return f"{linked} ({escape(source.about)})" if source.about else linked
