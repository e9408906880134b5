"""What the drafting of an article begins with, and what it comes to: sentences, names, words and rows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from corrigenda.drafting.heading import Heading, read_heading
from corrigenda.drafting.names.people import Cast, Person, gather_cast
from corrigenda.drafting.names.reference import KnownNames, Narrow, read_reference
from corrigenda.drafting.said.dates import Dating
from corrigenda.drafting.said.events import Told
from corrigenda.drafting.said.rows import Row, Rows
from corrigenda.drafting.wording.lexicon import Lexicon, read_lexicon
from corrigenda.drafting.wording.sentences import Sentence, read_sentences
from corrigenda.package.package import Package
from corrigenda.values.passages import digest


@dataclass(frozen=True)
class Draft:
    """Hold the draft rows of one article by table, and what the reference lacks: names with their kind and title.

    `values` has for each row of dates what it comes to, as EDTF or a duration: counted from the day of publication, or from the date
    that is printed before it. `readings` are other values of cells, for whoever reviews the draft. `proposed` names the rows (table and
    key) that only a model proposed, `problems` say what of its replies was not used, and `answered` counts those that could be read.
    """

    article_id: str
    tables: dict[str, list[Row]]
    unknown: dict[str, tuple[str, str]] = field(default_factory=dict)
    sentences: int = 0
    values: dict[str, str] = field(default_factory=dict)
    readings: tuple[Row, ...] = ()
    proposed: frozenset[tuple[str, str]] = frozenset()
    problems: tuple[str, ...] = ()
    answered: int = 0


@dataclass
class ReadSentence:
    """Hold what was read in one sentence: its clauses with their rows, and who is mentioned in which row."""

    sentence: Sentence
    told: list[Told]
    mentions: list[tuple[Person, Row]]


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


def begin_article(
    text: str, article_id: str, package: Package | None, taken: Collection[str], known: Mapping[str, str | None],
    narrow: Narrow | None = None,
) -> Start:  # fmt: skip
    """Divide a text into sentences, find who is named in it, and make the rows of the article, its passages and its writing."""
    language = known.get("language") or "en"
    lexicon = read_lexicon(package, language)
    printed = read_sentences(text, article_id, language)
    heading = read_heading(printed, lexicon)
    # A dateline tells of the report and not of what happened: the words after it are the sentence.
    sentences = tuple(replace(one, tokens=one.tokens[heading.lengths.get(number, 0) :]) for number, one in enumerate(printed))
    facts = {"language": language, **heading.cells, **{key: value for key, value in known.items() if value}}
    rows = Rows(article_id, frozenset(taken))
    _add_article(rows, text, sentences, facts)
    reference = read_reference(package, [token for sentence in sentences for token in sentence.tokens], narrow)
    return Start(rows, sentences, lexicon, reference, gather_cast(sentences, reference, lexicon), heading, facts)


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
