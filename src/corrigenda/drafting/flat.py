"""The flat way in: one table with a row for each fact (words, who, title, when, what, how much, source) to the rows of the said tables."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from corrigenda.drafting.names.people import Cast, Person
from corrigenda.drafting.names.reference import Narrow
from corrigenda.drafting.said.amounts.sums import add_sums, find_sums
from corrigenda.drafting.said.dates import Dating, date_events
from corrigenda.drafting.said.events import Told, tell_clauses
from corrigenda.drafting.said.mentions import mention_people
from corrigenda.drafting.said.sources import add_sources, find_sources
from corrigenda.drafting.start import Draft, Start, begin_article
from corrigenda.drafting.times.calendar import read_day
from corrigenda.drafting.times.expressions import find_times
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.sentences import Clause, Sentence
from corrigenda.drafting.wording.tokens import find_tokens, is_short
from corrigenda.errors import SetupError
from corrigenda.package.package import Package
from corrigenda.values.passages import find_words

COLUMNS = ("words", "who", "title", "when", "what", "how much", "source")
_PLACED = ("who", "title", "when", "how much", "source")


def read_flat(data: bytes, shown: str) -> list[dict[str, str]]:
    """Read the flat table: a CSV with commas, semicolons or tabs; a column that it lacks is empty.

    Raises SetupError where it is not UTF-8, no CSV, has no column `words`, a column twice or one that is not known, or a row of more cells.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SetupError(f"{shown}: is not UTF-8 at byte {error.start}") from None
    first = text.split("\n", 1)[0]
    mark = max(",;\t", key=first.count)
    header, *rows = list(_read_cells(text, mark, shown)) or [(1, [""])]
    names = [name.strip().lower().replace("_", " ") for name in header[1]]
    if "words" not in names or {*names} - {*COLUMNS, ""} or any(names.count(name) > 1 for name in COLUMNS):
        raise SetupError(f"{shown}, line 1: has the columns {', '.join(names)}; expected words, and any of {', '.join(COLUMNS[1:])}, once")
    for line, cells in rows:
        if len(cells) > len(names):
            raise SetupError(f"{shown}, line {line}: has {len(cells)} cells and the header {len(names)}; a cell with '{mark}' is quoted")
    return [dict(zip(names, [cell.strip() for cell in cells] + [""] * (len(names) - len(cells)), strict=True)) for _, cells in rows]


