"""Exclusive values: of each family that a text speaks of, the value it names."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from activitymap.model.contradictions.reader.sentence import Sentence, Span


class Named(NamedTuple):
    """A value that a text names, and the words that name it."""

    value: str
    span: Span


@lru_cache(maxsize=1)
def families() -> Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """Return the families of values: for each, its values and the cues of each value."""
    text = files(__package__).joinpath("tables", "values.tsv").read_text(encoding="utf-8")
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            family, value, cues = line.split("\t")
            found.setdefault(family, []).append((value, _cue(cues)))
    return {family: tuple(values) for family, values in found.items()}


def _cue(cues: str) -> re.Pattern[str]:
    pattern = re.sub(r"(?<=\w)\*", r"[\\w'-]*", cues)
    return re.compile(rf"(?<![\w'])(?:{pattern})(?!\w)")


def values(text: Sentence) -> dict[str, Named]:
    """Return the value that a text names in each family; none where it names two of one."""
    return dict(_values(text))


def _values(text: Sentence) -> Iterator[tuple[str, Named]]:
    for family, several in families().items():
        found = [
            Named(value, Span(*match.span()))
            for value, cue in several
            if (match := cue.search(text.lower))
        ]
        if len(found) == 1:
            yield family, found[0]
