"""The terms of a collection as rows of tenures: each once, with a key of its own, and ended no later than the file can know."""

from __future__ import annotations

from corrigenda.collections.origin import Cells, Origin, Rows, source_key
from corrigenda.collections.staging import Staging
from corrigenda.values.edtf import parse_edtf

_NOBODY = "a term of a person or an office that is not in the file was left out"
_PLANNED = "a last day that comes after the day up to which the file is known was read as a plan: the term is open"
_REVERSED = "a term that ends before it starts was left out"
_TWICE = "a term that is in the file twice was read once"


def make_terms(staging: Staging, origin: Origin) -> Rows:
    """Number the terms of a person in an office by the year of their start, so that a later term leaves earlier keys alone."""
    sql = """
        SELECT o.key || '/' || replace(a.key, '/', '-') AS pair, a.key, o.key, t.start, t."end", t.end_state, t.as_of, t.acting, t.source,
            t.confirmed
        FROM terms AS t LEFT JOIN actors AS a ON a.id = t.person LEFT JOIN offices AS o ON o.id = t.office
        ORDER BY pair || '/', t.start, t."end", t.end_state"""
    # By the pair as it is within a key: "abiy-ahmed-ali/2018" comes before "abiy-ahmed/2018".
    waiting: list[Cells] = []
    before: tuple[str | None, ...] = ()
    pair_before = None
    for pair, actor, office, start, end, state, as_of, acting, source, confirmed in staging.rows(sql):
        place = f"{actor or 'a person'} as {office or 'an office'} from {start or 'an unknown day'}"
        if pair is None:
            staging.reading.lose(_NOBODY, place)
            continue
        if (pair, start, end, state) == before:
            staging.reading.change(_TWICE, place)
            continue
        before = (pair, start, end, state)
        if pair != pair_before:
            yield from sorted(waiting, key=lambda row: row["tenure_id"])
            waiting, pair_before = [], pair
        row = settle_end(staging, origin, place, start, end, state or "unknown", as_of)
        if row is None:
            continue
        year = (start or "undated")[:4].replace("X", "0") if start and start[:1].isdigit() else "undated"
        taken = {one["tenure_id"] for one in waiting}
        number = next(n for n in range(1, 10_000) if f"{pair}/{year}{f'-{n}' if n > 1 else ''}" not in taken)
        row |= {
            "tenure_id": f"{pair}/{year}{f'-{number}' if number > 1 else ''}",
            "actor_id": actor or "",
            "office_id": office or "",
            "acting": "true" if acting else "false",
            "start_confirmed": "true" if confirmed and start else "false",
            "end_confirmed": "true" if confirmed and is_end_said(row["end_state"], state) else "false",
            "source_id": source_key(origin, source) if source else origin.source_id,
        }
        waiting.append(row)
    yield from sorted(waiting, key=lambda row: row["tenure_id"])


def is_end_said(settled: str, said: str | None) -> bool:
    """Tell whether a file itself says how a term ended, or that it is still open; an end that is only planned says neither."""
    return settled == "closed" or settled == said == "open"


def settle_end(
    staging: Staging, origin: Origin, place: str, start: str | None, end: str | None, state: str, as_of: str | None
) -> Cells | None:
    """Settle when a term or a tie ends, given the day up to which it is known; None where it shows nothing."""
    # A file cannot know more than its day allows, whatever a row in it says.
    if as_of and origin.is_stated and (parse_edtf(as_of).last or 0) > (parse_edtf(origin.known_until).last or 0):
        as_of = origin.known_until
    known = as_of or origin.known_until
    limit = parse_edtf(known).last or 0
    note = ""
    if end and (parse_edtf(end).first or 0) > limit:
        staging.reading.change(_PLANNED, place)
        note = f"The source gives {end} as the last day, which comes after the day up to which it is known."
        end, state = None, "open"
    first = parse_edtf(start).first if start else None
    last = parse_edtf(end).last if end else None
    if first is not None and last is not None and last < first:
        staging.reading.lose(_REVERSED, place)
        return None
    if state == "open" and first is not None and first > limit:
        # A term that begins after the day up to which the file is known is a plan as a whole.
        staging.reading.lose("a term that starts after the day up to which the file is known was left out", place)
        return None
    return {
        "start": start or "",
        "end": end or "",
        "end_state": state,
        "as_of": known if state == "open" or as_of else "",
        "note": note,
    }
