"""How many of the rows of short news texts a draft finds: people, titles, sums, attributions and times with their values.

    python benchmarks/drafts.py [FOLDER] [--further | --marked] [--kept] [--show]

FOLDER has one folder for each text (default tests/articles): `text.txt`, its rows in `package/data/said`, its reference in
`package/data/known`, and the values of its times in `times.csv`. Those that begin with "kept-" are left out unless --kept asks for
them alone. The first twelve texts are counted; --further asks for those that were written later and are longer, kept or not.
--marked counts the texts in tests/articles/drafts, whose rows are marked in the text.
--show prints what was missed and what was too much.
"""

from __future__ import annotations

import csv
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path

from marked_texts import draft_marked, read_known, read_marked

from corrigenda.drafting import Draft, draft_article
from corrigenda.package.package import Package, open_package
from corrigenda.package.scaffold import new_package
from corrigenda.package.tables.csv_file import write_rows

LONGEST = 250  # words of the first twelve texts
Row = dict[str, str]
Pair = tuple[str, bool]


def read(file: Path) -> list[Row]:
    """Read a CSV; one that is not there is empty."""
    if not file.is_file():
        return []
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def reference(folder: Path, target: Path) -> Package:
    """Make the package that a text is drafted against: the starter with the rows of its own reference."""
    package = new_package(target, starter=True)
    for file in sorted((folder / "package" / "data" / "known").glob("*.csv")):
        if file.stem not in package.tables:
            continue
        table = package.tables[file.stem]
        names = [field.name for field in table.fields]
        rows = {row[table.key[0]]: row for row in [*read(table.file), *read(file)]}
        table.file.write_bytes(write_rows(names, [[rows[key].get(name) or None for name in names] for key in sorted(rows)]))
    return open_package(target)


def meets(one: Row, other: Row) -> bool:
    """Tell whether two rows share a stretch of the text."""
    return int(one["start"]) < int(other["end"]) and int(other["start"]) < int(one["end"])


def score(gold: list[Row], found: list[Row], same: object, what: str, text: str, show: bool) -> Counter[str]:
    """Count the gold rows that a draft row agrees with, and the draft rows that agree with one."""
    agree = same  # a function of two rows that share a stretch
    hits = [any(meets(g, d) and agree(g, d) for d in found) for g in gold]  # type: ignore[operator]
    right = [any(meets(g, d) and agree(g, d) for g in gold) for d in found]  # type: ignore[operator]
    if show:
        for row, hit in zip(gold, hits, strict=True):
            if not hit:
                near = [{k: v for k, v in d.items() if k in _SHOWN} for d in found if meets(row, d)]
                print(f"  - {what}: {text[int(row['start']) : int(row['end'])]!r} { {k: row.get(k) for k in _SHOWN if row.get(k)} } {near}")
        for row, hit in zip(found, right, strict=True):
            if not hit:
                print(f"  + {what}: {text[int(row['start']) : int(row['end'])]!r} { {k: row.get(k) for k in _SHOWN if row.get(k)} }")
    return Counter({f"{what} gold": len(gold), f"{what} hits": sum(hits), f"{what} found": len(found), f"{what} right": sum(right)})


_SHOWN = ("actor_id", "name_printed", "title_printed", "amount", "currency", "described", "naming", "verb", "value", "edtf", "office_id")


def people(rows: list[Row], actors: dict[str, str], unknown: set[str]) -> list[Row]:
    """Return the mentions of people by name."""
    kinds = {row["mention_id"]: actors.get(row.get("actor_id", "")) for row in rows}
    return [
        row for row in rows if row["form"] == "name"
        and (kinds[row["mention_id"]] == "person" or (not row.get("actor_id") and row.get("name_printed") in unknown))
    ]  # fmt: skip


def bare(title: str) -> str:
    """Return a title without the article before it."""
    return re.sub(r"^(?:the|an?|its|his|her) ", "", title.lower())


def amount(row: Row) -> float | None:
    """Return an amount; percent may be written as hundredths, or with the unit percent."""
    number = float(row["amount"]) if row.get("amount") else None
    return number / 100 if number is not None and number > 1 and re.search(r"percent|per cent|%", row["as_printed"]) else number


def same_source(one: Row, other: Row) -> bool:
    """Tell whether two attributions have the same cue and source: the same actor, or where it is only described, the same way of naming."""
    cue = (one["verb"] or one["hedge"]) == (other.get("verb") or other.get("hedge"))
    who = one["actor_id"] == other.get("actor_id", "") or (bool(one["described"]) and not other.get("actor_id"))
    return cue and who and one["naming"] == other["naming"]


def same_value(one: str, other: str) -> bool:
    """Tell whether two values are one; a season may be written as its code or as months, and an open end says no other day.

    "Since May 2019" may be written as 2019-05 or as 2019-05/..: the texts have both, and the scorer of the corpus leaves it out too.
    """
    one, other = (value.removesuffix("/..").removeprefix("../") for value in (one, other))
    season = re.fullmatch(r"(\d{4})-2([1-4])", other)
    months = {"1": ("03", "05"), "2": ("06", "08"), "3": ("09", "11")}.get(season[2]) if season else None
    return one == other or bool(season and months and one.startswith(f"{season[1]}-{months[0]}/{season[1]}-"))


