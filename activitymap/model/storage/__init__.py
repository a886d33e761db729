"""The map on the disk: the file format with its migrations, safe saving, and spreadsheets."""
