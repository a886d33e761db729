"""Discussing one contradiction at a time, full screen: awareness, step back, choice, action."""
