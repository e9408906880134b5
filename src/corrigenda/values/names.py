"""Names made comparable."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

_DROPPED = re.compile(r"[.'’ʼ`\"“”‘]")
_GAP = re.compile(r"[^0-9a-z]+")
_GAP_IN_LINE = re.compile(r"[^0-9a-z\n]+")
_EDGES = re.compile(r" ?\n ?")
_POSSESSIVE = re.compile(r"['’]s\b", re.I)
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
# What is next to a title without being part of it, and what is told of a word that is part of one.
_BESIDE = {"small", "marker", "address"}
_MARKED = {"rank", "head"}
_ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
_ORDINALS = {word: number for number, word in enumerate((*_ONES, *_TEENS), 1) if number > 3} | {
    f"{tens}{end}": 10 * place + number
    for place, tens in enumerate(_TENS, 2)
    for number, end in enumerate(("ieth", *(f"y {ones}" for ones in _ONES)))
}


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


def fold_title(title: str) -> str:
    """Fold a title as `fold` does with a name, without what says whose it is.

    >>> fold_title("Russia's Minister")
    'russia minister'
    """
    return fold(_POSSESSIVE.sub("", title))


@dataclass(frozen=True, eq=False)
class TitleWords:
    """Hold what words do in a title: `tells` by word, and what a form stands for.

    `small` words and a `marker` (former) or `address` (Dr.) next to a title are no part of it. A rank in a `service` is no office
    when nothing else is printed with it. A word of `rank` makes another office when it is added or left out; one for the `head`
    of anything stands for any title.
    """

    tells: Mapping[str, str]
    forms: Mapping[str, str]

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str, str | None]]) -> TitleWords:
        """Read rows of the table title_words: the word, what it tells, and the words that a form stands for."""
        folded = [(fold(word), tells, fold(stands_for or "")) for word, tells, stands_for in rows]
        forms = {word: stands_for for word, tells, stands_for in folded if tells == "form" and stands_for}
        return cls({word: tells for word, tells, _ in folded if tells != "form"}, forms)

    def split(self, title: str) -> tuple[tuple[str, str | None], ...]:
        """Return the words that tell a title or name from others, folded and in order, each once, with what a word tells by itself.

        An ordinal before a title ("the 47th president") counts its holders and is no part of it.

        >>> words = TitleWords({"of": "small", "former": "marker", "deputy": "rank", "gen": "address"}, {"defence": "defense"})
        >>> words.split("Russia's former Deputy Minister of Defence")
        (('russia', None), ('deputy', 'rank'), ('minister', None), ('defense', None))
        >>> words.split("Gen."), words.split("47th president")
        ((), (('president', None),))
        """
        plain = fold_title(title).split()
        words = [word for form in plain for word in self.forms.get(form, form).split()]
        kept = list(dict.fromkeys(word for word in words if self.tells.get(word) not in _BESIDE))
        if kept and _ORDINAL.fullmatch(kept[0]):
            kept = kept[1:]
        # "Lt. Gen.", "Admiral": a grade, which many hold, and not the office that is meant.
        told = {self.tells.get(word) for word in words} - {"small", "marker"}
        if told <= {"address", "service", "rank"} and told != {"rank"}:
            kept = []
        return tuple((word, tells if (tells := self.tells.get(word)) in _MARKED else None) for word in kept)


def read_ordinal(title: str) -> int | None:
    """Return the number by which a title counts its holders, or None: the digits of an ordinal, or a word from "fourth" on, at its start.

    "First", "second" and "third" are left out, because offices are called so.

    >>> read_ordinal("the 47th president"), read_ordinal("forty-seventh president"), read_ordinal("First Secretary")
    (47, 47, None)
    """
    words = fold(title).removeprefix("the ").split()
    for count in (2, 1):
        number = _ORDINALS.get(" ".join(words[:count]))
        if number:
            return number
    return int(words[0][:-2]) if words and _ORDINAL.fullmatch(words[0]) else None
