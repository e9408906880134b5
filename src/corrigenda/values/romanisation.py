"""Japanese names in Latin letters: which system spells them so, and what they sound like."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from corrigenda.values.names import fold

# Kunrei writes each of these Hepburn syllables otherwise; everything else is the same in both.
_KUNREI = (("cch", "tch"), ("shi", "si"), ("chi", "ti"), ("tsu", "tu"), ("fu", "hu"), ("ji", "zi"), ("sh", "sy"), ("ch", "ty"), ("j", "zy"))
# Nihon-shiki tells two syllables apart that sound alike.
_NIHON = (("dy", "zy"), ("di", "zi"), ("du", "zu"))
_LONG = str.maketrans(dict.fromkeys("ōŌôÔ", "ou") | dict.fromkeys("ūŪûÛ", "uu"))


class Romanised(NamedTuple):
    """Hold what a name sounds like, in Hepburn: `sound` with long vowels as ou and uu, `short` without; `system` spells it so."""

    system: str
    sound: str
    short: str


@lru_cache(maxsize=65536)
def read_romanised(name: str) -> Romanised | None:
    """Read a name as Japanese in Hepburn, Kunrei or Nihon-shiki; None where no one system spells it so.

    >>> read_romanised("Sanae Takaiti")
    Romanised(system='Kunrei', sound='sanae takaichi', short='sanae takaichi')
    >>> read_romanised("Sanae Takaihci") is None
    True
    """
    words = fold(unicodedata.normalize("NFC", name).translate(_LONG)).split()
    read = [_read_word(_plain(word)) for word in words if word.isalpha()]
    systems = {"Hepburn", "Kunrei", "Nihon-shiki"}.intersection(*(spelt for spelt, _ in read)) if len(read) == len(words) > 0 else set()
    if not systems:
        return None
    sound = " ".join(sound for _, sound in read)
    return Romanised(_told(systems), sound, sound.replace("ou", "o").replace("uu", "u"))


def _plain(word: str) -> str:
    """Write what the systems leave to taste in one way: long vowels, the n before b, m and p, a doubled ch."""
    word = re.sub(r"oh(?![aiueoy])", "ou", word).replace("oo", "ou")
    return re.sub(r"m(?=[bmp])", "n", word).replace("tch", "cch")


def _read_word(word: str) -> tuple[set[str], str]:
    """Return the systems in which a word is spelt so, and its sound in Hepburn; the reading by kana is the library's."""
    import jaconv

    spelt = word
    for nihon, kunrei in _NIHON:
        spelt = spelt.replace(nihon, kunrei)
    hepburn = str(jaconv.kana2alphabet(jaconv.alphabet2kana(re.sub(r"nn", "n'n", spelt))))
    kunrei = hepburn
    for sound, letters in _KUNREI:
        kunrei = kunrei.replace(sound, letters)
    if spelt != word:
        return ({"Nihon-shiki"} if spelt == kunrei else set()), hepburn
    return ({"Hepburn"} if word == hepburn else set()) | ({"Kunrei", "Nihon-shiki"} if word == kunrei else set()), hepburn


def _told(systems: set[str]) -> str:
    """Name the systems: Nihon-shiki only where Kunrei spells it otherwise."""
    return " or ".join(sorted(systems - {"Nihon-shiki"} or systems))
