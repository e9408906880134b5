"""A file of a public collection into a package: read as a stream, judged as a whole, and written only then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from corrigenda.collections import FORMS
from corrigenda.collections.entries import Entry, Reading
from corrigenda.collections.forms import congress
from corrigenda.collections.keys import slug
from corrigenda.collections.licences import judge_licence
from corrigenda.collections.name_keys import NameKeys
from corrigenda.collections.origin import Origin
from corrigenda.collections.rows import make_rows
from corrigenda.collections.staging import Staging, staged
from corrigenda.collections.states import state_names
from corrigenda.collections.update import merge_table, read_cells
from corrigenda.errors import SetupError
from corrigenda.package.package import Package, open_package
from corrigenda.package.scaffold import new_package
from corrigenda.package.storage.journal import holding
from corrigenda.package.storage.scrap import scrap_folder
from corrigenda.tasks.checking.check import judge_day
from corrigenda.tasks.editing.amendment import amend
from corrigenda.values.names import fold

_TABLES = ("sources", "actors", "offices", "names", "tenures", "milestones", "participants", "figures")
# A package made before there were ties does without them.
_OF_TIES = ("ties", "completeness")


@dataclass(frozen=True)
class Collected:
    """Report an import: the package, the day up to which it is known, what was read and lost, and what became of the rows of each table.

    >>> from collections import Counter
    >>> made = Collected(Path("made"), "list", "2019-03-01", Reading(), {"tenures": Counter(added=1)}, ())
    >>> made.tables["tenures"]["added"]
    1
    """

    package: Path
    source_id: str
    known_until: str
    reading: Reading
    tables: dict[str, Counter[str]]
    notes: tuple[str, ...]


def import_collection(
    form: str,
    file: Path | str,
    target: Path | str,
    *,
    today: str,
    as_of: str | None = None,
    source: str | None = None,
    title: str | None = None,
    licence: str | None = None,
    url: str | None = None,
    language: str = "en",
    is_open: bool = False,
) -> Collected:
    r"""Read a file in one of FORMS into a package, which is made where there is none.

    `as_of` is the day of the file; without it the latest start of a term that is not after `today` is taken. With `is_open`, an
    empty end in a table means that the person was in office on that day. Rows of the same source are brought up to date. Raises
    SetupError, and writes nothing, where the file is broken or the package would be.

    >>> import tempfile, corrigenda
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file, target = f"{folder}/list.csv", f"{folder}/made"
    ...     _ = Path(file).write_text("person,office,start\nAnn Lee,Mayor,2019-03-01\n")
    ...     corrigenda.import_collection("table", file, target, today="2026-06-01").known_until
    ...     [term.other for match in corrigenda.find("ann lee", target) for term in match.terms]
    '2019-03-01'
    ['Mayor']
    """
    if form not in FORMS:
        raise SetupError(f"There is no form '{form}'; expected one of {', '.join(FORMS)}.")
    judge_day(as_of)
    file, target = Path(file), Path(target)
    if target.exists() and (target / "datapackage.json").is_file():
        with holding(target):
            return _collect(form, file, open_package(target), today, as_of, source, title, licence, url, language, is_open)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise SetupError(f"{target}: is no data package and not empty; expected a package, or a folder that is not there yet.")
    # A new package is made in the folder above and moved to its place as a whole.
    with scrap_folder(target.parent, target) as scrap:
        made = new_package(scrap / target.resolve().name, starter=True)
        collected = _collect(form, file, made, today, as_of, source, title, licence, url, language, is_open)
        if target.exists():
            target.rmdir()
        made.root.rename(target)
    return replace(collected, package=target)


def _collect(
    form: str,
    file: Path,
    package: Package,
    today: str,
    as_of: str | None,
    source: str | None,
    title: str | None,
    licence: str | None,
    url: str | None,
    language: str,
    is_open: bool,
) -> Collected:
    _demand_tables(package)
    if form == "congress":
        licence, url = licence or congress.LICENCE, url or congress.URL
    reading = Reading()
    notes = [note] if (note := judge_licence(licence)) else []
    name = source or slug(file.stem.replace(".", " "))
    with staged(reading, today, state_names(), language) as (staging, scrap):
        for table in ("actors", "offices"):
            own = (row for row in read_cells(package.tables[table]) if row["source_id"] == name)
            staging.remember(row[package.tables[table].key[0]] for row in own)
        staging.put(_reader(form)(file, reading, language, is_open))
        if not any(reading.read.values()):
            raise SetupError(f"{file}: has nothing that can be read as '{form}'.", *_lost(reading))
        known = as_of or staging.latest or today
        if as_of is None:
            notes.append(
                f"No --as-of was given: the file is taken as known until {known}, "
                + ("the latest start of a term in it." if staging.latest else "which is today, because it has no term.")
            )
        origin = Origin(name, title or f"{form}: {file.name}", known, licence, url, is_stated=as_of is not None, seen_on=today)
        kinds = frozenset(row["kind_id"] for row in read_cells(package.tables["kinds"]))
        if reading.read["ties"] and not {"ties", "tie_kinds"} <= set(package.tables):
            raise SetupError(f"{package.root}: has no table ties; take the newer schemas of a new package.")
        tie_kinds = (
            frozenset(row["tie_kind_id"] for row in read_cells(package.tables["tie_kinds"])) if reading.read["ties"] else frozenset()
        )
        names = NameKeys(package, staging)
        staging.drop_known(names.known)
        rows = make_rows(staging, origin, names.find, kinds, tie_kinds)
        made: dict[str, Path] = {}
        tables: dict[str, Counter[str]] = {}
        for table in (*_TABLES, *(_OF_TIES if reading.read["ties"] else ())):
            made[table] = scrap / f"{table}.csv"
            tables[table] = merge_table(package.tables[table], rows[table], name, made[table])
        notes += _homonyms(package, staging, name)
        staging.close()
        amend(package, made)
    return Collected(package.root, name, known, reading, tables, tuple(notes))


def _reader(form: str) -> Callable[[Path, Reading, str, bool], Iterator[Entry]]:
    if form == "followthemoney":
        from corrigenda.collections.forms.followthemoney import read_followthemoney

        return lambda file, reading, language, _: read_followthemoney(file, reading, language)
    if form == "popolo":
        from corrigenda.collections.forms.popolo import read_popolo

        return lambda file, reading, language, _: read_popolo(file, reading, language)
    if form == "congress":
        return lambda file, reading, language, _: congress.read_congress(file, reading, language)
    from corrigenda.collections.forms.table import read_table

    return lambda file, reading, language, is_open: read_table(file, reading, language, is_open=is_open)


def _demand_tables(package: Package) -> None:
    lacking = [name for name in (*_TABLES, "kinds") if name not in package.tables]
    if lacking:
        raise SetupError(f"{package.root}: has no table {', '.join(lacking)}; import into a package that has a reference of its own.")
    if not package.tables["sources"].has("known_until"):
        raise SetupError(f"{package.root}: its table sources has no field known_until; take the newer schema of a new package.")
    from corrigenda.package.tables.csv_file import scan

    problems = [problem for name in (*_TABLES, *_OF_TIES) if name in package.tables for problem in scan(package.tables[name]).problems]
    if problems:
        raise SetupError(*problems[:50], "Nothing was read; run 'corrigenda check'.")


def _homonyms(package: Package, staging: Staging, source: str) -> list[str]:
    """Say how many people of the file have the name of another actor of the package: nobody but a person can tell whether they are one."""
    others = {fold(row["label"]): row["actor_id"] for row in read_cells(package.tables["actors"]) if row["source_id"] != source}
    if not others:
        return []
    both = [
        (label, key, others[fold(label or "")])
        for key, label in staging.rows("SELECT key, label FROM actors ORDER BY key")
        if fold(label or "") in others and others[fold(label or "")] != key
    ]
    if not both:
        return []
    first = f"{both[0][0]} ({both[0][1]} and {both[0][2]})"
    return [f"{len(both):,} of the people have the name of somebody whom the package already had; they are kept apart: {first}."]


def _lost(reading: Reading) -> list[str]:
    return [f"{_often(number)}: {reason} (first: {reading.first[reason]})." for reason, number in reading.lost.most_common()]


def _often(number: int) -> str:
    return "once" if number == 1 else f"{number:,} times"


def describe(collected: Collected) -> Iterator[str]:
    """Yield the sentences of the report of an import."""
    words = {"actors": "people and other actors", "tenures": "terms", "milestones": "events"}
    read = ", ".join(f"{count:,} {words.get(table, table)}" for table, count in collected.reading.read.items())
    yield f"Read {read}. Source: {collected.source_id}, known until {collected.known_until}."
    for table, counts in collected.tables.items():
        said = ", ".join(f"{count:,} {what}" for what, count in sorted(counts.items()) if count)
        if said:
            yield f"{table}: {said}."
    for what, number in collected.reading.changed.most_common():
        yield f"Changed, {_often(number)}: {what} (first: {collected.reading.first[what]})."
    for sentence in _lost(collected.reading):
        yield f"Lost, {sentence}"
    yield from collected.notes
    yield "Only what the file calls confirmed (column 'confirmed') is confirmed; a clash with any other cell is possible and never certain."
