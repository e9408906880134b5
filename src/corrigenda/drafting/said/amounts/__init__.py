"""Money, counts, shares and how long things last, with unit, currency and hedge. It may import drafting.times and wording."""
