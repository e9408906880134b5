"""Rows that a command adds to the tables that people write: new articles, waivers, responses and reviews."""
