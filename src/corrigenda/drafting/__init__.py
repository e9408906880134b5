"""A text becomes draft rows: sentences, names, titles, times, sums, sources and events, each with its place in the text.

Nothing here is sure: it proposes rows and a person settles them. What words mean is in tables (cues, phrases, verbs, signs, names);
the code knows only how they are put together. It may import collections, package, results and values, and no engine.
"""

from corrigenda.drafting.draft import draft_article
from corrigenda.drafting.start import Draft

__all__ = ["Draft", "draft_article"]
