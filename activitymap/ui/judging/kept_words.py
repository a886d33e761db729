"""What is typed and shown while names are hidden, and what is kept of it.

A field shows words without the names of people; what is recorded has them again.
"""

from activitymap.model.anonymising.putting_back import with_names
from activitymap.model.anonymising.replacing import Names
from activitymap.ui.document import Document


def as_shown(document: Document, kept: str) -> str:
    """Return kept words as they may be shown now."""
    return Names(document.kept.names).replaced(kept) if document.names_hidden else kept


def as_kept(document: Document, before: str, typed: str) -> str:
    """Return what was typed over ``before``, which is kept with its names, as it is to be kept."""
    return with_names(document.kept, before, typed) if document.names_hidden else typed
