"""Proposals made into rows: through the same functions as drafted rows, only where none is yet, and marked as a model's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from corrigenda.drafting.proposals.made import MAKERS
from corrigenda.drafting.proposals.places import find_places, overlapping
from corrigenda.drafting.proposals.reply import Proposal, read_reply
from corrigenda.drafting.proposals.request import INSTRUCTIONS, READ, WORDS, divide, make_schema, proposed_fields, write_prompt
from corrigenda.drafting.said.dates import Dating
from corrigenda.drafting.said.rows import Row
from corrigenda.drafting.start import ReadSentence, Start
from corrigenda.package.tables.table import Table

# The words by which a row of a table is found again in the text.
_MAIN = {"mentions": "name_printed", "dates": "as_printed", "sums": "as_printed", "attributions": "verb", "firsts": "as_printed"}


@dataclass(frozen=True)
class ModelReply:
    """Hold what came back from a model: the text of its reply, or why there is none that can be used."""

    text: str = ""
    problem: str = ""


Ask = Callable[[str, str, dict[str, Any]], ModelReply]


@dataclass(frozen=True)
class Proposer:
    """Hold a model to ask: a function of instructions, prompt and JSON Schema; the tables with their schemas; and the model's name."""

    ask: Ask
    tables: Mapping[str, Table]
    name: str


@dataclass
class Additions:
    """Report what proposals came to: the rows added (table and key), and what was not used."""

    added: set[tuple[str, str]] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)
    answered: int = 0


def add_proposals(start: Start, readings: Sequence[ReadSentence], dating: Dating, proposer: Proposer) -> Additions:
    """Ask a model about the sentences of a draft, and add what it proposes and the text proves.

    A row is added only where the draft has none of its table. Where it has one, and for what the program cannot read itself, a value
    that differs is offered as another reading. What is proposed and does not prove is left out and counted.
    """
    done = Additions()
    kinds = start.lexicon.kinds
    for numbers in divide(start.sentences):
        asked = proposer.ask(INSTRUCTIONS, write_prompt(start.sentences, numbers), make_schema(proposer.tables, kinds, numbers))
        reply = read_reply(asked.text, proposer.tables, kinds, numbers) if not asked.problem else None
        problem = asked.problem or (reply.problem if reply else "")
        shown = f"Sentences {numbers.start + 1} to {numbers.stop}"
        if reply is None or problem:
            done.problems.append(f"{shown}: {problem}. Nothing of it was used.")
            continue
        done.answered += 1
        left_out = reply.left_out + sum(not _use(start, readings[one.number], dating, one, proposer, done.added) for one in reply.proposals)
        if left_out:
            done.problems.append(f"{shown}: {left_out:,} proposed rows do not fit the text or the schemas, and were left out.")
    return done


def _use(start: Start, reading: ReadSentence, dating: Dating, proposal: Proposal, proposer: Proposer, added: set[tuple[str, str]]) -> bool:
    """Add the row of a proposal, or offer its values for the row that is there; tell whether it could be used."""
    rows, sentence = start.rows, reading.sentence
    words = proposal.cells.get(WORDS if proposal.table in READ else _MAIN[proposal.table], "")
    places = find_places(sentence, words)
    own = [row for row in rows.tables[proposal.table] if row.get("passage_id") == sentence.passage_id]
    there = [row for place in places for row in overlapping(sentence, place, own)]
    if there:
        same = [row for row in there if (proposal.table, row[f"{proposal.table[:-1]}_id"]) not in added]
        _offer(start, same[:1], dating, proposal, proposer)
        return True
    if proposal.table in READ:
        return False
    before = {name: len(listed) for name, listed in rows.tables.items()}
    made = MAKERS[proposal.table](start, reading, dating, proposal.cells)
    added |= {(name, row[f"{name[:-1]}_id"]) for name, listed in rows.tables.items() for row in listed[before.get(name, 0) :]}
    if made is not None:
        _offer(start, [made], dating, proposal, proposer)
    return made is not None


def _offer(start: Start, listed: Iterable[Row], dating: Dating, proposal: Proposal, proposer: Proposer) -> None:
    """Offer the values that a model gives and a row does not have: listed ones, and dates and amounts where the program read
    none.
    """
    given = {(one["table"], one["row"], one["field"], one["value"]) for one in start.rows.readings}
    fields = proposed_fields(proposer.tables[proposal.table])
    names = [one.name for one in fields if not one.printed] + (["kind_id"] if proposal.table in READ else [])
    closed = {one.name for one in fields if "enum" in one.constraints} | {"kind_id"}
    for row in listed:
        key = row[f"{proposal.table[:-1]}_id"]
        for name in names:
            value = proposal.cells.get(name, "")
            if not value or value == row.get(name) or (name not in closed and (row.get(name) or key in dating.values)):
                continue
            if (proposal.table, key, name, value) not in given:
                start.rows.offer(proposal.table, row, name, [value], f"Proposed by the model {proposer.name}.")
