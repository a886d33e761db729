"""The sentences of the layers below the window, in the language of the person.

The model, the drawing and the exports know no Qt. What they say goes through `worded`: a template
in British English with named gaps, which an installed translator may put into another language
before the gaps are filled. What people wrote themselves stands in the gaps and is never
translated; identifiers and the keys of data formats do not come here at all.

A text that runs to the left does not scramble the sentence that it stands in, nor the other way
round: it is isolated from it (Unicode Standard Annex 9).
"""

import re
import unicodedata
from collections.abc import Callable, Iterable

Translator = Callable[[str], str]
ISOLATE, POP = "\u2068", "\u2069"
"""Before and after a text whose direction is its own: its first letter's that has one."""
LEFT, RIGHT = "\u2066", "\u2067"
"""Before an isolated text that runs to the right, and before one that runs to the left."""
OPENING = frozenset({LEFT, RIGHT, ISOLATE})
_STOPPED = re.compile(r"[.!?…。؟۔][”’»\"')\]\u2069]*$")
"""The end of a text that needs no stop any more."""
_RIGHT_TO_LEFT = frozenset({"R", "AL", "RLE", "RLO", "RLI"})
_STRONG = frozenset({"L", "R", "AL"})


def _as_it_is(template: str) -> str:
    return template


class _Language:
    """The one translator of the program; chosen once, before anything is found or drawn."""

    translate: Translator = staticmethod(_as_it_is)
    number = 0


def install(translator: Translator | None) -> None:
    """Let all sentences from now on go through ``translator``; ``None`` for plain English.

    What was found or drawn before keeps its words until it is found or drawn anew.
    """
    _Language.translate = staticmethod(translator or _as_it_is)
    _Language.number += 1


def language() -> int:
    """Return a number that differs for every language installed, for what is kept by language."""
    return _Language.number


def worded(template: str, **gaps: object) -> str:
    """Return a sentence in the language of the person, its gaps (``{name}``) filled."""
    translated = _Language.translate(template)
    if not gaps:
        return translated
    turned = has_leftward(translated)
    for name, text in gaps.items():
        if type(text) is str and text and (turned or has_leftward(text)):
            gaps[name] = f"{ISOLATE}{text}{POP}"
    return translated.format(**gaps)


def has_leftward(text: str) -> bool:
    """Whether any part of a text runs from right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text
    )


def runs_to_the_left(text: str) -> bool:
    """Whether a text runs from right to left: by its first letter that has a direction.

    What is isolated in it does not count.
    """
    if text.isascii():
        return False
    depth = 0
    for character in text:
        if character in OPENING:
            depth += 1
        elif character == POP:
            depth = max(0, depth - 1)
        elif not depth and (kind := unicodedata.bidirectional(character)) in _STRONG:
            return kind in _RIGHT_TO_LEFT
    return False


def sentences(parts: Iterable[str]) -> str:
    """Return texts one after another, each but the last with one stop; empty ones are left out."""
    *several, last = [part for part in parts if part] or [""]
    return joined(" ", (*(one if _STOPPED.search(one) else f"{one}." for one in several), last))


def joined(separator: str, parts: Iterable[str]) -> str:
    """Return texts beside one another; those that are empty are left out.

    The first one gives the direction; one after it that runs the other way is isolated.
    """
    first, *rest = [part for part in parts if part] or [""]
    turned = has_leftward(first)
    told = [f"{ISOLATE}{one}{POP}" if turned or has_leftward(one) else one for one in rest]
    return separator.join((first, *told))
