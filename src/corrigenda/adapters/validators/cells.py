"""The form that a cell must have to be read as its type; what a library lets pass is judged by it."""

from __future__ import annotations

import re

from corrigenda.package.package import Field
from corrigenda.values.edtf import parse_duration, parse_edtf

_FORMS = {
    "integer": (re.compile(r"[+-]?[0-9]{1,18}"), "an integer"),
    "number": (re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,2})?"), "a number"),
    "boolean": (re.compile(r"true|false"), "true or false"),
    "uri": (re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+"), "a URI such as https://example.org/page"),
}


def misread(field: Field, text: str) -> str:
    """Say what was expected where a text is not of its field's type; return an empty text where it is.

    >>> misread(Field("length", "integer", "", {}), "1_000")
    'an integer'
    >>> misread(Field("day", "edtf", "", {}), "2024-02")
    ''
    """
    if field.type in _FORMS:
        form, expected = _FORMS[field.type]
        return "" if form.fullmatch(text) else expected
    try:
        if field.type == "edtf":
            parse_edtf(text)
        elif field.type == "duration":
            parse_duration(text)
    except ValueError as error:
        reason = str(error).removeprefix("expected ")
        return f"an EDTF date: {reason}" if field.type == "edtf" else reason
    return ""
