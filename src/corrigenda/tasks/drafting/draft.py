"""Draft rows put into a package: a new one, or one that people work on, whose rows stay as they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from corrigenda import __version__
from corrigenda.adapters.language_model import LanguageModel
from corrigenda.drafting import Draft, draft_article
from corrigenda.drafting.flat import draft_flat, read_flat
from corrigenda.drafting.names.reference import Narrow
from corrigenda.drafting.proposals.additions import Proposer
from corrigenda.engine.tables import judge
from corrigenda.errors import SetupError, shorten
from corrigenda.package.drafts import mark_rows, read_readings, render_rows, write_readings
from corrigenda.package.package import Package, open_package
from corrigenda.package.scaffold import new_package
from corrigenda.package.storage.files import read_text
from corrigenda.package.storage.journal import holding, write_together
from corrigenda.package.storage.scrap import scrap_folder
from corrigenda.package.tables.csv_file import read_rows
from corrigenda.package.tables.table import Table
from corrigenda.tasks.drafting.texts import ArticleText, save_texts
from corrigenda.tasks.editing.amendment import amend
from corrigenda.values.edtf import parse_edtf

_SAID = (
    "articles", "passages", "claims", "events", "dates", "relations", "mentions", "sums", "attributions", "firsts", "quotations",
)  # fmt: skip
# What can be counted in the text is no reading: it is not marked.
_FACTS = ("articles", "passages")
_KEY, _LANGUAGE = re.compile(r"[a-z0-9][a-z0-9.-]*"), re.compile(r"[a-z]{2,3}")
_SHORT = 1000
_POINTING = ("claim_id", "event_id", "anchor", "other", "via", "attribution_id", "given")


@dataclass(frozen=True)
class Drafted:
    """Report a draft: the package, how many rows of each table were added, and what the reference lacks, with its kind and title.

    `proposed` counts the added rows that a model proposed, and `problems` say what of its replies was not used. `undated` are the
    articles with no day of writing or publication, and `titles` what is printed with known people and is no title of an office.
    """

    root: Path
    added: dict[str, int]
    unknown: dict[str, tuple[str, str]]
    articles: tuple[str, ...]
    proposed: int = 0
    problems: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()
    titles: tuple[tuple[str, str], ...] = ()


def draft_texts(
    texts: Sequence[ArticleText],
    target: Path,
    *,
    known: Path | None = None,
    into: bool = False,
    only_show: bool = False,
    flat: Path | None = None,
    model: LanguageModel | None = None,
    narrow: Narrow | None = None,
    **facts: str | None,
) -> Drafted:
    """Draft texts into a new package, or with `into` into one that is there; `facts` are cells of the table articles.

    With `only_show` nothing is written. Rows that are there stay as they are: a stretch that has a row in a table gets no second one.
    With a `model` it is asked for rows that were not found; `narrow` reads a large reference. Raises SetupError where the package or a
    fact cannot be used, or the model replies to nothing.
    """
    _judge_day(facts.get("published"))
    if into:
        with nullcontext() if only_show else holding(target):
            done = _draft_into(open_package(target, known), texts, target, flat, model, narrow, facts, only_show=only_show)
            if not only_show:
                save_texts(texts)
            return done
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise SetupError(f"{target}: is there already and not empty; --into adds to a package.")
    with scrap_folder(target.resolve().parent, target) as scrap:
        made = scrap / target.resolve().name
        package = new_package(made, starter=known is None, articles=known is not None, known=known)
        done = _draft_into(package, texts, target, flat, model, narrow, facts, only_show=only_show)
        if not only_show:
            _judge_facts(package)
            save_texts(texts)
            if target.is_dir():
                target.rmdir()
            made.rename(target)
    return done


def _draft_into(
    package: Package, texts: Sequence[ArticleText], shown: Path, flat: Path | None, model: LanguageModel | None,
    narrow: Narrow | None, facts: Mapping[str, str | None], *, only_show: bool,
) -> Drafted:  # fmt: skip
    before = {name: read_rows(package.tables[name].file)[1] for name in _SAID}
    taken = {row[f"{name[:-1]}_id"] for name, rows in before.items() for row in rows}
    given = {name: value for name, value in facts.items() if value}
    proposer = Proposer(model.ask, package.tables, model.name) if model else None
    drafts = [_draft(one, package, taken, flat, proposer, narrow, {**one.known, **given}) for one in texts]
    problems = tuple(sentence for draft in drafts for sentence in draft.problems)
    if proposer is not None and problems and not any(draft.answered for draft in drafts):
        raise SetupError(*problems, f"The model {proposer.name} gave no reply that could be read; nothing was written.")
    proposed = {key for draft in drafts for key in draft.proposed}
    new: dict[str, list[dict[str, str]]] = {name: [] for name in _SAID}
    for draft in drafts:
        for name, rows in _only_new(draft, before).items():
            new[name] += rows
    if not only_show:
        files = _files(package, new, [row for draft in drafts for row in draft.readings], proposed, proposer.name if proposer else "")
        if any(before.values()):
            amend(package, files)
        else:
            # Nothing of a person's is there yet, and the check that follows judges what was written.
            write_together(package.root, {package.tables[name].path: data for name, data in files.items()})
    unknown = {name: what for draft in drafts for name, what in draft.unknown.items()}
    added = {name: len(rows) for name, rows in new.items() if rows}
    own = sum((name, row.get(f"{name[:-1]}_id", "")) in proposed for name, rows in new.items() for row in rows)
    articles = [row for draft in drafts for row in draft.tables["articles"]]
    undated = tuple(row["article_id"] for row in articles if not row.get("written") and not row.get("published"))
    keys = tuple(draft.article_id for draft in drafts)
    return Drafted(shown, added, unknown, keys, own, problems, undated, _titles_of_none(new["mentions"]))


def _titles_of_none(mentions: Sequence[dict[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the printed titles of known people that are of no known office, each with the name next to it."""
    # "The chair said" has no name next to it.
    loose = (row for row in mentions if row.get("title_printed") and row.get("name_printed") and row.get("actor_id"))
    return tuple(sorted({(row["title_printed"], row["name_printed"]) for row in loose if not row.get("office_id")}))


