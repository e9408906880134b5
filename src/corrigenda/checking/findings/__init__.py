"""From the rows of a rule to a finding: its evidence, its grade, what is folded into it, and the tables of what was found."""
