"""The desk of a reviewer: the findings of a package as they are now, and the decisions of one person about its drafts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from corrigenda.checking.kept_check import KeptCheck
from corrigenda.checking.rulebook.catalogue import Catalogue, catalogue
from corrigenda.checking.text_proof import prove
from corrigenda.collections.lookup import Lookup
from corrigenda.engine.sql import literal
from corrigenda.engine.tables import Tables
from corrigenda.engine.unchanged import Marks, mark_files
from corrigenda.errors import Problem, SetupError, shorten
from corrigenda.package.drafts import Key, find_dependents, find_drafts
from corrigenda.package.package import Package, open_package
from corrigenda.report.page.review import ReviewPage, RowForm
from corrigenda.results.finding import Result
from corrigenda.tasks.drafting.used_reference import UsedReference
from corrigenda.tasks.review.acceptance import OvertakenError, accept, change, demand_fit, reject
from corrigenda.tasks.review.rows import RowReader, digest_all, name_row, say_field
from corrigenda.tasks.review.spans import find_spans
from corrigenda.tasks.review.undo import Undo
from corrigenda.values.passages import digest

_SEARCHED = ("actors", "offices")


class Desk:
    """Hold what a review needs between two decisions; everything that is decided is in the files of the package.

    What a decision does not reach is not asked again, and of a large reference only what the articles can use is read. `by` is the person
    who decides, `today` gives the day (ISO 8601). Raises SetupError where the package or the text is not sound.
    """

    def __init__(self, path: Path | str, text: str, by: str, today: Callable[[], str], known: Path | str | None = None) -> None:
        self.path, self.text, self.by, self.today, self.known = path, text, by, today, known
        # What is told of the reference alone rests on no draft, and is no part of the review.
        self.rules = Catalogue(tuple(rule for rule in catalogue() if rule.subject == "article"))
        self._kept = KeptCheck()
        self._used = UsedReference()
        self._state = self._proved = ""
        self._result: Result | None = None
        self._lookup: Lookup | None = None
        self._looked_up: Marks = {}
        self._undo = Undo()
        self._names: dict[Key, str] = {}
        try:
            self.page()
        except BaseException:
            self.close()
            raise

    def page(self, notice: str | None = None, is_refused: bool = False) -> ReviewPage:
        """Return the page as it is now, with what to say on top of it."""
        package, tables, result = self._check()
        drafts = find_drafts(package)
        articles = [row for row in tables.query("SELECT * FROM articles") if row["sha256"] == digest(self.text)]
        article = articles[0]["article_id"]
        reader = self._reader(tables, drafts)
        findings = [finding for finding in result.findings if finding.article_id in (None, article)]
        rest = tuple(reader.row(key) for key in self._rest(tables, result, drafts))
        passages = tables.query('SELECT * FROM passages ORDER BY "start"')
        settled = tuple(reader.finding(finding, result.statements.get(finding.claim_id or "")) for finding in findings if finding.drafts)
        self._names |= {(row.table, row.key): name_row(row) for row in (*rest, *(row for shown in settled for row in shown.rows))}
        return ReviewPage(
            title=articles[0]["title"] or article,
            by=self.by,
            text=self.text,
            passages=tuple((row["paragraph"], row["start"], row["end"]) for row in passages if row["article_id"] == article),
            spans=find_spans(tables, article, drafts),
            findings=settled,
            others=tuple(finding for finding in findings if not finding.drafts),
            rest=rest,
            rest_read=digest_all(rest),
            sentences=result.drafting.sentences,
            notice=notice,
            is_refused=is_refused,
            can_undo=bool(self._undo),
        )

    def form(self, key: Key) -> RowForm:
        """Return the form that changes a row; raises SetupError where there is no such draft."""
        package, tables, result = self._check()
        drafts = find_drafts(package)
        if key not in drafts:
            raise OvertakenError(f"{self._name(key)} is no draft any more; there is nothing to change on this page")
        places = (place for finding in result.findings for place in finding.places)
        return self._reader(tables, drafts).form(key, {place.field for place in places if (place.table, place.row) == key})

    def find(self, table: str, words: str) -> list[dict[str, str]]:
        """Return what some words can mean in the reference, best first: keys with their labels."""
        if table not in _SEARCHED or not words.strip():
            return []
        package = self._open()
        marks = mark_files(package.layer("known"))
        if self._lookup is None or self._looked_up != marks:
            self._lookup, self._looked_up = Lookup(package), marks
        found = self._lookup.find(words, most=40)
        return [{"key": match.key, "label": f"{match.label} ({match.kind or 'office'})"} for match in found if match.table == table][:12]

    def accept(self, key: Key, read: str) -> str:
        """Accept one row as it was read; return a sentence."""
        return self._decide(key, lambda package: accept(package, {key: read}, self.by, self.today(), self._examine))

    def accept_finding(self, fingerprint: str, read: str) -> str:
        """Accept all rows under a finding as they were read; return a sentence."""
        package, tables, result = self._check()
        rows = next((finding.drafts for finding in result.findings if finding.fingerprint == fingerprint), ())
        return self._accept_all(package, tables, rows, read)

    def accept_rest(self, read: str) -> str:
        """Accept all drafts under no finding as they were read; return a sentence."""
        package, tables, result = self._check()
        return self._accept_all(package, tables, self._rest(tables, result, find_drafts(package)), read)

    def change(self, key: Key, cells: Mapping[str, str], read: str) -> str:
        """Change some cells of a row as it was read, and accept it so; return a sentence."""
        return self._decide(
            key, lambda package: change(package, key, cells, self.by, self.today(), read, examine=self._examine, name=say_field)
        )

    def reject(self, key: Key, read: str) -> str:
        """Remove a row as it was read, with the drafts that point at it; return a sentence."""
        return self._decide(key, lambda package: reject(package, {key: read}, self._examine))

    def undo(self) -> str:
        """Take the last decision on this page back; return a sentence."""
        return f"Undone: {self._undo.take_back(self._open(), self._examine)}"

    def close(self) -> None:
        """Let go of the tables that are held."""
        self._kept.close()
        self._used.close()

    def _rest(self, tables: Tables, result: Result, drafts: Collection[Key]) -> list[Key]:
        """Return the drafts under no finding, without those of other articles."""
        others = f"SELECT article_id FROM articles WHERE sha256 <> {literal(digest(self.text))}"
        articles = {("articles", row) for (row,) in tables.run(others)}
        elsewhere = articles | find_dependents(tables.package, articles) if articles else set()
        taken = {key for finding in result.findings for key in finding.drafts}
        return sorted(set(drafts) - taken - elsewhere)

    def _accept_all(self, package: Package, tables: Tables, keys: Sequence[Key], read: str) -> str:
        reader = self._reader(tables, find_drafts(package))
        rows = [reader.row(key) for key in keys]
        if not rows or digest_all(rows) != read:
            raise OvertakenError("These rows were changed or decided about since you read them; nothing was written. Read them again")
        read_rows = {(row.table, row.key): row.read for row in rows}
        return self._decide(keys[0], lambda package: accept(package, read_rows, self.by, self.today(), self._examine))

    def _decide(self, key: Key, act: Callable[[Package], str]) -> str:
        """Decide something about a row, and say it with the words of the row in place of its key."""
        own, name = f"{key[0]} {key[1]}", self._name(key)
        try:
            return self._undo.decide(self._open(), lambda package: act(package).replace(own, name, 1))
        except SetupError as error:
            error.sentences = tuple(sentence.replace(own, name, 1) for sentence in error.sentences)
            raise

    def _name(self, key: Key) -> str:
        return self._names.get(key, f"{key[0]} {key[1]}")

    def _reader(self, tables: Tables, drafts: Collection[Key]) -> RowReader:
        return RowReader(tables, drafts, self.text)

    def _open(self) -> Package:
        return open_package(self.path, self.known)

    def _check(self) -> tuple[Package, Tables, Result]:
        """Return the package, its tables and what is found in it now."""
        package = self._open()
        if problems := self._kept.renew(self._used.of(package)):
            raise SetupError(*shorten(problems))
        tables = self._kept.loaded()
        if self._result is None or self._state != self._kept.state():
            if self._proved != self._kept.state():
                proved, problems = prove(tables, self.text)
                if problems:
                    raise SetupError(*shorten(problems), f"{len(problems)} of {proved} rows do not fit the text")
            self._result, self._state = self._kept.judge(self.rules), self._kept.state()
        return package, tables, self._result

    def _examine(self, package: Package) -> tuple[Problem, ...]:
        """Say what is wrong with a package as it would be; raise SetupError where its rows do not fit the text."""
        problems = self._kept.renew(self._used.of(package))
        if not problems:
            demand_fit(self._kept.loaded(), [self.text])
            self._proved = self._kept.state()
        return problems
