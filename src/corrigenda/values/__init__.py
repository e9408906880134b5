"""From text to meaning: dates, amounts, names, passages; may import nothing but errors."""
