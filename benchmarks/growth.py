"""How a check grows with the number of mentions: generated rows in a copy of the package's schemas."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from cpu import measure, report

from corrigenda.lines import write_rows
from corrigenda.start import new_package

SIZES = (1_000, 10_000, 100_000)


def build(folder: Path, size: int) -> None:
    """Write a package with that many titled mentions over a tenth as many terms."""
    package = new_package(folder)

    def write(name: str, rows: list[dict[str, str]]) -> None:
        table = package.tables[name]
        rows = sorted(rows, key=lambda row: row[table.key[0]])
        table.file.write_bytes(write_rows([f.name for f in table.fields], [[row.get(f.name) for f in table.fields] for row in rows]))

    span = {"passage_id": "a/01.01", "start": "0", "end": "1"}
    sha = "0" * 64
    terms = max(1, size // 10)
    true = "true"
    write("sources", [{"source_id": "s", "title": "generated", "seen": "page"}])
    write("kinds", [{"kind_id": "act", "label": "act", "needs_office": true, "lasts": "false", "reason": "generated", "source_id": "s"}])
    write("actors", [{"actor_id": f"p{n:07}", "label": f"Person {n}", "kind": "person", "source_id": "s"} for n in range(terms)])
    office = {
        "label": "office",
        "state": "p0000000",
        "holders": "one",
        "existed_from_confirmed": true,
        "existed_to_confirmed": true,
        "source_id": "s",
    }
    write("offices", [{"office_id": f"o{n:07}", **office} for n in range(terms)])
    term = {
        "start": "2020-01-01",
        "end": "2024-12-31",
        "end_state": "closed",
        "acting": "false",
        "start_confirmed": true,
        "end_confirmed": true,
        "source_id": "s",
    }
    write("tenures", [{"tenure_id": f"t{n:07}", "actor_id": f"p{n:07}", "office_id": f"o{n:07}", **term} for n in range(terms)])
    write("articles", [{"article_id": "a", "sha256": sha, "length": "1"}])
    write(
        "passages",
        [{"passage_id": "a/01.01", "article_id": "a", "paragraph": "1", "sentence": "1", "start": "0", "end": "1", "sha256": sha}],
    )
    write("claims", [{"claim_id": "a/c", **span, "statement": "x", "modality": "asserted", "polarity": "affirmed"}])
    event = {"article_id": "a", "claim_id": "a/c", **span, "label": "x", "kind_id": "act", "tense": "past"}
    write("events", [{"event_id": f"a/e{n:03}", **event} for n in range(200)])
    write(
        "dates",
        [
            {"date_id": f"a/d{n:03}", **span, "event_id": f"a/e{n:03}", "kind": "date", "as_printed": "x", "edtf": f"{2015 + n % 12}-05"}
            for n in range(200)
        ],
    )
    mention = {
        "claim_id": "a/c",
        **span,
        "form": "name",
        "name_printed": "x",
        "title_printed": "x",
        "title_time": "unknown",
        "part": "agent",
    }
    rows = [
        {
            "mention_id": f"a/m{n:07}",
            "event_id": f"a/e{n % 200:03}",
            "actor_id": f"p{n % terms:07}",
            "office_id": f"o{n % terms:07}",
            **mention,
        }
        for n in range(size)
    ]
    write("mentions", rows)


with tempfile.TemporaryDirectory() as folder:
    first = 0.0
    for size in SIZES:
        root = Path(folder) / str(size)
        build(root, size)
        seconds = measure(
            [sys.executable, "-m", "corrigenda", "check", str(root), "--select", "office-outside-tenure", "--format", "json"], 1
        )
        first = first or seconds
        report(f"check of {size:,} titled mentions", seconds, first, "growth no worse than linear")
