"""Hostile texts, pages and flat tables to draft from, always the same one for a seed."""

from __future__ import annotations

import random

from fuzz.hostile_values import NASTY
from fuzz.judge import Files  # noqa: TC002  (of the tests)

Chance = random.Random

_WORDS = (
    "Ada", "Minister", "the", "said", "on", "Monday", "Tuesday,", "May", "2023", "in", "2024-13-45", "$1.5", "million", "billion", "euros",
    "according", "to", "officials", "yesterday", "last", "week", "President", "Land", "of", "“", "”", '"', "(", ")", "...", ".",
    "\n", "\n\n",
    "\r\n", "Dec.", "26", "first", "time", "since", "9" * 400, "1/0", "٣", "½", "per cent", "%", "–", "'s", "U.S.", "then-", "Mr.",
    "et al.",
    "<b>", "&amp;", "&#x202e;", "{actor}", "http://[::1", "\t", "\u00a0", "\u2028", "e\u0301", "Straße", "日本", "阿部", "Łódź", "🦊",
)  # fmt: skip
_HTML = (
    "<p>", "</p>", "<script>alert(1)</script>", "<style>", "<div>" * 500, "<article>", "<h1>Title</h1>", "<!--", "-->", "<![CDATA[", "]]>",
    "<meta charset='utf-7'>", "<meta property='article:published_time' content='9999-99-99'>", "<time datetime='x'>",
    "<base href='file:///'>",
    "<!DOCTYPE x [<!ENTITY a 'b'><!ENTITY c SYSTEM 'file:///etc/passwd'>]>", "&c;", "<iframe src='file:///etc/passwd'>", "<a href='",
    "\x00",
    "<script type='application/ld+json'>{\"datePublished\": [[[[", "</script>", "<table><tr><td>", "<svg onload=x>", "&#0;", "&#x110000;",
)  # fmt: skip
_COLUMNS = ("words", "who", "title", "when", "what", "amount", "source", "x", "")


def _prose(chance: Chance, words: int) -> str:
    pool = (*_WORDS, *_WORDS, *NASTY[:-1]) if chance.random() < 0.3 else _WORDS
    return " ".join(chance.choice(pool) for _ in range(words))


def _text(chance: Chance) -> bytes:
    what = chance.randrange(10)
    if what == 0:
        return bytes(chance.randrange(256) for _ in range(chance.choice((0, 1, 500))))
    if what == 1:
        return _prose(chance, 200).encode(chance.choice(("utf-16", "utf-8-sig", "utf-32")), "surrogatepass")
    if what == 2:
        return (chance.choice(_WORDS) * chance.choice((1, 3000))).encode("utf-8", "surrogatepass")
    if what == 3:
        return ("(" * 3000 + "“" * 3000 + _prose(chance, 20)).encode("utf-8", "surrogatepass")
    return _prose(chance, chance.choice((1, 30, 30, 150))).encode("utf-8", "surrogatepass")


def _page(chance: Chance) -> bytes:
    parts = [chance.choice(_HTML) if chance.random() < 0.5 else _prose(chance, 12) for _ in range(chance.choice((1, 10, 30)))]
    return f"<html><body><p>{_prose(chance, 30)}</p>{''.join(parts)}".encode("utf-8", "surrogatepass")


def _flat(chance: Chance) -> bytes:
    columns = chance.sample(_COLUMNS, chance.randrange(1, len(_COLUMNS))) if chance.random() < 0.5 else list(_COLUMNS[:5])
    rows = [",".join(chance.choice((*NASTY[:-1], *_WORDS)).replace(",", " ") for _ in columns) for _ in range(chance.choice((0, 1, 20)))]
    return "\n".join([",".join(columns), *rows, ""]).encode("utf-8", "surrogatepass")


def make_draft(seed: int) -> tuple[Files, list[str], str]:
    """Return files to draft from, the arguments of the command, and what kind of input it is."""
    chance = Chance(seed)
    kind = chance.choice(("text", "text", "text", "page", "page", "flat", "names"))
    files: Files = {}
    name = "one.html" if kind == "page" else "one.txt"
    files[name] = _page(chance) if kind == "page" else _text(chance)
    arguments = ["draft", "--text", name, "-o", "made"]
    if kind == "flat":
        files["flat.csv"] = _flat(chance)
        arguments += ["--from", "flat.csv"]
    if kind == "names":
        for option in chance.sample(("--id", "--published", "--language", "--title", "--publisher"), 2):
            arguments += [option, chance.choice(NASTY[:-1]).replace("\x00", "") or "x"]
    # Writing takes several times as long as reading.
    if chance.random() < 0.7:
        arguments += ["--check"]
    return files, arguments, kind
