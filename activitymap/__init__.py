"""Activity Map: see why services that work with the same family pull in different directions."""

__version__ = "0.1.0"
