"""The forms in which news prints the title of an office, made from its full title; nobody has confirmed them."""

from __future__ import annotations

import re

_HEADS = (
    "Secretary|Minister|Commissioner|Director|Governor|Ambassador|Chancellor|Speaker|Mayor|Attorney|President|King|Queen|Chair|Chairman"
)
_OF = re.compile(
    rf"(?P<rank>(?:(?:Deputy|Vice|Under|Assistant|State|First|Federal|Union) )*)(?P<head>{_HEADS})(?: of| for) (?:the )?(?P<field>[^,()]+)"
)
_SMALL = re.compile(r"\b(and|of|for|the|to)\b", re.I)
_MATTER = {
    "Foreign Affairs": "Foreign",
    "National Defence": "Defence",
    "National Defense": "Defense",
    "Internal Affairs": "Interior",
    "Treasury": "Treasury",
}


def printed_titles(title: str, states: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the other forms in which news prints a title; `states` are the names of the state whose office it is.

    >>> printed_titles("United States Secretary of Defense", ("United States", "US"))
    ('Secretary of Defense', 'Defense Secretary', 'US Defense Secretary', 'US Secretary of Defense')
    >>> printed_titles("Minister of Foreign Affairs")
    ('Foreign Affairs Minister', 'Foreign Minister')
    """
    bare = title
    for state in sorted(states, key=len, reverse=True):
        bare = re.sub(rf"^(?:the )?{re.escape(state)}(?:'s|’s)? |(?:,? of| of the|,) (?:the )?{re.escape(state)}$", "", bare, flags=re.I)
    found = [bare]
    match = _OF.fullmatch(bare)
    if match and not _SMALL.search(match["field"]):
        for matter in (match["field"], _MATTER.get(match["field"])):
            if matter:
                found.append(f"{match['rank']}{matter} {match['head']}".strip())
    short = next((state for state in states if len(state) == 2 and state.isupper()), None)
    if short and bare != title:
        found += [f"{short} {form}" for form in reversed(found)]
    return tuple(form for form in dict.fromkeys(found) if form and form != title)
