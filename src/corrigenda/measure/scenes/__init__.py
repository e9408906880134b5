"""What an article can tell, a function for each kind of thing; all of it fits the history."""
