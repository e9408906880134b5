"""A page on loopback lets in one browser by a one-time link, and refuses whatever else can be sent to it."""

from __future__ import annotations

import http.client
import random
import socket
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

import pytest

from corrigenda.adapters import loopback
from corrigenda.adapters.loopback import Answer, serving
from corrigenda.errors import SetupError

pytest.importorskip("starlette", reason="the page for review needs the extra 'review'")

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Reply(NamedTuple):
    status: int
    text: str
    headers: Mapping[str, str]


class Site(NamedTuple):
    link: str
    links: list[str]
    received: list[dict[str, str]]

    @property
    def own(self) -> str:
        return urlsplit(self.link).netloc

    def ask(self, method: str, path: str, body: str | bytes | None = None, headers: Mapping[str, str] | None = None) -> Reply:
        connection = http.client.HTTPConnection(self.own, timeout=20)
        connection.putrequest(method, path, skip_host="Host" in (headers or {}))
        data = body.encode() if isinstance(body, str) else body
        for name, value in {**({"Content-Length": str(len(data))} if data is not None else {}), **(headers or {})}.items():
            connection.putheader(name, value)
        connection.endheaders(data)
        reply = connection.getresponse()
        text = reply.read().decode()
        connection.close()
        return Reply(reply.status, text, {name.lower(): value for name, value in reply.getheaders()})

    def enter(self) -> dict[str, str]:
        """Use the newest link; return the headers with which the browser then asks."""
        link = urlsplit(self.links[-1] if self.links else self.link)
        reply = self.ask("GET", f"{link.path}?{link.query}")
        assert (reply.status, reply.headers["location"]) == (303, "/")
        return {"Cookie": reply.headers["set-cookie"].split(";")[0], "Origin": f"http://{self.own}"}


@pytest.fixture
def site() -> Iterator[Site]:
    links: list[str] = []
    received: list[dict[str, str]] = []

    def keep(fields: Mapping[str, str]) -> Answer:
        received.append(dict(fields))
        return Answer("kept", "text/plain")

    def fail(fields: Mapping[str, str]) -> Answer:
        raise SetupError("a.csv: is broken", "a.csv: is broken") if fields else ValueError("\udcff")

    gets = {"/": lambda _: Answer("the page"), "/find": keep, "/fail": fail, "/half": lambda _: Answer("\udcff")}
    with serving(gets, {"/accept": keep}, lambda line: links.append(line.split(": ", 1)[1])) as link:
        yield Site(link, links, received)


def test_a_link_opens_one_browser_once(site: Site) -> None:
    assert site.ask("GET", "/").status == 403
    own = site.enter()
    assert site.ask("GET", "/", headers=own).text == "the page"
    used = urlsplit(site.link)
    again = site.ask("GET", f"/?{used.query}")
    assert (again.status, again.text) == (403, "This link was used before or is not whole. The terminal shows a new one.\n")
    assert "set-cookie" not in again.headers
    # Whoever closed the browser opens the page again with the next link, and the first browser can go on.
    other = site.enter()
    assert site.ask("GET", "/", headers=other).status == site.ask("GET", "/", headers=own).status == 200


@pytest.mark.parametrize("cookie", ["", "corrigenda=", "corrigenda=x", "corrigenda=é", "other=1"])
def test_a_cookie_that_is_not_ours_lets_nobody_in(site: Site, cookie: str) -> None:
    site.enter()
    assert site.ask("GET", "/", headers={"Cookie": cookie}).status == 403
    assert site.ask("POST", "/accept", "a=1", {"Cookie": cookie, "Origin": f"http://{site.own}", **FORM}).status == 403
    assert site.received == []


def test_the_cookie_and_the_answers_are_closed_to_others(site: Site) -> None:
    link = urlsplit(site.link)
    cookie = site.ask("GET", f"/?{link.query}").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    reply = site.ask("GET", "/", headers={"Cookie": cookie.split(";")[0]})
    assert reply.headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'; script-src 'self';")
    assert "frame-ancestors 'none'" in reply.headers["content-security-policy"]
    assert (reply.headers["cache-control"], reply.headers["x-content-type-options"]) == ("no-store", "nosniff")
    assert "access-control-allow-origin" not in reply.headers
    assert "server" not in reply.headers


@pytest.mark.parametrize("host", ["evil.example", "localhost", "127.0.0.1", "127.0.0.1:1", "[::1]", ""])
def test_another_host_is_refused_before_the_link_is_used(site: Site, host: str) -> None:
    link = urlsplit(site.link)
    assert site.ask("GET", f"/?{link.query}", headers={"Host": host}).status in (400, 421)
    assert site.links == []
    site.enter()


@pytest.mark.parametrize(
    "sent",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "https://{own}"},
        {"Origin": ""},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_what_another_page_sends_is_refused(site: Site, sent: dict[str, str]) -> None:
    own = site.enter()
    headers = {**own, **{name: value.format(own=site.own) for name, value in sent.items()}}
    assert site.ask("POST", "/accept", "a=1", {**headers, **FORM}).status == 403
    assert site.ask("GET", "/find?words=x", headers=headers).status == 403
    assert site.received == []


def test_a_form_without_an_origin_is_refused(site: Site) -> None:
    own = site.enter()
    assert site.ask("POST", "/accept", "a=1", {"Cookie": own["Cookie"], **FORM}).status == 403
    assert site.ask("GET", "/", headers={"Cookie": own["Cookie"]}).status == 200


