"""The benchmark: rules over consistent worlds, and over the same worlds with one known fault in each."""

from __future__ import annotations

import hashlib
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from random import Random
from typing import TypeVar

from corrigenda.checking.rulebook.catalogue import Catalogue, Rule
from corrigenda.checking.rulebook.reliability import digest_rules
from corrigenda.measure.faults import Fault, Planted, all_faults
from corrigenda.measure.judgement import judge
from corrigenda.measure.publication import read_worlds
from corrigenda.measure.vocabulary import common_rows
from corrigenda.measure.world import World
from corrigenda.measure.worlds import draw_world
from corrigenda.package.package import Package
from corrigenda.package.scaffold import new_package
from corrigenda.results.finding import Finding, Result, Verdict
from corrigenda.results.reliability import Reliability

SEED, WORLDS, PLANTED = 1, 1200, 200
# Each fault is planted so often in the published article, where each is a package of its own.
PUBLISHED = 3
# Articles that are judged in one package; more need more memory and are not faster.
_BATCH = 200
Step = Callable[[], object]
Digests = dict[str, str]
T = TypeVar("T")


@dataclass
class Score:
    """Count what a rule said of clean worlds and of planted faults."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: dict[str, list[int]] = field(default_factory=dict)


def measure(
    package: Package, rules: Catalogue, *, worlds: int | None = None, planted: int | None = None, step: Step = lambda: None
) -> list[Reliability]:
    """Measure rules on so many worlds, with at most so many of each fault, and on the article and reference of a package.

    `step` is called `count_steps` times. The same rules, numbers and package give the same figures.
    """
    scores = {rule.name: Score() for rule in rules}
    with tempfile.TemporaryDirectory() as folder:
        scrap = new_package(Path(folder) / "benchmark")
        common, drawn = common_rows(), [draw_world(SEED, number) for number in range(worlds or WORLDS)]
        clean: Digests = {}
        for batch in _batches(drawn):
            step()
            result = judge(scrap, [common, *batch], rules)
            clean |= _digests(result.findings)
            _count_clean(scores, result)
        for fault in all_faults():
            chosen = [rule for rule in rules if rule.name in fault.rules]
            step()
            for plants in _batches(islice(_plant(fault, drawn), (planted or PLANTED) if chosen else 0)):
                result = judge(scrap, [common, *(plant.world for plant in plants)], Catalogue(tuple(chosen)))
                _count_faults(scores, fault, chosen, plants, _new(result, clean))
        _measure_published(package, rules, scrap, scores)
        step()
    digests, benchmark = digest_rules(rules), digest_benchmark()
    return [_conclude(rule, scores[rule.name], digests[rule.name], benchmark) for rule in rules]


def count_steps(worlds: int | None = None) -> int:
    """Return how many steps a measurement takes: each batch of clean worlds, each kind of fault, and the published article."""
    return -(-(worlds or WORLDS) // _BATCH) + len(all_faults()) + 1


def digest_benchmark() -> str:
    """Return a digest (16 hexadecimal digits of SHA-256) of the code of this room: what draws worlds, plants faults and counts."""
    texts = (file.read_text("utf-8") for file in sorted(Path(__file__).parent.rglob("*.py")))
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    waiting = iter(items)
    while batch := list(islice(waiting, _BATCH)):
        yield batch


def _plant(fault: Fault, worlds: Sequence[World]) -> Iterator[Planted]:
    for world in worlds:
        plant = fault.plant(world, Random(f"{SEED}:{fault.name}:{world.key}"))
        if plant is not None:
            yield plant


def _digests(findings: Iterable[Finding]) -> Digests:
    return {finding.fingerprint: finding.evidence_digest for finding in findings}


def _new(result: Result, clean: Digests) -> list[Finding]:
    """Return the findings that are not there, or rest on other evidence, without the fault."""
    return [f for f in result.findings if clean.get(f.fingerprint) != f.evidence_digest]


def _count_clean(scores: dict[str, Score], result: Result) -> None:
    for entry in result.coverage:
        scores[entry.rule].counts.update(clean_rows=entry.judged, clean_certain=entry.certain, clean_possible=entry.possible)


def _count_faults(
    scores: dict[str, Score], fault: Fault, rules: Iterable[Rule], plants: Iterable[Planted], findings: Iterable[Finding]
) -> None:
    """Count for each rule the worlds in which it found the fault, and where it pointed; of several findings the nearest counts."""
    said: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        # What is said of one flag of the reference names the rows of many worlds.
        for world in dict.fromkeys(place.row.split("/", 1)[0] for place in finding.places if place.role == "basis"):
            said.setdefault((finding.rule, world), []).append(finding)
    for rule in rules:
        score = scores[rule.name]
        seen = score.faults.setdefault(fault.name, [0, 0])
        for plant in plants:
            found = said.get((rule.name, plant.world.key), [])
            own = [[p for p in f.places if p.row.split("/", 1)[0] == plant.world.key] for f in found]
            first = [(places[0].table, places[0].row, places[0].field) for places in own]
            among = {(p.table, p.row, p.field) for f in found for p in f.places if p.role == "basis"}
            must = rule.name in fault.certain
            score.counts.update(
                planted=1,
                found=bool(found),
                planted_certain=must,
                found_certain=must and any(f.verdict is Verdict.CERTAIN for f in found),
                found_own=bool(found) and rule.name not in fault.others,
                first_place=any(cell in plant.cells for cell in first),
                among_places=bool(among & plant.cells),
            )
            seen[0], seen[1] = seen[0] + bool(found), seen[1] + 1


def _measure_published(package: Package, rules: Catalogue, scrap: Package, scores: dict[str, Score]) -> None:
    """Plant faults where the published rows let them be planted, one at a time in the whole package."""
    worlds = list(read_worlds(package))
    clean = _digests(judge(scrap, worlds[:1], rules).findings)
    for fault in all_faults():
        chosen = [rule for rule in rules if rule.name in fault.rules]
        for plant in islice(_plant(fault, worlds), PUBLISHED if chosen else 0):
            found = {finding.rule for finding in _new(judge(scrap, [plant.world], Catalogue(tuple(chosen))), clean)}
            for rule in chosen:
                scores[rule.name].counts.update(published_planted=1, published_found=rule.name in found)


def _conclude(rule: Rule, score: Score, digest: str, benchmark: str) -> Reliability:
    names = (
        "planted", "found", "planted_certain", "found_certain", "found_own", "first_place", "among_places",
        "clean_rows", "clean_certain", "clean_possible", "published_planted", "published_found",
    )  # fmt: skip
    told = "; ".join(f"{name}: {found} of {planted}" for name, (found, planted) in sorted(score.faults.items()))
    return Reliability(
        rule=rule.name, **{name: score.counts[name] for name in names}, faults=told, seed=SEED, digest=digest, benchmark=benchmark
    )
