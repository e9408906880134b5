"""What a browser sends to the page for review, without a browser."""

from __future__ import annotations

import http.client
import re
from urllib.parse import urlencode, urlsplit


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
