"""What leaves the program: pictures and tables."""
