"""PowerPoint with native shapes: text to edit, and connectors that stay attached."""
