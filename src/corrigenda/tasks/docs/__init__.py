"""The generated pages of the documentation; may import every room but the commands."""
