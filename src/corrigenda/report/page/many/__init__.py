"""A report of many articles: a front page with all of them, and a page for each; may import the page of one report."""
