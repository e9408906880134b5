"""From texts to draft rows in a package, and to the findings that they would give. It may import whatever tasks may."""
