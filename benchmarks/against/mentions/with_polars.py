"""In polars: lazy frames, joined and filtered; what is left has no fitting term."""

import sys
from pathlib import Path

import polars as pl

folder, target = Path(sys.argv[1]), Path(sys.argv[2])
mentions = pl.scan_csv(folder / "data/said/mentions.csv", infer_schema=False).filter(pl.col("title_time") == "event")
dates = pl.scan_csv(folder / "data/said/dates.csv", infer_schema=False).select("event_id", day=pl.col("edtf").str.to_date())
terms = pl.scan_csv(folder / "data/known/tenures.csv", infer_schema=False).select(
    "actor_id", "office_id", pl.col("start").str.to_date(), pl.col("end").str.to_date()
)
titled = mentions.select("mention_id", "event_id", "actor_id", "office_id").join(dates, on="event_id")
is_inside = (pl.col("day") >= pl.col("start")) & (pl.col("end").is_null() | (pl.col("day") <= pl.col("end")))
fitting = titled.join(terms, on=["actor_id", "office_id"]).filter(is_inside)
outside = titled.join(fitting, on="mention_id", how="anti")
outside.select("mention_id").sort("mention_id").collect().write_csv(target, include_header=False)
