"""Names made comparable."""

from __future__ import annotations

import re
from functools import lru_cache

_DROPPED = re.compile(r"[.'’ʼ`\"“”‘]")
_GAP = re.compile(r"[^0-9a-z]+")
_GAP_IN_LINE = re.compile(r"[^0-9a-z\n]+")
_EDGES = re.compile(r" ?\n ?")
_POSSESSIVE = re.compile(r"['’]s\b", re.I)
# Words that tell no title from another, spellings of one word, and what stands beside a title without being part of it.
_SMALL = {"a", "an", "and", "at", "de", "for", "in", "of", "on", "the", "to"}
_SPELT = {"defence": "defense", "programme": "program", "centre": "center", "labour": "labor"}
_BESIDE = {
    "acting", "caretaker", "current", "designate", "elect", "ex", "former", "incoming", "incumbent", "interim", "late", "mr", "mrs", "ms",
    "new", "outgoing", "then",
}  # fmt: skip
# Words that make another office when they are added or left out, and those that news uses for the head of anything.
_TELLS = dict.fromkeys(("boss", "chief", "head", "leader"), "head") | dict.fromkeys(
    (
        "assistant",
        "associate",
        "deputy",
        "honorary",
        "junior",
        "parliamentary",
        "press",
        "prime",
        "shadow",
        "under",
        "undersecretary",
        "vice",
    ),
    "rank",
)


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Reduce a name to lower-case ASCII words, so that spellings of one name compare equal.

    Accents, scripts and punctuation go (transliteration by the library anyascii, loaded only for
    names that are not ASCII); letters are never changed into other letters.

    >>> fold("U.S."), fold("Múte B. Egede"), fold("Lars Løkke Rasmussen")
    ('us', 'mute b egede', 'lars lokke rasmussen')
    """
    if not name.isascii():
        from anyascii import anyascii

        name = anyascii(name)
    return _GAP.sub(" ", _DROPPED.sub("", name).lower()).strip()


def fold_lines(text: str) -> str:
    r"""Fold each line of a text in ASCII, as `fold` does with a name.

    >>> fold_lines("U.S.\nO'Neil, Ann")
    'us\noneil ann'
    """
    return _EDGES.sub("\n", _GAP_IN_LINE.sub(" ", _DROPPED.sub("", text).lower())).strip(" ")


@lru_cache(maxsize=65536)
def title_words(title: str) -> tuple[tuple[str, str | None], ...]:
    """Return the words that tell a title or name from others, folded and in order, each once, with what a word tells by itself.

    A word of `rank` makes another office when it is added or left out; one for the `head` of anything stands for any title.

    >>> title_words("Russia's former Deputy Minister of Defence")
    (('russia', None), ('deputy', 'rank'), ('minister', None), ('defense', None))
    """
    words = (_SPELT.get(word, word) for word in fold(_POSSESSIVE.sub("", title)).split())
    kept = dict.fromkeys(word for word in words if word not in _SMALL and word not in _BESIDE)
    return tuple((word, _TELLS.get(word)) for word in kept)
