"""A text and a reference to the draft rows of one article."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from corrigenda.drafting.heading import Heading, read_heading
from corrigenda.drafting.names.people import Cast, Person, gather_cast
from corrigenda.drafting.names.reference import KnownNames, read_reference
from corrigenda.drafting.said.dates import Dating, date_events
from corrigenda.drafting.said.events import is_ahead, link_given, tell_clauses
from corrigenda.drafting.said.firsts import add_firsts, add_relations
from corrigenda.drafting.said.mentions import mention_people
from corrigenda.drafting.said.quotations import add_quotations, find_quotations
from corrigenda.drafting.said.rows import Row, Rows
from corrigenda.drafting.said.sources import add_sources, find_sources
from corrigenda.drafting.said.sums import add_sums, find_sums
from corrigenda.drafting.times.calendar import read_day
from corrigenda.drafting.times.expressions import Time, find_times
from corrigenda.drafting.wording.lexicon import Lexicon, read_lexicon
from corrigenda.drafting.wording.sentences import Sentence, find_clauses, read_sentences
from corrigenda.package.package import Package
from corrigenda.values.passages import digest


@dataclass(frozen=True)
class Draft:
    """Hold the draft rows of one article by table, and what the reference lacks: names with their kind and title.

    `values` has for each row of dates what it comes to, as EDTF or a duration: counted from the day of publication, or from the date
    that is printed before it. `readings` are other values of cells, for whoever reviews the draft.
    """

    article_id: str
    tables: dict[str, list[Row]]
    unknown: dict[str, tuple[str, str]] = field(default_factory=dict)
    sentences: int = 0
    values: dict[str, str] = field(default_factory=dict)
    readings: tuple[Row, ...] = ()


def draft_article(text: str, article_id: str, package: Package | None = None, taken: Collection[str] = (), **known: str | None) -> Draft:
    """Draft every row of an article from its text.

    `package` gives the reference and the tables of words, `taken` the keys that are used already, and `known` what is known of the
    article by the fields of the table articles (published, language, title …). Nothing is written.

    >>> draft = draft_article("Ann Lee met Bob Roe on May 3, 2024.", "talk")
    >>> [row["edtf"] for row in draft.tables["dates"]], sorted(draft.unknown)
    (['2024-05-03'], ['Ann Lee', 'Bob Roe'])
    """
    start = begin_article(text, article_id, package, taken, known)
    state = _Course(start)
    for number in range(len(start.sentences)):
        state.draft_sentence(number)
    return start.finish(start.cast.unknown, state.dating)


@dataclass
class Start:
    """Hold what the drafting of one article begins with: its sentences and who is named in them, the words, the reference, the rows."""

    rows: Rows
    sentences: tuple[Sentence, ...]
    lexicon: Lexicon
    reference: KnownNames
    cast: Cast
    heading: Heading
    facts: dict[str, str]

    @property
    def published(self) -> str:
        """Return the day of writing from which readers count, where it is known."""
        return self.facts.get("written") or self.facts.get("published", "")

    def finish(self, unknown: dict[str, tuple[str, str]], dating: Dating) -> Draft:
        """Return what was drafted."""
        tables = {name: rows for name, rows in self.rows.tables.items() if rows}
        return Draft(self.rows.article_id, tables, unknown, len(self.sentences), dating.values, tuple(self.rows.readings))


def begin_article(text: str, article_id: str, package: Package | None, taken: Collection[str], known: Mapping[str, str | None]) -> Start:
    """Divide a text into sentences, find who is named in it, and make the rows of the article, its passages and its writing."""
    language = known.get("language") or "en"
    lexicon = read_lexicon(package, language)
    sentences = read_sentences(text, article_id, language)
    heading = read_heading(sentences, lexicon)
    facts = {"language": language, **heading.cells, **{key: value for key, value in known.items() if value}}
    rows = Rows(article_id, frozenset(taken))
    _add_article(rows, text, sentences, facts)
    reference = read_reference(package, [token for sentence in sentences for token in sentence.tokens])
    return Start(rows, sentences, lexicon, reference, gather_cast(sentences, reference, lexicon), heading, facts)


@dataclass
class _Course:
    """Carry from sentence to sentence what was dated, printed and named last."""

    start: Start
    dating: Dating = field(default_factory=Dating)
    last_value: str = ""
    last_person: Person | None = None
    hearsay: str = ""

    def draft_sentence(self, number: int) -> None:
        """Add the rows of one sentence."""
        rows, sentence, lexicon, reference = self.start.rows, self.start.sentences[number], self.start.lexicon, self.start.reference
        people = self.start.cast.people[number]
        clauses = find_clauses(sentence, lexicon)
        written = read_day(self.start.published)
        times = find_times(sentence.tokens, lexicon, written, lambda at: is_ahead(sentence, clauses, lexicon, at), self.last_value)
        self.last_value = _last_value(times, self.last_value)
        told = tell_clauses(rows, sentence, clauses, people, lexicon, reference.actors)
        mentions = mention_people(rows, sentence, told, people, reference, lexicon)
        date_events(rows, sentence, told, self._without_heading(number, times), lexicon, self.dating, self.start.published)
        names = [(one.name.first, one.name.last) for one in people]
        add_sums(rows, sentence, told, find_sums(sentence, times, lexicon, names))
        sources = add_sources(rows, sentence, told, find_sources(sentence, people, lexicon, self.last_person), lexicon)
        link_given(told, sentence, self.hearsay)
        self.hearsay = next((row["claim_id"] for row in sources if row["naming"] == "none"), "")
        add_quotations(rows, sentence, told, find_quotations(sentence), sources)
        add_firsts(rows, sentence, told, mentions, lexicon, reference.categories, reference.topics)
        add_relations(rows, sentence, told, lexicon)
        named = [one for one in people if one.name.kind == "person"]
        self.last_person = named[0] if named else self.last_person

    def _without_heading(self, number: int, times: list[Time]) -> list[Time]:
        """Date the writing by the day that the head of the text prints; that day dates nothing else."""
        day = self.start.heading.day
        # A day that is not the one that was given is that of something else, or of another edition.
        if day is None or day[0] != number or day[3] != self.start.published:
            return times
        sentence = self.start.sentences[number]
        first, last, edtf = day[1:]
        printed = sentence.printed(first, last)
        row = self.start.rows.add(
            "dates", sentence, printed, sentence.tokens[first].start, sentence.tokens[last - 1].end,
            event_id=f"{self.start.rows.article_id}/writing", kind="date", as_printed=printed, edtf=edtf,
            reason="The day that the head of the text prints is when it was written.",
        )  # fmt: skip
        self.dating.values[row["date_id"]] = edtf
        return [time for time in times if time.last <= first or last <= time.first]


def _add_article(rows: Rows, text: str, sentences: tuple[Sentence, ...], facts: dict[str, str]) -> None:
    key = rows.article_id
    rows.tables["articles"] = [{"article_id": key, "sha256": digest(text), "length": str(len(text)), **facts}]
    for sentence in sentences:
        p = sentence.passage
        rows.tables["passages"].append({
            "passage_id": sentence.passage_id, "article_id": key, "paragraph": str(p.paragraph), "sentence": str(p.sentence),
            "start": str(p.start), "end": str(p.end), "sha256": p.sha256,
        })  # fmt: skip
    label = {"label": "the article is written", "kind_id": "writing", "tense": "present"}
    rows.tables["events"].append({"event_id": f"{key}/writing", "article_id": key, **label})


def _last_value(times: list[Time], before: str) -> str:
    """Return the date that was printed last, from which the next sentence counts."""
    values = [time.value for time in times if time.kind == "date" and time.value[:4].isdigit() and "/" not in time.value]
    return values[-1] if values else before
