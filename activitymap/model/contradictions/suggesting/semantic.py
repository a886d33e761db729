"""Likeness of meaning, where the optional extra ``activitymap[semantic]`` is installed.

WordLlama (MIT) ships a small table of word vectors distilled from a language model in its
package; a text is the mean of its words' vectors. It knows near-meanings that share no word, but
not *reduce* from *increase*: so it ranks what may be about one matter and never says what clashes.
It is loaded when it is first asked, works offline, and nothing else needs it.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

Meaning = Callable[[int, int], float]
"""The likeness of meaning of two texts by their numbers, about 0 to 1."""


def is_installed() -> bool:
    """Whether the optional extra is there."""
    return find_spec("wordllama") is not None


def meanings(texts: Sequence[str]) -> Meaning | None:
    """Return the likeness of meaning of every two texts; ``None`` without the extra."""
    if not texts or not is_installed():
        return None
    vectors = _model().embed(list(texts), norm=True)

    def likeness(one: int, other: int) -> float:
        return float(vectors[one] @ vectors[other])

    return likeness


@lru_cache(maxsize=1)
def _model() -> Any:
    import wordllama

    # The folder of the package holds the weights and the tokenizer; nothing is ever fetched.
    folder = Path(wordllama.__file__).parent
    return wordllama.WordLlama.load(cache_dir=folder, disable_download=True)
