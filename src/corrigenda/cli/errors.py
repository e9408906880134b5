"""What a command says when nothing can be judged: sentences on stderr and exit code 2, never a traceback."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from pathlib import Path
from typing import Any

import click

from corrigenda.errors import SetupError, advise_extra
from corrigenda.values.wording import sentence, visible

# What begins with a word is a sentence; what begins with a place (a file and its line) is as an editor reads it.
_WORD = re.compile(r"[a-z]+ ")
# What stands for a byte that is no UTF-8.
_HALF = re.compile("[\ud800-\udfff]")


def say_sentences(command: Callable[..., Any]) -> Callable[..., Any]:
    """Turn a broken set-up into sentences on stderr and exit code 2."""

    @wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        try:
            _demand_text(kwargs)
            return command(*args, **kwargs)
        except click.exceptions.Exit:
            raise
        except SetupError as error:
            given = tuple(str(path) for path in _words(kwargs) if isinstance(path, Path))
            for told in error.sentences:
                # A path with a blank that was given begins like a sentence.
                click.echo(visible(sentence(told) if _WORD.match(told) and not told.startswith(given) else told), err=True)
        except ModuleNotFoundError as error:
            advice = advise_extra(error)
            if advice is None:
                raise
            click.echo(advice, err=True)
        except BrokenPipeError:
            # The reader went away; nothing can be said to it any more.
            sys.stderr.close()
        except OSError as error:
            click.echo(visible(f"{error.filename or 'a file'}: {error.strerror or error}"), err=True)
        except Exception as error:
            if os.environ.get("CORRIGENDA_DEBUG"):
                raise
            click.echo(visible(f"internal error, please report it: {type(error).__name__}: {error}"), err=True)
        sys.exit(2)

    return wrapped


def _demand_text(named: Mapping[str, Any]) -> None:
    """Raise SetupError where a word of the command line is no text; a path may have any bytes."""
    for name, value in named.items():
        for word in _words({name: value}):
            if isinstance(word, str) and _HALF.search(word):
                raise SetupError(f"{name.strip('_').replace('_', '-')} is not UTF-8: {word}")


def _words(named: Mapping[str, Any]) -> Iterator[Any]:
    """Yield what was given on the command line, each of several for itself."""
    for value in named.values():
        for one in value if isinstance(value, tuple) else (value,):
            yield from one if isinstance(one, tuple) else (one,)
