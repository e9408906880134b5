"""When things are said to happen. It may import drafting.wording and values."""
