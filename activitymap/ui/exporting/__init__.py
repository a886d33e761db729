"""Pictures for other programs: chosen in a dialog that shows the result, and printed."""
