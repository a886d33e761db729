"""Tables of cues: what a reader looks for, and where it was found."""

import re
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Generic, NamedTuple, TypeVar

from activitymap.model.contradictions.reader.sentence import Sentence, Span

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """A value that a reader took from a text, and the words that gave it."""

    value: T
    spans: tuple[Span, ...]


def pattern(*parts: str) -> re.Pattern[str]:
    """Return a pattern of whole words that finds any of ``parts``, the longest first."""
    ordered = sorted(parts, key=len, reverse=True)
    return re.compile(r"(?<![\w'])(?:" + "|".join(ordered) + r")(?![\w])")


def table(name: str) -> Mapping[str, re.Pattern[str]]:
    """Return the sections of a table of cues, ``tables/NAME.txt``, as patterns."""
    text = files(__package__).joinpath("tables", f"{name}.txt").read_text(encoding="utf-8")
    sections: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line.startswith("= "):
            section = sections.setdefault(line[2:], [])
        elif line and not line.startswith("#"):
            section.append(line)
    return {section: pattern(*lines) for section, lines in sections.items()}


def spans_of(cue: re.Pattern[str], text: Sentence) -> tuple[Span, ...]:
    """Return where a cue stands in a text."""
    return tuple(Span(*match.span()) for match in cue.finditer(text.lower))


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return stretches in order, those that touch or overlap as one."""
    done: list[Span] = []
    for span in sorted(spans):
        if done and span.start <= done[-1].end:
            done[-1] = Span(done[-1].start, max(done[-1].end, span.end))
        else:
            done.append(span)
    return tuple(done)
