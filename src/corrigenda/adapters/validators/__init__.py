"""Other people's judges of a package: frictionless, pandera, Great Expectations."""
