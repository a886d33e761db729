"""The edits: one pure function for each thing that a person can do to the map.

Each takes the map and returns a `Change`: the edited map, and the ids of what it added, changed or
removed. What would make the map inconsistent raises an `EditError` with a sentence.
"""
