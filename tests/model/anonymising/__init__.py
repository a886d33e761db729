"""Names of people in a map."""
