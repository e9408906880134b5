"""Facts that can be checked: what an article says, what is known, and what cannot all be true.

`check` takes the folder of a data package, or frames of pandas or polars, and returns a Result, whose `to_frame` gives a frame of
pandas; `make_page` and `write_report` make a page to look at; `published_package` is there to try them on.

>>> import corrigenda
>>> corrigenda.explain("year-missing").summary
'A date is printed without its year.'
>>> corrigenda.__version__
'0.2.0'
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corrigenda.adapters.validators.pandera import frames
    from corrigenda.checking.rulebook.catalogue import Catalogue, Rule, catalogue
    from corrigenda.collections.lookup import HeldTerm, Match
    from corrigenda.engine.tables import Tables, load
    from corrigenda.errors import Problem, SetupError
    from corrigenda.package.package import Package, open_package
    from corrigenda.package.scaffold import new_package, published_package
    from corrigenda.release.change import Change
    from corrigenda.release.diff import apply, contents, diff
    from corrigenda.report import render
    from corrigenda.report.model import Report
    from corrigenda.report.page.model import Page
    from corrigenda.results.coverage import ArticleCoverage, Coverage
    from corrigenda.results.finding import Finding, Place, Repair, Result, Severity, State, Verdict
    from corrigenda.results.known_source import KnownSource
    from corrigenda.results.reliability import Reliability
    from corrigenda.results.response import Response
    from corrigenda.results.rule_page import RulePage
    from corrigenda.results.timeline import EventDays, TimelineAnswer
    from corrigenda.tasks.checking.check import check, run_check
    from corrigenda.tasks.checking.run import Run
    from corrigenda.tasks.checking.timeline import ask_timelines
    from corrigenda.tasks.explain import explain
    from corrigenda.tasks.page import make_page, write_report
    from corrigenda.tasks.reference.collect import Collected, import_collection
    from corrigenda.tasks.reference.find import find

__version__ = "0.2.0"
__all__ = [
    "ArticleCoverage",
    "Catalogue",
    "Change",
    "Collected",
    "Coverage",
    "EventDays",
    "Finding",
    "HeldTerm",
    "KnownSource",
    "Match",
    "Package",
    "Page",
    "Place",
    "Problem",
    "Reliability",
    "Repair",
    "Report",
    "Response",
    "Result",
    "Rule",
    "RulePage",
    "Run",
    "SetupError",
    "Severity",
    "State",
    "Tables",
    "TimelineAnswer",
    "Verdict",
    "apply",
    "ask_timelines",
    "catalogue",
    "check",
    "contents",
    "diff",
    "explain",
    "find",
    "frames",
    "import_collection",
    "load",
    "make_page",
    "new_package",
    "open_package",
    "published_package",
    "render",
    "run_check",
    "write_report",
]
# The module of each name; heavy packages load when a name of theirs is used first.
_HOME = {
    "adapters.validators.pandera": ("frames",),
    "checking.rulebook.catalogue": ("Catalogue", "Rule", "catalogue"),
    "engine.tables": ("Tables", "load"),
    "errors": ("Problem", "SetupError"),
    "package.package": ("Package", "open_package"),
    "package.scaffold": ("new_package", "published_package"),
    "release.change": ("Change",),
    "release.diff": ("apply", "contents", "diff"),
    "report": ("render",),
    "report.model": ("Report",),
    "report.page.model": ("Page",),
    "results.coverage": ("ArticleCoverage", "Coverage"),
    "results.finding": ("Finding", "Place", "Repair", "Result", "Severity", "State", "Verdict"),
    "results.known_source": ("KnownSource",),
    "results.reliability": ("Reliability",),
    "results.rule_page": ("RulePage",),
    "results.response": ("Response",),
    "results.timeline": ("EventDays", "TimelineAnswer"),
    "tasks.checking.check": ("check", "run_check"),
    "tasks.explain": ("explain",),
    "tasks.checking.run": ("Run",),
    "tasks.reference.collect": ("Collected", "import_collection"),
    "tasks.reference.find": ("find",),
    "collections.lookup": ("HeldTerm", "Match"),
    "tasks.page": ("make_page", "write_report"),
    "tasks.checking.timeline": ("ask_timelines",),
}
_MODULE = {name: module for module, names in _HOME.items() for name in names}


def __getattr__(name: str) -> Any:
    """Load a public name on first use, so that importing the package costs next to nothing."""
    if name not in _MODULE:
        # Python asks whether another name was meant where it is told whose attribute it is.
        raise AttributeError(f"module 'corrigenda' has no attribute '{name}'", name=name, obj=sys.modules[__name__])
    from importlib import import_module

    try:
        return getattr(import_module(f"corrigenda.{_MODULE[name]}"), name)
    except ModuleNotFoundError as error:
        from corrigenda.errors import advise_extra

        advice = advise_extra(error)
        if advice is None:
            raise
        raise ModuleNotFoundError(f"corrigenda.{name}: {advice}", name=error.name) from None


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
