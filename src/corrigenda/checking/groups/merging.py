"""What groups of articles found, merged into the result of the whole package, as if all had been judged in one run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from corrigenda.checking.groups.judging import USES, is_of_whole
from corrigenda.checking.groups.places import locate
from corrigenda.checking.groups.whole import Keep, judge_whole
from corrigenda.checking.rulebook.catalogue import Catalogue
from corrigenda.checking.runner import decide
from corrigenda.engine.tables import Tables
from corrigenda.results.coverage import Coverage
from corrigenda.results.finding import Result
from corrigenda.results.part import Part


def merge(
    tables: Tables, rules: Catalogue, parts: Sequence[Part], *, as_of: str | None = None, timeline: bool = True, keep: Keep | None = None
) -> Result:
    """Return the result of a sound package whose articles were judged in parts, each by the rules that are not about the whole.

    The rules about the whole run here: over the reference, and over what the parts say of the rows of it that they use. `keep` takes what
    they find from the cache, or puts it there.
    """
    uses = {name: [row for part in parts for row in getattr(part, name)] for name in USES}
    uses["title_uses"] = [tuple(vars(use).values()) for use in uses["title_uses"]]
    whole = judge_whole(tables, Catalogue(tuple(rule for rule in rules if is_of_whole(rule))), uses, as_of, keep)
    place = {rule.name: number for number, rule in enumerate(rules)}
    not_run = dict(whole.not_run) | {name: why for part in parts for name, why in part.not_run}
    cut = sum((Counter(dict(part.cut)) for part in parts), Counter(dict(whole.cut)))
    coverage = [*whole.coverage, *_add_up(entry for part in parts for entry in part.coverage)]
    undecided = [*whole.undecided, *(entry for part in parts for entry in part.undecided)]
    kept: Callable[[Any], bool] = lambda entry: entry.rule not in not_run  # noqa: E731
    merged = replace(
        whole,
        findings=(*whole.findings, *locate(tables, [f for part in parts for f in part.findings if kept(f)])),
        coverage=tuple(sorted(filter(kept, coverage), key=lambda c: (place[c.rule], c.article_id or ""))),
        articles=tuple(sorted((a for part in parts for a in part.reach), key=lambda a: a.article_id)),
        timeline=tuple(sorted((e for part in parts for e in part.timeline), key=lambda e: e.event_id)) if timeline else (),
        undecided=tuple(sorted(filter(kept, undecided), key=lambda u: (place[u.rule], u.row))),
        unjudged=tuple(sorted(pair for part in parts for pair in part.unjudged)),
        stopped=tuple(sorted({*whole.stopped, *(rule for part in parts for rule in part.stopped)}, key=place.__getitem__)),
        cut=tuple(sorted((rule, number) for rule, number in cut.items() if rule not in not_run)),
        not_run=tuple(sorted(not_run.items(), key=lambda entry: place[entry[0]])),
    )
    return decide(tables, rules, merged, as_of=as_of)


def _add_up(entries: Iterable[Coverage]) -> Iterable[Coverage]:
    """Add up what several parts say of one rule and one article: only rows that are of no article are counted in several."""
    found: dict[tuple[str, str | None], Coverage] = {}
    for entry in entries:
        key = entry.rule, entry.article_id
        found[key] = _add(found[key], entry) if key in found else entry
    return found.values()


def _add(one: Coverage, other: Coverage) -> Coverage:
    reasons = Counter(dict(one.reasons)) + Counter(dict(other.reasons))
    counts: dict[str, Any] = {
        name: None if getattr(one, name) is None else getattr(one, name) + getattr(other, name)
        for name in ("certain", "possible", "consistent", "undecided", "claims_decided", "claims_undecided")
    }
    return replace(one, **counts, reasons=tuple(sorted(reasons.items(), key=lambda item: (-item[1], item[0]))))
