"""The errors that Activity Map raises on purpose.

``str(error)`` is always a sentence (or a few) for the person in front of the screen: what
happened, where, and what to do.
"""


class ActivityMapError(Exception):
    """Anything that went wrong and that the person can be told about."""


class EditError(ActivityMapError):
    """A change that would make the map inconsistent; nothing was changed."""


class ReadingError(ActivityMapError):
    """Words in a card's slot that cannot be understood, such as ``at most soon``."""


class FileError(ActivityMapError):
    """A file that cannot be read or written; nothing was changed on the disk."""


class ExportError(ActivityMapError):
    """A picture or table that cannot be made; the target is left as it was."""
