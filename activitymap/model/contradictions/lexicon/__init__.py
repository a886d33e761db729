"""Words that mean nearly the same, words that are opposites, and abbreviations of the field.

Two sources: WordNet (Miller 1995; direct antonyms and members of one synset) and lists written
for organisations that work with people, which WordNet lacks. Both are plain text in this folder.
"""
