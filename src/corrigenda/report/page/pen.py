"""Write a small SVG picture element by element: every text escaped, every colour a class, no library to load or wait for."""

from __future__ import annotations

from markupsafe import escape


class Pen:
    """Hold the elements drawn so far.

    >>> pen = Pen()
    >>> pen.text("1 < 2", 3, 4.0, "label")
    >>> print(pen.finish(20, 10, "chart", labelled_by="c-1"))
    <svg xmlns="http://www.w3.org/2000/svg" width="20" height="10" viewBox="0 0 20 10" class="chart" role="img" aria-labelledby="c-1">
    <text x="3" y="4.0" class="label">1 &lt; 2</text>
    </svg>
    """

    def __init__(self) -> None:
        self._elements: list[str] = []

    def line(self, x: float, y: float, to_x: float, to_y: float, kind: str) -> None:
        """Draw a straight line."""
        self._elements.append(f'<path d="M{x},{y} L{to_x},{to_y}" class="{kind}" />')

    def triangle(self, x: float, y: float, base: float, half: float, kind: str) -> None:
        """Draw a triangle with its tip at a point, and its upright base at another x."""
        self._elements.append(f'<path d="M{x},{y} L{base},{y - half} L{base},{y + half} Z" class="{kind}" />')

    def box(self, x: float, y: float, width: float, height: float, corner: float, kind: str) -> None:
        """Draw a rectangle with round corners."""
        self._elements.append(f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{corner}" class="{kind}" />')

    def circle(self, x: float, y: float, radius: float, kind: str) -> None:
        """Draw a filled circle."""
        self._elements.append(f'<circle cx="{x}" cy="{y}" r="{radius}" class="{kind}" />')

    def text(self, text: str, x: float, y: float, kind: str, anchor: str = "") -> None:
        """Write a text, or nothing where it is empty."""
        if text:
            where = f' text-anchor="{anchor}"' if anchor else ""
            self._elements.append(f'<text x="{x}" y="{y}" class="{kind}"{where}>{escape(text)}</text>')

    def finish(self, width: float, height: float, kind: str, labelled_by: str) -> str:
        """Return the picture; `labelled_by` is the id of the element that says what it shows."""
        box = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {box} class="{kind}" role="img" aria-labelledby="{escape(labelled_by)}">'
        return "\n".join([head, *self._elements, "</svg>"])
