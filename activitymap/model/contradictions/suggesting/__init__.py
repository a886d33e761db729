"""Suggestions from text: which statements may be about one matter, and what would clash then."""
