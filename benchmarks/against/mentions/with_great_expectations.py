"""In Great Expectations on SQLite, where it compares tables: the rows of a query that there should be none of."""

import sqlite3
import sys
import tempfile
from pathlib import Path

import great_expectations as gx
import pandas as pd
from great_expectations.expectations.core.unexpected_rows_expectation import UnexpectedRowsExpectation

folder, target = Path(sys.argv[1]), Path(sys.argv[2])
with tempfile.TemporaryDirectory() as scrap:
    file = Path(scrap) / "archive.sqlite"
    with sqlite3.connect(file) as base:
        for table in ("said/mentions", "said/dates", "known/tenures"):
            pd.read_csv(folder / f"data/{table}.csv", dtype=str).to_sql(table.partition("/")[2], base, index=False)
        base.execute("CREATE INDEX of_event ON dates (event_id)")
        base.execute("CREATE INDEX of_holder ON tenures (actor_id, office_id)")
    context = gx.get_context(mode="ephemeral")
    source = context.data_sources.add_sqlite("archive", connection_string=f"sqlite:///{file}")
    batch = source.add_table_asset("mentions", table_name="mentions").add_batch_definition_whole_table("all").get_batch()
    query = """
        SELECT mention.mention_id FROM (SELECT * FROM {batch}) AS mention JOIN dates ON dates.event_id = mention.event_id
        WHERE mention.title_time = 'event' AND NOT EXISTS (
            SELECT 1 FROM tenures AS term
            WHERE term.actor_id = mention.actor_id AND term.office_id = mention.office_id
                AND dates.edtf BETWEEN term.start AND coalesce(term."end", '9999-12-31'))
    """
    expected = UnexpectedRowsExpectation(unexpected_rows_query=query)
    result = batch.validate(expected, result_format={"result_format": "COMPLETE"})
    rows = result.result["details"]["unexpected_rows"]
target.write_text("".join(f"{key}\n" for key in sorted(row["mention_id"] for row in rows)))
