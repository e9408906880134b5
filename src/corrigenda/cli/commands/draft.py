"""The command that drafts the rows of articles from their texts."""

from __future__ import annotations

from pathlib import Path

import click

from corrigenda.cli.errors import say_sentences
from corrigenda.cli.options import KNOWN
from corrigenda.cli.output import say_next
from corrigenda.errors import SetupError
from corrigenda.values.wording import visible


@click.command()
@click.option(
    "--text", "texts", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
    help="A text, a page (HTML) or a folder of them; - is standard input; may be given again.",
)  # fmt: skip
@click.option("--from", "flat", type=click.Path(path_type=Path), metavar="CSV", help="One flat table (words, who, title, when, what …).")
@click.option("--id", "article_id", help="Readable key of the article; default the name of the file.")
@click.option("--published", metavar="DAY", help="The day of publication (EDTF); default the one that the text prints.")
@click.option("--language", default="en", show_default=True, help="BCP 47 tag; the tables of words need rows in it.")
@click.option("--title", help="The title that the article prints.")
@click.option("--publisher", help="Who published it.")
@KNOWN
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="PACKAGE", help="The new package; default a folder named draft.")
@click.option("--into", type=click.Path(path_type=Path), metavar="PACKAGE", help="Add to a package; rows that are there stay as they are.")
@click.option("--model", "model_name", metavar="NAME", help="Ask a language model as well, by its name in llm; the text is sent to it.")
@click.option("--wait", default=120.0, show_default=True, type=click.FloatRange(0.1, 3600), help="Seconds for each reply of the model.")
@click.option("--check", "only_show", is_flag=True, help="Show what would be added, and write nothing.")
@click.option("--most", default=20, show_default=True, type=click.IntRange(0, 1000), help="How many findings to print.")
@say_sentences
def draft(
    texts: tuple[Path, ...], flat: Path | None, known: Path | None, output: Path | None, into: Path | None,
    article_id: str | None, model_name: str | None, wait: float, most: int, only_show: bool, **facts: str | None,
) -> None:  # fmt: skip
    """Draft the rows of articles from their texts, and print what would be found (needs corrigenda[author]).

    Names, titles, dates, sums, sources, quotations and events are found by tables of words that a desk can add to. Nothing of it
    is sure: each finding is possible until a person has accepted the cells that it rests on. What the reference lacks is listed.

    With --model a language model is asked for more rows (needs corrigenda[model]). A row that the text does not prove is left out.
    Without this option nothing is sent anywhere.
    """
    from corrigenda.adapters.language_model import open_model
    from corrigenda.tasks.drafting.draft import draft_texts
    from corrigenda.tasks.drafting.large_reference import LargeReference
    from corrigenda.tasks.drafting.preview import describe_draft
    from corrigenda.tasks.drafting.texts import read_texts

    if output is not None and into is not None:
        raise SetupError("-o makes a new package and --into adds to one; give one of them.")
    if flat is not None and not texts:
        raise SetupError("--from needs the text that its words are from; give it with --text FILE.")
    if flat is not None and model_name:
        raise SetupError("--from drafts what you wrote yourself; --model drafts a text. Give one of them.")
    read = read_texts(texts, article_id)
    model = open_model(model_name, wait) if model_name else None
    if model is not None:
        click.echo(visible(f"The text is sent to the model {model.name} ({model.where})."), err=True)
    target = into or output or Path("draft")
    with LargeReference() as reference:
        done = draft_texts(
            read, target, known=known, into=into is not None, only_show=only_show, flat=flat, model=model, narrow=reference.narrow, **facts
        )
        for sentence in describe_draft(done, read, reference, known=known, shown=not only_show, most=most):
            click.echo(visible(sentence))
    if not only_show:
        own = f" --known {known}" if known else ""
        text = f" --text {texts[0]}" if len(texts) == 1 and str(texts[0]) != "-" else ""
        steps = [
            (
                f"corrigenda review-draft {target}{text or ' --text FILE'}{own} --by NAME",
                "accept, change or reject its rows (needs corrigenda[review])",
            )
        ]
        steps += [(f"corrigenda check {target}{own}", "all findings; they are possible until their rows are accepted")]
        if not known:
            steps += [(f"corrigenda import table FILE -o {target}", "people and terms to compare with, if the reference lacks them")]
        say_next(*steps)
