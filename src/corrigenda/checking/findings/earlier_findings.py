"""The findings of an earlier state, so that a run can say which ones are new."""

from __future__ import annotations

from pathlib import Path

from corrigenda.errors import Problem, SetupError, shorten
from corrigenda.package.storage.files import read_text
from corrigenda.package.tables.csv_file import records
from corrigenda.results.earlier import EarlierFinding
from corrigenda.results.finding import Verdict
from corrigenda.values.wording import show

_NEEDED = ("finding_id", "evidence_digest", "rule", "verdict", "message")
_VERDICTS = (Verdict.CERTAIN, Verdict.POSSIBLE)


def read_earlier(path: Path) -> tuple[EarlierFinding, ...]:
    """Read the findings of an earlier state: its findings.csv, or the folder of the package that has it.

    Raises SetupError where there is none, or it is not such a table.
    """
    file = path / "data" / "found" / "findings.csv" if path.is_dir() else path
    problems: list[Problem] = []
    rows = records(read_text(file), str(file), problems)
    header = next(rows, (1, []))[1]
    lacking = [name for name in _NEEDED if name not in header]
    if lacking and not problems:
        raise SetupError(f"{file}: has no column {', '.join(lacking)}; expected a table such as data/found/findings.csv")
    found = []
    for line, row in rows:
        cells = dict(zip(header, row, strict=False))
        problems += [Problem(str(file), line, name, "is empty; expected a value") for name in _NEEDED if not cells.get(name)]
        if cells.get("verdict") and cells["verdict"] not in _VERDICTS:
            problems.append(Problem(str(file), line, "verdict", f"is {show(cells['verdict'])}; expected one of {', '.join(_VERDICTS)}"))
        found.append(EarlierFinding(*(cells.get(name, "") for name in _NEEDED)))
    if problems:
        raise SetupError(*shorten(problems))
    return tuple(sorted(found, key=lambda one: one.fingerprint))
