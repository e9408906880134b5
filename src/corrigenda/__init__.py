"""Facts that can be checked: what an article says, what is known, and what cannot all be true.

>>> import corrigenda
>>> corrigenda.__version__
'0.2.0'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corrigenda.adapters.validators.pandera import frames
    from corrigenda.checking.catalogue import catalogue
    from corrigenda.checking.runner import check
    from corrigenda.engine.tables import load
    from corrigenda.errors import SetupError
    from corrigenda.package.package import open_package
    from corrigenda.release.diff import apply, contents, diff
    from corrigenda.report import render
    from corrigenda.report.page.write import write_report
    from corrigenda.tasks.check import make_page

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
    "apply": "release.diff",
    "catalogue": "checking.catalogue",
    "check": "checking.runner",
    "contents": "release.diff",
    "diff": "release.diff",
    "frames": "adapters.validators.pandera",
    "load": "engine.tables",
    "make_page": "tasks.check",
    "open_package": "package.package",
    "render": "report",
    "write_report": "report.page.write",
}


def __getattr__(name: str) -> Any:
    """Load a public name on first use, so that importing the package costs next to nothing."""
    if name not in _HOME:
        raise AttributeError(f"module 'corrigenda' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(f"corrigenda.{_HOME[name]}"), name)
