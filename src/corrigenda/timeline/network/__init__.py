"""A network of statements about days and its solver, without articles or tables; may import values alone."""
