"""The slots of a reading card that hold more than a word: limits, times, conditions, scopes.

Each is a value with ``parse_…(text)`` to read it from a spreadsheet cell or a chip, and ``str()``
to write it back; reading what was written gives the same value.
"""
