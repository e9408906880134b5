"""A data package on disk, without an engine; may import results and values."""