def _read_cells(text: str, mark: str, shown: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are not empty, each with the line on which it ends."""
    # The library takes a long cell for a fault, with a limit for the whole program.
    limit = csv.field_size_limit(len(text) + 1)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    try:
        yield from ((reader.line_num, cells) for cells in reader if cells)
    except csv.Error as error:
        raise SetupError(f"{shown}, line {reader.line_num}: is no CSV: {error}") from None
    finally:
        csv.field_size_limit(limit)


def draft_flat(
    text: str, article_id: str, facts: Sequence[Mapping[str, str]], shown: str, package: Package | None = None, taken: Collection[str] = (),
    narrow: Narrow | None = None, **known: str | None,
) -> Draft:  # fmt: skip
    """Make the rows of an article from a flat table of its facts; `words` say where in the text each one is.

    Each other cell but `what` has words of the same sentence, copied as printed; `what` says in own words what happened, and is the
    statement of the claim. Raises SetupError that names every cell whose words are not there or are there twice.
    """
    start = begin_article(text, article_id, package, taken, known, narrow)
    reference = start.reference
    dating, problems = Dating(), []
    unknown: dict[str, tuple[str, str]] = {}
    for number, fact in enumerate(facts, 2):
        found = _place(text, start.sentences, fact, f"{shown}, line {number}")
        if isinstance(found, str):
            problems.append(found)
            continue
        sentence, clause = found
        every = start.cast.people[start.sentences.index(sentence)]
        people = [one for one in every if _is_in(sentence, one.name.first, one.name.last, fact.get("who", ""))]
        told = tell_clauses(start.rows, sentence, [clause], people, start.lexicon, reference.actors)
        _restate(told[0], fact, start.lexicon)
        mention_people(start.rows, sentence, told, people, reference, start.lexicon)
        times = [time for time in find_times(sentence.tokens, start.lexicon, read_day(start.published), lambda _at: False)
                 if _is_in(sentence, time.first, time.last, fact.get("when", ""))]  # fmt: skip
        date_events(start.rows, sentence, told, times, start.lexicon, dating, start.published)
        add_sums(start.rows, sentence, told, [one for one in find_sums(sentence, times, start.lexicon)
                                              if _is_in(sentence, one.first, one.last, fact.get("how much", ""))], people)  # fmt: skip
        _attribute(start, sentence, told[0], every, fact.get("source", ""))
        unknown.update(_unknown_of(people, sentence, start.cast))
    if problems:
        raise SetupError(*problems, "nothing was written")
    return start.finish(unknown, dating)


def _place(text: str, sentences: Sequence[Sentence], fact: Mapping[str, str], where: str) -> tuple[Sentence, Clause] | str:
    """Return the sentence that has the words of a fact and the clause that they are, or what is wrong."""
    words = fact.get("words", "")
    spans = [(one, hit) for one in sentences for hit in find_words(text, words, one.passage.start, one.passage.end)] if words else []
    if len(spans) != 1:
        found = "not in a sentence of the text" if not spans else f"{len(spans)} times in the text"
        return f"{where}: the words '{words[:60]}' are {found}; expected once"
    sentence, (start, end) = spans[0]
    printed = text[sentence.passage.start : sentence.passage.end]
    lacking = [name for name in _PLACED if fact.get(name) and fact[name] not in printed]
    if lacking:
        return f"{where}: {lacking[0]} is '{fact[lacking[0]][:60]}', which is not in the sentence of these words; expected it as printed"
    places = [at for at, token in enumerate(sentence.tokens) if token.start < end and start < token.end]
    return sentence, Clause(places[0], places[-1] + 1, places[0])


def _is_in(sentence: Sentence, first: int, last: int, cell: str) -> bool:
    """Tell whether printed words are what a cell names: one has the other."""
    printed = sentence.printed(first, last)
    return bool(cell) and (printed in cell or cell in printed)


def _attribute(start: Start, sentence: Sentence, told: Told, people: Sequence[Person], cell: str) -> None:
    """Add the source of a fact: as the text cites it, or as the cell has it where the text has no verb of saying for it."""
    if not cell:
        return
    whole = replace(told, clause=Clause(0, len(sentence.tokens), told.clause.verb))
    sources = [one for one in find_sources(sentence, people, start.lexicon, None) if _is_in(sentence, one.first, one.last, cell)]
    told.claim["modality"] = "reported"
    if add_sources(start.rows, sentence, [whole], sources, start.lexicon):
        return
    at, end = find_words(sentence.text, cell, sentence.passage.start, sentence.passage.end)[0]
    named = next((one for one in people if at <= sentence.tokens[one.name.first].start < end), None)
    start.rows.add(
        "attributions", sentence, cell, at, end, claim_id=told.claim["claim_id"], naming="named" if named else "group",
        actor_id=named.name.actor_id if named else "", described=cell if is_short(cell) and not (named and named.name.actor_id) else "",
    )  # fmt: skip


def _restate(told: Told, fact: Mapping[str, str], lexicon: Lexicon) -> None:
    """Put what a person wrote into the claim, and read the kind of the event from it."""
    what = fact.get("what", "")
    if not what:
        return
    told.claim["statement"] = what if what.endswith((".", "!", "?")) else f"{what}."
    tokens = find_tokens(what)
    for place in range(len(tokens)):
        match = lexicon.match("event", tokens, place)
        if match:
            told.event["kind_id"] = match[0].kind_id
            told.event["label"] = what[:80]
            return


def _unknown_of(people: Sequence[Person], sentence: Sentence, cast: Cast) -> dict[str, tuple[str, str]]:
    names = (sentence.printed(one.name.first, one.name.last) for one in people)
    return {name: cast.unknown[name] for name in names if name in cast.unknown}
