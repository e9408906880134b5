"""A package and its findings in the forms of other tools: SQLite, DuckDB, Parquet, Datasette, XLSX, annotations, ClaimReview."""
