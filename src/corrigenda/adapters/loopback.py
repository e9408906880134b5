"""Pages served to one person on this machine: on loopback, behind a one-time link, and to no other origin or host.

Starlette (BSD-3-Clause) reads requests and writes answers, uvicorn (BSD-3-Clause) speaks HTTP; both are small, widely used and kept by
the same people. Nothing is read from disk by a path of a request: every path is one of a list.
"""

from __future__ import annotations

import asyncio
import hmac
import secrets
import socket
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from corrigenda.errors import SetupError
from corrigenda.values.wording import visible

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

HOST = "127.0.0.1"
_COOKIE = "corrigenda"
_LARGEST_BODY, _LARGEST_HEAD, _MOST_FIELDS = 256_000, 16_384, 300
_SECONDS_TO_SEND = 10.0
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin",
}  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """Hold what a handler answers: a text of some kind, or the path to go to next."""

    text: str = ""
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    goes_to: str | None = None


Handler = Callable[[Mapping[str, str]], Answer]


def refuse(sentences: Iterable[str]) -> Answer:
    """Return sentences as a plain answer, each once: no page is better than one that is not true."""
    return Answer("\n".join(map(visible, dict.fromkeys(sentences))) + "\n", "text/plain; charset=utf-8", 409)


class Refusal(Exception):  # noqa: N818  (an answer, and no error of the program)
    """Say with which status and sentence a request is refused."""

    def __init__(self, status: int, sentence: str) -> None:
        self.status, self.sentence = status, sentence
        super().__init__(sentence)


@contextmanager
def serving(gets: Mapping[str, Handler], posts: Mapping[str, Handler], say: Callable[[str], object], port: int = 0) -> Iterator[str]:
    """Serve handlers by path on loopback until the block ends, and give the first one-time link.

    A link opens one browser. Once it is used, the next one is given to `say`. Handlers are called one at a time, each with the fields of
    the form or of the query. Raises SetupError where the port is taken.
    """
    import uvicorn

    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, port))
        except OSError as error:
            raise SetupError(f"port {port} of {HOST} cannot be used: {error.strerror}; choose another with --port") from None
        listening.listen(64)
        door = Door(gets, posts, say, listening.getsockname()[1])
        config = uvicorn.Config(
            door.app(), http=_impatient(), ws="none", lifespan="off", log_config=None, access_log=False, server_header=False,
            proxy_headers=False, limit_concurrency=32, timeout_keep_alive=5, h11_max_incomplete_event_size=_LARGEST_HEAD,
        )  # fmt: skip
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        try:
            yield door.link
        finally:
            server.should_exit = True
            thread.join(10)


