"""How reliable each rule is: worlds that are consistent, one known fault planted in each, and what the rules say of it."""
