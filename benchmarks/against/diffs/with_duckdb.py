"""By hand in DuckDB: the two files joined by key, and one line for each field."""

import sys
from pathlib import Path

import duckdb

old, new, target = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
for name, folder in (("old", old), ("new", new)):
    duckdb.sql(f"CREATE TABLE {name} AS SELECT * FROM read_csv('{folder / 'data/rows.csv'}', header = true, all_varchar = true)")
key, *fields = duckdb.table("old").columns
duckdb.sql(f"""
    CREATE TABLE changed AS SELECT old, new FROM old JOIN new USING ({key})
    WHERE {" OR ".join(f'old."{field}" IS DISTINCT FROM new."{field}"' for field in fields)}
""")
each = " UNION ALL ".join(
    f"""SELECT concat('changed ', old.{key}, ' {field}') FROM changed WHERE old."{field}" IS DISTINCT FROM new."{field}" """
    for field in fields
)
duckdb.sql(f"""
    COPY (
        SELECT concat('added ', {key}) AS line FROM new ANTI JOIN old USING ({key})
        UNION ALL SELECT concat('removed ', {key}) FROM old ANTI JOIN new USING ({key})
        UNION ALL {each} ORDER BY line
    ) TO '{target}' (HEADER false, QUOTE '', DELIMITER '\t')
""")
