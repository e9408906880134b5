"""What leaves a package: exports and releases, and the judgement of an update."""
