"""Who is said to say something: subjects of verbs of saying, named, described or only a noun. It may import names and wording."""
