"""What is worked out once for each distinct text, before the views: dates as days, names folded, titles split, amounts as intervals."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from functools import partial
from typing import Any

from corrigenda.engine.sql import create_table, quote
from corrigenda.package.storage.files import program_folder
from corrigenda.package.tables.csv_file import read_rows
from corrigenda.package.tables.table import Table
from corrigenda.values.amounts import find_signs, parse_interval, read_hedge, read_whole_number
from corrigenda.values.day_runs import swap_day_and_month
from corrigenda.values.edtf import parse_edtf
from corrigenda.values.names import TitleWords, fold, fold_lines, read_ordinal
from corrigenda.values.romanisation import read_romanised

Run = Callable[..., list[tuple[Any, ...]]]
COLUMNS = {
    "edtf": {
        "text": "VARCHAR", "first_day": "INTEGER", "last_day": "INTEGER", "precision": "VARCHAR", "has_year": "BOOLEAN", "error": "VARCHAR",
        "inner_first": "INTEGER", "inner_last": "INTEGER", "is_open": "BOOLEAN", "swapped": "VARCHAR", "swapped_day": "INTEGER",
    },
    "folded": {"text": "VARCHAR", "folded": "VARCHAR", "solid": "VARCHAR"},
    "words": {"text": "VARCHAR", "word": "VARCHAR", "tells": "VARCHAR", "position": "INTEGER"},
    "ordinals": {"text": "VARCHAR", "number": "INTEGER"},
    "romanised": {"text": "VARCHAR", "system": "VARCHAR", "sound": "VARCHAR", "short": "VARCHAR"},
    "intervals": {"as_printed": "VARCHAR", "amount": "DOUBLE", "hedge": "VARCHAR", "low": "DOUBLE", "high": "DOUBLE", "number": "DOUBLE"},
    "printed_signs": {"as_printed": "VARCHAR", "sign": "VARCHAR"},
}  # fmt: skip
_NAMED = {"mentions": ("name_printed", "title_printed"), "names": ("name",), "offices": ("label",)}
# Words are compared in titles, in the terms for things and in what an office belongs to: most names of a large reference are those of
# persons, and need none.
_OF_PERSONS = """office_id IS NULL AND actor_id IS NOT NULL AND actor_id IN (
        SELECT actor_id FROM actors WHERE kind = 'person' EXCEPT (SELECT state FROM offices UNION SELECT body FROM offices))"""
# Names by which somebody goes who has a romanised name, where some of them is printed.
_ROMANISED = """
    WITH romanised AS (SELECT actor_id, name FROM names WHERE romanisation IN ('hepburn', 'kunrei')),
    printed AS (SELECT actor_id, name_printed FROM mentions WHERE form = 'name' AND actor_id IN (SELECT actor_id FROM romanised))
    SELECT name_printed AS text FROM printed WHERE name_printed IS NOT NULL
    UNION SELECT name FROM romanised WHERE actor_id IN (SELECT actor_id FROM printed)"""
_AMOUNTS = """
    SELECT as_printed, amount, coalesce(hedge, '') FROM sums WHERE amount IS NOT NULL
    UNION SELECT as_printed, amount, 'none' FROM sums WHERE amount IS NOT NULL ORDER BY ALL"""


def parse_dates(run: Run, loaded: Iterable[Table]) -> None:
    """Parse each distinct EDTF text of the raw tables into its first and last day, or say why it is none."""
    cells = [(quote(f.name), quote(table.name)) for table in loaded for f in table.fields if f.type == "edtf"]
    texts = _texts(run, " UNION ALL ".join(f"SELECT {cell} AS text FROM raw.{table}" for cell, table in cells))
    _make(run, "edtf", ((text, *_parse_date(text)) for text in texts))


def _parse_date(text: str) -> tuple[int | str | bool | None, ...]:
    try:
        span = parse_edtf(text)
    except ValueError as error:
        return None, None, None, None, str(error), None, None, None, None, None
    swapped = swap_day_and_month(text)
    day = parse_edtf(swapped).first if swapped else None
    return span.first, span.last, span.precision, span.has_year, None, span.inner_first, span.inner_last, span.is_open, swapped, day


def parsed_makers(run: Run, loaded: Collection[str]) -> dict[str, Callable[[], None]]:
    """Return what makes each of these tables but that of the dates, which structure is judged by."""
    makers = {
        "folded": _fold_names,
        "words": _split_names,
        "ordinals": _read_ordinals,
        "romanised": _read_romanised,
        "intervals": _read_amounts,
        "printed_signs": _find_signs,
    }
    return {name: partial(make, run, loaded) for name, make in makers.items()}


def _names(run: Run, loaded: Collection[str], left_out: str = "") -> list[str]:
    """Return each printed or known name or title, without the known names that a condition leaves out."""
    named = [(name, field) for name, fields in _NAMED.items() if name in loaded for field in fields]
    but = {"names": f" WHERE NOT ({left_out})"} if left_out else {}
    return _texts(run, " UNION ALL ".join(f"SELECT {quote(field)} AS text FROM {quote(name)}{but.get(name, '')}" for name, field in named))


def _fold_names(run: Run, loaded: Collection[str]) -> None:
    """Fold names, so that views compare folded text."""
    texts = _names(run, loaded)
    # A large reference has 30,000 of these: all that can be are folded at once, as lines of one text.
    plain = [text for text in texts if text.isascii() and "\n" not in text]
    folded = dict(zip(plain, fold_lines("\n".join(plain)).split("\n"), strict=True)) if plain else {}
    folded |= {text: fold(text) for text in texts if text not in folded}
    solid = re.sub(r"\bthe\b| ", "", "\n".join(folded.values())).split("\n")
    _make(run, "folded", ((*pair, short) for pair, short in zip(folded.items(), solid, strict=True)) if folded else ())


def _split_names(run: Run, loaded: Collection[str]) -> None:
    split_texts(run, loaded, "words", _names(run, loaded, _OF_PERSONS if {"names", "actors", "offices"} <= set(loaded) else ""))


def split_texts(run: Run, loaded: Collection[str], name: str, texts: Iterable[str]) -> None:
    """Make a table with the columns of `words` for some names and titles."""
    words = _title_words(run, loaded)
    _make(run, "words", ((text, *word, place) for text in texts for place, word in enumerate(words.split(text), 1)), name)


def _title_words(run: Run, loaded: Collection[str]) -> TitleWords:
    """Return what words do in titles: the rows of the package, or the list of the program where it has none."""
    listed = run("SELECT word, tells, stands_for FROM title_words ORDER BY title_word_id") if "title_words" in loaded else []
    if not listed:
        rows = read_rows(program_folder("data") / "known" / "title_words.csv")[1]
        listed = [(row["word"], row["tells"], row["stands_for"]) for row in rows]
    return TitleWords.of(listed)


def _read_ordinals(run: Run, loaded: Collection[str]) -> None:
    """Read the ordinals at the start of printed titles."""
    titles = _texts(run, "SELECT title_printed AS text FROM mentions") if "mentions" in loaded else []
    _make(run, "ordinals", [(text, number) for text in titles if (number := read_ordinal(text))])


def _read_romanised(run: Run, loaded: Collection[str]) -> None:
    texts = _texts(run, _ROMANISED) if {"names", "mentions"} <= set(loaded) else []
    _make(run, "romanised", [(text, *read) for text in texts if (read := read_romanised(text))])


def _read_amounts(run: Run, loaded: Collection[str]) -> None:
    """Work out the interval of each printed amount, with its hedge (or the one that its words have) and with none."""
    rows = run(_AMOUNTS) if "sums" in loaded else []
    _make(
        run,
        "intervals",
        [
            (
                printed,
                amount,
                hedge,
                *parse_interval(printed, amount, hedge or read_hedge(printed)),
                None if hedge else read_whole_number(printed),
            )
            for printed, amount, hedge in rows
        ],
    )


def _find_signs(run: Run, loaded: Collection[str]) -> None:
    """Find the known signs of currencies in each printed amount."""
    printed = _texts(run, "SELECT as_printed AS text FROM sums") if "sums" in loaded else []
    signs = _texts(run, "SELECT sign AS text FROM signs") if "signs" in loaded else []
    _make(run, "printed_signs", [(text, sign) for text in printed for sign in find_signs(text, signs)])


def _texts(run: Run, select: str) -> list[str]:
    return [row[0] for row in run(f"SELECT DISTINCT text FROM ({select}) WHERE text IS NOT NULL ORDER BY text")] if select else []


def _make(run: Run, form: str, rows: Iterable[tuple[Any, ...]], name: str = "") -> None:
    """Create one of these tables, under another name if one is given."""
    create_table(run, name or form, COLUMNS[form], rows)
