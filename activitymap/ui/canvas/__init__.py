"""The canvas: the map as graphics items, and the gestures on it."""
