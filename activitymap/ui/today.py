"""The day on the calendar of the machine."""

from datetime import date

from PySide6.QtCore import QDate


def today() -> date:
    """Return the day that it is for the person."""
    now = QDate.currentDate()
    return date(now.year(), now.month(), now.day())
