"""The generated pictures of which view reads which: one a topic, from the files of views and rules alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from corrigenda.engine.sql import words_of
from corrigenda.engine.views import view_files
from corrigenda.package.storage.files import program_folder

_HEIGHT, _GAP, _STEP, _LETTER = 24, 60, 36, 7
_STYLE = """
text { font: 11px ui-monospace, monospace; fill: #1a1a1a }
rect { fill: #eef3fb; stroke: #6b87b3 } .rule rect { fill: #fdf1e3; stroke: #b98442 } .other rect { fill: #f4f4f4; stroke: #a0a0a0 }
path { fill: none; stroke: #8a8a8a; stroke-opacity: .55 }
@media (prefers-color-scheme: dark) {
  text { fill: #e8e8e8 } rect { fill: #1f2a3d } .rule rect { fill: #3a2c1b } .other rect { fill: #2b2b2b } }
"""


@dataclass(frozen=True)
class SqlFile:
    """Hold one view or rule: its name, its path below the folder of views or rules, whether it is a rule, and the views that it reads."""

    name: str
    path: str
    is_rule: bool
    reads: tuple[str, ...]

    @property
    def topic(self) -> str:
        """Return the first folder of the path."""
        return self.path.partition("/")[0]


def read_nodes() -> dict[str, SqlFile]:
    """Return every view and rule by name, with the views that each reads, in order of name."""
    views = view_files()
    nodes = {}
    for name in ("views", "rules"):
        folder = program_folder(name)
        for file in folder.rglob("*.sql"):
            reads = words_of(file.read_text("utf-8")) & views.keys() - {file.stem}
            nodes[file.stem] = SqlFile(file.stem, file.relative_to(folder).as_posix(), name == "rules", tuple(sorted(reads)))
    return dict(sorted(nodes.items()))


def draw_topic(topic: str, nodes: Mapping[str, SqlFile]) -> str:
    """Draw the views and rules of a topic as SVG, with the views of other topics that they read at the left.

    Each is right of everything that it reads; rules, which nothing reads, are at the right end.
    """
    import drawsvg

    own = [node for node in nodes.values() if node.topic == topic]
    columns = _columns(own)
    spots: dict[str, tuple[float, float, float]] = {}
    left = 10.0
    for column in columns:
        column.sort(key=lambda name: (_middle(nodes[name], spots), name))
        width = max(len(name) for name in column) * _LETTER + 16.0
        for place, name in enumerate(column):
            spots[name] = left, 10.0 + place * _STEP, width
        left += width + _GAP
    height = 10 + max(len(column) for column in columns) * _STEP
    picture = drawsvg.Drawing(left - _GAP + 10, height, id_prefix=topic)
    picture.append_css(_STYLE)
    for node in own:
        for read in node.reads:
            picture.append(_line(drawsvg, spots[read], spots[node.name]))
    for name, (x, y, width) in spots.items():
        kind = "rule" if nodes[name].is_rule else "view" if nodes[name].topic == topic else "other"
        group = drawsvg.Group(class_=kind)
        group.append(drawsvg.Rectangle(x, y, width, _HEIGHT, rx=4))
        group.append(drawsvg.Text(name, None, x + 8, y + 16))
        picture.append(group)
    return str(picture.as_svg()) + "\n"


def _columns(own: list[SqlFile]) -> list[list[str]]:
    """Return the names from left to right: views of other topics, own views by what they read, rules."""
    depths: dict[str, int] = {}
    names = {node.name: node for node in own}

    def depth(name: str) -> int:
        if name not in names:
            return 0
        if name not in depths:
            depths[name] = 1 + max((depth(read) for read in names[name].reads), default=0)
        return depths[name]

    last = max((depth(node.name) for node in own if not node.is_rule), default=0) + 1
    placed = {read: 0 for node in own for read in node.reads} | {n.name: last if n.is_rule else depth(n.name) for n in own}
    columns = [[name for name, column in sorted(placed.items()) if column == position] for position in range(last + 1)]
    return [column for column in columns if column]


def _middle(node: SqlFile, spots: Mapping[str, tuple[float, float, float]]) -> float:
    """Return the mean height of what a node reads, so that lines are short."""
    heights = [spots[read][1] for read in node.reads if read in spots]
    return sum(heights) / len(heights) if heights else 0.0


def _line(drawsvg: Any, start: tuple[float, float, float], end: tuple[float, float, float]) -> Any:
    from_x, from_y, to_x, to_y = start[0] + start[2], start[1] + _HEIGHT / 2, end[0], end[1] + _HEIGHT / 2
    middle = round((from_x + to_x) / 2, 1)
    return drawsvg.Path().M(from_x, from_y).C(middle, from_y, middle, to_y, to_x, to_y)


def view_pages() -> dict[str, str]:
    """Return the page on the views and its pictures, by path."""
    nodes = read_nodes()
    topics = sorted({node.topic for node in nodes.values()})
    lines = [
        "# Views",
        "",
        "A view is a query that several rules share: one SQL file in `src/corrigenda/views/`. The pictures show which view reads",
        "which: blue are the views of the topic, grey the views of other topics, orange the rules. What reads another one is",
        "right of it. This page is made from the files.",
    ]
    for topic in topics:
        own = [node for node in nodes.values() if node.topic == topic and not node.is_rule]
        lines += ["", f"## {topic.capitalize()}", "", f"![Views and rules on {topic}](views/{topic}.svg)", ""]
        lines += ["| view | what it holds | one row for each |", "|---|---|---|"]
        lines += [_row(node) for node in own]
    pictures = {f"docs/views/{topic}.svg": draw_topic(topic, nodes) for topic in topics}
    return {"docs/views.md": "\n".join(lines) + "\n"} | pictures


def _row(node: SqlFile) -> str:
    comment = [line.removeprefix("--").strip() for line in view_files()[node.name].splitlines() if line.startswith("--")]
    grain = comment.pop().removeprefix("grain: ") if comment[-1].startswith("grain: ") else ""
    words = " ".join(comment).replace("|", "\\|").replace("<", "\\<").replace("*", "\\*").replace("_", "\\_")
    return f"| [{node.name}](../src/corrigenda/views/{node.path}) | {words} | {grain.replace('_', chr(92) + '_')} |"
