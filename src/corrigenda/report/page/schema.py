"""The JSON Schema of a stored page, made from the classes that it is read into, so that the two cannot differ."""

from __future__ import annotations

from typing import Any

from corrigenda.report.page.model import FORMAT_VERSION, Page


def describe_page() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of what `report --format json` prints and `page.json` holds.

    >>> describe_page()["properties"]["format_version"]["const"] == FORMAT_VERSION
    True
    """
    import msgspec

    _, parts = msgspec.json.schema_components([Page], ref_template="#/$defs/{name}")
    closed = {name: _close(part) for name, part in sorted(parts.items())}
    page = closed.pop("Page")
    version = {"description": "The version of this form.", "const": FORMAT_VERSION}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What 'corrigenda report' prints with --format json, and stores as page.json",
        **page,
        "properties": {"format_version": version, **page["properties"]},
        "required": ["format_version", *page["required"]],
        "$defs": closed,
    }


def _close(part: Any) -> Any:
    """Let an object have the properties that its class has, all of them and no others; keep of its description what is prose."""
    if isinstance(part, list):
        return [_close(one) for one in part]
    if not isinstance(part, dict):
        return part
    kept = {key: part[key] if key == "enum" else _close(part[key]) for key in part if key not in ("title", "default")}
    if isinstance(part.get("description"), str):
        kept["description"] = " ".join(part["description"].partition(">>>")[0].split())
    if "properties" in part:
        # A class may have a field named `title`.
        kept["properties"] = {name: _close(one) for name, one in part["properties"].items()}
        kept |= {"required": list(part["properties"]), "additionalProperties": False}
    return kept
