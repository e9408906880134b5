"""What was found in two words: a badge in the form that shields.io reads from an address, and the picture itself."""

from __future__ import annotations

from importlib import resources

from corrigenda.report.model import Report
from corrigenda.results.finding import Severity
from corrigenda.values.wording import count, write_json

LABEL = "facts"
# The colours of shields.io by name, as the picture has them: each dark enough for white letters (WCAG, 4.5 to 1).
_COLOURS = {"red": "#b42318", "orange": "#9a5b00", "blue": "#1f5fa8", "lightgrey": "#5a5a5a"}


def render_badge(report: Report) -> str:
    """Render the endpoint badge of shields.io (schema version 1); nothing is requested here."""
    message, colour = _tell(report)
    return write_json({"schemaVersion": 1, "label": LABEL, "message": message, "color": colour, "isError": report.is_broken})


def render_badge_svg(report: Report) -> str:
    """Render the badge as a picture that needs no font, script or address from elsewhere."""
    message, colour = _tell(report)
    # Letters of the usual fonts are about seven pixels wide at this size; `textLength` makes them fit in the others.
    label, told = (7 * len(text) for text in (LABEL, message))
    template = (resources.files("corrigenda.report.findings") / "badge.svg").read_text("utf-8")
    values = {"label": LABEL, "message": message, "colour": _COLOURS[colour], "label_width": label, "message_width": told}
    sizes = {"left": label + 12, "width": label + told + 24, "at": label + 18}
    return template.format(**values, **sizes).rstrip("\n")


def _tell(report: Report) -> tuple[str, str]:
    """Return the words and their colour; finding nothing is never called right, and it is not blue where nothing was decided."""
    if report.is_broken:
        return "broken", "lightgrey"
    errors, warnings = (sum(finding.level == level for finding in report.open_findings) for level in (Severity.ERROR, Severity.WARNING))
    told = [count(number, word) for number, word in ((errors, "error"), (warnings, "warning")) if number]
    if told:
        return ", ".join(told), "red" if errors else "orange"
    if all(entry.judged == entry.undecided for entry in report.result.coverage):
        return "nothing judged", "lightgrey"
    return "notes only" if report.open_findings else "nothing found", "blue"