def compare(folder: Path, show: bool) -> Counter[str]:
    """Draft one text and compare it with its rows."""
    with tempfile.TemporaryDirectory() as scrap:
        package = reference(folder, Path(scrap) / "reference")
        text = (folder / "text.txt").read_bytes().decode()
        said = {file.stem: read(file) for file in (folder / "package" / "data" / "said").glob("*.csv")}
        article = said["articles"][0]
        draft = draft_article(text, article["article_id"], package, published=article["published"] or article["written"] or None)
        actors = {row["actor_id"]: row["kind"] for row in read(package.tables["actors"].file)}
    if show:
        print(folder.name, draft.unknown)
    return tally(said, draft, {row["date_id"]: row["value"] for row in read(folder / "times.csv")}, actors, text, show)


def tally(said: dict[str, list[Row]], draft: Draft, values: dict[str, str], actors: dict[str, str], text: str, show: bool) -> Counter[str]:
    """Count what agrees, table by table."""
    unlinked = {name for name, (kind, _) in draft.unknown.items() if kind == "person"}
    unlinked |= {name.split()[-1] for name in unlinked}
    gold = people(said["mentions"], actors, {row["name_printed"] for row in said["mentions"] if row["title_printed"]})
    found = people(draft.tables.get("mentions", []), actors, unlinked)
    total = score(gold, found, AGREE["people"], "people", text, show)
    titled = [row for row in said["mentions"] if row["title_printed"] and row["form"] == "name"]
    drafted = [row for row in draft.tables.get("mentions", []) if row.get("title_printed") and row["form"] == "name"]
    total += score(titled, drafted, AGREE["titles"], "titles", text, show)
    for table in ("sums", "attributions"):
        total += score(said.get(table, []), draft.tables.get(table, []), AGREE[table], table, text, show)
    times = [{**row, "value": values[row["date_id"]]} for row in said["dates"] if values.get(row["date_id"])]
    return total + score(times, valued(draft), AGREE["times"], "times", text, show)


def valued(draft: Draft) -> list[Row]:
    """Return the times of a draft that come to a day or a period of the calendar."""
    rows = [{**row, "value": draft.values.get(row["date_id"], "")} for row in draft.tables.get("dates", [])]
    return [row for row in rows if row["value"] and not row["value"].startswith("P")]


AGREE = {
    "people": lambda gold, drafted: gold["actor_id"] == drafted.get("actor_id", ""),
    "titles": lambda gold, drafted: bare(gold["title_printed"]) == bare(drafted["title_printed"]),
    "sums": lambda gold, drafted: gold["currency"] == drafted.get("currency", "") and amount(gold) == amount(drafted),
    "attributions": same_source,
    "times": lambda gold, drafted: same_value(gold["value"], drafted["value"]),
}


def compare_marked(file: Path, show: bool) -> Counter[str]:
    """Draft one text whose rows are marked in it, and compare it with them; what a mark leaves open counts neither way."""
    marked, known = read_marked(file.read_text("utf-8")), read_known(file.parent / "known.csv")
    draft = draft_marked(marked, known, file.stem)
    if show:
        print(file.stem, draft.unknown)
    kinds = {key: kind for key, kind, _ in known}
    unlinked = {name for name, (kind, _) in draft.unknown.items() if kind == "person"}
    unlinked |= {name.split()[-1] for name in unlinked}
    rows, drafted = marked.rows, draft.tables
    gold = {
        "people": [row for row in rows["mentions"] if not row["actor_id"] or kinds.get(row["actor_id"]) == "person"],
        "titles": [row for row in rows["mentions"] if row["title_printed"]], "sums": rows["sums"],
        "attributions": [
            {**row, "verb": row["cue"], "hedge": "", "described": "" if row["actor_id"] or row["naming"] == "none" else "described"}
            for row in rows["attributions"]
        ],
        "times": rows["dates"],
    }  # fmt: skip
    found = {
        "people": people(drafted.get("mentions", []), kinds, unlinked),
        "titles": [row for row in drafted.get("mentions", []) if row.get("title_printed") and row["form"] == "name"],
        "sums": drafted.get("sums", []), "attributions": drafted.get("attributions", []),
        "times": valued(draft),
    }  # fmt: skip
    total: Counter[str] = Counter()
    for what, agree in AGREE.items():
        left_open = [row for row in rows["may"] if row["table"] in ("", what)]
        judged = [row for row in found[what] if not any(meets(row, one) for one in left_open)]
        total += score(gold[what], judged, agree, what, marked.text, show)
    return total


def main() -> None:
    """Print recall and precision of each measure over all texts."""
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    root = Path(words[0]) if words else Path(__file__).parent.parent / "tests" / "articles"
    folders = [file.parent for file in sorted(root.glob("*/text.txt")) if (file.parent / "times.csv").is_file()]
    further = "--further" in sys.argv
    folders = [folder for folder in folders if (len((folder / "text.txt").read_text("utf-8").split()) > LONGEST) == further]
    if not further or "--kept" in sys.argv:
        folders = [folder for folder in folders if folder.name.startswith("kept-") == ("--kept" in sys.argv)]
    marked = sorted((root / "drafts").glob("kept-*.txt" if "--kept" in sys.argv else "open-*.txt"))
    total: Counter[str] = Counter()
    for one in marked if "--marked" in sys.argv else folders:
        total += (compare_marked if one.suffix else compare)(one, "--show" in sys.argv)
    print(f"{len(marked if '--marked' in sys.argv else folders)} texts")
    for what in ("people", "titles", "sums", "attributions", "times"):
        recall = total[f"{what} hits"] / max(1, total[f"{what} gold"])
        precision = total[f"{what} right"] / max(1, total[f"{what} found"])
        print(f"{what:13} recall {recall:.2f} ({total[f'{what} hits']} of {total[f'{what} gold']})  precision {precision:.2f} "
              f"({total[f'{what} right']} of {total[f'{what} found']})")  # fmt: skip


if __name__ == "__main__":
    main()
