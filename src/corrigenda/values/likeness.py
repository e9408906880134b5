"""Which of many known texts, or amounts, a printed one may mean, found without comparing each with each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, islice

# So many of a sort are enough: one that is like it shows that a text is known, and the nearest are among the neighbours.
_MOST, _NEIGHBOURS = 20, 6


@dataclass(frozen=True)
class Traits:
    """Hold what a text is compared by.

    Two texts may be one where they have a mark in common, where the `core` of one is among the `words` of the other, where they share
    a rare word, and where they are neighbours when the `forms` of all are sorted.
    """

    text: str
    words: frozenset[str]
    core: frozenset[str]
    marks: frozenset[str]
    forms: tuple[str, ...]


def read_name(text: str, *folded: str) -> Traits:
    """Return what a name is compared by: its words, and the family name with the first letter, in each folded form that it has.

    >>> sorted(read_name("J. Roe", "j roe").marks)
    ['j roe', 'jroe']
    """
    words = [form.split() for form in folded]
    initials = {f"{each[0][0]} {each[-1]}" for each in words if each}
    solid = {"".join(word for word in each if word != "the") for each in words}
    return Traits(text, frozenset().union(*words), frozenset().union(*words), frozenset(initials | solid), _sorted_forms(folded))


def read_title(text: str, words: Iterable[str], core: Iterable[str], marks: Iterable[str]) -> Traits:
    """Return what a title or a term is compared by: its words in order, and those that it cannot do without.

    >>> sorted(read_title("Ministers", ["ministers"], ["ministers"], []).core)
    ['minister']
    """
    listed = [_stem(word) for word in words]
    return Traits(text, frozenset(listed), frozenset(map(_stem, core)), frozenset(marks), _sorted_forms([" ".join(listed)]))


def _sorted_forms(folded: Iterable[str]) -> tuple[str, ...]:
    """Return the forms by which texts are sorted: as they are, and backwards, so that a slip in either half keeps them near."""
    return tuple(each for form in folded for each in (form, form[::-1]))


def _stem(word: str) -> str:
    """Return what a word and its plural have in common.

    >>> _stem("secretary") == _stem("secretaries")
    True
    """
    single = word.removesuffix("s")
    return single[:-2] if single.endswith("ie") else single.removesuffix("y")


class Index:
    """Find among known texts those that a printed one may be, or may be a slip for.

    What shares a mark with it, holds all its words or is held by it, is found with certainty, up to some of each sort; what is merely
    similar is looked for among those with the same rare words and among the neighbours in sorted order (the sorted neighbourhood of
    Hernández and Stolfo, 1995). What is found depends on the known texts and the printed one alone.
    """

    def __init__(self, known: Iterable[Traits]) -> None:
        self._known = sorted(set(known), key=lambda reading: (len(reading.core), reading.text))
        self._of_word = _group(self._known, lambda reading: reading.words)
        self._of_mark = _group(self._known, lambda reading: reading.marks)
        self._of_rarest = _group(self._known, lambda reading: [self._rarest(reading.core)[0]] if reading.core else [""])
        self._sorted = sorted({(form, number) for number, reading in enumerate(self._known) for form in reading.forms})

    def find(self, printed: Traits) -> set[str]:
        """Return the known texts that are to be compared with a printed one."""
        found = {number for mark in printed.marks for number in self._of_mark.get(mark, ())[:_MOST]}
        found.update(islice(self._holding(printed.core), _MOST))
        found.update(islice(self._held(printed.words), _MOST))
        for word in self._rarest(printed.words):
            if len(self._of_word.get(word, ())) <= _MOST:
                found.update(self._of_word.get(word, ()))
        for form in printed.forms:
            place = bisect_left(self._sorted, (form, -1))
            found.update(number for _, number in self._sorted[max(place - _NEIGHBOURS, 0) : place + _NEIGHBOURS])
        return {self._known[number].text for number in found}

    def _rarest(self, words: Iterable[str]) -> list[str]:
        return sorted(words, key=lambda word: (len(self._of_word.get(word, ())), word))

    def _holding(self, core: frozenset[str]) -> Iterator[int]:
        """Yield what holds all these words, the shortest first."""
        first, *_ = [*self._rarest(core), None]
        listed = range(len(self._known)) if first is None else self._of_word.get(first, ())
        return (number for number in listed if core <= self._known[number].words)

    def _held(self, words: frozenset[str]) -> Iterator[int]:
        """Yield what these words hold."""
        return (number for word in ("", *sorted(words)) for number in self._of_rarest.get(word, ()) if self._known[number].core <= words)


class Intervals:
    """Find among known ranges those that are nearest to another one, from below and from above, by where that one ends.

    >>> [name for name, _, _ in Intervals([("a", 1, 2), ("b", 5, 50), ("c", 8, 9), ("d", 60, 60)]).nearest(55)]
    ['b', 'c', 'd']
    """

    def __init__(self, known: Iterable[tuple[str, float, float]]) -> None:
        self._known = sorted(known, key=lambda each: (each[1], each[0]))
        self._lows = [low for _, low, _ in self._known]
        # Of those that begin no later than each, the one that goes furthest.
        self._furthest = list(accumulate(self._known, _further))

    def nearest(self, high: float) -> list[tuple[str, float, float]]:
        """Return, of the known ranges that begin no later than `high`, the one that goes furthest and the last; and the next one."""
        place = bisect_right(self._lows, high)
        return [*self._furthest[max(place - 1, 0) : place], *self._known[max(place - 1, 0) : place + 1]]


def _further(one: tuple[str, float, float], other: tuple[str, float, float]) -> tuple[str, float, float]:
    return other if other[2] > one[2] else one


def _group(known: list[Traits], keys: Callable[[Traits], Iterable[str]]) -> dict[str, list[int]]:
    """Return the numbers of texts by each of their keys."""
    grouped: dict[str, list[int]] = {}
    for number, reading in enumerate(known):
        for key in keys(reading):
            grouped.setdefault(key, []).append(number)
    return grouped
