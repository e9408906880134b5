"""What a draft comes to, in sentences: the rows that were added, what the reference lacks, and the findings it would give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from corrigenda.checking.rulebook.catalogue import Catalogue, catalogue
from corrigenda.checking.runner import check
from corrigenda.engine.tables import load
from corrigenda.errors import SetupError, shorten
from corrigenda.package.package import open_package
from corrigenda.package.substitute import amended
from corrigenda.results.finding import Finding
from corrigenda.tasks.checking.check import prove_texts
from corrigenda.tasks.drafting.draft import Drafted
from corrigenda.tasks.drafting.large_reference import LargeReference
from corrigenda.tasks.drafting.texts import ArticleText
from corrigenda.tasks.drafting.used_rows import cut_reference
from corrigenda.values.wording import count, first_few

_WORST = {"error": 0, "warning": 1, "note": 2}
_LISTED = 30


def describe_draft(
    drafted: Drafted, texts: Sequence[ArticleText], reference: LargeReference, *, known: Path | None, shown: bool, most: int
) -> Iterator[str]:
    """Say what was drafted; where it was written, prove its rows against the texts and say what would be found, worst first.

    `reference` is that with which the draft was made, if it was a large one.
    """
    for one in texts:
        if one.saved is not None:
            yield f"The text of the page is in {one.saved}; it is the text that the positions count in."
    verb = "added to" if shown else "would be added to"
    rows = ", ".join(
        count(number, name.removesuffix("s")) for name, number in drafted.added.items() if name not in ("articles", "passages")
    )
    yield f"{', '.join(drafted.articles)}: {rows or 'nothing'} {verb} {drafted.root}."
    if drafted.proposed:
        yield f"{count(drafted.proposed, 'row')} of them only the model proposed; each has its words in the text."
    yield from drafted.problems
    yield from _say_undated(drafted)
    yield from _say_unknown(drafted)
    if shown:
        yield from _say_findings(drafted, texts, reference, known, most)


def _say_undated(drafted: Drafted) -> Iterator[str]:
    """Say of which articles no day is known: titles, "Friday" and tenses are then compared with nothing."""
    if drafted.undated:
        listed = ", ".join(first_few(drafted.undated, "article", _LISTED))
        yield f"No day of writing was found in the text: {listed}. Without it little can be judged; give it with --published DAY."


def _say_unknown(drafted: Drafted) -> Iterator[str]:
    if drafted.unknown:
        yield f"Not in the reference: {count(len(drafted.unknown), 'name')}."
        names = [f"  {name} ({title or kind})" for name, (kind, title) in sorted(drafted.unknown.items())]
        yield from first_few(names, "name", _LISTED)
    if drafted.titles:
        listed = ", ".join(first_few([f'"{title}" ({name})' for title, name in drafted.titles], "title", _LISTED))
        yield f"Not a title of an office of the reference: {listed}."


def _say_findings(
    drafted: Drafted, texts: Sequence[ArticleText], reference: LargeReference, known: Path | None, most: int
) -> Iterator[str]:
    proved, found = _check(drafted, texts, reference, known)
    yield from (f"The draft: {sentence}." for sentence in proved)
    found.sort(key=lambda finding: (_WORST[finding.level], finding.rule, finding.key))
    worth = [finding for finding in found if finding.level != "note"]
    yield f"{count(len(found), 'finding')} would be reported: errors and warnings {len(worth)}, notes {len(found) - len(worth)}."
    yield from (_say(finding) for finding in found[:most])
    if len(found) > most:
        yield f"and {len(found) - most:,} more; run 'corrigenda check {drafted.root}" + (f" --known {known}'" if known else "'") + "."


def _check(
    drafted: Drafted, texts: Sequence[ArticleText], reference: LargeReference, known: Path | None
) -> tuple[tuple[str, ...], list[Finding]]:
    """Prove the rows of a draft and return what would be found; of a large reference only the rows that it can use are loaded."""
    # What is found about the reference alone is no part of the preview.
    rules = Catalogue(tuple(rule for rule in catalogue() if rule.subject == "article"))
    package = open_package(drafted.root, known, with_parts=True)
    engine = reference.read(package)
    files = cut_reference(engine, package) if engine else {}
    with amended(package, files) as used, load(used) as tables:
        if tables.problems:
            raise SetupError(*shorten(tables.problems))
        proved = prove_texts(tables, [one.text for one in texts])
        result = check(tables, rules, timeline=False, coverage=False)
    return proved, [f for f in result.findings if f.waived is None and f.subject == "article" and f.article_id in drafted.articles]


def _say(finding: Finding) -> str:
    return f"{finding.shown_verdict} {finding.level} {finding.rule}: {finding.message}"
