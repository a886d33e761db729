"""Tooltips that show people's texts as they were written, wrapped, and never as markup."""

from html import escape


def tip(text: str) -> str:
    """Return a text as a tooltip shows it word for word, broken into lines where it is long."""
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>" if text else ""
