"""Which findings of the published article a draft of its text gives, with no cell touched, and which it gives besides.

    python benchmarks/draft_findings.py TEXT [--show]

A finding counts as found if one of the same rule begins at a stretch of the text that it shares. The text is not part of this project.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from corrigenda.results.finding import Finding
from corrigenda.tasks.checking.check import checking
from corrigenda.tasks.drafting.draft import draft_texts
from corrigenda.tasks.drafting.texts import ArticleText

ROOT = Path(__file__).parent.parent
Stretch = tuple[int, int]


def find(root: Path, known: Path | None, text: str, article: str) -> list[tuple[Finding, list[Stretch]]]:
    """Return the findings about an article, each with the stretches of the text that its places are in."""
    with checking(root, known=known, texts=[text]) as checked:
        found = [one for one in checked.report.open_findings if one.subject == "article" and one.article_id == article]
    package_rows = read_stretches(root)
    return [
        (one, [package_rows[place.table, place.row] for place in one.places if (place.table, place.row) in package_rows]) for one in found
    ]


def read_stretches(root: Path) -> dict[tuple[str, str], Stretch]:
    """Return where the rows of a package are in the text."""
    import csv

    found = {}
    for file in (root / "data" / "said").glob("*.csv"):
        with file.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                if row.get("start"):
                    found[file.stem, row[f"{file.stem[:-1]}_id"]] = int(row["start"]), int(row["end"])
    return found


def is_same(one: tuple[Finding, list[Stretch]], other: tuple[Finding, list[Stretch]]) -> bool:
    """Tell whether a finding is another one, or one that is folded into it: of its rule, and beginning in a stretch of it."""
    meets = any(a < d and c < b for a, b in one[1][:1] for c, d in other[1])
    rules = {other[0].rule, *(key.split(":")[0] for key in other[0].folded)}
    return one[0].rule in rules and meets


def main() -> None:
    """Print how many findings the draft gives, of how many, and what it gives besides."""
    text = Path(sys.argv[1]).read_bytes().decode()
    gold = find(ROOT, None, text, "tokyo-dome")
    with tempfile.TemporaryDirectory() as scrap:
        target = Path(scrap) / "draft"
        draft_texts([ArticleText("tokyo-dome", text)], target, known=ROOT)
        drafted = find(target, ROOT, text, "tokyo-dome")
    hits = [any(is_same(one, other) for other in drafted) for one in gold]
    extra = [one for one in drafted if not any(is_same(one, other) or is_same(other, one) for other in gold)]
    errors = [hit for (one, _), hit in zip(gold, hits, strict=True) if one.severity == "error"]
    print(f"errors {sum(errors)} of {len(errors)}; findings {sum(hits)} of {len(gold)}; besides {len(extra)}")
    if "--show" in sys.argv:
        for (one, _), hit in zip(gold, hits, strict=True):
            if not hit:
                print(f"  - {one.rule}: {one.message}")
        for one, _ in extra:
            print(f"  + {one.level} {one.rule}: {one.message}")


if __name__ == "__main__":
    main()
