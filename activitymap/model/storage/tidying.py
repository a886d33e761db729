"""Cleaning the texts of a file that somebody wrote by hand or with another program."""

import re
import unicodedata
from typing import Any

from activitymap.model.text import clean_text

_SUSPECT = re.compile(
    "\\\\u|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061d-\u061f\u180e\u200b\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff]"
)


def needs_tidying(text: str) -> bool:
    """Whether the text of a file can hold something that cleaning would change."""
    return bool(_SUSPECT.search(text)) or not unicodedata.is_normalized("NFC", text)


def tidied(data: Any) -> Any:
    """Return plain data with every text in it cleaned."""
    if isinstance(data, str):
        return clean_text(data)
    if isinstance(data, list):
        return [tidied(one) for one in data]
    if isinstance(data, dict):
        return {key: tidied(value) for key, value in data.items()}
    return data
