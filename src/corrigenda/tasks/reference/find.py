"""A look-up in the reference of a package, as text or JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from corrigenda.collections.lookup import HeldTerm, Lookup, Match
from corrigenda.errors import SetupError
from corrigenda.package.package import open_package
from corrigenda.values.wording import write_json

FORMATS = ("text", "json")


def find(words: str, package: Path | str = ".", *, day: str | None = None, most: int = 10) -> tuple[Match, ...]:
    """Return the people, offices and other actors of a package's reference that words can mean, best first.

    `day` is an EDTF date: terms are then those that hold on it, surely or perhaps. Raises SetupError where the package has no
    reference or the day is no date.

    >>> import corrigenda
    >>> package = corrigenda.published_package().root
    >>> [(term.other, term.start) for match in find("Peter Hegseth", package) for term in match.terms]
    [('Secretary of Defense', '2025-01-25')]
    >>> [term.other for match in find("Secretary of Defense", package, day="2024-05") for term in match.terms]
    ['Lloyd Austin']
    """
    opened = open_package(package)
    if "actors" not in opened.tables:
        raise SetupError(f"{package}: has no reference; name the package that has it with --known.")
    try:
        return Lookup(opened).find(words, day, most)
    except ValueError as error:
        raise SetupError(f"--at is '{day}': {error}.") from None


def render_matches(words: str, matches: Sequence[Match], format_: str, day: str | None = None) -> str:
    """Render what was found as text or JSON."""
    if format_ == "json":
        return write_json({"format_version": 1, "words": words, "at": day, "matches": [asdict(match) for match in matches]})
    return "\n".join(_tell(words, matches, day))


def _tell(words: str, matches: Sequence[Match], day: str | None) -> Iterator[str]:
    if not matches:
        yield f"Nothing in the reference has the name '{words}', or one like it."
    for match in matches:
        spelt = "" if match.matched == match.label else f", found as '{match.matched}'"
        yield f"{match.label} ({match.kind or 'office'}; {match.key}){spelt}{', perhaps misspelt' if match.score < 94 else ''}"
        if match.names:
            yield f"  also: {'; '.join(match.names[:8])}{' …' if len(match.names) > 8 else ''}"
        if day and not match.terms and match.table == "offices":
            yield f"  on {day}: nobody is known."
        yield from (f"  {_tell_term(term, day)}" for term in match.terms)


def _tell_term(term: HeldTerm, day: str | None) -> str:
    end = term.end or {"open": f"still in office on {term.known_until}"}.get(term.end_state, "end unknown")
    said = (
        f"{term.other}: {term.start or 'start unknown'} to {end}"
        if term.end or term.end_state != "open"
        else f"{term.other}: since {term.start}, {end}"
    )
    known = f" (known until {term.known_until})" if term.known_until and term.end_state != "open" else ""
    return f"{f'on {day}, {term.held}: ' if day else ''}{said}{known}"
