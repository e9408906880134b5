"""What a file is that was to be a CSV and is none, as far as its first bytes or its lines say."""

from __future__ import annotations

import re

_BEGINNINGS = (
    (b"\x1f\x8b", "is packed with gzip; unpack it and name the CSV that was in it"),
    (b"PK\x03\x04", "is a workbook or a ZIP archive; save the sheet as CSV UTF-8, or bring a workbook back with 'corrigenda import xlsx'"),
    (b"\xd0\xcf\x11\xe0", "is an old Excel workbook; save the sheet as CSV UTF-8"),
    (b"SQLite format 3\0", "is an SQLite database; export the table as CSV UTF-8"),
    (b"PAR1", "is a Parquet file; export the table as CSV UTF-8"),
    (b"\xff\xfe", "is UTF-16; save it as CSV UTF-8, or run 'corrigenda tidy'"),
    (b"\xfe\xff", "is UTF-16; save it as CSV UTF-8, or run 'corrigenda tidy'"),
    (b"version https://git-lfs.github.com/", "is a pointer of git-lfs and not the file itself; run 'git lfs pull'"),
)
_WEB_PAGE = re.compile(rb"(\xef\xbb\xbf)?\s*<(!doctype html|html|\?xml)", re.I)
_CONFLICT = re.compile(rb"^(<{7} |={7}\r?$|>{7} )", re.M)


def recognise(data: bytes) -> tuple[int, str] | None:
    r"""Return the line and the sentence that says what a file is instead of a CSV and what to do; None where nothing speaks against it.

    >>> recognise(b"id,name\n<<<<<<< HEAD\na,b\n=======\na,c\n>>>>>>> other\n")[0]
    2
    >>> recognise(b"id,name\na,b\n") is None
    True
    """
    for beginning, sentence in _BEGINNINGS:
        if data.startswith(beginning):
            return 0, sentence
    if _WEB_PAGE.match(data[:200]):
        return 0, "is a web page or XML; download the CSV itself"
    marks = {match[1][:1]: match.start() for match in _CONFLICT.finditer(data)} if b"<<<<<<< " in data else {}
    if marks.keys() >= {b"<", b">"}:
        first = min(marks.values())
        return data.count(b"\n", 0, first) + 1, "has the marks of a merge conflict; resolve it first"
    return None
