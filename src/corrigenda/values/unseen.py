"""Differences between two texts that a reader cannot see: composed letters, blanks, letters of another script."""

from __future__ import annotations

import unicodedata

# Letters of Cyrillic and Greek that are drawn as Latin ones.
_TWINS = dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухԁΑΒΕΖΗΙΚΜΝΟΡΤΥΧοα", "ABESIJKMHOPCTYXaesijopcyxdABEZHIKMNOPTYXoa", strict=True))
_AROUND, _SHOWN = 30, 120


def tell_unseen(before: str, after: str) -> str:
    """Name the first difference of two texts by its code points where it cannot be seen; empty where it can.

    >>> tell_unseen("Ada", "Аda")
    'they look alike: LATIN CAPITAL LETTER A (U+0041) → CYRILLIC CAPITAL LETTER A (U+0410)'
    >>> tell_unseen("Ada ", "Ada"), tell_unseen("Jose", "José")
    ('they look alike: SPACE (U+0020) → nothing', '')
    """
    start, end = _shared(before, after)
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    is_same = unicodedata.normalize("NFC", before) == unicodedata.normalize("NFC", after)
    if not is_same and not _is_unseen(old, new):
        return ""
    return f"they look alike: {_name(old)} → {_name(new)}"


def show_pair(before: str, after: str) -> tuple[str, str]:
    """Shorten two long texts to where they differ.

    >>> show_pair("a" * 200 + "b", "a" * 200 + "c")[1]
    '…aaaaaaaaaaaaaaaaaaaaaaaaaaaaaac'
    """
    if max(len(before), len(after)) <= _SHOWN:
        return before, after
    start = max(0, _shared(before, after)[0] - _AROUND)
    return _cut(before, start), _cut(after, start)


def _cut(text: str, start: int) -> str:
    end = start + _SHOWN
    rest = f"… (and {len(text) - end:,} more characters)" if len(text) > end else ""
    return f"{'…' if start else ''}{text[start:end]}{rest}"


def _shared(one: str, other: str) -> tuple[int, int]:
    """Return how many characters two texts have alike at the start and, beyond these, at the end."""
    most = min(len(one), len(other))
    start = next((position for position in range(most) if one[position] != other[position]), most)
    end = next((position for position in range(most - start) if one[-1 - position] != other[-1 - position]), most - start)
    return start, end


def _is_unseen(old: str, new: str) -> bool:
    if not (old + new).strip() or all(_is_invisible(letter) for letter in old + new):
        return True
    return len(old) == len(new) and all(one == other or _look_alike(one, other) for one, other in zip(old, new, strict=True))


def _look_alike(one: str, other: str) -> bool:
    """Tell whether two letters of two scripts are drawn alike, or one is a wide or special form of the other."""
    if _is_blank(one) and _is_blank(other):
        return True
    return _TWINS.get(one, unicodedata.normalize("NFKC", one)) == _TWINS.get(other, unicodedata.normalize("NFKC", other))


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]


def _is_blank(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) == "Zs"


def _is_invisible(letter: str) -> bool:
    return _is_blank(letter) or unicodedata.category(letter) == "Cf" or _script(letter) == "VARIATION"


def _name(part: str) -> str:
    names = (f"{unicodedata.name(letter, 'a control character')} (U+{ord(letter):04X})" for letter in part[:3])
    return ", ".join(names) + (" …" if len(part) > 3 else "") or "nothing"
