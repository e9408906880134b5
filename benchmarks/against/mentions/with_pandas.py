"""In pandas: one merge, one mask, one isin."""

import sys
from pathlib import Path

import pandas as pd

folder, target = Path(sys.argv[1]), Path(sys.argv[2])
mentions = pd.read_csv(
    folder / "data/said/mentions.csv", dtype=str, usecols=["mention_id", "event_id", "actor_id", "office_id", "title_time"]
)
dates = pd.read_csv(folder / "data/said/dates.csv", dtype=str, usecols=["event_id", "edtf"])
terms = pd.read_csv(folder / "data/known/tenures.csv", dtype=str, usecols=["actor_id", "office_id", "start", "end"])
dates["edtf"] = pd.to_datetime(dates["edtf"])
terms["start"], terms["end"] = pd.to_datetime(terms["start"]), pd.to_datetime(terms["end"])
titled = mentions[mentions["title_time"] == "event"].merge(dates, on="event_id")
both = titled.merge(terms, on=["actor_id", "office_id"])
fits = both[(both["edtf"] >= both["start"]) & (both["end"].isna() | (both["edtf"] <= both["end"]))]
outside = titled[~titled["mention_id"].isin(fits["mention_id"])]
outside["mention_id"].sort_values().to_csv(target, header=False, index=False)
