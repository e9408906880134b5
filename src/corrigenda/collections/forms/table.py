"""A CSV with named columns: terms, people with their names, dated events, figures or ties, by what its header has."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corrigenda.collections.entries import Entry, Reading
from corrigenda.collections.forms.columns import Row, map_header
from corrigenda.collections.forms.lines import LONGEST, open_lines
from corrigenda.collections.forms.table_rows import reader_of
from corrigenda.errors import SetupError

_EXPECTED = (
    "expected the columns of terms (person, office, start, end), of people (person, with variants, born or died), "
    "of events (event, kind, day), of figures (event, measure, about, amount, day) or of ties (person, relation, other)"
)


@dataclass(frozen=True)
class TableFile:
    """Hold the header of a CSV as it is written, the known columns in it with their places, and the separator."""

    file: Path
    header: list[str]
    places: dict[str, int]
    separator: str
    lines: Iterator[tuple[int, str]]

    def rows(self) -> Iterator[tuple[int, Row]]:
        """Yield the known cells of each row with its line; raises SetupError where a row is not one of the file's."""
        limit = csv.field_size_limit(LONGEST)
        number = 1

        def texts() -> Iterator[str]:
            nonlocal number
            for number, text in self.lines:  # noqa: B007  (the number is shown with the row)
                yield text + "\n"

        try:
            for cells in csv.reader(texts(), delimiter=self.separator, strict=True):
                if len(cells) != len(self.header):
                    raise SetupError(f"{self.file}, line {number}: has {len(cells)} cells; expected {len(self.header)} as in the header.")
                yield number, {name: cells[place].strip() for name, place in self.places.items()}
        except csv.Error as error:
            raise SetupError(f"{self.file}, line {number}: is not CSV: {error}.") from None
        finally:
            csv.field_size_limit(limit)


def open_table(file: Path, expected: str) -> TableFile:
    """Read the header of a CSV, whose separators are ',', ';' or a tab; raises SetupError where it is empty, and says what was expected."""
    lines = open_lines(file, is_stripped=False)
    first = next(lines, None)
    if first is None:
        raise SetupError(f"{file}: is empty; {expected}.")
    separator = max(",;\t", key=first[1].count)
    limit = csv.field_size_limit(LONGEST)
    try:
        header = next(csv.reader([first[1]], delimiter=separator, strict=True), [])
    except csv.Error as error:
        raise SetupError(f"{file}, line 1: is not CSV: {error}.") from None
    finally:
        csv.field_size_limit(limit)
    return TableFile(file, header, map_header(header), separator, lines)


def read_table(file: Path, reading: Reading, language: str, *, is_open: bool = False) -> Iterator[Entry]:
    """Yield what the rows of a CSV say; the header shows what kind of rows they are.

    With `is_open`, an empty end means that the person was still in office. Raises SetupError for a file that is no CSV, or whose
    header is none of the five.
    """
    table = open_table(file, _EXPECTED)
    read = reader_of(table.places)
    if read is None:
        raise SetupError(f"{file}, line 1: the columns are {', '.join(name[:40] for name in table.header[:20])}; {_EXPECTED}.")
    for number, row in table.rows():
        yield from read(row, reading, f"line {number}", language, is_open)
