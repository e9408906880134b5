"""Put a summary on a pull request: edit the comment that an earlier run made, or make one.

The first line of the summary is a mark that nobody sees. A comment with the same mark, by the user whose token this is, is edited; all
others are left alone. Standard library only, so that any Python of a runner does.

GH_TOKEN, GITHUB_REPOSITORY, NUMBER (of the pull request), GITHUB_API_URL (default https://api.github.com),
AUTHOR (default github-actions[bot]). The argument is the file of the summary.
"""

from __future__ import annotations

import json
import os
import sys
import urllib.request
from pathlib import Path
from typing import Any


def main(file: Path) -> None:
    """Write the summary in a file as the one comment of its mark."""
    text = file.read_text("utf-8")
    comments = f"/repos/{os.environ['GITHUB_REPOSITORY']}/issues/{int(os.environ['NUMBER'])}/comments"
    own = find_comment(comments, text.partition("\n")[0], os.environ.get("AUTHOR", "github-actions[bot]"))
    if own is None:
        ask("POST", comments, {"body": text})
    else:
        ask("PATCH", f"/repos/{os.environ['GITHUB_REPOSITORY']}/issues/comments/{own}", {"body": text})


def find_comment(comments: str, mark: str, author: str) -> int | None:
    """Return the number of the author's comment that begins with a mark, None where there is none."""
    page = 1
    while found := ask("GET", f"{comments}?per_page=100&page={page}"):
        for comment in found:
            if comment["user"]["login"] == author and comment["body"].startswith(mark):
                return int(comment["id"])
        page += 1
    return None


def ask(method: str, path: str, body: dict[str, str] | None = None) -> Any:
    """Ask the service, and return its answer."""
    headers = {"Authorization": f"Bearer {os.environ['GH_TOKEN']}", "Accept": "application/vnd.github+json"}
    data = None if body is None else json.dumps(body).encode()
    address = os.environ.get("GITHUB_API_URL", "https://api.github.com") + path
    request = urllib.request.Request(address, data, {**headers, "Content-Type": "application/json"}, method=method)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
