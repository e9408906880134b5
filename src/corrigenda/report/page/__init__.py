"""A report as a page to look at: HTML, SVG, Markdown and a notebook; may import results and the rest of the reports."""
