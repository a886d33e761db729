"""Makes the compact word data that is shipped from the files of WordNet: `make wordnet`."""
