"""The forms in which collections are held, one reader each; may import the package, results, values and what every form gives."""
