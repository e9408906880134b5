"""The glossary, docs/words.md, is kept: each word has one meaning, and the words that are not used are not used."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from packages import ROOT

WORDS = ROOT / "docs" / "words.md"
# Files that still have such words. This list only gets shorter: a file that is clean has to be taken out.
NOT_YET_CLEAN = {
    "docs/rules.md",
    "src/corrigenda/measure/scenes/times.py",
}


def rows(heading: str) -> list[tuple[str, str]]:
    """Return the rows of the first table after a heading of the glossary."""
    part = WORDS.read_text("utf-8").split(f"{heading}\n", 1)[1]
    table = re.search(r"(?:^\|.*\n)+", part, re.M)
    assert table, heading
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.group().splitlines()]
    return [(first, second) for first, second in cells[2:]]


def forbidden() -> re.Pattern[str]:
    words = [word for cell, _ in rows("## Words that are not used") for word in cell.split(", ")]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b(?! (?:for|in for)\b)", re.I)


def sentences(file: Path) -> Iterator[str]:
    """Yield what people read of a file: a page without its code, the comments of a view, the texts of a module, the help of commands."""
    text = file.read_text("utf-8")
    if file.suffix == ".sql":
        comments = "\n".join(line.strip() for line in text.split("\n") if line.strip().startswith("--"))
        yield re.sub(r"`[^`\n]*`|\{[^}\n]*\}", "", comments)
        return
    if file.suffix == ".md":
        yield re.sub(r"```.*?```|`[^`\n]*`|\w*\\_[\w\\]*", "", text, flags=re.S)
        return
    tree = ast.parse(text)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and ast.get_docstring(node) is not None
        and isinstance(node.body[0], ast.Expr)
        and not (isinstance(node, ast.FunctionDef) and _is_command(node))
    }
    for node in ast.walk(tree):
        # One word is a name of a column or an option and no sentence.
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings and " " in node.value:
            yield node.value


def _is_command(node: ast.FunctionDef) -> bool:
    """Tell whether the docstring of a function is the help text of a command."""
    return any(".command" in ast.unparse(decorator) or ".group" in ast.unparse(decorator) for decorator in node.decorator_list)


def read_files() -> list[Path]:
    pages = [file for file in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))) if file != WORDS]
    return [*pages, *(file for kind in ("py", "sql") for file in sorted((ROOT / "src" / "corrigenda").rglob(f"*.{kind}")))]


def test_each_word_of_the_glossary_has_one_row() -> None:
    words = [word for cell, _ in rows("# Words") for word in re.findall(r"\*\*(.+?)\*\*", cell)]
    assert len(words) > 20
    assert sorted(set(words)) == sorted(words)
    assert not [word for word in words if forbidden().search(word)]


@pytest.mark.parametrize("file", read_files(), ids=lambda file: file.relative_to(ROOT).as_posix())
def test_words_that_are_not_used_are_not_used(file: Path) -> None:
    found = sorted({match.lower() for sentence in sentences(file) for match in forbidden().findall(sentence)})
    if file.relative_to(ROOT).as_posix() in NOT_YET_CLEAN:
        assert found, "this file is clean now: take it out of NOT_YET_CLEAN"
    else:
        assert not found, f"docs/words.md says what to write instead of {', '.join(found)}"


def test_a_word_that_is_not_used_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "planted.py"
    file.write_text('def f(x):\n    """Read it anew."""\n    return f"{x} stands beside the other"\n', "utf-8")
    assert [forbidden().findall(sentence) for sentence in sentences(file)] == [["stands", "beside"]]
    view = tmp_path / "planted.sql"
    view.write_text("-- Every {told} event beside its `anew`.\n-- A row stands for one.\nSELECT 1 AS told\n", "utf-8")
    assert [forbidden().findall(sentence) for sentence in sentences(view)] == [["beside"]]
    page = tmp_path / "planted.md"
    page.write_text("It is made anew by `beside`.\n", "utf-8")
    assert [forbidden().findall(sentence) for sentence in sentences(page)] == [["anew"]]
