"""The map of an article on the page: to scale, with the words that may be printed and no others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from packages import ROOT, change_cell, path_of, read_table

from corrigenda.report.page.card import make_cards
from corrigenda.report.page.html import render_html
from corrigenda.report.page.map import Block, lay_out, strip
from corrigenda.report.page.model import Article, Page, PagePassage, PrintedWords
from corrigenda.results.finding import Severity
from corrigenda.tasks.page import make_page

pytest.importorskip("jinja2", reason="the report needs the extra 'report'")
from report_pages import run


def blocks_of(page: Page) -> list[Block]:
    paragraphs, _ = lay_out(page.articles[0], make_cards(page))
    return [block for blocks in paragraphs for block in blocks]


def test_the_map_is_to_scale(published: Page) -> None:
    for block in blocks_of(published):
        assert sum(len(p.text) if p.text is not None else sum(p.bars) for p in block.pieces) == block.passage.end - block.passage.start


def test_the_strip_has_one_bar_a_sentence_to_scale_and_as_high_as_its_worst_finding(published: Page) -> None:
    article = published.articles[0]
    paragraphs, _ = lay_out(article, make_cards(published))
    bars = strip(article, paragraphs)
    assert len(bars) == len(article.passages)
    for bar, block in zip(bars, (block for blocks in paragraphs for block in blocks), strict=True):
        assert bar.width * article.length == pytest.approx((block.passage.end - block.passage.start) * 940, abs=article.length / 100)
        assert bar.level == (min(block.cards, key=lambda c: list(Severity).index(c.finding.level)).finding.level if block.cards else None)
    heights: dict[str | None, int] = {bar.level: bar.height for bar in bars}
    assert heights["error"] > heights["warning"] > heights["note"] > heights[None]
    assert strip(article, paragraphs * 100) == []


def test_words_whose_place_is_not_known_are_never_cut(published: Page) -> None:
    article = published.articles[0]
    paragraphs, _ = lay_out(article, make_cards(published))
    known = {word for passage in article.passages for words in passage.words for word in (words.words or "").split()}
    loose = [piece.text for blocks in paragraphs for block in blocks for piece in block.pieces if piece.text and not piece.is_exact]
    assert loose
    assert {word for text in loose for word in text.split()} <= known


def test_a_text_laid_in_is_shown_whole_and_marked_where_it_is_meant(article: Path, text: str) -> None:
    blocks = blocks_of(make_page(ROOT, texts=[text]))
    _, _, said = run(ROOT, "--text", article, "--format", "json")
    assert "do not publish it" in said
    for block in blocks:
        assert "".join(p.text or "" for p in block.pieces) == text[block.passage.start : block.passage.end]
    marked = {c.finding.rule: "".join(p.text or "" for p in b.pieces if p.level == "error") for b in blocks for c in b.cards}
    assert marked["office-outside-tenure"] == "Defense Secretary Pete Hegseth"


def test_no_sentence_of_the_article_is_in_a_page_without_its_text(published: Page, text: str) -> None:
    html = render_html(published)
    for block in blocks_of(published):
        sentence = text[block.passage.start : block.passage.end]
        assert sentence not in html
        assert sum(len(p.text) for p in block.pieces if p.text) < len(sentence)


def test_every_finding_about_the_article_stands_in_the_map_once_or_is_named_beneath(published: Page) -> None:
    cards = [card for card in make_cards(published) if card.finding.subject == "article"]
    paragraphs, nowhere = lay_out(published.articles[0], cards)
    shown = [card.number for blocks in paragraphs for block in blocks for card in block.cards] + [card.number for card in nowhere]
    assert sorted(shown) == [card.number for card in cards]
    ends = [card.number for blocks in paragraphs for block in blocks for piece in block.pieces for card in piece.ends]
    assert sorted([*ends, *(card.number for card in nowhere)]) == sorted(shown)


def lay(*words: PrintedWords, text: str | None = None) -> list[tuple[str | int, bool]]:
    article = Article("a", None, None, None, None, None, "", 40, (PagePassage("a/1", 1, 1, 100, 140, words, text),))
    paragraphs, _ = lay_out(article, [])
    return [(piece.text if piece.text is not None else sum(piece.bars), piece.is_exact) for piece in paragraphs[0][0].pieces]


def test_printed_words_stand_where_they_are_and_never_over_each_other() -> None:
    ada, lady = PrintedWords("mentions", "m", 110, 113, "Ada"), PrintedWords("mentions", "n", 105, 113, "Lady Ada")
    assert lay(ada) == [(10, True), ("Ada", True), (27, True)]
    assert lay(ada, lady) == [(5, True), ("Lady Ada", True), (27, True)]
    assert lay(replace(ada, end=130, is_exact=False)) == [(18, True), ("Ada", False), (19, True)]
    assert lay(replace(ada, end=112)) == [(40, True)], "words longer than their span"
    assert lay(replace(ada, start=90, end=93)) == [(40, True)], "words of another passage"
    assert lay() == [(40, True)]


def test_a_text_that_is_not_that_of_the_article_is_not_laid_in(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Another text.", "utf-8")
    code, _, said = run(ROOT, "--text", other, "--single-file", tmp_path / "page.html")
    assert code == 2
    assert "which is that of no article of the package" in said
    assert not (tmp_path / "page.html").exists()


def test_a_text_beside_which_a_row_does_not_fit_is_not_laid_in(package: Path, article: Path, tmp_path: Path) -> None:
    row = read_table(package, "dates")[1][0]
    header = read_table(package, "dates")[0]
    line = change_cell(package, "dates", row[0], "start", str(int(row[header.index("start")]) + 1))
    code, _, said = run(package, "--text", article, "--single-file", tmp_path / "page.html")
    assert code == 2
    assert f"{path_of(package, 'dates').relative_to(package)}:{line}: " in said
    assert not (tmp_path / "page.html").exists()
