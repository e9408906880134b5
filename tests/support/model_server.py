"""A server on loopback that speaks as an OpenAI-compatible one does, and replies what a test tells it to."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

Content = Callable[[dict[str, Any]], str]


@dataclass
class Served:
    """Hold the requests that came in, and how the next ones are answered."""

    content: Content = lambda _: "{}"
    status: int = 200
    manner: str = "whole"
    requests: list[dict[str, Any]] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)
    address: str = ""


@contextmanager
def serving_model(user: Path, *, takes_schema: bool = True) -> Iterator[Served]:
    """Serve on loopback until the block ends, and name the server "loop" in the settings of llm under `user`."""
    served = Served()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            asked = json.loads(body)
            served.requests.append(asked)
            self.close_connection = True
            if served.status != 200:
                # 400 is not asked again; the words of such a page are not shown whole.
                self._send("application/json", json.dumps({"error": {"message": "No. " * 500}}).encode())
            elif served.manner == "no protocol":
                self.wfile.write(b"\x00\xff nothing that is HTTP")
            else:
                self._stream(served.content(asked))

        def _stream(self, content: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Connection", "close")
            self.end_headers()
            if served.manner == "silent":
                served.stopped.wait(20)
                return
            if served.manner == "no events":
                self.wfile.write(b"data: {not JSON\n\n")
                return
            size = 50_000 if len(content) > 10_000 else 37
            parts = [content[at : at + size] for at in range(0, len(content), size)]
            for number, part in enumerate(parts):
                if served.manner == "cut off" and number == len(parts) // 2:
                    return
                if served.manner == "slow" and served.stopped.wait(0.2):
                    return
                choice = {"index": 0, "delta": {"content": part}, "finish_reason": None}
                event = {"id": "a", "object": "chat.completion.chunk", "created": 0, "model": "loop", "choices": [choice]}
                try:
                    self.wfile.write(b"data: " + json.dumps(event).encode() + b"\n\n")
                    self.wfile.flush()
                except OSError:
                    return
            self.wfile.write(b"data: [DONE]\n\n")

        def _send(self, kind: str, body: bytes) -> None:
            self.send_response(served.status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.address = f"127.0.0.1:{server.server_port}"
    user.mkdir(parents=True, exist_ok=True)
    named = {"model_id": "loop", "model_name": "loop", "api_base": f"http://{served.address}/v1", "supports_schema": takes_schema}
    (user / "extra-openai-models.yaml").write_text(json.dumps([named]), "utf-8")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        served.stopped.set()
        server.shutdown()
        server.server_close()
        thread.join(10)
