"""What a run found, as plain frozen dataclasses; may import nothing."""
