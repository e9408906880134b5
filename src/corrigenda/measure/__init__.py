"""How reliable each rule is: consistent worlds, one known fault planted in each, and what the rules find; may import the rooms below it."""
