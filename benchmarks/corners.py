"""No corner is quadratic: one article or office with 1,500 and with 6,000 of one thing, each of them off by a little.

python benchmarks/corners.py [CORNER …] [--sizes 1500,6000]

CPU seconds and peak memory of a whole check, the size of its JSON, and the exponent by which each grows. A run that takes longer than
ten minutes is ended. The figures go to benchmarks/results/corners.json.
"""

from __future__ import annotations

import json
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from math import log
from pathlib import Path

from growth import _write

from corrigenda.package.package import open_package
from corrigenda.package.scaffold import new_package
from corrigenda.package.tables.csv_file import read_rows

ROOT = Path(__file__).parent.parent
SIZES = (1_500, 6_000)
LONGEST, MEMORY = 600, 8 << 30
RESULT = Path(__file__).parent / "results" / "corners.json"
Row = dict[str, str]
Rows = dict[str, list[Row]]
SOURCE = {"source_id": "general-knowledge"}
TERM = {"end_state": "closed", "acting": "false", "start_confirmed": "true", "end_confirmed": "true", **SOURCE}


def article(size: int) -> Rows:
    """Return an article of so many sentences, each with one claim and one event of a day of its own."""
    keys = [f"corner/{n:05}" for n in range(size)]
    spans = [{"passage_id": key, "start": str(100 * n), "end": str(100 * n + 90)} for n, key in enumerate(keys)]
    rows: Rows = {"articles": [{"article_id": "corner", "sha256": "0" * 64, "length": str(100 * size + 100), "published": "2024-06-01"}]}
    place = {"article_id": "corner", "paragraph": "1", "sha256": "0" * 64}
    rows["passages"] = [{**span, **place, "sentence": str(n + 1)} for n, span in enumerate(spans)]
    said = {"modality": "asserted", "polarity": "affirmed"}
    rows["claims"] = [
        {**span, "claim_id": key, "statement": f"Thing {key} came about.", **said} for key, span in zip(keys, spans, strict=True)
    ]
    happened = {"article_id": "corner", "kind_id": "order", "tense": "past"}
    rows["events"] = [
        {**span, **happened, "event_id": key, "claim_id": key, "label": f"event {key}"} for key, span in zip(keys, spans, strict=True)
    ]
    return rows


def of_claims(rows: Rows) -> Iterator[tuple[int, str, Row]]:
    """Yield number, key and the cells of a stretch for each claim."""
    for n, claim in enumerate(rows["claims"]):
        place = {name: claim[name] for name in ("passage_id", "start", "claim_id")}
        yield n, claim["claim_id"], {**place, "end": str(int(claim["start"]) + 20)}


def mentions(rows: Rows, cells: Callable[[int], Row]) -> list[Row]:
    """Return a mention for each claim, with its own cells for each number."""
    return [{**at, "mention_id": key, "event_id": key, **cells(n)} for n, key, at in of_claims(rows)]


def listed(known: Rows, cells: Callable[[int], Row], size: int) -> list[Row]:
    """Return so many further names like the first of a person, with their own cells for each number."""
    return [{**known["names"][0], "rank": "secondary", **cells(n)} for n in range(size)]


def person(key: str, name: str) -> Rows:
    """Return a person with a name."""
    flags = dict.fromkeys(("name_confirmed", "used_from_confirmed", "used_to_confirmed", "superseded_confirmed"), "true")
    life = dict.fromkeys(("existed_from_confirmed", "existed_to_confirmed"), "false")
    names = {"name_id": f"{key}/1", "actor_id": key, "name": name, "language": "en", "rank": "primary", **flags, **SOURCE}
    return {"actors": [{"actor_id": key, "label": name, "kind": "person", **life, **SOURCE}], "names": [names]}


def office(key: str, label: str) -> Row:
    """Return an office of one holder."""
    life = dict.fromkeys(("existed_from_confirmed", "existed_to_confirmed"), "false")
    return {"office_id": key, "label": label, "state": "us", "holders": "one", **life, **SOURCE}


def join(*parts: Rows) -> Rows:
    """Return the rows of all parts."""
    joined: Rows = {}
    for part in parts:
        for name, rows in part.items():
            joined.setdefault(name, []).extend(rows)
    return joined


