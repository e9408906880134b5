"""One public function for each command; may import every room but the commands."""
