"""Showing a map without the names of people: replacing, putting back, and what looks like a name.

The map itself keeps the names; a copy with other words in their place is shown, reported and
exported.
"""
