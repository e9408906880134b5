"""A text and a reference to the draft rows of one article."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from corrigenda.drafting.names.people import Person
from corrigenda.drafting.names.reference import Narrow
from corrigenda.drafting.proposals.additions import Proposer, add_proposals
from corrigenda.drafting.said.amounts.sums import add_sums, find_sums, only_person
from corrigenda.drafting.said.assumed_order import add_assumed_order
from corrigenda.drafting.said.dates import Dating, date_events
from corrigenda.drafting.said.denials import add_denials
from corrigenda.drafting.said.events import link_given, tell_clauses
from corrigenda.drafting.said.firsts import add_firsts, add_relations
from corrigenda.drafting.said.mentions import mention_people
from corrigenda.drafting.said.quotations import add_quotations, find_quotations
from corrigenda.drafting.said.sources import add_sources, find_sources
from corrigenda.drafting.said.tenses import looking_ahead
from corrigenda.drafting.start import Draft, ReadSentence, Start, begin_article
from corrigenda.drafting.times.calendar import read_day
from corrigenda.drafting.times.dates import Found
from corrigenda.drafting.times.expressions import Time, find_times, last_printed
from corrigenda.drafting.wording.sentences import find_clauses
from corrigenda.package.package import Package


def draft_article(
    text: str, article_id: str, package: Package | None = None, taken: Collection[str] = (), proposer: Proposer | None = None,
    narrow: Narrow | None = None, **known: str | None,
) -> Draft:  # fmt: skip
    """Draft every row of an article from its text.

    `package` gives the reference and the tables of words, `taken` the keys that are used already, and `known` what is known of the
    article by the fields of the table articles (published, language, title …). A `proposer` is a model that is asked afterwards for
    rows that were not found, and `narrow` reads a large reference for the words of the text. Nothing is written.

    >>> draft = draft_article("Ann Lee met Bob Roe on May 3, 2024.", "talk")
    >>> [row["edtf"] for row in draft.tables["dates"]], sorted(draft.unknown)
    (['2024-05-03'], ['Ann Lee', 'Bob Roe'])
    """
    course = begin_reading(text, article_id, package, taken, known, narrow)
    return course.finish() if proposer is None else finish_with(course, proposer)


def begin_reading(
    text: str, article_id: str, package: Package | None, taken: Collection[str], known: Mapping[str, str | None],
    narrow: Narrow | None = None,
) -> Course:  # fmt: skip
    """Read every sentence of a text into draft rows."""
    course = Course(begin_article(text, article_id, package, taken, known, narrow))
    course.date_writing()
    for number in range(len(course.start.sentences)):
        course.draft_sentence(number)
    for _, paragraph in itertools.groupby(course.readings, key=lambda read: read.sentence.passage.paragraph):
        add_assumed_order(course.start.rows, [read.told for read in paragraph], course.dating.dated)
    return course


def finish_with(course: Course, proposer: Proposer) -> Draft:
    """Ask a model for rows that were not found, and return the draft with those that prove."""
    asked = add_proposals(course.start, course.readings, course.dating, proposer)
    return replace(course.finish(), proposed=frozenset(asked.added), problems=tuple(asked.problems), answered=asked.answered)


@dataclass
class Course:
    """Carry from sentence to sentence what was dated, printed and named last."""

    start: Start
    dating: Dating = field(default_factory=Dating)
    last_value: str = ""
    last_person: Person | None = None
    only_person: str = ""
    hearsay: str = ""
    bodies: dict[str, str] = field(default_factory=dict)
    readings: list[ReadSentence] = field(default_factory=list)

    def finish(self) -> Draft:
        """Return what was drafted so far."""
        return self.start.finish(self.start.cast.unknown, self.dating)

    def draft_sentence(self, number: int) -> None:
        """Add the rows of one sentence."""
        rows, sentence, lexicon, reference = self.start.rows, self.start.sentences[number], self.start.lexicon, self.start.reference
        people = self.start.cast.people[number]
        clauses = find_clauses(sentence, lexicon)
        written = read_day(self.start.published)
        times = find_times(sentence.tokens, lexicon, written, looking_ahead(sentence, clauses, lexicon), self.last_value)
        # "Jan Holm" and "the 1922 Committee" are no times.
        borne = [one.name for one in people if one.name.kind in ("person", "body")]
        times = [time for time in times if not any(name.first <= time.first and time.last <= name.last for name in borne)]
        self.last_value = _last_value(times, self.last_value)
        told = tell_clauses(rows, sentence, clauses, people, lexicon, reference.actors)
        mentions = mention_people(rows, sentence, told, people, reference, lexicon)
        date_events(rows, sentence, told, times, lexicon, self.dating, self.start.published)
        names = [(one.name.first, one.name.last) for one in people]
        add_sums(rows, sentence, told, find_sums(sentence, times, lexicon, names), people, self.only_person)
        sources = add_sources(rows, sentence, told, find_sources(sentence, people, lexicon, self.last_person, self.bodies), lexicon)
        link_given(told, sentence, self.hearsay)
        self.hearsay = next((row["claim_id"] for row in sources if row["naming"] == "none"), "")
        add_quotations(rows, sentence, told, find_quotations(sentence), sources)
        add_firsts(rows, sentence, told, mentions, lexicon, reference.categories, reference.topics)
        add_denials(rows, sentence, told, mentions, lexicon, reference.categories, reference.topics)
        add_relations(rows, sentence, told, lexicon)
        self.readings.append(ReadSentence(sentence, told, mentions))
        self.bodies |= {one.name.surname: one.name.actor_id for one in people if one.name.kind == "body" and one.name.actor_id}
        named = [one for one in people if one.name.kind == "person"]
        self.only_person = only_person(sentence, people) if named else ""
        self.last_person = named[0] if named else self.last_person

    def date_writing(self) -> None:
        """Date the writing by the day that the head of the text prints, unless the article was given an earlier one."""
        day = self.start.heading.day
        if day is None:
            return
        # "BRENNA, Sept 17 (Agency) — …" has no year: it is the one in which that day comes nearest before the publication.
        value = Found(0, 0, day.edtf).resolve(read_day(self.start.published), ahead=False)[0]
        # A day after the one that was given is that of another edition.
        if not value or value > self.start.published:
            return
        sentence = self.start.sentences[day.sentence]
        printed = sentence.text[day.start : day.end]
        row = self.start.rows.add(
            "dates", sentence, printed, day.start, day.end,
            event_id=f"{self.start.rows.article_id}/writing", kind="date", as_printed=printed, edtf=day.edtf,
            reason="The day that the head of the text prints is when it was written.",
        )  # fmt: skip
        self.dating.values[row["date_id"]] = value


def _last_value(times: list[Time], before: str) -> str:
    """Return the date that was printed last, from which the next sentence counts."""
    for time in times:
        before = last_printed(time, before) if time.kind == "date" else before
    return before
