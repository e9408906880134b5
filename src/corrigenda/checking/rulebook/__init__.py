"""What a rule is: its page, its contract, its cases and its measured reliability."""
