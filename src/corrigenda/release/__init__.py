"""Two states of a package, and what changed between them; may import the engine, the package, results and values."""
