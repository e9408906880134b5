"""Facts that can be checked: what an article says, what is known, and what cannot all be true.

>>> import corrigenda
>>> corrigenda.__version__
'0.2.0'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corrigenda.adapters.pandera import frames
    from corrigenda.consistency import check
    from corrigenda.difference import apply, contents, diff
    from corrigenda.errors import SetupError
    from corrigenda.package import open_package
    from corrigenda.report import render
    from corrigenda.report.write import write_report
    from corrigenda.rule import catalogue
    from corrigenda.run import make_page
    from corrigenda.tables import load

__version__ = "0.2.0"
__all__ = [
    "SetupError",
    "apply",
    "catalogue",
    "check",
    "contents",
    "diff",
    "frames",
    "load",
    "make_page",
    "open_package",
    "render",
    "write_report",
]
_HOME = {
    "SetupError": "errors",
    "apply": "difference",
    "catalogue": "rule",
    "check": "consistency",
    "contents": "difference",
    "diff": "difference",
    "frames": "adapters.pandera",
    "load": "tables",
    "make_page": "run",
    "open_package": "package",
    "render": "report",
    "write_report": "report.write",
}


def __getattr__(name: str) -> Any:
    """Load a public name on first use, so that importing the package costs next to nothing."""
    if name not in _HOME:
        raise AttributeError(f"module 'corrigenda' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(f"corrigenda.{_HOME[name]}"), name)
