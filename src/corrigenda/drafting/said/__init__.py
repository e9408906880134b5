"""Claims, events and what is said of them, made into rows. It may import the other rooms of drafting."""
