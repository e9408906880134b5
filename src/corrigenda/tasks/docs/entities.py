"""The generated pictures of the tables: which table points at which by which field, from the Table Schemas alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corrigenda.package.package import Package
from corrigenda.package.tables.table import Table

LAYERS = ("said", "known")
# Nearly every table points at these, and lines to them would hide all others.
EVERYWHERE = frozenset({"passages", "sources"})
_HEAD, _LINE, _GAP, _SPACE, _LETTER, _EDGE = 24, 15, 70, 16, 6.6, 10
# What marks a field that points at another row of its own table.
_SAME = "↺"
_STYLE = """
text { font: 11px ui-monospace, monospace; fill: #1a1a1a } .name { font-weight: bold }
rect { fill: #eef3fb; stroke: #6b87b3 } .other rect { fill: #f4f4f4; stroke: #a0a0a0 }
path { fill: none; stroke: #6f6f6f; stroke-opacity: .6 } circle { fill: #6f6f6f }
@media (prefers-color-scheme: dark) {
  text { fill: #e8e8e8 } rect { fill: #1f2a3d } .other rect { fill: #2b2b2b } path { stroke: #b0b0b0 } circle { fill: #b0b0b0 } }
"""


@dataclass(frozen=True)
class Box:
    """Hold one table as it is drawn: its name, and each field that points at another table, with the name of that table."""

    name: str
    pointers: tuple[tuple[str, str], ...]
    is_own: bool

    @property
    def height(self) -> float:
        """Return the height in pixels."""
        return _HEAD + _LINE * len(self.pointers)

    @property
    def width(self) -> float:
        """Return the width in pixels."""
        return max(len(text) for text in (self.name, *(f"{field}  " for field, _ in self.pointers))) * _LETTER + 20


def read_boxes(package: Package, layer: str) -> dict[str, Box]:
    """Return the tables of a layer as boxes by name, and those of others that they point at, without their fields."""
    own = package.layer(layer)
    names = {table.name for table in own}
    boxes = {table.name: Box(table.name, _pointers(table), is_own=True) for table in own if table.name not in EVERYWHERE}
    others = dict.fromkeys(target for box in boxes.values() for _, target in box.pointers if target not in names)
    return boxes | {name: Box(name, (), is_own=False) for name in others}


def _pointers(table: Table) -> tuple[tuple[str, str], ...]:
    pairs = ((foreign.fields[0], foreign.table) for foreign in table.foreign_keys)
    return tuple((field, target) for field, target in pairs if target not in EVERYWHERE)


def draw_layer(boxes: Mapping[str, Box], layer: str) -> str:
    """Draw tables as SVG, each right of those that it points at; a line leads from the field to the table."""
    import drawsvg

    spots: dict[str, tuple[float, float]] = {}
    left, lowest = float(_EDGE), 0.0
    for column in _columns(boxes):
        top = float(_EDGE)
        for box in column:
            spots[box.name] = left, top
            top += box.height + _SPACE
        lowest = max(lowest, top)
        left += max(box.width for box in column) + _GAP
    picture = drawsvg.Drawing(round(left - _GAP + _EDGE), round(lowest), id_prefix=layer)
    picture.append_css(_STYLE)
    for box in boxes.values():
        x, y = spots[box.name]
        for number, (_, target) in enumerate(box.pointers):
            if target == box.name:
                continue
            to_x, to_y = spots[target][0] + boxes[target].width, spots[target][1] + _HEAD / 2
            row = y + _HEAD + _LINE * number + 3
            bend = 30 if to_x <= x else -30
            picture.append(drawsvg.Path().M(x, row).C(x - 30, row, round(to_x + bend, 1), to_y, round(to_x, 1), to_y))
            picture.append(drawsvg.Circle(round(to_x, 1), to_y, 2.5))
    for box in boxes.values():
        x, y = spots[box.name]
        group = drawsvg.Group(class_="own" if box.is_own else "other")
        group.append(drawsvg.Rectangle(round(x, 1), y, round(box.width, 1), box.height, rx=4))
        group.append(drawsvg.Text(box.name, None, round(x + 8, 1), y + 16, class_="name"))
        for number, (field, target) in enumerate(box.pointers):
            text = f"{field} {_SAME}" if target == box.name else field
            group.append(drawsvg.Text(text, None, round(x + 8, 1), y + _HEAD + _LINE * number + 7))
        picture.append(group)
    return str(picture.as_svg()) + "\n"


def _columns(boxes: Mapping[str, Box]) -> list[Sequence[Box]]:
    """Return the tables from left to right, by how long a chain of pointers begins at each; a circle counts once."""
    depths: dict[str, int] = {}

    def depth(name: str, on_the_way: tuple[str, ...] = ()) -> int:
        if name in on_the_way:
            return -1
        if name not in depths:
            below = [depth(target, (*on_the_way, name)) for _, target in boxes[name].pointers]
            depths[name] = 1 + max(below, default=-1)
        return depths[name]

    placed = {name: depth(name) for name in boxes}
    columns = [[boxes[name] for name, at in placed.items() if at == number] for number in range(max(placed.values(), default=0) + 1)]
    return [column for column in columns if column]


def entity_pictures(package: Package) -> dict[str, str]:
    """Return the picture of each layer by path."""
    return {f"docs/tables/{layer}.svg": draw_layer(read_boxes(package, layer), layer) for layer in LAYERS}
