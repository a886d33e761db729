"""Words of names and circumstances in the form in which they are compared."""

import re
from functools import lru_cache
from typing import Any

from activitymap.model.text import fold

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def words(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` in order, folded, without punctuation."""
    return tuple(_WORD.findall(fold(text).replace("’", "'")))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the stem of an English word, so that *assessed* and *assessment* are one.

    The algorithm is Porter's second, as the Snowball project publishes it.
    """
    root = str(_stemmer().stemWord(word))
    # The algorithm leaves short words in -ment alone: *agreement* beside *agre(ed)*.
    if root.endswith("ment") and len(root) > 6:
        root = str(_stemmer().stemWord(root.removesuffix("ment")))
    return root


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """Return ``word`` without a plural ending: *nurses* → *nurse*, *families* → *family*."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word
