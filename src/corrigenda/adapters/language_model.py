"""A language model that the user names, asked through the library llm: for so many seconds and characters, and never trusted.

llm (Apache-2.0, long kept) knows every provider by a plugin, keeps keys in a store of its own that nothing here reads, and takes JSON
Schemas. It loads only here. Nothing is sent but the prompt, and only once a model is opened by its name.
"""

from __future__ import annotations

import os
import queue
import threading
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from corrigenda.drafting.proposals.additions import ModelReply
from corrigenda.drafting.proposals.request import outline
from corrigenda.errors import SetupError

SECONDS = 120.0
_LONGEST = 200_000
_OPENAI = "https://api.openai.com/v1"


@dataclass(frozen=True)
class LanguageModel:
    """Hold a model that can be asked: its name, where it is, and how many seconds it has for a reply."""

    name: str
    where: str
    seconds: float
    model: Any

    def ask(self, instructions: str, prompt: str, schema: dict[str, Any]) -> ModelReply:
        """Return what the model replies; a reply that is late, too long or fails is a problem that is said, and no error.

        A model that takes no schema gets it in a few words: such models are small, and so is the prompt that they can read.
        """
        cells = {"schema": schema} if self.model.supports_schema else {}
        words = prompt if cells else f"{prompt}\n\n{outline(schema)}"
        parts: queue.SimpleQueue[str | ModelReply | None] = queue.SimpleQueue()
        stopped = threading.Event()

        def listen() -> None:
            try:
                for part in self.model.prompt(words, system=instructions, stream=True, **cells):
                    parts.put(str(part))
                    if stopped.is_set():
                        return
                parts.put(None)
            except Exception as error:  # whatever a plugin raises
                parts.put(ModelReply(problem=_sentence(error)))

        # A library that waits for a silent server for ever is left behind: the thread ends with the program.
        threading.Thread(target=listen, daemon=True).start()
        try:
            return _gather(parts, time.monotonic() + self.seconds, self.seconds)
        finally:
            stopped.set()


def open_model(name: str, seconds: float = SECONDS) -> LanguageModel:
    """Open a model by its name or alias in llm.

    Raises SetupError where the extra is not installed, llm does not know the name, or its key is missing.
    """
    try:
        import llm
    except ImportError:
        raise SetupError("--model needs the library llm; run: pip install 'corrigenda[model]'") from None
    try:
        model = llm.get_model(name)
    except llm.UnknownModelError:
        raise SetupError(
            f"--model is '{name}', which llm does not know; expected a name that 'llm models' lists. 'llm install' adds the plugin of "
            "a provider, and docs/drafting.md says how to name a server of your own."
        ) from None
    try:
        if getattr(model, "needs_key", None):
            model.get_key()
    except llm.NeedsKeyException as error:
        raise SetupError(f"The model '{name}' needs a key: {error}.") from None
    return LanguageModel(model.model_id, _where(model), seconds, model)


def _gather(parts: queue.SimpleQueue[str | ModelReply | None], until: float, seconds: float) -> ModelReply:
    found: list[str] = []
    size = 0
    while True:
        try:
            part = parts.get(timeout=max(0.0, until - time.monotonic()))
        except queue.Empty:
            return ModelReply(problem=f"no whole reply came within {seconds:g} seconds")
        if part is None:
            return ModelReply("".join(found))
        if isinstance(part, ModelReply):
            return part
        found.append(part)
        size += len(part)
        if size > _LONGEST:
            return ModelReply(problem=f"the reply is longer than {_LONGEST:,} characters")


def _sentence(error: Exception) -> str:
    """Return what went wrong as one short clause; servers put whole pages into their errors."""
    said = " ".join(str(error).split())
    shown = "".join(letter for letter in said if letter.isprintable())[:200].rstrip(".")
    return f"the model could not be asked ({shown or type(error).__name__})"


def _where(model: Any) -> str:
    """Return the host that a model is asked at, as far as llm says it; never what else is in an address."""
    module = type(model).__module__
    base = getattr(model, "api_base", None)
    if not base and module.startswith("llm.default_plugins.openai"):
        base = os.environ.get("OPENAI_BASE_URL") or _OPENAI
    host = urlsplit(str(base)) if base else None
    if host is not None and host.hostname:
        return host.hostname + (f":{host.port}" if host.port else "")
    return f"the plugin {module.split('.')[0]}, whose own settings say where it runs"
