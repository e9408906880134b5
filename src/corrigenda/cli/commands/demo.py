"""The command for somebody who has nothing of their own yet."""

from __future__ import annotations

import textwrap
from pathlib import Path

import click

from corrigenda.cli.errors import say_sentences
from corrigenda.cli.options import AS_OF, today
from corrigenda.cli.output import terminal_width

_INTRODUCTION = """\
Corrigenda compares what a news article says with what is known, and finds what cannot all be true.
This is a published article. Its {claims} claims came with the program, its text did not. The worst of {found} findings:
"""
_WHY = "Why it happens: {why}"
_NEXT = """\
Next:
  corrigenda demo -o report                      a page with all findings (needs corrigenda[report])
  corrigenda demo --copy published               a copy of the package, to try other commands on
  corrigenda explain {rule}       what this rule judges, and how reliable it is
  corrigenda draft --text FILE --known {folder}
                                                 your own article, against the same reference (needs corrigenda[author])
  corrigenda new package FOLDER                  a package of your own
"""
_COPIED = """\
{folder} has the published package. Next:
  corrigenda check {folder}                         what cannot all be true
  corrigenda export sqlite {folder} -o facts.sqlite the tables, and views for twelve questions (docs/questions.md)
"""


@click.command()
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="DIR", help="Write a page with all findings there.")
@click.option("--copy", type=click.Path(path_type=Path), metavar="DIR", help="Copy the published package there, to try every command on.")
@AS_OF
@say_sentences
def demo(output: Path | None, copy: Path | None, as_of: str | None) -> None:
    """Show what it finds, on the published article that comes with the program."""
    if copy is not None:
        from corrigenda.package.scaffold import copy_published

        click.echo(_COPIED.format(folder=copy_published(copy).root))
        return
    from corrigenda.report.findings.text import render_text
    from corrigenda.tasks.checking.demo import show_demo

    shown = show_demo(as_of or today())
    if output is not None:
        from corrigenda.tasks.page import make_page, write_report

        write_report(make_page(shown.folder, as_of=as_of or today()), output)
        click.echo(str(output / "index.html"))
        return
    click.echo(_INTRODUCTION.format(claims=shown.claims, found=shown.found))
    click.echo(render_text(shown.worst, wide=True, width=terminal_width(), quiet=True))
    why = _WHY.format(why=dict(shown.rule.parts)["Why it happens"])
    click.echo(textwrap.fill(why, terminal_width(), break_long_words=False, break_on_hyphens=False) + "\n")
    click.echo(_NEXT.format(rule=shown.rule.name, folder=shown.folder))
