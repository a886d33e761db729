"""How much the words of statements have in common.

Statements are vectors of word stems weighted by how rare a stem is in the map (TF-IDF; Salton and
Buckley 1988), compared by the cosine of their angle. Words that carry no matter are left out.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from activitymap.model.contradictions.lexicon.lexicon import Lexicon, shipped
from activitymap.model.contradictions.reader.belief import content
from activitymap.model.contradictions.suggesting.semantic import Meaning

MOST_OFTEN = 200
"""A stem in more statements than this says too little to bring two of them together."""


def stems(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the stems by which a text is compared, and its near-synonyms as ``≈ number``."""
    return content(text) | {f"≈{number}" for number in lexicon.concepts(text)}


class Likeness:
    """The likeness of every two of some texts; ``texts`` are numbered from 0.

    ``meaning`` adds a likeness of meaning, where there is one; see `semantic`. ``lexicon`` is the
    map's own, else the one that is shipped.
    """

    def __init__(
        self,
        texts: Sequence[str],
        meaning: Meaning | None = None,
        lexicon: Lexicon | None = None,
    ) -> None:
        self._meaning = meaning
        bags = [stems(text, lexicon or shipped()) for text in texts]
        often = Counter(stem for bag in bags for stem in bag)
        self._vectors = [self._vector(bag, often, len(bags)) for bag in bags]
        self._holding: dict[str, list[int]] = defaultdict(list)
        for number, vector in enumerate(self._vectors):
            for stem in vector:
                self._holding[stem].append(number)

    @staticmethod
    def _vector(bag: frozenset[str], often: Counter[str], texts: int) -> dict[str, float]:
        # Sorted, so that sums come out alike in every run.
        weights = {stem: 1 + math.log((1 + texts) / (1 + often[stem])) for stem in sorted(bag)}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {stem: weight / length for stem, weight in weights.items()}

    def of(self, one: int, other: int) -> float:
        """Return the likeness of two texts: by words from 0 to 1, and as much again by meaning."""
        first, second = self._vectors[one], self._vectors[other]
        words = sum(weight * second[stem] for stem, weight in first.items() if stem in second)
        return words + (self._meaning(one, other) if self._meaning else 0.0)

    def common(self, one: int, other: int) -> tuple[str, ...]:
        """Return the stems that two texts share, the rarest first."""
        first, second = self._vectors[one], self._vectors[other]
        shared = [stem for stem in first if stem in second and not stem.startswith("≈")]
        return tuple(sorted(shared, key=lambda stem: (-first[stem] * second[stem], stem)))

    def near(self, one: int) -> Iterator[int]:
        """Go through the later texts that share a telling stem with a text, in order."""
        found = {
            other
            for stem in self._vectors[one]
            if len(holding := self._holding[stem]) <= MOST_OFTEN
            for other in holding
            if other > one
        }
        return iter(sorted(found))
