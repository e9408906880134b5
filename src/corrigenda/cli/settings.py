"""Settings of a desk: `corrigenda.toml`, or `[tool.corrigenda]` in pyproject.toml, of the current folder or one above it.

They are defaults of options, so that an option that is given goes before. The gate reads none: the update that it judges could bring them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corrigenda.cli.options import FAIL_ON, SEVERITIES
from corrigenda.errors import SetupError
from corrigenda.values.wording import ask_meant, show

KEYS = ("select", "ignore", "severity", "fail-on", "reference")
_NAMES = ("corrigenda.toml", "pyproject.toml")
# Which keys a command has an option for; one of a group is written with its group.
_COMMANDS = {
    "check": ("select", "ignore", "severity", "fail-on", "reference"),
    "report": ("select", "ignore", "severity", "reference"),
    **dict.fromkeys(("timeline", "export", "find", "locate", "waive", "respond", "review"), ("reference",)),
}
_OPTIONS = {"fail-on": "fail_on", "reference": "known"}


@dataclass(frozen=True)
class Settings:
    """Hold the settings of a file, as they are written in it; `file` is None where there is none."""

    file: Path | None
    values: Mapping[str, Any]

    @property
    def defaults(self) -> dict[str, dict[str, Any]]:
        """Return the defaults of options by command, as click takes them."""
        written = dict(self.values)
        if self.file and "reference" in written:
            written["reference"] = str(self.file.parent / written["reference"])
        if "severity" in written:
            written["severity"] = [f"{rule}={level}" for rule, level in written["severity"].items()]
        return {
            command: {_OPTIONS.get(key, key): written[key] for key in keys if key in written}
            for command, keys in _COMMANDS.items()
            if any(key in written for key in keys)
        }


def read_settings(folder: Path) -> Settings:
    """Read the settings for a folder: those of the nearest file, up to the root of its repository.

    Raises SetupError, with a suggestion, for a key that there is not and for a value of another kind.
    """
    for place in _places(folder):
        for name in _NAMES:
            if (place / name).is_file() and (table := _read(place / name)) is not None:
                problems = list(_lint(table, str(place / name)))
                if problems:
                    raise SetupError(*problems)
                return Settings(place / name, table)
    return Settings(None, {})


def show_settings(settings: Settings) -> str:
    """Show the settings in force and where they are from.

    >>> print(show_settings(Settings(Path("corrigenda.toml"), {"ignore": ["year-*"]})).splitlines()[2])
      ignore     year-*
    """
    if settings.file is None:
        return "There are no settings: no corrigenda.toml, and no [tool.corrigenda] in pyproject.toml, here or in a folder above."
    lines = [f"Settings from {settings.file}:"]
    for key in KEYS:
        value = settings.values.get(key, "(not set)")
        pairs = [f"{rule} = {level}" for rule, level in value.items()] if isinstance(value, dict) else value
        lines.append(f"  {key:<10} {', '.join(pairs) if isinstance(pairs, list) else pairs}")
    return "\n".join(lines)


def _places(folder: Path) -> Iterator[Path]:
    """Yield a folder and those above it, up to the root of its repository; without a repository only the folder itself."""
    above = [folder, *folder.parents]
    root = next((number for number, place in enumerate(above) if (place / ".git").exists()), 0)
    yield from above[: root + 1]


def _read(file: Path) -> dict[str, Any] | None:
    """Read the table of a file; None where it has none."""
    import tomllib

    try:
        document = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SetupError(f"{file}: is no TOML: {error}") from None
    if file.name == "corrigenda.toml":
        return document
    tools = document.get("tool", {})
    table = tools.get("corrigenda") if isinstance(tools, dict) else None
    return table if isinstance(table, dict) else None


def _lint(table: Mapping[str, Any], where: str) -> Iterator[str]:
    for key, value in table.items():
        if key not in KEYS:
            yield f"{where}: there is no setting '{key}'; {_suggest(key, KEYS)}"
        elif key in ("select", "ignore") and not (isinstance(value, list) and all(isinstance(name, str) for name in value)):
            yield f'{where}: {key} is {show(str(value))}; expected a list of names of rules, such as ["office-*"]'
        elif key == "reference" and not isinstance(value, str):
            yield f"{where}: reference is {show(str(value))}; expected the path of a package"
        elif key == "fail-on" and value not in FAIL_ON:
            yield f"{where}: fail-on is {show(str(value))}; {_suggest(str(value), FAIL_ON)}"
        elif key == "severity" and not isinstance(value, dict):
            yield f'{where}: severity is {show(str(value))}; expected a table of rules, such as "office-*" = "note"'
        elif key == "severity":
            for rule, level in value.items():
                if level not in SEVERITIES:
                    yield f"{where}: severity of {rule} is {show(str(level))}; {_suggest(str(level), SEVERITIES)}"


def _suggest(word: str, known: tuple[str, ...]) -> str:
    return ask_meant(word, known) or f"expected one of {', '.join(known)}"
