"""Starting points: an empty package that is valid, and the skeleton of a rule."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from corrigenda.errors import SetupError
from corrigenda.package.package import Package, open_package
from corrigenda.package.storage.files import program_folder, write_atomically
from corrigenda.package.storage.journal import write_together, writing
from corrigenda.package.storage.scrap import scrap_folder, temporary_folder
from corrigenda.package.tables.csv_file import write_rows

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LAYERS = ("said", "known", "found", "")
# Kinds of events and of ties, phrases and words of titles are this program's own words, and rules and authoring need them.
_VOCABULARY = ("kinds.csv", "phrases.csv", "tie_kinds.csv", "title_words.csv")
_OWN_SOURCE = {"source_id": "corrigenda", "title": "Definitions of the Corrigenda project", "seen": "page"}


def new_rule(name: str, folder: Path, topic: str | None = None, since: str = "") -> tuple[Path, Path]:
    """Write the skeleton of a rule and of its case page, side by side.

    A folder that has topics (the program's own rules) needs the name of one of them; a folder of house rules has none.
    `since` is the version that has the rule first.
    Raises SetupError if a name is not well formed, the topic does not fit the folder, or a file is there already.
    """
    for kind, text in (("name", name), ("topic", topic or "topic")):
        if not _NAME.fullmatch(text):
            raise SetupError(f"The {kind} '{text}' is not well formed; expected words of lower-case letters joined by '-'.")
    topics = sorted({file.parent.name for file in folder.glob("*/*.sql")})
    if topics and topic is None:
        raise SetupError(f"{folder}: the rules are in folders by topic; give --topic, for example one of {', '.join(topics)}.")
    if topic and not topics:
        raise SetupError(f"{folder}: house rules have no topics; leave out --topic.")
    target = folder / topic if topic else folder
    files = target / f"{name}.sql", target / f"{name}.md"
    for file in (*files, *folder.glob(f"*/{name}.sql")):
        if file.exists():
            raise SetupError(f"{file}: is there already; choose another name for the rule.")
    templates = program_folder("templates")
    for file, template in zip(files, ("rule.sql", "rule.md"), strict=True):
        text = (templates / template).read_text("utf-8").replace("RULE-NAME", name)
        # Only the program's own rules are part of one of its versions.
        text = text.replace("VERSION", since) if topic else text.replace("-- since: VERSION\n", "")
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, text.encode())
    return files


def new_package(folder: Path | str, *, starter: bool = False, articles: bool = False, known: Path | str | None = None) -> Package:
    """Make a valid package in a folder that is empty or not there, and open it.

    It has every table of this program; all are empty but the program's own kinds, phrases and words of titles. With `starter`,
    the states of the world, verbs of saying and signs of currencies are in it too. With `articles`, it has no reference of its own:
    it is opened with `open_package(folder, known)` and that of another package; without `known` an empty one takes its place here.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     package = new_package(f"{folder}/news")
    ...     package.name, len(package.layer("said")) > 10
    ('news', True)
    """
    folder = Path(folder)
    with _whole(folder) as made:
        _make(made, starter=starter, articles=articles)
    if articles and known is None:
        # Its foreign keys point at a reference that somebody names with --known; until then there is nothing to open.
        with temporary_folder() as scrap:
            return open_package(folder, new_package(scrap / "reference").root)
    return open_package(folder, known)


def published_package() -> Package:
    """Open the published package, which comes with the program: the claims of an article without its text, and a reference.

    >>> published_package().name
    'corrigenda'
    """
    return open_package(program_folder("data").parent)


def copy_published(folder: Path | str) -> Package:
    """Copy the published package, which comes with the program, with its licence into a folder that is empty or not there, and open it."""
    folder = Path(folder)
    published = published_package()
    with _whole(folder) as made:
        for file in (*published.files(), published.root / "data" / "LICENSE.md"):
            target = made / file.relative_to(published.root)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
    return open_package(folder)


@contextmanager
def _whole(folder: Path) -> Iterator[Path]:
    """Give a folder of the same name that takes the place of an empty one, or of none, once it is whole."""
    if folder.is_dir():
        # A shell may be in it, so that it stays and its files come in one step.
        with writing(folder), scrap_folder(folder, folder) as scrap:
            _demand_empty(folder, scrap)
            made = scrap / folder.resolve().name
            made.mkdir()
            yield made
            write_together(folder, {file.relative_to(made).as_posix(): file for file in sorted(made.rglob("*")) if file.is_file()})
        return
    with scrap_folder(folder.parent, folder) as scrap:
        if os.path.lexists(folder):
            raise SetupError(f"{folder}: is there already and not empty")
        made = scrap / folder.resolve().name
        made.mkdir()
        yield made
        made.rename(folder)


def _demand_empty(folder: Path, scrap: Path) -> None:
    if any(file != scrap for file in folder.iterdir()):
        raise SetupError(f"{folder}: is there already and not empty")


def _make(folder: Path, *, starter: bool, articles: bool) -> None:
    shutil.copytree(program_folder("schemas"), folder / "schemas")
    resources = []
    schemas = (folder / "schemas").rglob("*.json")
    for file in sorted(schemas, key=lambda file: (_LAYERS.index(_layer(folder, file)), file.stem)):
        if articles and _layer(folder, file) == "known":
            file.unlink()
            continue
        schema = json.loads(file.read_text("utf-8"))
        data = folder / "data" / file.relative_to(folder / "schemas").with_suffix(".csv")
        data.parent.mkdir(parents=True, exist_ok=True)
        names = [field["name"] for field in schema["fields"]]
        own = [[_OWN_SOURCE.get(name) for name in names]] if file.stem == "sources" else []
        write_atomically(data, write_rows(names, own))
        resources.append(_describe(folder, file, data, schema))
    for name in () if articles else _VOCABULARY:
        write_atomically(folder / "data" / "known" / name, (program_folder("data") / "known" / name).read_bytes())
    name = re.sub(r"[^a-z0-9._-]+", "-", folder.resolve().name.lower()).strip("-._") or "package"
    profile = "https://datapackage.org/profiles/2.0/datapackage.json"
    descriptor = {"$schema": profile, "name": name, "version": "0.1.0", "resources": resources}
    write_atomically(folder / "datapackage.json", (json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n").encode())
    if articles:
        (folder / "schemas" / "known").rmdir()
    elif starter:
        from corrigenda.package.starter import write_starter

        write_starter(folder)


def _layer(folder: Path, file: Path) -> str:
    parts = file.relative_to(folder / "schemas").parts
    return parts[0] if len(parts) > 1 else ""


def _describe(folder: Path, file: Path, data: Path, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": file.stem,
        "type": "table",
        "title": schema["title"],
        "description": schema["description"],
        "path": data.relative_to(folder).as_posix(),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": file.relative_to(folder).as_posix(),
    }
