"""Draw consistent worlds: one seed and one number give one world, always the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random

from corrigenda.measure.article import Writer
from corrigenda.measure.history import draw_reference
from corrigenda.measure.scenes import claims, events, names, news, sources, sums, ties, times, titles
from corrigenda.measure.words import MadeUpWords
from corrigenda.measure.world import World

Scene = Callable[[Writer, Random], None]
SCENES: tuple[Scene, ...] = (
    times.act, times.meet, times.accompany, times.then, times.gap, times.order, times.plan, times.yearless, times.new_year,
    names.introduce, names.rename, names.term, sums.parts, sums.cost, sums.margin, sums.age,
    sources.chain, sources.two_roots, sources.reveal, sources.quote, sources.poll, sources.cite, sources.tell,
    claims.first, claims.first_of_class, claims.count_again, claims.deny, claims.home, claims.expect,
    events.born, events.take_office, events.nominate, events.sign, events.enact, titles.count_holders, titles.rename_title,
    ties.join_party, ties.lie_in,
    news.phrase, news.weekday, news.nearest,
)  # fmt: skip
_TOLD = 7


def draw_world(seed: int, number: int) -> World:
    """Draw the world of a number: its reference, and an article with some scenes.

    Four of five articles have their day of publication or a dateline; some open with an act that nothing dates.
    """
    rng = Random(f"{seed}:{number}")
    written = date(rng.randrange(2008, 2025), 1, 1).toordinal() + rng.randrange(365)
    world = World(f"w{number:05}", written=(written, written))
    draw_reference(world, rng, MadeUpWords(number * 64))
    writer = Writer(world, rng, is_dated=rng.random() < 0.8, has_dateline=rng.random() < 0.3)
    if rng.random() < 0.3:
        news.lead(writer, rng)
    for scene in rng.sample(SCENES, _TOLD):
        scene(writer, rng)
    return world
