"""In pandera on polars: a schema whose check looks the terms up, and its failure cases."""

import sys
from pathlib import Path

import pandera.polars as pa
import polars as pl
from pandera.errors import SchemaErrors

folder, target = Path(sys.argv[1]), Path(sys.argv[2])
terms = pl.read_csv(folder / "data/known/tenures.csv", infer_schema=False).select(
    "actor_id", "office_id", pl.col("start").str.to_date(), pl.col("end").str.to_date()
)


class Titled(pa.DataFrameModel):
    """A titled mention on a day."""

    mention_id: str = pa.Field(unique=True)
    actor_id: str
    office_id: str
    day: pl.Date

    @pa.dataframe_check
    @classmethod
    def held_the_office(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Say of each mention whether a term fits."""
        is_inside = (pl.col("day") >= pl.col("start")) & (pl.col("end").is_null() | (pl.col("day") <= pl.col("end")))
        fitting = data.lazyframe.join(terms.lazy(), on=["actor_id", "office_id"]).filter(is_inside).select("mention_id", fits=True)
        told = data.lazyframe.join(fitting.unique("mention_id"), on="mention_id", how="left", maintain_order="left")
        return told.select(pl.col("fits").fill_null(False))


mentions = pl.read_csv(folder / "data/said/mentions.csv", infer_schema=False).filter(pl.col("title_time") == "event")
dates = pl.read_csv(folder / "data/said/dates.csv", infer_schema=False).select("event_id", day=pl.col("edtf").str.to_date())
titled = mentions.select("mention_id", "event_id", "actor_id", "office_id").join(dates, on="event_id").drop("event_id")
found = []
try:
    Titled.validate(titled, lazy=True)
except SchemaErrors as errors:
    found = titled[errors.failure_cases["index"].to_list()]["mention_id"].sort().to_list()
target.write_text("".join(f"{key}\n" for key in found))
