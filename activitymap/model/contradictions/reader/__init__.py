"""Reading what people write: a statement's text in, a reading card out, with the words behind it.

Cues are those of English grammar and of the field, never of one sentence: modal verbs and their
dresses (Palmer 2001, *Mood and modality*), conjunctions of condition, numbers with units, names
of roles. What a reader does not recognise stays empty.
"""
