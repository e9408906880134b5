"""The pictures of which view reads which: complete, from left to right, the same each time."""

from __future__ import annotations

import re

import pytest

from corrigenda.engine.views import view_files
from corrigenda.tasks.docs.view_graph import draw_topic, read_nodes, view_pages

NODES = read_nodes()


def lefts(picture: str) -> dict[str, float]:
    """Return the left edge of each box by its name."""
    return {name: float(left) for left, name in re.findall(r'<rect x="([\d.]+)"[^>]*/>\s*<text [^>]*>([\w-]+)</text>', picture)}


@pytest.mark.parametrize("topic", sorted({node.topic for node in NODES.values()}))
def test_each_is_right_of_what_it_reads(topic: str) -> None:
    boxes = lefts(draw_topic(topic, NODES))
    for node in NODES.values():
        if node.topic == topic:
            assert all(boxes[read] < boxes[node.name] for read in node.reads)
    assert draw_topic(topic, read_nodes()) == draw_topic(topic, NODES)


def test_every_view_is_on_the_page() -> None:
    page = view_pages()["docs/views.md"]
    assert set(re.findall(r"^\| \[(\w+)\]", page, re.M)) == set(view_files())
    assert NODES["nearest_counterexamples"].reads == ("counterexamples",)
    assert NODES["counterexamples"].reads == ("category_milestones", "category_scope", "firsts_and_denials")
