"""A CSV with named columns: terms, people with their names, dated events, figures or ties, by what its header has."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from corrigenda.collections.entries import Entry, Reading
from corrigenda.collections.forms.columns import map_header
from corrigenda.collections.forms.lines import LONGEST, open_lines
from corrigenda.collections.forms.table_rows import reader_of
from corrigenda.errors import SetupError

_EXPECTED = (
    "expected the columns of terms (person, office, start, end), of people (person, with variants, born or died), "
    "of events (event, kind, day), of figures (event, measure, about, amount, day) or of ties (person, relation, other)"
)


def read_table(file: Path, reading: Reading, language: str, *, is_open: bool = False) -> Iterator[Entry]:
    """Yield what the rows of a CSV say; the header shows what kind of rows they are.

    With `is_open`, an empty end means that the person was still in office. Separators are ',', ';' or a tab. Raises
    SetupError for a file that is no CSV, or whose header is none of the five.
    """
    lines = open_lines(file, is_stripped=False)
    first = next(lines, None)
    if first is None:
        raise SetupError(f"{file}: is empty; {_EXPECTED}.")
    separator = max(",;\t", key=first[1].count)
    header = next(csv.reader([first[1]], delimiter=separator), [])
    places = map_header(header)
    read = reader_of(places)
    if read is None:
        raise SetupError(f"{file}, line 1: the columns are {', '.join(name[:40] for name in header[:20])}; {_EXPECTED}.")
    limit = csv.field_size_limit(LONGEST)
    number = first[0]

    def texts() -> Iterator[str]:
        nonlocal number
        for number, text in lines:  # noqa: B007  (the number is shown with the row)
            yield text + "\n"

    try:
        for cells in csv.reader(texts(), delimiter=separator, strict=True):
            row = {name: cells[place].strip() for name, place in places.items() if place < len(cells)}
            if len(cells) != len(header):
                raise SetupError(f"{file}, line {number}: has {len(cells)} cells; expected {len(header)} as in the header.")
            yield from read(row, reading, f"line {number}", language, is_open)
    except csv.Error as error:
        raise SetupError(f"{file}, line {number}: is not CSV: {error}.") from None
    finally:
        csv.field_size_limit(limit)
