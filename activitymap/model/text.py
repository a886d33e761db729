"""Cleaning of text where it comes into the map: from the keyboard, the clipboard or a file."""

import re
import unicodedata

from activitymap.errors import EditError

MAX_LENGTH = 20_000
"""Characters in one text. Far beyond a statement; it stops a pasted file from becoming one."""

_KEEP_FORMAT = {"\u200c", "\u200d", "\u200e", "\u200f", "\u061c"}
# Joiners shape Persian, Urdu and emoji, and marks set the direction; other format characters
# (overrides, byte-order marks, soft hyphens) are invisible and only break comparison.


def clean_text(text: str) -> str:
    r"""Return ``text`` in composed form (NFC) without what cannot be stored or drawn.

    Line ends become ``\n``; control characters, lone surrogates, non-characters and invisible
    format characters go; surrounding blank space goes.

    Raises:
        EditError: more than `MAX_LENGTH` characters are left; nothing is cut off in silence.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    text = text.replace("\u2029", "\n")
    kept = "".join(character for character in text if _is_kept(character))
    kept = unicodedata.normalize("NFC", kept).strip()
    if len(kept) > MAX_LENGTH:
        raise EditError(
            f"A text of {len(kept):,} characters is too long for one entry: "
            f"at most {MAX_LENGTH:,} fit. Split it into several statements."
        )
    return kept


def clean_line(text: str) -> str:
    """Return ``text`` cleaned like `clean_text` and on one line, blank runs as one space."""
    return re.sub(r"\s+", " ", clean_text(re.sub(r"\s", " ", text)))


def fold(text: str) -> str:
    """Return the form of ``text`` by which two spellings of one name are told to be the same."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _is_kept(character: str) -> bool:
    if character == "\n":
        return True
    category = unicodedata.category(character)
    if category == "Cf":
        return character in _KEEP_FORMAT
    if category == "Cn":
        # Unassigned is not unusable: a newer Unicode may define it. Non-characters never are.
        code = ord(character)
        return not (code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF)
    return category not in {"Cc", "Cs"} or character == "\t"
