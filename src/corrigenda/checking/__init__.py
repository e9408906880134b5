"""From rules to findings; may import the engine, the timeline, the package, results and values."""
