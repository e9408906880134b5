"""Facts that can be checked: what an article says, what is known, and what cannot all be true.

>>> import corrigenda
>>> corrigenda.__version__
'0.1.0'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corrigenda.check import check
from corrigenda.errors import SetupError
from corrigenda.package import open_package
from corrigenda.report import render
from corrigenda.rule import catalogue
from corrigenda.tables import load

if TYPE_CHECKING:
    from corrigenda.adapters.pandera import frames

__version__ = "0.1.0"
__all__ = ["SetupError", "catalogue", "check", "frames", "load", "open_package", "render"]


def __getattr__(name: str) -> Any:
    """Load `frames` on first use: it needs pandas and pandera, which are optional and heavy."""
    if name == "frames":
        from corrigenda.adapters.pandera import frames

        return frames
    raise AttributeError(f"module 'corrigenda' has no attribute '{name}'")
