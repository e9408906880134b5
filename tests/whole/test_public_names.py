"""Everything that the package offers in Python says what it does, with a short example that runs (as a doctest)."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from enum import Enum
from typing import Any

import pytest

import corrigenda


def documented(name: str) -> Iterator[tuple[str, Any]]:
    """Yield a public name and the public methods of a class by their full names."""
    value = getattr(corrigenda, name)
    yield name, value
    if inspect.isclass(value) and not issubclass(value, (Enum, BaseException)) and name != "Tables":
        yield from ((f"{name}.{key}", one) for key, one in vars(value).items() if inspect.isfunction(one) and not key.startswith("_"))


def lacks_example(value: Any) -> bool:
    return ">>> " not in (inspect.getdoc(value) or "")


@pytest.mark.parametrize("name", corrigenda.__all__)
def test_every_public_name_has_an_example(name: str) -> None:
    assert [key for key, value in documented(name) if lacks_example(value)] == []


def test_a_name_without_an_example_is_seen() -> None:
    def bare() -> None:
        """Do something."""

    assert lacks_example(bare)
    assert {key for key, _ in documented("Finding")} >= {"Finding", "Finding.waive"}


def test_the_names_are_the_same_for_readers_and_for_checkers_of_types() -> None:
    tree = ast.parse(inspect.getsource(corrigenda))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert set(corrigenda.__all__) <= imported
    assert set(dir(corrigenda)) >= set(corrigenda.__all__)
    assert sorted(corrigenda.__all__) == corrigenda.__all__


def test_a_misspelt_name_is_asked_about() -> None:
    with pytest.raises(AttributeError) as caught:
        corrigenda.chek  # noqa: B018
    assert (caught.value.name, caught.value.obj) == ("chek", corrigenda)
