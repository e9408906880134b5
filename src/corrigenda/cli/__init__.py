"""The commands: options and printing only; may import every other room."""
