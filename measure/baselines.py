"""What anybody would try first, measured in the same run."""

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence

from activitymap.model.contradictions.suggesting.semantic import is_installed, meanings
from activitymap.model.contradictions.words import words

_NEGATION = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|without|cannot|only|refuse\w*|stop\w*)\b|n't\b",
    re.IGNORECASE,
)

Order = Callable[[Sequence[str]], Callable[[int, int], float]]
"""From texts to a score for every two of them, by their numbers."""


def negation(one: str, other: str) -> bool:
    """Say that two texts clash where one of them denies and they have a word in common."""
    denies = [bool(_NEGATION.search(text)) for text in (one, other)]
    return denies[0] != denies[1] and bool(_long_words(one) & _long_words(other))


def _long_words(text: str) -> set[str]:
    return {word for word in words(text) if len(word) > 3}


def tf_idf(texts: Sequence[str]) -> Callable[[int, int], float]:
    """Return the cosine of plain TF-IDF vectors over words (Salton and Buckley 1988)."""
    bags = [Counter(words(text)) for text in texts]
    often = Counter(word for bag in bags for word in bag)
    vectors = []
    for bag in bags:
        vector = {w: n * (math.log((1 + len(bags)) / (1 + often[w])) + 1) for w, n in bag.items()}
        length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        vectors.append({word: weight / length for word, weight in vector.items()})

    def score(one: int, other: int) -> float:
        second = vectors[other]
        return sum(weight * second.get(word, 0.0) for word, weight in vectors[one].items())

    return score


def embeddings(texts: Sequence[str]) -> Callable[[int, int], float]:
    """Return the cosine of sentence vectors; only where the extra is installed."""
    found = meanings(texts)
    assert found is not None
    return found


def orders() -> dict[str, Order]:
    """Return the orders of pairs from text alone."""
    known: dict[str, Order] = {"TF-IDF cosine": tf_idf}
    return known | ({"sentence vectors": embeddings} if is_installed() else {})
