"""The case pages of rules, read and run; may import what checking may."""
