"""Made-up words: no two alike, and none of them one slip of the keyboard away from another.

Every word is a row of syllables of one consonant and one vowel, so that a letter left out, doubled or swapped with
its neighbour never makes another word. Japanese names are made of syllables that Hepburn and Kunrei write alike
or not; which is which is told by the syllable, not by a library.
"""

from __future__ import annotations

from dataclasses import dataclass

_SYLLABLES = tuple(consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou")
_SAME = ("ka", "ki", "ko", "ma", "mi", "mo", "na", "no", "ra", "ri", "sa", "ta", "to", "ya")
_KUNREI = {"shi": "si", "chi": "ti", "tsu": "tu", "fu": "hu", "ji": "zi"}
# A step that shares no divisor with the number of words scatters neighbours.
_STEP = 104_729


@dataclass
class MadeUpWords:
    """Hand out words, each once; two sources with different starts share none within a million words."""

    next: int = 0

    def word(self) -> str:
        """Return a capitalised word of four syllables."""
        number, self.next = (self.next * _STEP) % len(_SYLLABLES) ** 4, self.next + 1
        parts = []
        for _ in range(4):
            number, position = divmod(number, len(_SYLLABLES))
            parts.append(_SYLLABLES[position])
        return "".join(parts).capitalize()

    def plain(self) -> str:
        """Return a capitalised Japanese name that both systems write alike."""
        number, self.next = (self.next * 31) % len(_SAME) ** 4, self.next + 1
        parts = []
        for _ in range(4):
            number, position = divmod(number, len(_SAME))
            parts.append(_SAME[position])
        return "".join(parts).capitalize()

    def japanese(self) -> tuple[str, str]:
        """Return a capitalised Japanese name in Hepburn and in Kunrei; they always differ."""
        different, choices = tuple(_KUNREI), len(_SAME) ** 4
        number, self.next = self.next, self.next + 1
        marked, number = different[number % len(different)], (number * 31) % choices
        parts = []
        for _ in range(4):
            number, position = divmod(number, len(_SAME))
            parts.append(_SAME[position])
        parts.insert(2, marked)
        return "".join(parts).capitalize(), "".join(_KUNREI.get(part, part) for part in parts).capitalize()
