"""DuckDB: typed tables, views and structure; may import the timeline, the package, results and values."""
