"""Groups of articles judged on Apache Spark by the unchanged engine, and archives kept as Parquet; may import all rooms below."""
