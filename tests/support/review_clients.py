"""What a browser sends to the page for review, without a browser."""

from __future__ import annotations

import html
import http.client
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

from drafted_article import ON, TEXT

from corrigenda.package.drafts import Key, find_drafts
from corrigenda.package.package import open_package
from corrigenda.tasks.review.server import serve_review


def accept_finding(address: str, finding: str) -> None:
    """Enter the page by its address with the token, and accept the drafts under a finding, as the key `f` does."""
    link = urlsplit(address)
    connection = http.client.HTTPConnection(link.netloc, timeout=60)
    connection.request("GET", f"/?{link.query}")
    entered = connection.getresponse()
    entered.read()
    headers = {"Cookie": str(entered.getheader("set-cookie")).split(";")[0], "Origin": f"http://{link.netloc}"}
    connection.request("GET", "/", headers=headers)
    shown = connection.getresponse().read().decode()
    read = re.search(rf'name="finding" value="{finding}"><input type="hidden" name="read" value="(\w+)"', shown)
    assert read
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", "/accept", urlencode({"finding": finding, "read": read[1]}), {**headers, **form})
    assert connection.getresponse().status == 200
    connection.close()


class Reviewed(NamedTuple):
    """Hold a package under review, and how its page is asked."""

    root: Path
    host: str
    headers: dict[str, str]

    def ask(self, path: str, fields: Mapping[str, str] | None = None) -> tuple[int, str]:
        connection = http.client.HTTPConnection(self.host, timeout=60)
        body = None if fields is None else urlencode(fields)
        form = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
        connection.request("GET" if body is None else "POST", path, body, {**self.headers, **form})
        reply = connection.getresponse()
        text = reply.read().decode()
        connection.close()
        return reply.status, text

    def read(self, table: str, key: str, path: str = "/") -> dict[str, str]:
        """Return the fields with which the page sends a row."""
        text = self.ask(path)[1]
        found = re.search(rf'name="table" value="{table}"><input type="hidden" name="row" value="{key}"><input[^>]* value="(\w+)"', text)
        assert found, f"{table} {key} is not on the page"
        return {"table": table, "row": key, "read": found[1]}

    def drafts(self) -> frozenset[Key]:
        return find_drafts(open_package(self.root))


@contextmanager
def reviewing(root: Path) -> Iterator[Reviewed]:
    """Serve the review of the drafted article and enter the page."""
    with serve_review(root, TEXT, "Ada", lambda: ON, lambda _: None) as link:
        host = urlsplit(link).netloc
        connection = http.client.HTTPConnection(host, timeout=60)
        connection.request("GET", f"/?{urlsplit(link).query}")
        cookie = str(connection.getresponse().getheader("set-cookie")).split(";")[0]
        connection.close()
        yield Reviewed(root, host, {"Cookie": cookie, "Origin": f"http://{host}"})


def notice(text: str) -> str:
    found = re.search(r'<p id="notice"[^>]*>([^<]*)</p>', text)
    return html.unescape(found[1]) if found else ""
