"""Sorting matters together: one matter large on the screen, one key a pair."""
