"""Files as they are read and replaced: safely, together, one writer at a time."""
