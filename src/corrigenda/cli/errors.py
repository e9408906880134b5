"""What a command says when nothing can be judged: sentences on stderr and exit code 2, never a traceback."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from corrigenda.errors import SetupError, advise_extra
from corrigenda.values.wording import sentence, visible

# What begins with a word is a sentence; what begins with a place (a file and its line) is as an editor reads it.
_WORD = re.compile(r"[a-z]+ ")


def say_sentences(command: Callable[..., Any]) -> Callable[..., Any]:
    """Turn a broken set-up into sentences on stderr and exit code 2."""

    @wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except click.exceptions.Exit:
            raise
        except SetupError as error:
            for told in error.sentences:
                click.echo(visible(sentence(told) if _WORD.match(told) else told), err=True)
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