def word(number: int) -> str:
    """Return a word of letters for a number."""
    return "".join(chr(97 + number // 26**place % 26) for place in range(4))


def titles(size: int) -> Rows:
    """One office, called otherwise each time, and as many known titles of it."""
    rows, known = article(size), person("zz-a", "Ann Able")
    titled = {"actor_id": "zz-a", "office_id": "zz/o", "form": "name", "name_printed": "Ann Able", "title_time": "event", "part": "agent"}
    rows["mentions"] = mentions(rows, lambda n: {**titled, "title_printed": f"Keeper of {word(n)}"})
    of_office = {"actor_id": "", "office_id": "zz/o"}
    extra = listed(known, lambda n: {**of_office, "name_id": f"zz/o/{n:05}", "name": f"Keeper of the {word(n)}x"}, size)
    return join(rows, known, {"offices": [office("zz/o", "Keeper of things")], "names": extra})


def names(size: int) -> Rows:
    """One person, named otherwise each time, and as many known names."""
    rows, known = article(size), person("zz-a", "Ann Able")
    named = {"actor_id": "zz-a", "form": "name", "part": "agent"}
    rows["mentions"] = mentions(rows, lambda n: {**named, "name_printed": f"Ann {word(n).title()}"})
    return join(rows, known, {"names": listed(known, lambda n: {"name_id": f"zz-a/{n + 2:05}", "name": f"Ann {word(n).title()}x"}, size)})


def designations(size: int) -> Rows:
    """As many printed terms for weapons as known ones, each off by a letter."""
    rows = article(size)
    known = join(*(person(f"zz-{n:05}", f"Missile {word(n)}") for n in range(size)))
    known["actors"] = [{**row, "kind": "weapon"} for row in known["actors"]]
    printed = {"form": "term", "part": "object"}
    rows["mentions"] = mentions(rows, lambda n: {**printed, "actor_id": f"zz-{n:05}", "name_printed": f"Missile {word(n)}s"})
    return join(rows, known)


def terms(size: int) -> Rows:
    """Terms of one person in one office, each of which overlaps the next, and a title in each."""
    rows = titles(size)
    years = [f"{1000 + n // 12:04}-{n % 12 + 1:02}" for n in range(size)]
    own = {"actor_id": "zz-a", "office_id": "zz/o", **TERM}
    rows["tenures"] = [{"tenure_id": f"zz/o/{n:05}", "start": f"{m}-01", "end": "2020-01-01", **own} for n, m in enumerate(years)]
    rows["names"] = rows["names"][:1]
    return rows


def holders(size: int) -> Rows:
    """As many people in one office at the same time."""
    rows = join(article(1), *(person(f"zz-{n:05}", f"Person {word(n)}") for n in range(size)), {"offices": [office("zz/o", "Keeper")]})
    held = {"office_id": "zz/o", "start": "2000-01-01", "end": "2020-01-01", **TERM}
    rows["tenures"] = [{"tenure_id": f"zz/o/{n:05}", "actor_id": f"zz-{n:05}", **held} for n in range(size)]
    return rows


def amounts(size: int) -> Rows:
    """As many amounts of one thing, all different, and as many known figures of it."""
    rows, what = article(size), {"about": "zz-a", "measure": "cost", "extent": "total", "currency": "USD"}
    rows["sums"] = [{**at, **what, "sum_id": k, "as_printed": f"${n + 10},000", "amount": f"{n + 10}000"} for n, k, at in of_claims(rows)]
    flags = {"amount_confirmed": "true", "known_from_confirmed": "true", "day": "2020-01-01", "known_from": "2020-01-01"}
    figures = [{**what, "figure_id": f"zz/{n:05}", "label": f"cost {n}", "amount": str(9 * n + 7), **flags, **SOURCE} for n in range(size)]
    return join(rows, person("zz-a", "Able Works"), {"figures": figures})


def sources(size: int) -> Rows:
    """A chain of sources, each of which had it from the one before, and as many claims of one source."""
    rows = article(size)
    said = {"described": "an official", "naming": "anonymous", "verb": "said"}
    keys = [k for _, k, _ in of_claims(rows)]
    rows["attributions"] = [
        {**at, **said, "attribution_id": k, "via": keys[n - 1] if n % 10 else "", "actor_id": "zz-a" if n % 2 else ""}
        for n, k, at in of_claims(rows)
    ]
    return join(rows, person("zz-a", "Ann Able"))


def relations(size: int) -> Rows:
    """As many relations of one event to others, half of them turned round by another one."""
    rows = article(size)
    printed = {"relation": "after", "other": "corner/00000", "basis": "printed"}
    rows["relations"] = [
        {**{name: at[name] for name in ("passage_id", "start", "end")}, "relation_id": k, "event_id": k, **printed}
        for n, k, at in of_claims(rows) if n
    ]  # fmt: skip
    rows["relations"] += [
        {**row, "relation_id": f"{row['relation_id']}/turned", "event_id": row["other"], "other": row["event_id"]}
        for row in rows["relations"][::2]
    ]
    return rows


def opposed(size: int) -> Rows:
    """One event that half of all claims deny."""
    rows = article(size)
    rows["claims"] = [{**row, "polarity": "denied" if n % 2 else "affirmed"} for n, row in enumerate(rows["claims"])]
    rows["attributions"] = [
        {**at, "attribution_id": k, "event_id": "corner/00000", "described": f"source {n}", "naming": "anonymous", "verb": "said"}
        for n, k, at in of_claims(rows)
    ]
    rows["dates"] = [
        {**{name: at[name] for name in ("passage_id", "start", "end")}, "date_id": k, "event_id": "corner/00000", "kind": "date",
         "as_printed": f"{2000 + n % 20}", "edtf": f"{2000 + n % 20}"} for n, k, at in of_claims(rows)
    ]  # fmt: skip
    return rows


CORNERS: dict[str, Callable[[int], Rows]] = {
    corner.__name__: corner for corner in (titles, names, designations, terms, holders, amounts, sources, relations, opposed)
}


def build(folder: Path, rows: Rows) -> None:
    """Write a package with these rows and the reference that is published."""
    package, published = new_package(folder), open_package(ROOT)
    for table in package.layer("said"):
        _write(package.tables[table.name], rows.get(table.name, []))
    for table in package.layer("known"):
        kept = read_rows(published.tables[table.name].file)[1] if table.name != "cues" else []
        _write(package.tables[table.name], [*kept, *rows.get(table.name, [])])


def run(folder: Path) -> dict[str, float | str]:
    """Return CPU seconds, peak memory in MB, size of the output in kB and its findings; or how it ended."""
    code = (
        "import json, resource, subprocess, sys\n"
        f"resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY})); resource.setrlimit(resource.RLIMIT_CPU, ({LONGEST}, {LONGEST}))\n"
        "command = [sys.executable, '-m', 'corrigenda', 'check', sys.argv[1], '--format', 'json']\n"
        "done = subprocess.run(command, capture_output=True, text=True)\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "found = len(json.loads(done.stdout)['findings']) if done.returncode in (0, 1) and done.stdout else done.stderr[-300:]\n"
        "print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss, len(done.stdout), found]))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True)
    seconds, peak, length, found = json.loads(done.stdout)
    return {"cpu_seconds": round(seconds, 2), "peak_mb": round(peak / 1024), "output_kb": round(length / 1024), "findings": found}


if __name__ == "__main__":
    asked = [name for name in sys.argv[1:] if name in CORNERS] or list(CORNERS)
    sizes = next((tuple(map(int, one.split(","))) for one in sys.argv[1:] if one[0].isdigit()), SIZES)
    figures = json.loads(RESULT.read_text())["figures"] if RESULT.is_file() else {}
    for name in asked:
        told = {}
        for size in sizes:
            with tempfile.TemporaryDirectory() as scrap:
                build(Path(scrap), CORNERS[name](size))
                told[str(size)] = run(Path(scrap))
            sys.stdout.write(f"{name:<14} {size:6,}  {told[str(size)]}\n")
            sys.stdout.flush()
        first, last = (told[str(size)] for size in (sizes[0], sizes[-1]))
        grown = log(float(last["cpu_seconds"]) / float(first["cpu_seconds"])) / log(sizes[-1] / sizes[0])
        sys.stdout.write(f"{name:<14} exponent {grown:.2f}\n")
        figures[name] = {**told, "exponent": round(grown, 2)}
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps({"python": platform.python_version(), "figures": figures}, indent=2) + "\n")
