"""A package of one short article, all of whose rows are drafts, for tests of the review."""

from __future__ import annotations

from pathlib import Path

from packages import append_row, read_table, small_package, write_table

from corrigenda.package.drafts import mark_rows
from corrigenda.package.package import open_package
from corrigenda.package.tables.csv_file import read_rows
from corrigenda.values.passages import digest

ON = "2026-03-20"
TENURE = "office-outside-tenure:art/ada"
# Ada was minister from January 2020 to May 2024; that she signed in 2019 is wrong, and 2023 another reading.
TEXT = "Minister Ada signed in 2019.\r\nIt cost 1.5 million euros \u4e2d\u0301 \U0001f600."
EVIL = '"><script>alert(1)</script>\u202e'


def lay(tmp_path: Path) -> Path:
    """Lay a package of one short article, all of whose rows are drafts but the passages."""
    root = small_package(tmp_path)
    for table in ("relations", "sums", "attributions", "dates", "mentions", "events", "claims", "passages", "articles"):
        write_table(root, table, read_table(root, table)[0], [])
    first, second = TEXT.split("\r\n")
    after = TEXT.index(second)
    append_row(root, "articles", article_id="art", published="2026-03-19", sha256=digest(TEXT), length=str(len(TEXT)))
    for number, start, end in ((1, 0, len(first)), (2, after, len(TEXT))):
        place = {"passage_id": f"art/0{number}.01", "paragraph": str(number), "sentence": "1", "start": str(start), "end": str(end)}
        append_row(root, "passages", article_id="art", sha256=digest(TEXT[start:end]), **place)
    at = {"passage_id": "art/01.01", "start": "0", "end": str(len(first))}
    told = {"modality": "asserted", "polarity": "affirmed"}
    append_row(root, "claims", claim_id="art/cost", statement=f"It cost money {EVIL}", **told,
               passage_id="art/02.01", start=str(after), end=str(len(TEXT)))  # fmt: skip
    append_row(root, "claims", claim_id="art/signed", statement="Ada signed.", **told, **at)
    append_row(root, "events", event_id="art/signing", article_id="art", claim_id="art/signed", label="Ada signs", kind_id="meeting",
               tense="past", **at)  # fmt: skip
    append_row(root, "events", event_id="art/writing", article_id="art", label="writing", kind_id="writing", tense="present")
    append_row(root, "dates", date_id="art/day", event_id="art/signing", kind="date", as_printed="2019", edtf="2019",
               passage_id="art/01.01", start="23", end="27")  # fmt: skip
    append_row(root, "mentions", mention_id="art/ada", claim_id="art/signed", event_id="art/signing", actor_id="ada", form="name",
               name_printed="Ada", title_printed="Minister", office_id="land/minister", title_time="event", name_time="unknown",
               part="agent", passage_id="art/01.01", start="0", end="12")  # fmt: skip
    cells = {"sum_id": "art/cost", "claim_id": "art/cost", "measure": "cost", "extent": "total", "amount": "1500000", "currency": "EUR"}
    start = TEXT.index("1.5")
    append_row(root, "sums", as_printed="1.5 million euros", passage_id="art/02.01", start=str(start), end=str(start + 17), **cells)
    header, _ = read_table(root, "readings")
    write_table(root, "readings", header, [["dates", "art/day", "edtf", "2023", "It may be a slip."]])
    header, rows = read_table(root, "kinds")
    append_row(root, "kinds", **{**dict(zip(header, rows[0], strict=True)), "kind_id": "writing", "label": "writing"})
    package = open_package(root)
    drafted = {
        name: [row for row in read_rows(package.tables[name].file)[1] if row[package.tables[name].key[0]] != "art/writing"]
        for name in ("claims", "dates", "events", "mentions", "sums")
    }
    package.tables["drafts"].file.write_bytes(mark_rows(package, drafted, "a test")["drafts"])
    return root
