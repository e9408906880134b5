"""Order that no word prints and every reader takes for granted: a programme is announced before people talk to each other about it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from corrigenda.drafting.said.events import Told
from corrigenda.drafting.said.rows import Row, Rows

_MADE_KNOWN = "programme-announcement"
_TALKS = ("call", "meeting", "official-meeting")


def add_assumed_order(rows: Rows, paragraph: Sequence[Sequence[Told]], dated: Collection[str]) -> list[Row]:
    """Add a relation for each talk that a paragraph mentions after the announcement of its subject.

    `paragraph` has the clauses of each of its sentences. A talk with a date of its own, one that is still to come, and one about something
    else are left alone. The basis is "assumed", so that nothing that rests on it alone is certain.
    """
    added = []
    for number, sentence in enumerate(paragraph):
        for known in (one.event for one in sentence if one.event["kind_id"] == _MADE_KNOWN and one.event.get("about")):
            for later in (one for other in paragraph[number + 1 :] for one in other):
                event = later.event
                is_talk = event["kind_id"] in _TALKS and event["tense"] != "future" and event["event_id"] not in dated
                if is_talk and event.get("about", "") in ("", known["about"]):
                    added.append(
                        rows.add(
                            "relations", None, f"announced before {event['event_id'].rpartition('/')[2]}", 0, 0, event_id=known["event_id"],
                            relation="before", other=event["event_id"], basis="assumed",
                            reason="A programme is taken to be announced before people talk about it.",
                        )
                    )  # fmt: skip
    return added
