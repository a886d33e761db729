"""One documented function for each rule of detection, and the table that holds them."""
