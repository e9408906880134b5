"""Keys that are readable, tell people of one name apart, and are the same from run to run."""

from __future__ import annotations

import hashlib
import re

from corrigenda.values.names import fold

_PLAIN = re.compile(r"[A-Z]?[a-z0-9]+([.-][a-z0-9]+)*")
_LONGEST = 60


def slug(text: str) -> str:
    """Write a text as lower-case words joined by '-'; a text without letters becomes a digest.

    >>> slug("Múte B. Egede")
    'mute-b-egede'
    """
    words = fold(text[:400]).replace(" ", "-")
    if len(words) > _LONGEST:
        return f"{words[:_LONGEST].rstrip('-')}-{digest(text)}"
    return words or digest(text)


def digest(text: str) -> str:
    """Return eight digits of the SHA-256 of a text.

    >>> digest("a")
    'ca978112'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def entity_key(name: str, identifier: str) -> str:
    """Make the key of a person or an office from its name and its identifier in the collection.

    The identifier alone makes the key unique, so that a key never depends on who else is in the file.

    >>> entity_key("Bill Clinton", "Q1124"), entity_key("Joe Biden", "p-joe-biden"), entity_key("Ann", "")
    ('bill-clinton.q1124', 'p-joe-biden', 'ann')
    """
    words = slug(name)
    if not identifier or slug(identifier) == words:
        return words
    own = identifier.lower() if _PLAIN.fullmatch(identifier) and len(identifier) <= _LONGEST else digest(identifier)
    return own if words in own else f"{words}.{own}"


def name_key(owner: str, name: str) -> str:
    """Make the key of a name: its owner and its words, with a digest where the words do not tell it from another."""
    words = slug(name)
    plain = words.replace("-", " ") == name.lower() or name.isascii()
    return f"{owner}/{words}" if plain else f"{owner}/{words}-{digest(name)[:4]}"
