"""The map as immutable values, the edits that turn one map into the next, and what follows."""
