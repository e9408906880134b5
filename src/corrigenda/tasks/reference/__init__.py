"""A reference brought in, looked up and kept tidy; may import every room but the commands."""
