"""The page for review, served on loopback: what each path answers, by the functions that the command line uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from corrigenda.adapters.loopback import Answer, refuse, serving
from corrigenda.errors import SetupError
from corrigenda.report.page.review import render_form, render_review
from corrigenda.report.template import read_template
from corrigenda.tasks.review.acceptance import OvertakenError
from corrigenda.tasks.review.desk import Desk
from corrigenda.values.wording import sentence, write_json

_FIELD = "cell:"
Fields = Mapping[str, str]


@contextmanager
def serve_review(
    path: Path | str,
    text: str,
    by: str,
    today: Callable[[], str],
    say: Callable[[str], object],
    *,
    known: Path | str | None = None,
    port: int = 0,
) -> Iterator[str]:
    """Serve the review of a draft until the block ends, and give the link that opens it once.

    `text` is that of an article of the package, `by` the person who decides, `today` gives the day, `say` is told the next link.
    Raises SetupError where the package is broken or the text is that of no article.
    """
    desk = Desk(path, text, by, today, known)
    gets = {
        "/": partial(_page, desk),
        "/rest": partial(_page, desk, rest=True),
        "/row": partial(_form, desk),
        "/find": partial(_find, desk),
        "/style.css": partial(_file, "style.css", "text/css; charset=utf-8"),
        "/review.css": partial(_file, "review.css", "text/css; charset=utf-8"),
        "/review.js": partial(_file, "review.js", "text/javascript; charset=utf-8"),
    }
    posts = {f"/{name}": partial(_decide, desk, decide) for name, decide in _DECISIONS.items()}
    with closing(desk), serving(gets, posts, say, port) as link:
        yield link


def _page(desk: Desk, _: Fields, rest: bool = False) -> Answer:
    return Answer(render_review(desk.page(), rest=rest))


def _form(desk: Desk, fields: Fields) -> Answer:
    return Answer(render_form(desk.form((fields.get("table", ""), fields.get("row", "")))))


def _find(desk: Desk, fields: Fields) -> Answer:
    return Answer(write_json(desk.find(fields.get("table", ""), fields.get("words", "")[:200])), "application/json")


def _file(name: str, kind: str, _: Fields) -> Answer:
    return Answer(read_template(name), kind)


def _decide(desk: Desk, decide: Callable[[Desk, Fields], str], fields: Fields) -> Answer:
    """Write a decision and show the page again: with what was done, or why it was not."""
    sentences: tuple[str, ...] = ()
    try:
        sentences, status = (decide(desk, fields),), 200
    except OvertakenError as error:
        sentences, status = error.sentences, 409
    except SetupError as error:
        sentences, status = error.sentences, 422
    notice = " ".join(map(sentence, sentences))
    try:
        return Answer(render_review(desk.page(notice, is_refused=status != 200), rest=fields.get("from") == "rest"), status=status)
    except SetupError as error:
        return refuse((*sentences, *error.sentences))


def _accept(desk: Desk, fields: Fields) -> str:
    read = fields.get("read", "")
    if "finding" in fields:
        return desk.accept_finding(fields["finding"], read)
    return desk.accept_rest(read) if "rest" in fields else desk.accept(_key(fields), read)


def _change(desk: Desk, fields: Fields) -> str:
    cells = {name.removeprefix(_FIELD): value for name, value in fields.items() if name.startswith(_FIELD)}
    return desk.change(_key(fields), cells, fields.get("read", ""))


def _reject(desk: Desk, fields: Fields) -> str:
    return desk.reject(_key(fields), fields.get("read", ""))


def _undo(desk: Desk, _: Fields) -> str:
    return desk.undo()


def _key(fields: Fields) -> tuple[str, str]:
    return fields.get("table", ""), fields.get("row", "")


_DECISIONS = {"accept": _accept, "change": _change, "reject": _reject, "undo": _undo}
