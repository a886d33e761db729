"""Cleaning the texts of a file that somebody wrote by hand or with another program."""

import unicodedata
from typing import Any

from activitymap.model.text import clean_text

_ASCII = bytes(range(128))


def needs_tidying(raw: bytes) -> bool:
    """Whether the UTF-8 bytes of a file can hold something that cleaning would change.

    It looks at each character that occurs, not at each place: a file of megabytes has few. What
    is escaped, and what joins with the letter before it, is left to the slow way.
    """
    if b"\\u" in raw or b"\x7f" in raw:
        return True
    rest = raw.translate(None, _ASCII)
    return any(_suspect(character) for character in set(rest.decode("utf-8", "replace")))


def _suspect(character: str) -> bool:
    if unicodedata.combining(character) or not unicodedata.is_normalized("NFC", character):
        return True
    # Jamo join to syllables without being combining characters.
    return "\u1100" <= character <= "\u11ff" or clean_text(f"a{character}a") != f"a{character}a"


def tidied(data: Any) -> Any:
    """Return plain data with every text in it cleaned."""
    if isinstance(data, str):
        return clean_text(data)
    if isinstance(data, list):
        return [tidied(one) for one in data]
    if isinstance(data, dict):
        return {key: tidied(value) for key, value in data.items()}
    return data
