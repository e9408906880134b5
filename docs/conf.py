"""The documentation site: the same pages that stand in the repository, read by Sphinx from its root."""

project = "Corrigenda"
author = "Corrigenda maintainers"
copyright = "Corrigenda maintainers. Code: MIT. Data: CC BY-SA 4.0"  # noqa: A001
extensions = ["myst_parser"]
include_patterns = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/*.md", "src/corrigenda/rules/*/*.md", "data/LICENSE.md"]
root_doc = "docs/index"
# Every heading is an anchor, as it is where the repository is shown.
myst_heading_anchors = 3
html_theme = "furo"
html_title = "Corrigenda"
html_copy_source = False
# The schemas of the output are served as they are: findings.schema.json and the one of a line.
html_extra_path = ["site", "../src/corrigenda/formats"]
html_last_updated_fmt = None
# Nothing is loaded from elsewhere: the pages are whole without a network.
html_theme_options = {"source_view_link": "", "top_of_page_buttons": []}
