"""The form that a cell must have to be read as its type; what a library lets pass is judged by it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from corrigenda.errors import SetupError
from corrigenda.package.tables.table import Field
from corrigenda.values.edtf import parse_duration, parse_edtf
from corrigenda.values.wording import show

_FORMS = {
    "integer": (re.compile(r"[+-]?[0-9]{1,18}"), "an integer of at most 18 digits"),
    "number": (re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,2})?"), "a number"),
    "boolean": (re.compile(r"true|false"), "true or false"),
    "uri": (re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+"), "a URI such as https://example.org/page"),
}


def misread(field: Field, text: str) -> str:
    """Say what was expected where a text is not of its field's type; return an empty text where it is.

    >>> misread(Field("length", "integer", "", {}), "1_000")
    'an integer of at most 18 digits'
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


@cache
def read_pattern(pattern: str) -> Any:
    """Return a pattern in the dialect of RE2, which the engine has as well: one meaning, and time that grows with the text alone.

    Raises SetupError where it is none.
    """
    import re2

    options = re2.Options()
    options.log_errors = False
    try:
        return re2.compile(pattern, options)
    except re2.error as error:
        reason = error.args[0].decode() if isinstance(error.args[0], bytes) else error
        raise SetupError(f"the pattern {show(pattern)} cannot be read by RE2: {reason}") from None
