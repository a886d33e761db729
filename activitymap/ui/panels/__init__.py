"""The panels beside the canvas: the outline, and the contradictions."""
