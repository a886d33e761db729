"""The window: Qt, and nothing but showing the map and passing on what a person wants."""
