"""Where one thing has very many names, titles, terms or figures, the likely pairs give what comparing each with each gives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from corrigenda import catalogue
from corrigenda.checking.case_pages.rows import Rows, write_package
from corrigenda.checking.runner import check
from corrigenda.engine import tables as engine_tables
from corrigenda.engine import views
from corrigenda.engine.tables import load

MANY = 130
RULES = [
    "name-unlike-reference", "name-drift", "title-unlike-office", "term-unlike-reference", "tenures-overlap", "term-listed-twice",
    "figure-unlike-reference", "scale-slip",
]  # fmt: skip
VOWELS = "aeiou"


def word(number: int) -> str:
    """Return a word for a number; two of them differ in more than a letter."""
    return "".join(f"{'bdgklmnprstv'[number // 5**place % 12]}{VOWELS[number // 3**place % 5]}" for place in range(3)) + str(number)


def slipped(text: str) -> str:
    """Return a text with one letter twice."""
    return f"{text[:-4]}{text[-5]}{text[-4:]}"


def rows() -> Rows:
    """Return an article with slips in names, titles and terms, and a reference with very many of each."""
    people = [f"Ann{n} {word(n).title()}" for n in range(MANY)] + ["Zoe Bazaqu", "Zoe Bazawu"]
    titles = [f"Keeper of the {word(n)} {word(7 * n)} house" for n in range(MANY)]
    short = [f"Keeper of the {word(4)}", f"Deputy Keeper of the {word(40)} {word(280)} house"]
    weapons = [f"Missile {word(n)} block {word(n + 3)}" for n in range(MANY)]
    known = [{"actor_id": "a", "name": name} for name in people]
    known += [{"office_id": "o", "name": title} for title in titles]
    known += [{"actor_id": f"w{n}", "name": weapon} for n, weapon in enumerate(weapons)]
    said = [{"form": "name", "actor_id": "a", "name_printed": name} for n in range(0, MANY, 9) for name in (people[n], slipped(people[n]))]
    said += [{"form": "name", "actor_id": "a", "name_printed": name} for name in (f"A. {people[5].split()[1]}", *people[-2:])]
    said += [{"form": "name", "actor_id": "a", "name_printed": name} for name in people[:MANY]]
    said += [{"form": "name", "actor_id": "a", "office_id": "o", "title_printed": slipped(title)} for title in titles[::9]]
    said += [{"form": "name", "actor_id": "a", "office_id": "o", "title_printed": title} for title in short]
    said += [{"form": "term", "name_printed": slipped(weapon), "actor_id": f"w{9 * n}"} for n, weapon in enumerate(weapons[::9])]
    said += [{"form": "term", "name_printed": f"Missile {word(50)}"}]
    terms = [{"tenure_id": f"t{n:03}", "office_id": "o", "actor_id": f"p{n % 7}", "start": f"{1700 + n}-01-01", "end_state": "closed",
              "end": f"{1700 + n + (1 if n % 10 else 3)}-01-01"} for n in range(MANY)]  # fmt: skip
    terms += [{"tenure_id": "twice", "office_id": "o", "actor_id": "p3", "start": "1801-03-01", "end": "1801-06-01", "end_state": "closed"}]
    what = {"about": "a", "measure": "cost", "extent": "total", "currency": "USD"}
    figures = [{"figure_id": f"f{n:03}", "amount": str(1000 * (n * n + 7)), "known_from": "2001"} | what for n in range(MANY)]
    figures += [what | {"figure_id": "range", "amount": "5000", "amount_high": "500000", "known_from": "2001", "extent": "unstated"}]
    figures += [what | {"figure_id": "later", "amount": "2000000", "known_from": "2019", "extent": "part"}]
    amounts = [8, 6_000, 20_000, 771_000, 1_451_000, 2_000_000, 7_063, 16_391_000_000]
    # "It fell from $700,001 to $88,000", of which one is known; and two of which neither is.
    changing = [("fell", 88_000), ("fell", 700_001), ("both", 600_001), ("both", 900_001)]
    claimed = [*((f"c{n}", amount) for n, amount in enumerate(amounts)), *changing]
    sums = [
        {"sum_id": f"s{n}", "as_printed": f"${amount:,}", "amount": str(amount), "claim_id": claim} | what
        for n, (claim, amount) in enumerate(claimed)
    ]
    return {
        "articles": [{"article_id": "article", "published": "2010-05-05"}],
        "sums": sums,
        "figures": figures,
        "actors": [
            {"actor_id": "a", "kind": "person"},
            *({"actor_id": f"p{n}", "kind": "person"} for n in range(7)),
            *({"actor_id": f"w{n}", "kind": "weapon"} for n in range(MANY)),
        ],
        "offices": [{"office_id": "o", "label": "Keeper", "holders": "one"}],
        "names": [{"name_id": f"n{n:04}", "language": "en", "rank": "secondary"} | row for n, row in enumerate(known)],
        "mentions": [{"mention_id": f"m{n:03}", "claim_id": "c"} | row for n, row in enumerate(said)],
        "tenures": terms,
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("crowd") / "package"
    write_package(root, rows())
    return root


def judge(folder: Path) -> tuple[Any, int]:
    """Return what the rules find, and how many titles and names are compared."""
    with load(folder) as tables:
        result = check(tables, catalogue().select(RULES), timeline=False, is_folded=False)
        assert not result.not_run
        ((pairs,),) = tables.run("SELECT count(*) FROM (SELECT against FROM name_matches UNION ALL SELECT title FROM title_matches)")
    return result, pairs


def test_likely_pairs_give_what_all_pairs_give(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    likely, few = judge(folder)
    files = {name: sql.replace("> 100", "> 100000") for name, sql in views.view_files().items()}
    for module in (views, engine_tables):
        monkeypatch.setattr(module, "view_files", lambda: files)
    every, many = judge(folder)
    assert {finding.rule for finding in every.findings} == set(RULES)
    assert likely.findings == every.findings
    assert likely.undecided == every.undecided
    assert few * 3 < many
    assert [f.verdict.value for f in likely.findings if f.key in ("s10", "s11")] == ["possible", "possible"]
    assert "s9" not in {f.key for f in likely.findings}
