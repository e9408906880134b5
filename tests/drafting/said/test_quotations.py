"""What is printed in quotation marks; apostrophes are none."""

from __future__ import annotations

import pytest
from drafted_rows import rows

FOUND = [
    ("The 'Iron Dome' initiative grew.", [("Iron Dome", "name")]),
    ("Tokyo's workers' union left.", []),
    ("It’s the builders’ federation.", []),
    ("“We go,” he said.", [("We go,", "speech")]),
    ("'It isn't so,' he said.", [("It isn't so,", "speech")]),
    ("They build a 'guided missile' now.", [("guided missile", "term")]),
    ('He called it "a start" and left.', [("a start", "speech")]),
]


@pytest.mark.parametrize(("text", "found"), FOUND, ids=[case[0] for case in FOUND])
def test_marks_are_read(text: str, found: list[tuple[str, str]]) -> None:
    assert rows(text, "quotations", "as_printed", "use") == found


def test_a_long_quotation_has_its_place_without_its_words() -> None:
    text = "He said: “We shall go there and we shall stay there until it is over.”"
    ((start, end, printed),) = rows(text, "quotations", "start", "end", "as_printed")
    assert text[int(start) : int(end)] == text[10:-1]
    assert printed == ""
