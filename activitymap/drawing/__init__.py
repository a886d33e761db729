"""The drawing of a map as a list of shapes, without Qt: what every canvas and file translates.

Lengths are in units of 1/96 inch, x to the right and y downwards.
"""
