"""Review of a draft: rows accepted, changed and rejected, by the command line and by the page alike."""
