"""Findings in each format, one module a format; may import results, values and what every report shares."""
