"""Users' text inside other text: never markup, and in its own direction of reading."""

import unicodedata
from html import escape

_ISOLATE, _END = "\u2068", "\u2069"


def isolated(text: str) -> str:
    """Return text that does not turn round what stands beside it, from whichever side it reads."""
    return f"{_ISOLATE}{text}{_END}"


def plain_tip(text: str) -> str:
    """Return a tooltip that shows a text as it is, its lines kept, and reads no markup in it."""
    return f'<p style="white-space: pre-wrap">{escape(text)}</p>' if text else ""


def reads_from_right(text: str) -> bool:
    """Whether the first letter of a text that has a direction is read from the right."""
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L"