class Door:
    """Let in one person by a one-time link, and refuse every request that is not theirs."""

    def __init__(self, gets: Mapping[str, Handler], posts: Mapping[str, Handler], say: Callable[[str], object], port: int) -> None:
        self.handlers = {**{("GET", path): one for path, one in gets.items()}, **{("POST", path): one for path, one in posts.items()}}
        self.say, self.port = say, port
        self.token, self.session = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
        self.lock = threading.Lock()

    @property
    def link(self) -> str:
        """Return the link that opens the page once."""
        return f"http://{HOST}:{self.port}/?token={self.token}"

    def app(self) -> Starlette:
        """Return the application: one entry for all paths and methods, so that none is reached in another way."""
        from starlette.applications import Starlette
        from starlette.routing import Route

        methods = ["GET", "POST", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]
        return Starlette(routes=[Route("/{path:path}", self.answer, methods=methods)])

    async def answer(self, request: Request) -> Response:
        """Answer a request, or refuse it with a plain sentence."""
        from starlette.concurrency import run_in_threadpool
        from starlette.responses import RedirectResponse, Response

        try:
            self._judge_origin(request)
            if request.method == "GET" and request.url.path == "/" and "token" in request.query_params:
                return self._let_in(request.query_params["token"])
            if not hmac.compare_digest(request.cookies.get(_COOKIE, "").encode(), self.session.encode()):
                raise Refusal(403, "This page opens with the link that the terminal shows. A link can be used once.")
            handler = self.handlers.get((request.method, request.url.path))
            if handler is None:
                paths = {path for _, path in self.handlers}
                raise Refusal(405, "No such method.") if request.url.path in paths else Refusal(404, "There is no such page.")
            fields = await _read_form(request) if request.method == "POST" else dict(request.query_params)
            answer = await run_in_threadpool(self._handle, handler, fields)
        except Refusal as refusal:
            return Response(refusal.sentence + "\n", refusal.status, _HEADERS | {"Connection": "close"}, "text/plain; charset=utf-8")
        if answer.goes_to is not None:
            return RedirectResponse(answer.goes_to, 303, _HEADERS)
        # A cell that is no UTF-8 is shown with what cannot be encoded escaped.
        return Response(answer.text.encode("utf-8", "backslashreplace"), answer.status, _HEADERS | {"Content-Type": answer.kind})

    def _handle(self, handler: Handler, fields: Mapping[str, str]) -> Answer:
        """Ask a handler; where files were broken by another program, or the program is at fault, the answer is that sentence."""
        try:
            with self.lock:
                return handler(fields)
        except SetupError as error:
            return refuse(error.sentences)
        except Exception as error:
            return replace(refuse([f"internal error, please report it: {type(error).__name__}: {error}"]), status=500)

    def _judge_origin(self, request: Request) -> None:
        """Refuse a host that is another name for this machine (DNS rebinding), and a request that another page has sent."""
        if sum(len(name) + len(value) for name, value in request.headers.raw) + len(request.scope["query_string"]) > _LARGEST_HEAD:
            raise Refusal(431, "The head of the request is too long.")
        own = f"{HOST}:{self.port}"
        if request.headers.getlist("host") != [own]:
            raise Refusal(421, f"This page is served as {own} alone.")
        if request.method not in ("GET", "POST"):
            raise Refusal(405, "No such method.")
        origins = request.headers.getlist("origin")
        if (origins or request.method == "POST") and origins != [f"http://{own}"]:
            raise Refusal(403, "The request comes from another page.")
        if request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin") and request.query_params.keys() != {"token"}:
            raise Refusal(403, "The request comes from another page.")

    def _let_in(self, token: str) -> Response:
        from starlette.responses import RedirectResponse

        if not hmac.compare_digest(token.encode(), self.token.encode()):
            raise Refusal(403, "This link was used before or is not whole. The terminal shows a new one.")
        self.token = secrets.token_urlsafe(32)
        self.say(f"If you need to open the page again: {self.link}")
        response = RedirectResponse("/", 303, _HEADERS)
        response.set_cookie(_COOKIE, self.session, httponly=True, samesite="strict", path="/")
        return response


async def _read_form(request: Request) -> dict[str, str]:
    """Read the fields of a form: so many bytes and fields at most, within some seconds."""
    if request.headers.get("content-type", "").split(";")[0].strip() != "application/x-www-form-urlencoded":
        raise Refusal(415, "Only a form can be sent here.")
    body = bytearray()
    try:
        async with asyncio.timeout(_SECONDS_TO_SEND):
            async for part in request.stream():
                body += part
                if len(body) > _LARGEST_BODY:
                    raise Refusal(413, f"The form is larger than {_LARGEST_BODY:,} bytes.")
        fields = parse_qsl(bytes(body).decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except TimeoutError:
        raise Refusal(408, "The form did not arrive in time.") from None
    except ValueError:
        raise Refusal(400, "The form cannot be read.") from None
    if len(dict(fields)) < len(fields):
        raise Refusal(400, "The form has a field twice.")
    return dict(fields)


def _impatient() -> Any:
    """Return a protocol that closes a connection over which no whole request arrives; uvicorn waits for one for ever."""
    from uvicorn.protocols.http.h11_impl import H11Protocol

    class Impatient(H11Protocol):
        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            self.loop.call_later(_SECONDS_TO_SEND, self._give_up)

        def _give_up(self) -> None:
            if getattr(self, "cycle", None) is None and not self.transport.is_closing():
                self.transport.close()

    return Impatient
