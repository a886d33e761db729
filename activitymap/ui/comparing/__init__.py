"""Comparing services: side by side, each with each, by matter and by object."""
