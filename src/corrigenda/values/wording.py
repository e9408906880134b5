"""How a sentence shows numbers, cells and texts: counted nouns, quoted values, nothing that steers a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

EMPTY = "(empty)"
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]")
# The same, but for the ends of lines of JSON itself.
_IN_JSON = re.compile(_STEERING.pattern.replace(r"\x00-\x1f", r"\x00-\x09\x0b-\x1f"))
_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
# A runner of CI obeys "##[…]" anywhere in a log, and "::…::" where a line begins with it.
_COMMAND = re.compile(r"(?<=##)\[|^:(?=:)")
_LONGEST = 80


def count(number: int, word: str) -> str:
    """Write a number with its noun.

    >>> count(1, "claim"), count(1200, "clash")
    ('1 claim', '1,200 clashes')
    """
    return f"{number:,} {word}{'' if number == 1 else 'es' if word.endswith('sh') else 's'}"


def first_few(lines: Sequence[str], noun: str, most: int) -> list[str]:
    """Return the first lines, and a last one that says how many more there are.

    >>> first_few(["a", "b", "c"], "row", 1)
    ['a', 'and 2 more rows']
    """
    more = len(lines) - most
    return [*lines[:most], *([f"and {count(more, f'more {noun}')}"] if more > 0 else [])]


def sentence(text: str) -> str:
    """Begin a text with a capital and end it with a stop.

    >>> sentence("the claim is not attributed"), sentence('"March 19" has no year?')
    ('The claim is not attributed.', '"March 19" has no year?')
    """
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?', '!')) else '.'}"


def name_event(label: str) -> str:
    """Name an event by its label, which is in our own words; double quotation marks are for what is printed.

    >>> name_event("the bridge opens")
    '‘the bridge opens’'
    """
    return f"‘{label}’"


def show(value: str) -> str:
    r"""Quote a value for a sentence: control characters escaped, long ones cut.

    >>> show("a\nb")
    "'a\\nb'"
    """
    text = _TURNING.sub(lambda match: f"\\u{ord(match.group()):04x}", repr(value))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}…' ({len(value):,} characters)"


def clip(text: str, most: int) -> str:
    """Cut a text that is longer, and say how much longer it is.

    >>> clip("abcdef", 4), clip("abcd", 4)
    ('abcd… (and 2 more characters)', 'abcd')
    """
    rest = len(text) - most
    return text if rest <= 0 else f"{text[:most]}… (and {count(rest, 'more character')})"


def ask_meant(word: str, known: Iterable[str], most: int = 1) -> str:
    """Ask whether the known word that is most like another one is meant, or one of a few; empty where none is like it.

    >>> ask_meant("paterns", ["pattern", "path"])
    "is 'pattern' meant?"
    """
    # Needed only where something is wrong.
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), most)
    return f"is {show(near[0]) if most == 1 else ' or '.join(near)} meant?" if near else ""


def visible(text: str) -> str:
    r"""Show as code points the characters that would end a line, steer a terminal, turn the reading direction or command a runner of CI.

    >>> visible("a\u202eb")
    'a<U+202E>b'
    >>> visible("  ::error::x"), visible("a ##[error]x")
    ('  <U+003A>:error::x', 'a ##<U+005B>error]x')
    """
    # Nearly every text: no character of the first kind is printable, and asking that is much the fastest.
    if text.isprintable() and "::" not in text and "##[" not in text:
        return text
    shown = _STEERING.sub(_code_point, text)
    if "::" not in shown and "##[" not in shown:
        return shown
    start = len(shown) - len(shown.lstrip())
    return shown[:start] + _COMMAND.sub(_code_point, shown[start:])


def _code_point(match: re.Match[str]) -> str:
    return f"<U+{ord(match.group()):04X}>"


def name_data(package: str, version: str) -> str:
    """Name a package with the version of its data, which is not that of the program; one that is broken has none.

    >>> name_data("corrigenda", "1.0.0"), name_data("news", "")
    ('corrigenda, data 1.0.0', 'news')
    """
    return f"{package}, data {version}" if version else package


def write_json(document: object, indent: int | None = 2) -> str:
    """Write JSON that a terminal or a log can show: what would steer it is escaped, other letters stay readable."""
    # Not at the top: every start of the program reads this module, and few write JSON.
    import json

    return escape_json(json.dumps(document, indent=indent, ensure_ascii=False))


def escape_json(text: str) -> str:
    r"""Escape in a text of JSON what would steer a terminal or a log, as JSON can.

    >>> print(escape_json('["a\u202eb"]'))
    ["a\u202eb"]
    """
    plain = text.replace("##[", "##\\u005b")
    return _IN_JSON.sub(lambda match: f"\\u{ord(match.group()):04x}", plain)
