"""A table and its rows in CSV or Parquet."""
