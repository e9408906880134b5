"""By hand in DuckDB: one anti join over the files."""

import sys
from pathlib import Path

import duckdb

folder, target = Path(sys.argv[1]), Path(sys.argv[2])
read = "read_csv('{}', header = true, all_varchar = true)".format
duckdb.sql(f"""
    COPY (
        SELECT mention.mention_id
        FROM {read(folder / "data/said/mentions.csv")} AS mention
        JOIN {read(folder / "data/said/dates.csv")} AS date USING (event_id)
        ANTI JOIN {read(folder / "data/known/tenures.csv")} AS term
            ON term.actor_id = mention.actor_id
            AND term.office_id = mention.office_id
            AND date.edtf::DATE BETWEEN term.start::DATE AND coalesce(term."end", '9999-12-31')::DATE
        WHERE mention.title_time = 'event'
        ORDER BY 1
    ) TO '{target}' (HEADER false)
""")
