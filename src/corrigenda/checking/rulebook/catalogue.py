"""The catalogue: finds, reads and documents rules. A rule is one SQL file; its comment is its page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from corrigenda.checking.rulebook.specs import PlaceSpec, RepairSpec, Yields, key_of
from corrigenda.errors import SetupError
from corrigenda.package.storage.files import program_folder
from corrigenda.results.finding import Severity
from corrigenda.values.wording import ask_meant

_PLACE = re.compile(r"(\w+|\{\w+\}(?=\[))(?:\[(\w+)\])?\.(\w+|\{\w+\}) (basis|context)")
_REPAIR = re.compile(r"(\w+)(?:\[(\w+)\])?\.(\w+)(?: = (.*?))?: (.+)")
_HEADER = re.compile(r"(since|severity|subject|judges|places|message|repair|repairs|yields): *(.*)")
# The parts of a rule's page after its summary, in their order.
_PARTS = ("Why it happens", "What is judged", "To settle")


@dataclass(frozen=True)
class Rule:
    """Hold one rule: the query for the rows that should not be there, and how to speak of them.

    `why`, `covers` (what is judged and what is not) and `settle` are the parts of its page; `topic` is the folder that it
    is in, `since` the version of the program that had it first. `corrections` names a table of joint repairs by the key of
    the rule; `yields` says into which findings its own are folded; `seconds` is how long the query may run, if limited; `file` is
    its file, as messages name it.

    >>> rule = catalogue()["year-missing"]
    >>> rule.severity.value, rule.judges, rule.summary
    ('note', 'printed_dates', 'A date is printed without its year.')
    """

    name: str
    sql: str = field(repr=False)
    summary: str
    why: str = field(repr=False)
    covers: str = field(repr=False)
    settle: str = field(repr=False)
    severity: Severity
    subject: str
    judges: str
    key: str
    places: tuple[PlaceSpec, ...]
    message: str
    repairs: tuple[RepairSpec, ...]
    corrections: str | None = None
    yields: Yields | None = None
    seconds: float | None = None
    topic: str = ""
    since: str = ""
    file: str = field(default="", repr=False)

    @property
    def matter(self) -> str:
        """Return what it is about: `sourcing` (and precision) for a note, `names` where it points at a printed name first, else `facts`."""
        if self.severity is Severity.NOTE:
            return "sourcing"
        return "names" if (self.places[0].table, self.places[0].field) == ("mentions", "name_printed") else "facts"

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """Return the parts of the page after its summary: heading and text; a part without text is left out."""
        return tuple((name, text) for name, text in zip(_PARTS, (self.why, self.covers, self.settle), strict=True) if text)


@dataclass(frozen=True)
class Catalogue:
    """Hold rules by name, in order of name.

    >>> [rule.name for rule in catalogue().select(["year-*"])]
    ['year-missing']
    """

    rules: tuple[Rule, ...] = field(default_factory=tuple)

    def __repr__(self) -> str:
        shown = ", ".join(rule.name for rule in self.rules[:3])
        return f"Catalogue({len(self.rules)} rules: {shown}{', …' if len(self.rules) > 3 else ''})"

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __getitem__(self, name: str) -> Rule:
        """Return the rule of that name; raises SetupError that names the nearest ones."""
        for rule in self.rules:
            if rule.name == name:
                return rule
        meant = ask_meant(name, [rule.name for rule in self.rules], 3)
        raise SetupError(f"there is no rule '{name}'" + (f"; {meant}" if meant else "; 'corrigenda explain' lists all"))

    def join(self, other: Catalogue) -> Catalogue:
        """Return the rules of both, in order of name.

        >>> len(Catalogue().join(catalogue()).rules) == len(catalogue().rules)
        True
        """
        return Catalogue(tuple(sorted((*self.rules, *other.rules), key=lambda rule: rule.name)))

    def select(self, names: Iterable[str] = (), ignore: Iterable[str] = ()) -> Catalogue:
        """Return the rules of these names or patterns (all where none is given) without the ignored ones.

        Raises SetupError where nothing has such a name.

        >>> [rule.name for rule in catalogue().select(["year-*", "weekday-*"], ignore=["weekday-*"])]
        ['year-missing']
        """
        kept = {rule.name for name in names for rule in self._match(name)} or {rule.name for rule in self.rules}
        chosen = kept - {rule.name for name in ignore for rule in self._match(name)}
        return Catalogue(tuple(rule for rule in self.rules if rule.name in chosen))

    def _match(self, pattern: str) -> list[Rule]:
        return [rule for rule in self.rules if fnmatchcase(rule.name, pattern)] or [self[pattern]]


def catalogue(folder: Path | None = None) -> Catalogue:
    """Read every rule in a folder; a file dropped into it is found. The program's own rules are read once.

    Raises SetupError, naming the file and what its header lacks.

    >>> catalogue()["office-outside-tenure"].topic
    'titles'
    """
    return _own_rules() if folder is None else _read_folder(folder)


@cache
def _own_rules() -> Catalogue:
    return _read_folder(program_folder("rules"))


def _read_folder(folder: Path) -> Catalogue:
    return Catalogue(
        tuple(
            replace(
                read_rule(file.stem, file.read_text("utf-8"), f"rules/{file.relative_to(folder).as_posix()}"),
                topic="" if file.parent == folder else file.parent.name,
            )
            for file in sorted(folder.rglob("*.sql"), key=lambda file: file.stem)
        )
    )


def read_rule(name: str, text: str, file: str = "") -> Rule:
    """Read one rule from the text of its file, which messages name."""
    file = file or f"rules/{name}.sql"
    comment = re.match(r"(?:--.*\n)+", text)
    if not comment:
        raise SetupError(f"{file}: starts with no comment; expected the page of the rule and its header")
    lines = [line.removeprefix("--").removeprefix(" ") for line in comment.group().splitlines()]
    prose, header = _split(lines)
    summary, parts = _read_parts(prose)
    lacking = [f"{part}:" for part in ("severity", "subject", "judges", "places", "message") if not header.get(part)]
    lacking += [f"{part}:" for part in ("Why it happens", "To settle") if not parts.get(part)]
    if lacking:
        raise SetupError(f"{file}: the comment lacks {', '.join(lacking)}")
    judges = re.fullmatch(r"(\w+) by (\w+)", header["judges"][0])
    places = [_PLACE.fullmatch(part.strip()) for part in " ".join(header["places"]).split(",")]
    repairs = [_REPAIR.fullmatch(part) for part in header.get("repair", [])]
    severity, subject = header["severity"][0], header["subject"][0]
    is_plain = severity in list(Severity) and subject in ("article", "reference") and {*header.get("yields", [])} <= {*Yields}
    if not judges or not all(places) or not all(repairs) or not is_plain:
        raise SetupError(
            f"{file}: the header does not read as 'severity: {'|'.join(Severity)}', 'subject: article|reference', "
            "'judges: VIEW by KEY', 'places: TABLE.FIELD basis|context, …', 'repair: TABLE.FIELD = VALUE: …', 'yields: to …'"
        )
    return Rule(
        name=name,
        sql=text,
        summary=summary,
        why=parts["Why it happens"],
        covers=parts.get("What is judged", ""),
        settle=parts["To settle"],
        severity=Severity(severity),
        subject=subject,
        judges=judges.group(1),
        key=judges.group(2),
        places=tuple(PlaceSpec(m[1], m[2] or key_of(m[1]), m[3], m[4]) for m in places if m),
        message=" ".join(header["message"]),
        repairs=tuple(RepairSpec(m[1], m[2] or key_of(m[1]), m[3], m[4], m[5]) for m in repairs if m),
        corrections=header["repairs"][0] if "repairs" in header else None,
        yields=Yields(header["yields"][0]) if "yields" in header else None,
        since=header["since"][0] if "since" in header else "",
        file=file,
    )


def _read_parts(prose: list[str]) -> tuple[str, dict[str, str]]:
    """Read the summary and the parts of a page; a paragraph without a heading goes on with the part before it."""
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", "\n".join(prose)) if part.strip()]
    parts: dict[str, str] = {}
    last = None
    for paragraph in paragraphs[1:]:
        heading = re.match(rf"({'|'.join(_PARTS)}): ", paragraph)
        last = heading[1] if heading else last
        if last:
            parts[last] = f"{parts.get(last, '')} {paragraph.removeprefix(f'{last}: ') if heading else paragraph}".strip()
    return paragraphs[0] if paragraphs else "", parts


def _split(lines: list[str]) -> tuple[list[str], dict[str, list[str]]]:
    """Separate the prose from the header; a header line goes on where the next one is indented."""
    prose: list[str] = []
    header: dict[str, list[str]] = {}
    last: list[str] | None = None
    for line in lines:
        match = _HEADER.fullmatch(line)
        if match:
            last = header.setdefault(match.group(1), [])
            last.append(match.group(2))
        elif last is not None and line.startswith("  "):
            last[-1] += " " + line.strip()
        else:
            last = None
            prose.append(line)
    return prose, header