@pytest.mark.parametrize("method", ["HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW"])
def test_no_other_method_is_answered(site: Site, method: str) -> None:
    own = site.enter()
    assert site.ask(method, "/", headers=own).status in (400, 404, 405)
    assert site.received == []


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd", "/../../../../etc/passwd", "/..%2f..%2f..%2fetc%2fpasswd", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd",
        "/style.css/..", "/find/../accept", "/\\..\\..\\etc", "/%00", "/find%2f", "/FIND", "/accept", "/.",
        "/static/../pyproject.toml", "http://evil.example/",
    ],
)  # fmt: skip
def test_only_listed_paths_are_there(site: Site, path: str) -> None:
    own = site.enter()
    reply = site.ask("GET", path, headers=own)
    assert reply.status in (400, 404, 405), reply
    assert "root:" not in reply.text
    assert site.received == []


def test_a_form_is_read_as_it_was_sent(site: Site) -> None:
    own = site.enter()
    sent = {"a": "1", "cell:x": "<script>alert(1)</script> ü \u202e中", "empty": ""}
    assert site.ask("POST", "/accept", urlencode(sent), {**own, **FORM}).status == 200
    assert site.received == [sent]


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"a=1", "text/plain", 415),
        (b'{"a": 1}', "application/json", 415),
        (b"a=1", "multipart/form-data; boundary=x", 415),
        (b"a=" + b"x" * 300_000, "application/x-www-form-urlencoded", 413),
        (b"&".join(b"f%d=1" % number for number in range(400)), "application/x-www-form-urlencoded", 400),
        (b"a=1&a=2", "application/x-www-form-urlencoded", 400),
        (b"a=%ff", "application/x-www-form-urlencoded", 400),
        (b"\xff\xfe", "application/x-www-form-urlencoded", 400),
    ],
)
def test_what_is_no_form_is_refused(site: Site, body: bytes, kind: str, status: int) -> None:
    own = site.enter()
    reply = site.ask("POST", "/accept", body, {**own, "Content-Type": kind})
    assert reply.status == status
    assert site.received == []
    assert site.ask("GET", "/", headers=own).status == 200


def test_what_fails_is_a_plain_sentence(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    """The browser was told "Internal Server Error", and the terminal a traceback."""
    own = site.enter()
    for path, status, text in (
        ("/fail?a=b", 409, "a.csv: is broken\n"),
        ("/fail", 500, "internal error, please report it: ValueError: \\udcff\n"),
        ("/half", 200, "\\udcff"),
    ):
        reply = site.ask("GET", path, headers=own)
        assert (reply.status, reply.text) == (status, text)
        assert reply.headers["content-security-policy"].startswith("default-src 'none'")
    assert [record for record in caplog.records if record.exc_info] == []


def test_a_head_that_is_too_long_is_refused(site: Site) -> None:
    own = site.enter()
    assert site.ask("GET", "/", headers={**own, "X-Long": "x" * 70_000}).status in (400, 431)


@pytest.mark.parametrize("sent", [b"", b"GET / HTTP/1.1\r\nHost: ", b"POST /accept HTTP/1.1\r\nContent-Length: 10\r\nHost: {own}\r\n"])
def test_a_request_that_never_ends_is_closed(site: Site, monkeypatch: pytest.MonkeyPatch, sent: bytes) -> None:
    monkeypatch.setattr(loopback, "_SECONDS_TO_SEND", 0.3)
    host, port = site.own.split(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall(sent.replace(b"{own}", site.own.encode()))
        assert connection.recv(1000) == b""


def test_a_form_that_never_ends_is_closed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    own = site.enter()
    monkeypatch.setattr(loopback, "_SECONDS_TO_SEND", 0.3)
    host, port = site.own.split(":")
    head = "".join(f"{name}: {value}\r\n" for name, value in {"Host": site.own, "Content-Length": "100", **own, **FORM}.items())
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall(f"POST /accept HTTP/1.1\r\n{head}\r\na=1".encode())
        assert b" 408 " in connection.recv(1000)
    assert site.received == []


def test_no_noise_opens_the_door_or_closes_it(site: Site) -> None:
    """Requests that are cut, mixed up and filled with random bytes: none is let in, none ends the server."""
    drawn = random.Random(2026)
    own = site.enter()
    host, port = site.own.split(":")
    parts = [
        b"GET / HTTP/1.1\r\n", b"POST /accept HTTP/1.1\r\n", f"Host: {site.own}\r\n".encode(), b"Host: evil.example\r\n", b"\r\n",
        f"Origin: http://{site.own}\r\n".encode(), b"Content-Length: 3\r\n", b"Content-Length: -1\r\n", b"Content-Length: 99999999999\r\n",
        b"Transfer-Encoding: chunked\r\n", b"ffffffffff\r\n", b"Cookie: corrigenda=\xff\r\n", b"a=1", b"\0", b"HTTP/9.9", b"\xe2\x80\xae",
        b"Content-Type: application/x-www-form-urlencoded\r\n", b"Expect: 100-continue\r\n",
        b"Upgrade: websocket\r\nConnection: Upgrade\r\n",
    ]  # fmt: skip
    for _ in range(300):
        sent = b"".join(drawn.choice(parts) if drawn.random() < 0.9 else drawn.randbytes(20) for _ in range(drawn.randrange(1, 9)))
        with socket.create_connection((host, int(port)), timeout=10) as connection:
            connection.sendall(sent)
            connection.shutdown(socket.SHUT_WR)
            reply = connection.makefile("rb").read(2000)
            assert b" 200 " not in reply[:20], sent
    assert site.received == []
    assert site.ask("GET", "/", headers=own).text == "the page"


def test_a_port_that_is_taken_is_said(site: Site) -> None:
    with pytest.raises(SetupError, match="in use; choose another with --port"), serving({}, {}, print, int(site.own.split(":")[1])):
        pass