def _judge_facts(package: Package) -> None:
    """Raise SetupError where a cell of an article is not what its schema says: all else the program has made itself."""
    articles = replace(package.tables["articles"], foreign_keys=())
    if all(map(_is_plain, read_rows(articles.file)[1])):
        return
    problems = judge(replace(package, tables={"articles": articles}))
    if problems:
        raise SetupError(*shorten(problems), "nothing was written")


def _is_plain(row: Mapping[str, str]) -> bool:
    """Tell whether no cell of an article can be at fault, so that no engine need be started to say so."""
    printed = row["title"] + row["publisher"]
    is_short = len(printed) < _SHORT and printed.isprintable()
    return is_short and not row["url"] and bool(_KEY.fullmatch(row["article_id"]) and _LANGUAGE.fullmatch(row["language"]))


def _draft(
    one: ArticleText,
    package: Package,
    taken: Collection[str],
    flat: Path | None,
    proposer: Proposer | None,
    narrow: Narrow | None,
    facts: Mapping[str, str],
) -> Draft:
    if flat is None:
        return draft_article(one.text, one.article_id, package, taken, proposer, narrow, **facts)
    table = read_flat(read_text(flat).encode(), str(flat))
    return draft_flat(one.text, one.article_id, table, str(flat), package, taken, narrow, **facts)


def _judge_day(published: str | None) -> None:
    try:
        if published:
            parse_edtf(published)
    except ValueError:
        raise SetupError(f"--published is '{published}'; expected a day such as 2025-03-19.") from None


def _only_new(draft: Draft, before: dict[str, list[dict[str, str]]]) -> dict[str, list[dict[str, str]]]:
    """Leave out draft rows of what has a row already, and let the others point at the rows that are there."""
    own = {row["article_id"]: row for row in before["articles"]}
    article = draft.tables["articles"][0]
    same = next((row["article_id"] for row in before["articles"] if row["sha256"] == article["sha256"]), None)
    if draft.article_id in own and own[draft.article_id]["sha256"] != article["sha256"]:
        raise SetupError(f"The package has an article '{draft.article_id}' with another text; choose another key with --id.")
    if same not in (None, draft.article_id):
        raise SetupError(f"The package has this text as the article '{same}'; draft it with --id {same}.")
    if same is None:
        return draft.tables
    instead: dict[str, str] = {}
    kept: dict[str, list[dict[str, str]]] = {}
    for name in _SAID:
        key = f"{name[:-1]}_id"
        there = {_place(row): row[key] for row in before[name] if row[key].startswith(f"{draft.article_id}/") or name == "articles"}
        for row in draft.tables.get(name, ()):
            if _place(row) in there:
                instead[row[key]] = there[_place(row)]
            else:
                kept.setdefault(name, []).append(row)
    return {name: [{cell: instead.get(value, value) if cell in _POINTING else value for cell, value in row.items()} for row in rows]
            for name, rows in kept.items()}  # fmt: skip


def _place(row: dict[str, str]) -> tuple[str, str, str]:
    return row.get("passage_id", ""), row.get("start", ""), row.get("end", "")


def _files(
    package: Package,
    new: dict[str, list[dict[str, str]]],
    readings: Sequence[dict[str, str]],
    proposed: Collection[tuple[str, str]],
    model: str,
) -> dict[str, bytes]:
    """Return the files of the tables with the rows, the marks on those that are readings and no facts of the text, and other readings."""
    files = {name: _with_rows(package.tables[name], rows) for name, rows in new.items() if rows}
    marked = {name: _as_read(package.tables[name], rows) for name, rows in new.items() if rows and name not in _FACTS}
    for rows in marked.values():
        rows[:] = [row for row in rows if row.get("kind_id") != "writing"]
    added = {(name, str(row[package.tables[name].key[0]])) for name, rows in marked.items() for row in rows}
    known = [dict(row) for rows in read_readings(package).values() for row in rows]
    kept = [row for row in readings if (row["table"], row["row"]) in added]
    by = f"corrigenda draft {__version__}"
    marks = mark_rows(package, marked, by, dict.fromkeys(proposed, f"{by}, model {model}"))
    return {**files, **marks, **write_readings(package, [*known, *kept])}


def _as_read(table: Table, rows: Iterable[dict[str, str]]) -> list[dict[str, str | None]]:
    return [{field.name: row.get(field.name) or None for field in table.fields} for row in rows]


def _with_rows(table: Table, new: Iterable[dict[str, str]]) -> bytes:
    rows = sorted([*read_rows(table.file)[1], *new], key=lambda row: tuple(row[name] for name in table.key))
    return render_rows(table, rows)
