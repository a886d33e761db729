"""The report: what it says as a list of blocks, and PDF and Word made of the same list."""
